import { expect, test } from 'vitest';
import { compare, type CompareAsk } from '../../../shared/comparison/compare.ts';
import type { ComparedPoint } from '../../../shared/comparison/compared-point.ts';
import { asked, day, given, offered, reported, theStory, UNREPORTED } from './points.ts';

const QUESTION = { id: 'q', type: 'single' as const, prompt: 'Who?', version: 1 };

function compared(points: ComparedPoint[], ask: Partial<CompareAsk> = {}) {
  return compare(QUESTION, points, { base: 'cast', pairs: [], crossed: new Map(), ...ask });
}

function optionAt(comparison: ReturnType<typeof compared>, pointId: string, optionId: string) {
  return comparison.points
    .find(({ id }) => id === pointId)
    ?.options.find((each) => each.optionId === optionId);
}

function between(comparison: ReturnType<typeof compared>, from: string, to: string) {
  const pair = comparison.differences.find((each) => each.from === from && each.to === to);
  return {
    ...pair,
    option: (id: string) => pair?.options.find(({ optionId }) => optionId === id),
  };
}

test('the founding story comes out as it was drawn', () => {
  const story = compared(theStory());
  expect(story.reading).toBe('common');
  expect(story.points.map(({ nText }) => nText)).toEqual(['around 100', '50 votes when read', '64 of 78']);
  expect(optionAt(story, 'lounge', 'pm')).toMatchObject({ count: 14, share: 14 / 64 });
  expect(optionAt(story, 'LPI event', 'pm')).toMatchObject({
    state: 'unreported',
    share: null,
    low: 0,
    high: 0.15,
  });
  expect(optionAt(story, 'LPI event', 'pc')).toMatchObject({
    state: 'given',
    share: 0.9,
    low: 0.85,
    high: 0.95,
  });

  const last = between(story, 'LinkedIn poll', 'lounge');
  const pm = last.option('pm');
  expect(pm?.verdict).toBe('difference');
  expect([pm?.difference, pm?.low, pm?.high].map((share) => Math.round(100 * (share ?? 0)))).toEqual([
    -24, -40, -7,
  ]);
  expect(last.option('pc')?.verdict).toBe('chance');
  expect(last.test).toMatchObject({ df: 3 });
  expect(last.test?.statistic).toBeCloseTo(9, 0);
  expect(last.test?.cramersV).toBeCloseTo(0.28, 2);

  const first = between(story, 'LPI event', 'LinkedIn poll');
  expect(first.option('pm')).toMatchObject({ difference: null, clear: true, verdict: 'difference' });
  expect(first.test).toBeNull();
  expect(story.foreground).toBe('pm');
  expect(story.sentences[0]).toBe(
    'PM: a clear difference between these groups, 46\u00a0% in LinkedIn poll (2021) and 22\u00a0% in Event lounge (2026).',
  );
  expect(story.sentences.join(' ')).toContain('at most 15\u00a0% in LPI event (2019, by memory)');
  expect(story.sentences.at(-1)).toContain('Three groups of different people');
  expect(story.warnings).toContainEqual(
    expect.objectContaining({ code: 'OPTIONS_DIFFER', text: expect.stringContaining('64 of 78') as string }),
  );
});

test('[CO3] what was not offered everywhere has votes and no share, and the sentences say whom they count', () => {
  const story = compared(theStory());
  expect(optionAt(story, 'lounge', 'social')).toMatchObject({ count: 5, share: null, low: null, high: null });
  expect(story.sentences).toContain(
    'Counted are those who chose an option offered each time: 64 of 78 in Event lounge (2026).',
  );
  expect(story.differences.map(({ reading, options }) => [reading, options.length])).toEqual([
    ['common', 4],
    ['common', 4],
    ['common', 4],
  ]);
  const same = compared([asked('a', '2024-05-16', { X: 1, Y: 9 }), asked('b', '2026-11-24', { X: 2, Y: 9 })]);
  expect(same.sentences.join()).not.toContain('Counted are');
});

test('a time is said once, and days alike are told apart only where the names are alike too', () => {
  const named = [
    asked('a', '2024-05-16', { X: 6, Y: 136 }, { label: 'Forum 2024' }),
    asked('b', '2026-11-24', { X: 40, Y: 100 }, { label: 'Forum 2026' }),
  ];
  expect(compared(named).sentences[0]).toBe(
    'X: a clear shift, from 4\u00a0% in Forum 2024 to 29\u00a0% in Forum 2026.',
  );
  const sameDay = [
    asked('a', '2026-11-24', { X: 6, Y: 136 }),
    asked('b', '2026-11-24', { X: 40, Y: 100 }, { at: Date.parse('2026-11-24T11:00:00Z') }),
  ];
  expect(compared(sameDay).sentences[0]).toBe(
    'X: a clear shift, from 4\u00a0% in Event a (November 2026) to 29\u00a0% in Event b (November 2026).',
  );
  const [first, second] = compared(sameDay.map((point) => ({ ...point, label: 'Debate' }))).points;
  expect(first?.whenText).toBe('24 November 2026, first time');
  expect(second?.whenText).toBe('24 November 2026, second time');
});

test('rooms that nobody answered in need no more than that said', () => {
  const empty = [asked('a', '2024-05-16', { X: 0, Y: 0 }), asked('b', '2026-11-24', { X: 0, Y: 0 })];
  expect(compared(empty).sentences).toEqual(['Nobody has answered this yet.']);
});

test('[CO6] on the full set nothing is clear that the missing options could undo', () => {
  const story = compared(theStory(), { reading: 'all' });
  const last = between(story, 'LinkedIn poll', 'lounge');
  expect(last.reading).toBe('all');
  expect(last.option('pm')).toMatchObject({ clear: false, verdict: 'options-changed' });
  expect(story.sentences.join(' ')).not.toMatch(/LinkedIn poll \(2021\) and .*clear difference/);
});

test('[CO4] the word shift needs the same audience, way of counting, wording and options', () => {
  const before = asked('a', '2024-05-16', { X: 6, Y: 136 });
  const after = asked('b', '2026-11-24', { X: 40, Y: 100 });
  expect(compared([before, after]).sentences[0]).toBe(
    'X: a clear shift, from 4\u00a0% in Event a (2024) to 29\u00a0% in Event b (2026).',
  );
  const unlike: Partial<ComparedPoint>[] = [
    { audienceTags: ['product people'] },
    { audienceTags: [] },
    { method: 'show of hands' },
    { wordingNumber: 2 },
    { wordingNumber: null },
    { offered: [...after.offered, offered('Z', 0)] },
  ];
  for (const more of unlike) {
    const [sentence = ''] = compared([before, { ...after, ...more }]).sentences;
    expect(sentence).toContain('a clear difference between these groups');
    expect(sentence).not.toContain('shift');
  }
});

test('merged and split options compare as one group', () => {
  const now = asked('now', '2026-11-24', { PM: 14, Designer: 9, Content: 5, Data: 11 });
  const away = reported(
    'away day',
    day('2024-10-09'),
    [
      offered('PM', 4),
      offered('Owner', 2, ['pm']),
      offered('Design and content', 4, ['designer', 'content']),
      offered('Data', 1),
    ],
    { answered: { low: 11, high: 11 } },
  );
  const both = compared([now, away]);
  expect(both.options.map(({ label }) => label)).toEqual(['PM', 'Designer / Content', 'Data']);
  expect(optionAt(both, 'away day', 'pm')?.count).toBe(6);
  expect(optionAt(both, 'now', 'designer')?.count).toBe(14);
  expect(both.reading).toBe('all');
});

test('what stands for nothing is listed and in no line', () => {
  const now = asked('now', '2026-11-24', { X: 10, Y: 10 });
  const then = reported('then', day('2020-01-01'), [offered('X', 5), offered('Y', 5), offered('Z', 7, [])], {
    answered: { low: 17, high: 17 },
  });
  const both = compared([now, then]);
  expect(both.options.map(({ label }) => label)).toEqual(['X', 'Y']);
  expect(both.points[0]?.unmapped).toEqual([{ label: 'Z', count: 7 }]);
  expect(both.points[0]?.n).toBe(10);
  expect(both.warnings.map(({ code }) => code)).toContain('UNMAPPED');
});

test('[CO2] of the room there are bounds, no intervals, no differences and no words of chance', () => {
  const room = { low: 40, high: 40 };
  const before = asked('a', '2024-05-16', { X: 9, Y: 9 }, { roomSize: room });
  const after = asked('b', '2026-11-24', { X: 38, Y: 1 }, { roomSize: room });
  const rooms = compared([before, after], { base: 'room' });
  expect(optionAt(rooms, 'a', 'x')).toMatchObject({
    low: null,
    high: null,
    boundLow: 9 / 40,
    boundHigh: 31 / 40,
  });
  expect(rooms.differences).toEqual([]);
  expect(rooms.warnings.map(({ code }) => code)).toContain('CAST_ONLY');
  expect(compared([before, after]).sentences.join(' ')).toContain(
    'Whatever those who did not answer think, more of the room of Event b (2026) than of Event a (2024) chose X.',
  );
  expect(rooms.sentences[0]).toBe(
    'X: 23–78\u00a0% in Event a (2024) and 95–98\u00a0% in Event b (2026), of the room, whatever those who did not answer think.',
  );
  const unknown = compared([before, { ...after, roomSize: null }], { base: 'room' });
  expect(optionAt(unknown, 'b', 'x')?.share).toBeNull();
  expect(unknown.warnings.map(({ code }) => code)).toContain('BASE_UNKNOWN');
  const small = compared([before, { ...after, roomSize: { low: 12, high: 12 } }], { base: 'room' });
  expect(optionAt(small, 'b', 'x')?.boundLow).toBeNull();
  expect(small.warnings.map(({ code }) => code)).toContain('ROOM_BELOW_BALLOTS');
});

test('[CO2] a memory of those who answered says nothing of a room, and shares of a room are not compared with theirs', () => {
  const memory = reported(
    'memory',
    day('2019-01-01'),
    [offered('X', given(0.6, 0.7)), offered('Y', UNREPORTED)],
    {
      exactness: 'remembered',
    },
  );
  const now = asked('now', '2026-11-24', { X: 5, Y: 5 }, { roomSize: { low: 20, high: 20 } });
  const rooms = compared([{ ...memory, answered: { low: 50, high: 60 } }, now], { base: 'room' });
  expect(optionAt(rooms, 'memory', 'x')).toMatchObject({ state: 'unknown', share: null, low: null });
  const hands = { ...memory, base: 'room' as const, answered: { low: 50, high: 50 } };
  expect(optionAt(compared([hands, now], { base: 'room' }), 'memory', 'x')).toMatchObject({
    low: 0.6,
    high: 0.7,
  });
  const cast = compared([hands, now]);
  expect(cast.points.map(({ base }) => base)).toEqual(['room', 'cast']);
  expect(cast.differences[0]).toMatchObject({
    options: [],
    reason: expect.stringContaining('everybody in the room') as string,
  });
  expect(cast.warnings.map(({ code }) => code)).toContain('BASES_DIFFER');
});

test('[CO7] the same people asked twice are compared one by one', () => {
  const options = { X: 0, Y: 0 };
  const first = asked('one', '2026-11-24', options, { eventId: 'e' });
  const second = asked('two', '2026-11-24', options, { eventId: 'e', at: first.at + 1 });
  const answers: [string | undefined, string | undefined, number][] = [
    ['X', 'X', 20],
    ['X', 'Y', 2],
    ['Y', 'X', 18],
    ['Y', 'Y', 30],
    ['Y', undefined, 8],
    [undefined, 'X', 3],
  ];
  const crossed = answers.map(([a, b, count]) => ({
    first: a && { option: a },
    second: b && { option: b },
    count,
  }));
  const twice = compared([first, second], { crossed: new Map([['one two', crossed]]) });
  const pair = between(twice, 'one', 'two');
  expect(pair.kind).toBe('same-people');
  expect(pair.n).toEqual({ from: 70, to: 70 });
  expect(pair.transitions).toMatchObject({
    moved: [
      [20, 2],
      [18, 30],
    ],
    notAgain: [0, 8],
    onlySecond: [3, 0],
  });
  expect(pair.option('x')).toMatchObject({ clear: true, difference: 16 / 70 });
  expect(pair.option('x')?.p).toBeCloseTo(0.0004, 4);
  expect(twice.sentences).toContain('20 of 70 changed their answer, 18 to X.');
  expect(twice.sentences.join(' ')).toContain('8 of the 78 who answered first did not answer again');
});

test('nothing is ever drawn at zero for not knowing', () => {
  const words = reported(
    'words',
    day('2018-01-01'),
    [{ ...offered('X', UNREPORTED), words: 'little support' }, offered('Y', UNREPORTED)],
    {
      exactness: 'words',
      answered: null,
    },
  );
  const both = compared([words, asked('now', '2026-11-24', { X: 5, Y: 5 })]);
  expect(optionAt(both, 'words', 'x')).toEqual({
    optionId: 'x',
    state: 'unknown',
    share: null,
    low: null,
    high: null,
    words: 'little support',
  });
  expect(between(both, 'words', 'now').option('x')?.verdict).toBe('not-comparable');
});

test('an empty room, one point and no point say so', () => {
  expect(compared([]).sentences).toEqual(['This has not been asked yet.']);
  expect(compared([asked('a', '2024-05-16', { X: 1, Y: 2 })]).sentences[0]).toContain('Asked once so far');
  const empty = compared([
    asked('a', '2024-05-16', { X: 1, Y: 2 }),
    asked('b', '2026-11-24', { X: 0, Y: 0 }),
  ]);
  expect(empty.differences[0]).toMatchObject({ options: [], test: null });
  expect(optionAt(empty, 'b', 'x')?.share).toBeNull();
});

test('what is not known to have been on offer has at most what the reported ones leave', () => {
  const memory = reported('memory', day('2019-02-01'), [offered('PC', given(0.85, 0.95))], {
    exactness: 'remembered',
    answered: { low: 80, high: 120 },
    isOfferKnown: false,
  });
  const both = compared([memory, asked('now', '2026-11-24', { PM: 40, PC: 60 })]);
  expect(optionAt(both, 'memory', 'pm')).toMatchObject({
    state: 'unreported',
    share: null,
    low: 0,
    high: 0.15,
  });
  expect(between(both, 'memory', 'now').option('pm')?.verdict).toBe('difference');
  expect(both.warnings.map(({ code }) => code)).toEqual(['OPTIONS_UNKNOWN']);
});

test('an option whose share is not known is not among those compared', () => {
  const words = reported(
    'words',
    day('2018-01-01'),
    [offered('X', UNREPORTED), offered('Y', 20), offered('Z', 20)],
    {
      answered: { low: 40, high: 40 },
      isMultiple: true,
    },
  );
  const now = asked(
    'now',
    '2026-11-24',
    { X: 9, Y: 10, Z: 30 },
    { isMultiple: true, patterns: { x: 9, y: 10, z: 30 } },
  );
  const { option } = between(compared([words, now]), 'words', 'now');
  expect(option('x')).toMatchObject({ verdict: 'not-comparable', low: null });
  expect(option('y')).toMatchObject({ verdict: 'difference' });
});

test('a range of another share is what the reported one leaves among common options', () => {
  const memory = reported(
    'memory',
    day('2019-01-01'),
    [offered('X', given(0.6, 0.7)), offered('Y', UNREPORTED), offered('Z', UNREPORTED)],
    {
      exactness: 'remembered',
      answered: { low: 100, high: 100 },
    },
  );
  const both = compared([memory, asked('now', '2026-11-24', { X: 50, Y: 50 })]);
  const shares = between(both, 'memory', 'now').option('x')?.shares.from;
  expect(shares).toEqual({ low: 0.6, high: 1 });
  expect(between(both, 'memory', 'now').option('y')?.shares.from).toEqual({ low: 0, high: 0.4 });
});

test('among many, a chosen pair gets its test, neighbours or not; a pair besides gets none', () => {
  const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024];
  const many = years.map((year) => asked(`${year}`, `${year}-06-01`, { X: year - 2000, Y: 30 }));
  const tested = ({ differences }: ReturnType<typeof compared>) =>
    differences.flatMap(({ from, to, test: made }) => (made ? [`${from} ${to}`] : []));
  expect(tested(compared(many))).toEqual(['2018 2024']);
  const pairs = [['2019', '2020']] as const;
  expect(tested(compared(many, { pairs }))).toEqual(['2019 2020', '2018 2024']);
  const besides = compared(many, {
    besides: [
      ['2019', '2020'],
      ['2018', '2022'],
    ],
  });
  expect(tested(besides)).toEqual(['2018 2024']);
  expect(besides.differences.map(({ from, to }) => `${from} ${to}`)).toContain('2018 2022');
  expect(tested(compared(many.slice(0, 3), { withTests: false }))).toEqual([]);
});

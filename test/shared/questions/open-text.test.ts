import { describe, expect, test } from 'vitest';
import { answersOf, openText, type OpenTextTally } from '../../../shared/questions/open-text.ts';
import {
  MOST_FOR_ROOM,
  NOTHING_SHOWN,
  sightOfReaders,
  sightOfRoom,
  type TextDecision,
} from '../../../shared/questions/written-text.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec } from '../sample.ts';

const spec = aSpec('open-text', 0, { moderated: true });
const room = { joined: 9, roomSize: null };
const tallyOf = (...texts: string[]) =>
  recount(
    spec,
    texts.map((text) => ({ text })),
  ) as OpenTextTally;
const decided = (...decisions: Partial<TextDecision>[]) =>
  new Map(
    decisions.map((decision) => {
      const text = decision.text ?? '';
      return [text, { shown: null, group: null, decidedAt: 1, ...decision, text }];
    }),
  );
const moderated = (tally: OpenTextTally, decisions = decided()) =>
  openText.forRoom(
    tally,
    sightOfRoom(true, decisions, () => false),
  );

describe('[OT1] an answer in own words', () => {
  test('is trimmed, keeps its lines, and has up to 500 letters', () => {
    expect(openText.answer.parse({ text: ' One\n\ntwo ' })).toEqual({ text: 'One\n\ntwo' });
    expect(openText.answer.safeParse({ text: 'x'.repeat(500) }).success).toBe(true);
    for (const text of ['', ' \n ', 'x'.repeat(501), 1, '\0'])
      expect(openText.answer.safeParse({ text }).success).toBe(false);
  });

  test('or as many as the question says', () => {
    const short = aSpec('open-text', 0, { maxLength: 20 });
    expect(openText.refuses(short, { text: 'x'.repeat(20) })).toEqual([]);
    expect(openText.refuses(short, { text: 'x'.repeat(21) })).toMatchObject([{ path: 'text' }]);
    for (const maxLength of [0, 19, 501])
      expect(openText.settings.safeParse({ maxLength }).success).toBe(false);
  });
});

describe('[OT2] what the room sees', () => {
  const tally = tallyOf('One', 'Two', 'Two', 'Three');

  test('of answers that are read first: those that were shown, the last one shown first', () => {
    expect(moderated(tally).texts).toEqual({});
    const shown = moderated(
      tally,
      decided({ text: 'Three', shown: true }, { text: 'One', shown: true }, { text: 'Two', shown: false }),
    );
    expect(answersOf(shown).map(({ text }) => text)).toEqual(['One', 'Three']);
    expect(shown.ballots).toBe(4);
  });

  test('of answers that are not: all but the hidden and held back, the newest first', () => {
    const free = openText.forRoom(
      tally,
      sightOfRoom(false, decided({ text: 'One', shown: false }), (text) => text === 'Three'),
    );
    expect(answersOf(free).map(({ text }) => text)).toEqual(['Two', 'Two']);
  });

  test('never more than a message can carry', () => {
    const many = tallyOf(...Array.from({ length: 900 }, (_, at) => `Answer ${at}`));
    const free = openText.forRoom(
      many,
      sightOfRoom(false, decided(), () => false),
    );
    expect(free.newest).toHaveLength(MOST_FOR_ROOM);
    expect(free.newest?.[0]).toBe('Answer 899');
    expect(Object.keys(free.texts)).toHaveLength(MOST_FOR_ROOM);
  });
});

test('[OT3] labels count every answer under them, shown or not', () => {
  const labels = decided(
    { text: 'One', group: 'Trust', shown: true },
    { text: 'Two', group: 'Trust' },
    { text: 'Three', group: 'constructor' },
  );
  const read = moderated(tallyOf('One', 'Two', 'Two', 'Three'), labels);
  expect(openText.results(spec, read, room)).toMatchObject({
    options: [],
    answers: [{ text: 'One', group: 'Trust' }],
    groups: [
      { label: 'Trust', count: 3 },
      { label: 'constructor', count: 1 },
    ],
  });
  expect(openText.table(spec, read, room).rows.map(({ label, cells }) => [label, ...cells])).toEqual([
    ['Trust', '3'],
    ['constructor', '1'],
  ]);
});

test('[OT3] who reads the event has every answer, with an id that stays and is the text’s own', () => {
  const ids = (tally: OpenTextTally) =>
    answersOf(openText.texts?.read(tally, sightOfReaders(decided())) ?? tally).map(({ id, text }) => [
      text,
      id,
    ]);
  const before = new Map(ids(tallyOf('One', 'Two')) as [string, string][]);
  const after = ids(tallyOf('Zero', 'Two', 'One', 'Two'));
  expect(after.filter(([text]) => text === 'One')).toEqual([['One', before.get('One')]]);
  expect(after.filter(([text]) => text === 'Two').map(([, id]) => id)).toEqual([
    before.get('Two'),
    `${before.get('Two')}-2`,
  ]);
  expect(new Set(after.map(([, id]) => id)).size).toBe(4);
});

describe('[OT4] the finding', () => {
  const said = (decisions: ReturnType<typeof decided>) => {
    const tally = tallyOf('a', 'a', 'b', 'c');
    return openText.finding(spec, moderated(tally, decisions), room);
  };

  test('names the largest group', () => {
    expect(said(decided({ text: 'a', group: 'Time' }, { text: 'b', group: 'Trust' }))).toMatchObject({
      kind: 'describes',
      rule: 'largest-group',
      text: 'Time, say 2 of 4 answers',
      detail: 'Next is Trust, 1 answer.',
    });
  });

  test('says why there is none', () => {
    expect(openText.finding(spec, tallyOf(), room)).toMatchObject({ reason: 'Nobody has answered.' });
    expect(said(decided())).toMatchObject({ reason: 'Answers in people’s own words.' });
    expect(said(decided({ text: 'b', group: 'x' }, { text: 'c', group: 'y' }))).toMatchObject({
      reason: 'Several groups of answers are equally large, 1 each.',
    });
  });
});

test.each(['__proto__', 'constructor'])('“%s” is only a text, and only a label', (name) => {
  const tally = tallyOf(name, name);
  expect(openText.forRoom(tally, NOTHING_SHOWN).texts).toEqual({});
  const read = moderated(tally, decided({ text: name, shown: true, group: name }));
  expect(answersOf(read).map(({ text, group }) => [text, group])).toEqual([
    [name, name],
    [name, name],
  ]);
  expect(openText.texts?.all(tally)).toEqual([{ text: name, count: 2, about: [] }]);
});

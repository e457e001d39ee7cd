import { describe, expect, test } from 'vitest';
import { multiple, type MultipleAnswer, type MultipleTally } from '../../../shared/questions/multiple.ts';
import { NOTHING_SHOWN } from '../../../shared/questions/written-text.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec } from '../sample.ts';

const spec = aSpec('multiple', 3);
const room = { joined: 10, roomSize: null };

function withLimits(settings: Record<string, unknown>, options = 3) {
  return aSpec('multiple', options, settings);
}

function refusal(of: ReturnType<typeof aSpec>, answer: MultipleAnswer): string[] {
  return multiple.refuses(of, answer).map(({ message }) => message);
}

describe('[CH3] an answer to a multiple choice', () => {
  test.each([
    { options: ['a'] },
    { options: ['c', 'a'] },
    { options: [], other: 'Ann' },
    { options: ['a', 'b', 'c'], other: 'Ann' },
    { abstain: true as const },
  ])('%o is taken', (answer) => {
    expect(multiple.answer.parse(answer)).toEqual(answer);
    expect(multiple.refuses(spec, answer)).toEqual([]);
  });

  test.each([
    null,
    {},
    { option: 'a' },
    { options: 'a' },
    { options: [1] },
    { other: 'Ann' },
    { options: ['a'], abstain: true },
    { options: ['a'], other: ' ' },
    { options: ['a'], more: 1 },
    { options: Array.from({ length: 13 }, (_, at) => `o${at}`) },
  ])('[CH6] %o is not', (answer) => expect(multiple.answer.safeParse(answer).success).toBe(false));

  test('none, one twice, and one of another question are refused', () => {
    expect(refusal(spec, { options: [] })).toEqual(['Pick at least one.']);
    expect(refusal(spec, { options: ['a', 'a'] })).toEqual(['An option was picked twice.']);
    expect(refusal(spec, { options: ['zz'] })).toEqual(['That option is not part of this question.']);
  });

  test('"other" counts as one pick', () => {
    const two = withLimits({ other: true, min: 2, max: 2 });
    expect(refusal(two, { options: ['a'], other: 'Ann' })).toEqual([]);
    expect(refusal(two, { options: ['a'] })).toEqual(['Pick at least 2.']);
    expect(refusal(two, { options: ['a', 'b'], other: 'Ann' })).toEqual(['Pick at most 2.']);
  });

  test('whoever abstains picks nothing, whatever the limits', () => {
    expect(refusal(withLimits({ abstain: true, min: 2 }), { abstain: true })).toEqual([]);
    expect(refusal(withLimits({}), { abstain: true })).toHaveLength(1);
  });
});

describe('[CH3] its limits', () => {
  test.each([{}, { min: 1 }, { max: 3 }, { min: 3, max: 3 }, { other: true, max: 4 }])(
    '%o can be asked',
    (settings) => {
      expect(multiple.settings.safeParse(settings).success).toBe(true);
      expect(multiple.refusesSpec(withLimits(settings))).toEqual([]);
    },
  );

  test.each([
    [{ min: 3, max: 2 }, 'settings.min'],
    [{ min: 4 }, 'settings.min'],
    [{ max: 4 }, 'settings.max'],
    [{ other: true, max: 5 }, 'settings.max'],
  ])('%o cannot', (settings, path) => {
    expect(multiple.refusesSpec(withLimits(settings))).toMatchObject([{ path }]);
  });

  test.each([{ min: 0 }, { max: 1.5 }, { max: 14 }, { min: '2' }, { places: 2 }])(
    '%o is no setting',
    (settings) => {
      expect(multiple.settings.safeParse(settings).success).toBe(false);
    },
  );
});

describe('[CH9] its tally', () => {
  const answers = [
    { options: ['b', 'a'] },
    { options: ['a', 'b'] },
    { options: ['a'], other: 'Ann' },
    { abstain: true },
  ];
  const tally = recount(spec, answers) as MultipleTally;

  test('counts options, and how often each set of them was picked', () => {
    expect(tally).toEqual({
      ballots: 4,
      abstained: 1,
      counts: { a: 3, b: 2, c: 0 },
      other: 1,
      others: { Ann: 1 },
      patterns: { 'a b': 2, a: 1 },
    });
  });

  test('leaves the sets out for the room', () =>
    expect(multiple.forRoom(tally, NOTHING_SHOWN).patterns).toEqual({}));

  test('shares are of the ballots and add up to more than one', () => {
    const shares = multiple.results(spec, tally, room).options.map(({ share }) => share);
    expect(shares).toEqual([0.75, 0.5, 0, 0.25, 0.25]);
  });
});

test('the export has the labels in ballot order, and a column per option', () => {
  const answer = { options: ['c', 'a'], other: 'Ann' };
  expect(multiple.labels(spec, answer)).toEqual(['A', 'C', 'Ann']);
  expect(multiple.columns(spec)).toEqual(['A', 'B', 'C']);
  expect(multiple.row(spec, answer)).toEqual(['1', '0', '1']);
  expect(multiple.row(spec, { abstain: true })).toEqual(['', '', '']);
});

test('what an answer holds is named by its ids', () => {
  expect(multiple.pickedIds({ options: ['a', 'c'] })).toEqual(['a', 'c']);
  expect(multiple.pickedIds({ options: ['a'], other: 'Ann' })).toEqual(['a', 'other']);
  expect(multiple.pickedIds({ abstain: true })).toEqual(['abstain']);
});

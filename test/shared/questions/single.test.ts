import { describe, expect, test } from 'vitest';
import { single } from '../../../shared/questions/single.ts';
import { NOTHING_SHOWN } from '../../../shared/questions/written-text.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec, showing } from '../sample.ts';

const spec = aSpec('single', 3);
const plain = aSpec('single', 3, {});
const room = { joined: 10, roomSize: null };

describe('[CH2] an answer to a single choice', () => {
  test.each([{ option: 'a' }, { other: 'Ann' }, { abstain: true as const }])('%o is taken', (answer) => {
    expect(single.answer.parse(answer)).toEqual(answer);
    expect(single.refuses(spec, answer)).toEqual([]);
  });

  test.each([
    null,
    'a',
    [],
    {},
    { option: 1 },
    { option: null },
    { options: ['a'] },
    { option: 'a', other: 'Ann' },
    { option: 'a', abstain: true },
    { option: 'a', more: 1 },
    { other: '' },
    { other: ' \n ' },
    { other: 'x'.repeat(121) },
    { abstain: false },
    { abstain: 'true' },
  ])('[CH6] %o is not', (answer) => expect(single.answer.safeParse(answer).success).toBe(false));

  test('[CH4] "other" is trimmed', () =>
    expect(single.answer.parse({ other: ' Ann ' })).toEqual({ other: 'Ann' }));

  test('an option of another question is refused', () => {
    expect(single.refuses(spec, { option: 'zz' })).toMatchObject([{ path: 'option' }]);
  });

  test('words of one’s own and abstaining are refused where they are not offered', () => {
    expect(single.refuses(plain, { other: 'Ann' })).toMatchObject([{ path: 'other' }]);
    expect(single.refuses(plain, { abstain: true })).toMatchObject([{ path: 'abstain' }]);
  });
});

test('[CH6] settings it does not know are refused', () => {
  expect(single.settings.safeParse({ shuffle: true, other: false }).success).toBe(true);
  for (const wrong of [{ max: 2 }, { shuffle: 'yes' }, { why: 'yes' }, null])
    expect(single.settings.safeParse(wrong).success).toBe(false);
});

test('the room sees only those texts of "other" that were shown, and how many there are', () => {
  const tally = recount(spec, [{ other: 'Ann' }, { other: 'Bob' }, { other: 'Ann' }]) as ReturnType<
    typeof single.empty
  >;
  expect(single.forRoom(tally, showing('Ann'))).toMatchObject({ other: 3, others: { Ann: 2 } });
  expect(single.forRoom(tally, NOTHING_SHOWN)).toMatchObject({ other: 3, others: {} });
  expect(tally.others).toEqual({ Ann: 2, Bob: 1 });
});

test('rows stand in ballot order, "other" and abstentions after them where they are offered', () => {
  const answers = [{ option: 'b' }, { option: 'b' }, { other: 'Ann' }, { abstain: true }];
  const counts = single.results(
    spec,
    recount(spec, answers) as ReturnType<typeof single.empty>,
    room,
  ).options;
  expect(counts.map(({ id, count, share }) => [id, count, share])).toEqual([
    ['a', 0, 0],
    ['b', 2, 0.5],
    ['c', 0, 0],
    ['other', 1, 0.25],
    ['abstain', 1, 0.25],
  ]);
  expect(single.results(plain, single.empty(plain), room).options.map(({ id }) => id)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('the export says an answer in labels, and has no columns of its own', () => {
  expect(single.labels(spec, { option: 'b' })).toEqual(['B']);
  expect(single.labels(spec, { other: 'Ann' })).toEqual(['Ann']);
  expect(single.labels(spec, { abstain: true })).toEqual([]);
  expect([single.columns(spec), single.row(spec, { option: 'b' })]).toEqual([[], []]);
});

test('what an answer holds is named by its ids', () => {
  expect(single.pickedIds({ option: 'a' })).toEqual(['a']);
  expect(single.pickedIds({ other: 'Ann' })).toEqual(['other']);
  expect(single.pickedIds({ abstain: true })).toEqual(['abstain']);
});

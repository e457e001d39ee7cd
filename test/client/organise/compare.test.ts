import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuery, writeQuery } from '../../../client/organise/compare/compare-query.ts';
import { mayBeSaid } from '../../../client/organise/compare/comparison-words.ts';
import { differenceWords, shareAndRange } from '../../../shared/comparison/result-words.ts';
import type { PointDifference, PointOption } from '../../../shared/comparison/comparison.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('what is chosen stands in the address and comes back from it', () => {
  const id = fc.stringMatching(/^[0-9a-z]{5,20}$/);
  const query = fc.record({
    points: fc.array(id),
    base: fc.constantFrom('cast' as const, 'joined' as const, 'room' as const),
    options: fc.constantFrom(undefined, 'common' as const, 'all' as const),
    pairs: fc.array(fc.tuple(id, id).map((pair) => pair.join(','))),
    segment: fc.oneof(
      fc.constant(''),
      fc.tuple(id, id).map((pair) => pair.join(':')),
    ),
    option: fc.oneof(fc.constant(''), id),
  });
  fc.assert(
    fc.property(query, (chosen) => {
      expect(readQuery(writeQuery(chosen))).toEqual(chosen);
    }),
  );
});

test('at first nothing stands in the address, and nonsense in it is passed over', () => {
  expect(writeQuery(readQuery(''))).toBe('');
  expect(readQuery('?base=all&options=none&pair=one')).toEqual(readQuery(''));
});

const cell = (more: Partial<PointOption>): PointOption => ({
  optionId: 'a',
  state: 'counted',
  share: null,
  low: null,
  high: null,
  ...more,
});

test.each([
  [cell({ share: 0.46, low: 0.33, high: 0.6 }), '46 % (33–60)'],
  [cell({ share: 0.22, boundLow: 0.2, boundHigh: 0.4 }), '22 % (20–40)'],
  [cell({ state: 'given', low: 0.85, high: 0.95 }), '85–95 %'],
  [cell({ state: 'unreported', low: 0, high: 0.15 }), 'at most 15 %'],
  [cell({ count: 5 }), '5 votes'],
  [cell({ state: 'not-offered' }), '–'],
  [cell({ state: 'unknown' }), '?'],
])('a cell: %j', (option, words) => {
  expect(plain(shareAndRange(option))).toBe(words);
});

test('a difference has its range, and is only a range where one side is not exact', () => {
  const given = {
    optionId: 'a',
    clear: true,
    verdict: 'difference',
    shares: { from: null, to: null },
  } as const;
  expect(differenceWords({ ...given, difference: -0.24, low: -0.4, high: -0.07 })).toBe('−24 (−40 to −7)');
  expect(differenceWords({ ...given, difference: null, low: 0.1, high: 0.3 })).toBe('+10 to +30');
  expect(differenceWords({ ...given, difference: null, low: null, high: null })).toBe('?');
});

test('no word of a shift where the points are not marked alike', () => {
  const pair: PointDifference = {
    from: 'a',
    to: 'b',
    kind: 'two-groups',
    isAlike: false,
    unlike: ['other words'],
    reading: 'all',
    n: { from: 50, to: 78 },
    options: [
      {
        optionId: 'a',
        difference: 0,
        low: 0,
        high: 0,
        clear: false,
        verdict: 'chance',
        shares: { from: null, to: null },
      },
    ],
    test: null,
  };
  expect(mayBeSaid(pair)).toBe('A difference between these groups, never a shift: other words.');
  expect(mayBeSaid({ ...pair, isAlike: true, unlike: [] })).toContain('is a shift');
  expect(mayBeSaid({ ...pair, options: [], reason: 'Nobody answered.' })).toBe('Nobody answered.');
});

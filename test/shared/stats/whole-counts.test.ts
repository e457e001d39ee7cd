import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { wholeCounts } from '../../../shared/stats/whole-counts.ts';
import { parts } from './samples.ts';

test('38 % of 50 is 19', () => expect(wholeCounts([38], 50)).toEqual([19]));

test('a whole poll of 50: its counts come to 50', () => {
  expect(wholeCounts([38, 32, 20, 10], 50, 0, true)).toEqual([19, 16, 10, 5]);
  expect(wholeCounts([38, 32, 20, 8], 50, 0, true)).toMatchObject({ code: 'COUNTS_NOT_N' });
});

test('nobody and everybody', () => expect(wholeCounts([0, 100], 7)).toEqual([0, 7]));

test('one answer', () => {
  expect(wholeCounts([100], 1)).toEqual([1]);
  expect(wholeCounts([50], 1)).toMatchObject({ code: 'NO_COUNT_ROUNDS' });
});

test('37 % of 10 is no whole count', () => {
  expect(wholeCounts([37], 10)).toMatchObject({ code: 'NO_COUNT_ROUNDS' });
});

test('38 % of 500 may be several, 38.2 % is one', () => {
  expect(wholeCounts([38], 500)).toMatchObject({ code: 'SEVERAL_COUNTS_ROUND' });
  expect(wholeCounts([38.2], 500, 1)).toEqual([191]);
});

test('a half counts up and down: 1 of 8 is 12.5 %, reported as 13 % or 12 %', () => {
  expect(wholeCounts([13], 8)).toEqual([1]);
  expect(wholeCounts([12], 8)).toEqual([1]);
});

test('nothing reported, nobody asked', () => {
  expect(wholeCounts([], 8)).toMatchObject({ code: 'NOTHING_REPORTED' });
  expect(wholeCounts([0], 0)).toMatchObject({ code: 'NOBODY_ANSWERED' });
});

test.each([
  [[101], 50],
  [[-1], 50],
  [[NaN], 50],
  [[38], 50.5],
  [[38], -1],
])('%j of %d is the fault of the caller', (percentages, n) => {
  expect(() => wholeCounts(percentages, n)).toThrow(RangeError);
});

test('any count that is found is the one that was rounded; below 100 there always is one', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 2 }), ({ count, n }, decimals) => {
      const rounded = Number(((100 * count) / n).toFixed(decimals));
      const found = wholeCounts([rounded], n, decimals);
      if (isNoFigure(found)) return found.code === 'SEVERAL_COUNTS_ROUND' && n >= 100 * 10 ** decimals;
      return found[0] === count;
    }),
  );
});

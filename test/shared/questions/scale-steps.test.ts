import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  averageDecimals,
  binsOf,
  indexOf,
  isOnScale,
  placeOf,
  stepCount,
  valueAt,
} from '../../../shared/questions/scale-steps.ts';

const anyRange = fc
  .record({
    min: fc.integer({ min: -50, max: 50 }),
    steps: fc.integer({ min: 1, max: 400 }),
    step: fc.constantFrom(0.1, 0.25, 0.5, 1, 2, 5),
  })
  .map(({ min, steps, step }) => ({ min, step, max: min + steps * step }));

test.each([
  [{ min: 1, max: 5 }, 5],
  [{ min: -3, max: 3 }, 7],
  [{ min: 0, max: 1, step: 0.1 }, 11],
  [{ min: 0, max: 1000, step: 10 }, 101],
  [{ min: 0, max: 1, step: 0.3 }, 1 / 0.3 + 1],
])('%o has %d numbers', (range, count) => expect(stepCount(range)).toBeCloseTo(count, 10));

test('every step is on the scale and found again, and nothing between two is', () =>
  fc.assert(
    fc.property(anyRange, fc.nat(), (range, nth) => {
      const index = nth % stepCount(range);
      const value = valueAt(range, index);
      expect(isOnScale(range, value)).toBe(true);
      expect(indexOf(range, value)).toBe(index);
      expect(isOnScale(range, value + range.step / 2)).toBe(false);
    }),
  ));

test.each([0, 6, -1, 1.5, NaN])('%d is not on a scale from 1 to 5', (value) =>
  expect(isOnScale({ min: 1, max: 5 }, value)).toBe(false),
);

test('a sum that missed by a rounding error is on the scale', () =>
  expect(isOnScale({ min: 0, max: 1, step: 0.1 }, 0.1 + 0.2)).toBe(true));

test('up to eleven numbers have a column each', () =>
  expect(binsOf({ min: 0, max: 10 }).map(({ from, to }) => [from, to])).toEqual(
    Array.from({ length: 11 }, (_, at) => [at, at]),
  ));

test('more share round columns, and the last takes what is left over', () => {
  const bins = binsOf({ min: 0, max: 100 });
  expect(bins).toHaveLength(10);
  expect([bins[0], bins.at(-1)]).toEqual([
    { from: 0, to: 9 },
    { from: 90, to: 100 },
  ]);
});

test('for any scale: at most 12 columns, and every number is in exactly one', () =>
  fc.assert(
    fc.property(anyRange, fc.nat(), (range, nth) => {
      const bins = binsOf(range);
      const value = valueAt(range, nth % stepCount(range));
      expect(bins.length).toBeLessThanOrEqual(12);
      expect(bins.filter(({ from, to }) => value >= from && value <= to)).toHaveLength(1);
    }),
  ));

test('a place runs from one end to the other', () =>
  expect([1, 3, 5].map((value) => placeOf({ min: 1, max: 5 }, value))).toEqual([0, 0.5, 1]));

test.each([
  [1, 1],
  [10, 0],
  [5, 0],
  [0.5, 1],
  [0.1, 2],
  [100, 0],
])('steps of %d: an average has %d decimals', (step, decimals) =>
  expect(averageDecimals({ min: 0, max: 1000, step })).toBe(decimals),
);

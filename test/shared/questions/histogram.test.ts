import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countedNumbers,
  countNumber,
  summaryOf,
  type Histogram,
} from '../../../shared/questions/histogram.ts';

function histogramOf(values: readonly number[]): Histogram {
  const histogram: Histogram = {};
  for (const value of values) countNumber(histogram, value, 1);
  return histogram;
}

const anyValues = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 });

test('nothing given: no summary, no NaN', () => expect(summaryOf({})).toBeNull());

test('one number is its own mean and middle, and has no spread', () =>
  expect(summaryOf(histogramOf([4]))).toEqual({ n: 1, mean: 4, sd: null, lower: 4, median: 4, upper: 4 }));

test.each([
  { values: [1, 2, 3, 4], lower: 1.5, median: 2.5, upper: 3.5 },
  { values: [1, 2, 3, 4, 5], lower: 2, median: 3, upper: 4 },
  { values: [1, 2, 3, 4, 5, 6, 7], lower: 2, median: 4, upper: 6 },
  { values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], lower: 3, median: 5.5, upper: 8 },
])('quartiles of $values as R has them with type = 2', ({ values, ...quartiles }) =>
  expect(summaryOf(histogramOf(values))).toMatchObject(quartiles),
);

test('the spread is that of a sample', () =>
  expect(summaryOf(histogramOf([2, 4, 4, 4, 5, 5, 7, 9]))?.sd).toBeCloseTo(Math.sqrt(32 / 7), 12));

test('steps that are no whole numbers count as the number they stand for', () => {
  const histogram = histogramOf([0.1 + 0.2, 0.3, -0]);
  expect(countedNumbers(histogram)).toEqual([
    { value: 0, count: 1 },
    { value: 0.3, count: 2 },
  ]);
});

test('what is taken back leaves nothing, in whatever order it came', () =>
  fc.assert(
    fc.property(anyValues, anyValues, (kept, gone) => {
      const histogram = histogramOf([...gone, ...kept]);
      for (const value of gone) countNumber(histogram, value, -1);
      expect(histogram).toEqual(histogramOf(kept));
    }),
  ));

test('the middle half holds at least half of the answers, and the middle answer', () =>
  fc.assert(
    fc.property(anyValues, (values) => {
      const { lower, median, upper } = summaryOf(histogramOf(values)) ?? fail();
      expect(values.filter((value) => value >= lower && value <= upper).length * 2).toBeGreaterThanOrEqual(
        values.length,
      );
      expect(lower).toBeLessThanOrEqual(median);
      expect(upper).toBeGreaterThanOrEqual(median);
    }),
  ));

function fail(): never {
  throw new Error('no summary');
}

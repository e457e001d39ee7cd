import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianInterval, type Median, quartiles } from '../../../shared/stats/medians.ts';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { levels, values } from './samples.ts';

function ranks(n: number): number[] {
  return Array.from({ length: n }, (_, place) => place + 1);
}

function figure(of: readonly number[], level?: number): Median {
  const result = medianInterval(of, level);
  if (isNoFigure(result)) throw new Error(result.reason);
  return result;
}

// Campbell MJ, Gardner MJ (1988), BMJ 296:1454–1456, and Altman DG et al. (2000), Statistics with Confidence, Table 18.4:
// ranks and exact level of the 95 % interval for a median.
test.each([
  [6, 1, 6, 0.969],
  [10, 2, 9, 0.979],
  [20, 6, 15, 0.959],
  [30, 10, 21, 0.957],
  [50, 18, 33, 0.967],
])('of %i values the interval runs from number %i to number %i, exactly %f', (n, low, high, coverage) => {
  const result = figure(ranks(n));
  expect([result.low, result.high]).toEqual([low, high]);
  expect(result.coverage).toBeCloseTo(coverage, 3);
});

test('the level is the sum of binomial probabilities, counted in whole numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 60 }), (n) => {
      const { low, coverage } = figure(ranks(n));
      let ways = 1n;
      let outside = 0n;
      for (let k = 0; k < low; k += 1) {
        outside += ways;
        ways = (ways * BigInt(n - k)) / BigInt(k + 1);
      }
      expect(coverage).toBeCloseTo(1 - (2 * Number(outside)) / 2 ** n, 9);
      // One rank further in would not keep the level.
      expect(1 - (2 * Number(outside + ways)) / 2 ** n).toBeLessThan(0.95);
    }),
  );
});

// Hyndman & Fan (1996), definition 7, as R's quantile of 1 to 10: 3.25, 5.5, 7.75.
test('quartiles between neighbours', () => {
  expect(quartiles(ranks(10))).toEqual({ lower: 3.25, median: 5.5, upper: 7.75 });
  expect(quartiles([9, 1, 5])).toEqual({ lower: 3, median: 5, upper: 7 });
  expect(quartiles([4])).toEqual({ lower: 4, median: 4, upper: 4 });
  expect(quartiles([])).toBeUndefined();
});

describe('at the ends', () => {
  test('nobody, and too few at 95 %, have no interval', () => {
    expect(medianInterval([])).toMatchObject({ code: 'NOBODY_ANSWERED' });
    for (const n of [1, 2, 5]) expect(medianInterval(ranks(n))).toMatchObject({ code: 'TOO_FEW_ANSWERS' });
    expect(figure(ranks(5), 0.9).coverage).toBeCloseTo(0.9375, 12);
  });

  test('all the same: that value at both ends', () => {
    expect(figure([3, 3, 3, 3, 3, 3, 3])).toMatchObject({ median: 3, low: 3, high: 3 });
  });
});

test('for any values it is of two of them, holds the median, keeps the level and widens with it', () => {
  fc.assert(
    fc.property(values, levels, levels, (of, one, other) => {
      const [narrow, wide] = [Math.min(one, other), Math.max(one, other)].map((level) => ({
        level,
        result: medianInterval(of, level),
      }));
      if (!narrow || !wide || isNoFigure(narrow.result)) return;
      expect(of).toContain(narrow.result.low);
      expect(of).toContain(narrow.result.high);
      expect(narrow.result.low <= narrow.result.median && narrow.result.median <= narrow.result.high).toBe(
        true,
      );
      expect(narrow.result.coverage).toBeGreaterThanOrEqual(narrow.level - 1e-12);
      if (isNoFigure(wide.result)) return;
      expect(wide.result.low <= narrow.result.low && narrow.result.high <= wide.result.high).toBe(true);
    }),
  );
});

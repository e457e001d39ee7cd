import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { turned } from '../../../shared/stats/difference.ts';
import { newcombePaired, type PairCounts } from '../../../shared/stats/newcombe-paired.ts';
import { levels, pairs } from './samples.ts';

/** Newcombe's table: a both, b only the one, c only the other, d neither; his difference is b's less c's. */
function pairsAs(both: number, onlySecond: number, onlyFirst: number, neither: number): PairCounts {
  return { both, onlyFirst, onlySecond, neither };
}

// Newcombe RG (1998), Improved confidence intervals for the difference between binomial proportions based on paired
// data, Stat Med 17:2635–2650, table of examples, method 10.
test.each([
  [36, 12, 2, 0, 0.0569, 0.3404],
  [18, 12, 2, 18, 0.0562, 0.329],
  [53, 0, 0, 1, -0.0729, 0.0729],
  [0, 30, 0, 0, 0.8395, 1],
])('%i, %i, %i, %i as Newcombe 1998, method 10: %f to %f', (a, b, c, d, low, high) => {
  const interval = newcombePaired(pairsAs(a, b, c, d));
  expect(interval?.difference).toBe((b - c) / (a + b + c + d));
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

// Altman DG et al. (2000), Statistics with Confidence, 2nd ed., Table 6.2; Fagerland MW, Lydersen S, Laake P (2017),
// Statistical Analysis of Contingency Tables, ch. 8 (Cavo et al.).
test.each([
  [14, 5, 0, 22, 0.011, 0.226, 3],
  [59, 6, 16, 80, -0.1186, -0.0046, 4],
])('%i, %i, %i, %i as in the textbooks: %f to %f', (a, b, c, d, low, high, digits) => {
  const interval = newcombePaired(pairsAs(a, b, c, d));
  expect(interval?.low).toBeCloseTo(low, digits);
  expect(interval?.high).toBeCloseTo(high, digits);
});

// Agresti A (2013), Categorical Data Analysis, § 11.1: ratings of performance, 1600 people asked twice; to the two
// digits to which the large-sample interval there and the score interval agree.
test('944 and 880 of the same 1600 approve: −0.06 to −0.02', () => {
  const interval = newcombePaired({ both: 794, onlyFirst: 150, onlySecond: 86, neither: 570 });
  expect(interval?.difference).toBe(-0.04);
  expect(interval?.low).toBeCloseTo(-0.06, 2);
  expect(interval?.high).toBeCloseTo(-0.02, 2);
});

test('there is none without pairs', () => {
  expect(newcombePaired({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toBeUndefined();
});

test.each([-1, 0.5, NaN, Infinity])('%d pairs are the fault of the caller', (both) => {
  expect(() => newcombePaired({ both, onlyFirst: 0, onlySecond: 0, neither: 1 })).toThrow(RangeError);
});

describe('for any pairs', () => {
  test('it lies within −1 to 1 and holds its difference', () => {
    fc.assert(
      fc.property(pairs, levels, (counts, level) => {
        const { difference, low, high } = newcombePaired(counts, level) ?? {
          difference: NaN,
          low: NaN,
          high: NaN,
        };
        return -1 <= low && low <= difference && difference <= high && high <= 1;
      }),
    );
  });

  test('the second time first, it is turned', () => {
    fc.assert(
      fc.property(pairs, levels, (counts, level) => {
        const there = newcombePaired(counts, level);
        const swapped = { ...counts, onlyFirst: counts.onlySecond, onlySecond: counts.onlyFirst };
        const back = newcombePaired(swapped, level);
        const turnedBack = back && turned(back);
        expect(turnedBack?.low).toBeCloseTo(there?.low ?? NaN, 12);
        expect(turnedBack?.high).toBeCloseTo(there?.high ?? NaN, 12);
      }),
    );
  });

  test('a higher level makes it no narrower', () => {
    fc.assert(
      fc.property(pairs, levels, levels, (counts, one, other) => {
        const narrow = newcombePaired(counts, Math.min(one, other));
        const wide = newcombePaired(counts, Math.max(one, other));
        if (!narrow || !wide) return false;
        return wide.low <= narrow.low + 1e-12 && narrow.high <= wide.high + 1e-12;
      }),
    );
  });
});

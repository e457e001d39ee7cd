import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zOf } from '../../../shared/stats/level.ts';
import { tango } from '../../../shared/stats/tango.ts';
import { levels, pairs } from './samples.ts';

// 1 and 7 of 21: Fagerland MW, Lydersen S, Laake P (2014), Stat Med 33:2850–2875, Table V. 6 and 16 of 161: the same
// (2017), Statistical Analysis of Contingency Tables, ch. 8. 25 and 2 of 102: Tango's interval of the trial re-analysed
// in PMC10763857, Table 2. 0 and 1 of 44 at 90 %: the cross-over trial of Tango (1998).
test.each([
  [1, 7, 21, 0.95, -0.517, -0.026, 3],
  [6, 16, 161, 0.95, -0.124, -0.0054, 4],
  [25, 2, 102, 0.95, 0.139, 0.321, 3],
  [0, 1, 44, 0.9, -0.096, 0.037, 3],
])('%i and %i of %i at %f as published: %f to %f', (a, b, n, level, low, high, digits) => {
  const interval = tango(a, b, n, level);
  expect(interval?.difference).toBe((a - b) / n);
  expect(interval?.low).toBeCloseTo(low, digits);
  expect(interval?.high).toBeCloseTo(high, digits);
});

describe('at the ends', () => {
  test('n = 0 has none', () => expect(tango(0, 0, 0)).toBeUndefined());

  test('all of one kind ends at exactly 1', () => {
    expect(tango(30, 0, 30)?.high).toBe(1);
    expect(tango(0, 30, 30)?.low).toBe(-1);
  });

  test('n = 1 is defined', () => {
    expect(tango(1, 0, 1)?.high).toBe(1);
    expect(tango(0, 0, 1)?.difference).toBe(0);
  });

  // Without a or b the score test reads n·δ/(1 − δ) = z², so that δ = z²/(n + z²).
  test('nobody on either side: ±z²/(n + z²)', () => {
    const zz = zOf(0.95) ** 2;
    expect(tango(0, 0, 30)?.high).toBeCloseTo(zz / (30 + zz), 12);
    expect(tango(0, 0, 30)?.low).toBeCloseTo(-zz / (30 + zz), 12);
  });

  test.each([
    [2, 2, 3],
    [-1, 2, 3],
    [NaN, 0, 3],
  ])('%d and %d of %d are the fault of the caller', (a, b, n) => {
    expect(() => tango(a, b, n)).toThrow(RangeError);
  });
});

describe('for any counts', () => {
  test('it lies within −1 to 1 and holds its difference', () => {
    fc.assert(
      fc.property(pairs, levels, ({ both, onlyFirst, onlySecond, neither }, level) => {
        const interval = tango(onlyFirst, onlySecond, both + onlyFirst + onlySecond + neither, level);
        const { difference, low, high } = interval ?? { difference: NaN, low: NaN, high: NaN };
        return -1 <= low && low <= difference && difference <= high && high <= 1 && low < high;
      }),
    );
  });

  test('a higher level makes it no narrower', () => {
    fc.assert(
      fc.property(pairs, levels, levels, ({ both, onlyFirst, onlySecond, neither }, one, other) => {
        const n = both + onlyFirst + onlySecond + neither;
        const narrow = tango(onlyFirst, onlySecond, n, Math.min(one, other));
        const wide = tango(onlyFirst, onlySecond, n, Math.max(one, other));
        if (!narrow || !wide) return false;
        return wide.low <= narrow.low + 1e-12 && narrow.high <= wide.high + 1e-12;
      }),
    );
  });

  // The score test from its definition: the most likely shares under a difference are found by search, no closed form.
  test('its ends are the differences that the score test just does not refuse', () => {
    const small = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), fc.nat(40));
    fc.assert(
      fc.property(small, ([a, b, rest]) => {
        const n = a + b + rest;
        const { low, high } = tango(a, b, n) ?? { low: NaN, high: NaN };
        for (const end of [low, high])
          expect(Math.abs(scoreBySearch(a, b, n, end))).toBeCloseTo(zOf(0.95), 4);
      }),
      { numRuns: 30 },
    );
  });
});

function scoreBySearch(a: number, b: number, n: number, delta: number): number {
  const likelihood = (q: number) =>
    a * Math.log(q + delta) + b * Math.log(q) + (n - a - b) * Math.log(Math.max(1e-300, 1 - 2 * q - delta));
  let low = Math.max(0, -delta) + 1e-15;
  let high = (1 - delta) / 2 - 1e-15;
  for (let third = 0; third < 300; third += 1) {
    const left = low + (high - low) / 3;
    const right = high - (high - low) / 3;
    if (likelihood(left) < likelihood(right)) low = left;
    else high = right;
  }
  const q = (low + high) / 2;
  return (a - b - n * delta) / Math.sqrt(n * (2 * q + delta - delta * delta));
}

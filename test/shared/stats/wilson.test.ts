import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson, Z_95 } from '../../../shared/stats/wilson.ts';

// Newcombe RG (1998), Two-sided confidence intervals for the single proportion, Stat Med 17:857–872, Table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('[WI1] %i of %i as Newcombe 1998, Table I, method 3: %f to %f', (count, n, low, high) => {
  const interval = wilson(count, n);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

describe('[WI1] at the ends', () => {
  test('n = 0 has none', () => expect(wilson(0, 0)).toBeUndefined());

  test('0 of n begins at exactly 0, n of n ends at exactly 1', () => {
    expect(wilson(0, 7)?.low).toBe(0);
    expect(wilson(7, 7)?.high).toBe(1);
  });
});

const counts = fc.integer({ min: 1, max: 100_000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

describe('[WI1] for any count of any n', () => {
  test('it lies within 0 to 1 and holds its share', () => {
    fc.assert(
      fc.property(counts, ([count, n]) => {
        const { low, high } = wilson(count, n) ?? { low: NaN, high: NaN };
        return 0 <= low && low <= count / n && count / n <= high && high <= 1 && low < high;
      }),
    );
  });

  test('those who chose and those who did not mirror each other', () => {
    fc.assert(
      fc.property(counts, ([count, n]) => {
        expect(wilson(n - count, n)?.low).toBeCloseTo(1 - (wilson(count, n)?.high ?? NaN), 12);
      }),
    );
  });

  test('its ends are the shares that the score test just does not refuse', () => {
    fc.assert(
      fc.property(counts, ([count, n]) => {
        fc.pre(count > 0 && count < n);
        const { low, high } = wilson(count, n) ?? { low: NaN, high: NaN };
        for (const end of [low, high])
          expect(Math.abs(count / n - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(Z_95, 6);
      }),
    );
  });
});

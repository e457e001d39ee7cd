import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mcnemar } from '../../../shared/stats/mcnemar.ts';
import { pairs } from './samples.ts';

function changed(onlyFirst: number, onlySecond: number, others = 0): number {
  return mcnemar({ both: others, onlyFirst, onlySecond, neither: others });
}

// Fagerland MW, Lydersen S, Laake P (2013), BMC Med Res Methodol 13:91 (1 and 7: exact conditional test), and (2017),
// Statistical Analysis of Contingency Tables, ch. 8 (6 and 16).
test.each([
  [1, 7, 0.0703, 4],
  [6, 16, 0.052479, 6],
])('%i one way and %i the other: p = %f as published', (one, other, p, digits) => {
  expect(changed(one, other)).toBeCloseTo(p, digits);
});

test('nobody changed, one changed, as many either way: p = 1', () => {
  expect(changed(0, 0, 5)).toBe(1);
  expect(changed(0, 0)).toBe(1);
  expect(changed(1, 0)).toBe(1);
  expect(changed(4, 4)).toBe(1);
});

test('all changed one way: p = 2 / 2ⁿ', () => expect(changed(0, 10)).toBeCloseTo(2 / 1024, 14));

test('it is the sum of binomial probabilities, counted in whole numbers', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), (one, other) => {
      expect(changed(one, other)).toBeCloseTo(exactly(one, other), 10);
    }),
  );
});

test('for any pairs it lies within 0 to 1 and does not mind which time was first', () => {
  fc.assert(
    fc.property(pairs, (counts) => {
      const p = mcnemar(counts);
      const swapped = mcnemar({ ...counts, onlyFirst: counts.onlySecond, onlySecond: counts.onlyFirst });
      return 0 <= p && p <= 1 && p === swapped;
    }),
  );
});

function exactly(one: number, other: number): number {
  const n = one + other;
  let ways = 1n;
  let tail = 0n;
  for (let k = 0; k <= Math.min(one, other); k += 1) {
    tail += ways;
    ways = (ways * BigInt(n - k)) / BigInt(k + 1);
  }
  return Math.min(1, (2 * Number(tail)) / 2 ** n);
}

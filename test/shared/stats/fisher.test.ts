import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fisher, type TwoByTwo } from '../../../shared/stats/fisher.ts';

// The lady tasting tea: Fisher RA (1935), The Design of Experiments, ch. II; p as in Agresti A (2013), Categorical Data
// Analysis, § 3.5. Convictions of twins: Fisher RA (1962), Australian Journal of Statistics 4:41; p as in the
// documentation of R's fisher.test.
test.each<[string, TwoByTwo, number, number]>([
  [
    'three cups of four',
    [
      [3, 1],
      [1, 3],
    ],
    0.4857,
    4,
  ],
  [
    'all four cups',
    [
      [4, 0],
      [0, 4],
    ],
    2 / 70,
    12,
  ],
  [
    'convictions of twins',
    [
      [2, 10],
      [15, 3],
    ],
    0.0005367,
    7,
  ],
])('%s', (_, table, p, digits) => expect(fisher(table)).toBeCloseTo(p, digits));

test('a margin of 0 leaves one table, and p = 1', () => {
  expect(
    fisher([
      [0, 0],
      [0, 0],
    ]),
  ).toBe(1);
  expect(
    fisher([
      [0, 0],
      [3, 4],
    ]),
  ).toBe(1);
  expect(
    fisher([
      [3, 0],
      [4, 0],
    ]),
  ).toBe(1);
  expect(
    fisher([
      [1, 0],
      [0, 0],
    ]),
  ).toBe(1);
});

test.each([-1, 0.5, NaN])('%d is no count', (count) => {
  expect(() =>
    fisher([
      [count, 1],
      [1, 1],
    ]),
  ).toThrow(RangeError);
});

const small = fc.nat(12);
test('it is the share of all tables with these margins, counted in whole numbers', () => {
  fc.assert(
    fc.property(small, small, small, small, (a, b, c, d) => {
      expect(
        fisher([
          [a, b],
          [c, d],
        ]),
      ).toBeCloseTo(counted(a, b, c, d), 9);
    }),
  );
});

const large = fc.oneof(fc.nat(20), fc.nat(2_000), fc.nat(1_000_000));
test('for any table p lies within 0 to 1, and turning the table changes nothing', () => {
  fc.assert(
    fc.property(large, large, large, large, (a, b, c, d) => {
      const p = fisher([
        [a, b],
        [c, d],
      ]);
      expect(p >= 0 && p <= 1).toBe(true);
      expect(
        fisher([
          [a, c],
          [b, d],
        ]),
      ).toBeCloseTo(p, 9);
      expect(
        fisher([
          [d, c],
          [b, a],
        ]),
      ).toBeCloseTo(p, 9);
    }),
    { numRuns: 50 },
  );
});

function counted(a: number, b: number, c: number, d: number): number {
  const ways = (k: number) => choose(a + b, k) * choose(c + d, a + c - k);
  let asFar = 0n;
  let all = 0n;
  for (let k = 0; k <= a + c; k += 1) {
    all += ways(k);
    if (ways(k) <= ways(a)) asFar += ways(k);
  }
  return Number(asFar) / Number(all);
}

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let i = 0; i < k; i += 1) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
  return ways;
}

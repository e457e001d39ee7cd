import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquare, type Table } from '../../../shared/stats/chi-square.ts';
import { fisher } from '../../../shared/stats/fisher.ts';
import { monteCarlo } from '../../../shared/stats/monte-carlo.ts';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { hypergeometric, randomTable } from '../../../shared/stats/random-table.ts';
import { seededRandom } from '../../../shared/stats/random.ts';
import { tables } from './samples.ts';

function pOf(result: ReturnType<typeof monteCarlo> | ReturnType<typeof chiSquare>): number {
  if (isNoFigure(result)) throw new Error(result.reason);
  return result.p;
}

test('Fisher’s tea by draws: 0.4857 to within what 10,000 draws allow', () => {
  expect(
    Math.abs(
      pOf(
        monteCarlo([
          [3, 1],
          [1, 3],
        ]),
      ) - 0.4857,
    ),
  ).toBeLessThan(0.015);
});

// X² and the two-sided point probability order the tables of equal rows alike.
test('two by two with equal rows: Fisher’s p, to within what 10,000 draws allow', () => {
  for (const [a, c] of [
    [2, 9],
    [5, 9],
    [0, 4],
  ] as const) {
    const p = pOf(
      monteCarlo([
        [a, 20 - a],
        [c, 20 - c],
      ]),
    );
    expect(
      Math.abs(
        p -
          fisher([
            [a, 20 - a],
            [c, 20 - c],
          ]),
      ),
    ).toBeLessThan(0.02);
  }
});

test('two by three: p as by going through every table', () => {
  const table = [
    [4, 1, 2],
    [1, 5, 3],
  ];
  expect(Math.abs(pOf(monteCarlo(table)) - byAllTables(table))).toBeLessThan(0.015);
});

test('many answers: p as of chi-square', () => {
  const table = [
    [30_000, 41_000, 29_000],
    [30_400, 40_900, 28_700],
  ];
  expect(Math.abs(pOf(monteCarlo(table)) - pOf(chiSquare(table)))).toBeLessThan(0.02);
});

test('the same counts give the same p, another seed another one', () => {
  const table = [
    [4, 1, 2],
    [1, 5, 3],
  ];
  expect(monteCarlo(table)).toEqual(monteCarlo(table));
  expect(pOf(monteCarlo(table, 999, 1))).not.toBe(pOf(monteCarlo(table, 999, 2)));
});

test('never 0: nothing as far in 10,000 draws is 1/10,001', () => {
  expect(
    pOf(
      monteCarlo([
        [500, 0, 1],
        [0, 500, 1],
      ]),
    ),
  ).toBe(1 / 10_001);
});

test('one option has no test', () => {
  expect(monteCarlo([[3], [4]])).toMatchObject({ code: 'NOTHING_TO_COMPARE' });
});

test('for any table p is above 0 and at most 1', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const result = monteCarlo(table, 50);
      return isNoFigure(result) || (result.p >= 1 / 51 && result.p <= 1);
    }),
  );
});

describe('a random table', () => {
  test('has the sums it is asked for', () => {
    fc.assert(
      fc.property(tables, fc.integer(), (table, seed) => {
        const rows = table.map(sum);
        const columns = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));
        const drawn = randomTable(rows, columns, seededRandom(seed));
        expect(drawn.map(sum)).toEqual(rows);
        expect(columns.map((_, column) => sum(drawn.map((row) => row[column] ?? 0)))).toEqual(columns);
        expect(drawn.flat().every((count) => count >= 0)).toBe(true);
      }),
    );
  });

  test.each([
    [4, 5, 10],
    [300, 700, 2_000],
    [20_000, 40_000, 100_000],
  ])('%i drawn of %i marked among %i: mean and variance of the distribution', (drawn, marked, all) => {
    const random = seededRandom(7);
    const counts = Array.from({ length: 20_000 }, () => hypergeometric(drawn, marked, all, random));
    const mean = sum(counts) / counts.length;
    const variance = sum(counts.map((count) => (count - mean) ** 2)) / counts.length;
    const share = marked / all;
    const expected = drawn * share * (1 - share) * ((all - drawn) / (all - 1));
    expect(Math.abs(mean - drawn * share)).toBeLessThan(4 * Math.sqrt(expected / counts.length));
    expect(variance / expected).toBeGreaterThan(0.95);
    expect(variance / expected).toBeLessThan(1.05);
  });
});

/** p of X² over all 2 × 3 tables with the margins, each as often as it comes up. */
function byAllTables(table: Table): number {
  const rows = table.map(sum);
  const columns = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  const [x = 0, y = 0, z = 0] = columns;
  const seen = statisticOf(table);
  let asFar = 0;
  let all = 0;
  for (let a = 0; a <= x; a += 1)
    for (let b = 0; b <= y; b += 1) {
      const c = (rows[0] ?? 0) - a - b;
      if (c < 0 || c > z) continue;
      const weight = choose(x, a) * choose(y, b) * choose(z, c);
      all += weight;
      if (
        statisticOf([
          [a, b, c],
          [x - a, y - b, z - c],
        ]) >=
        seen - 1e-9
      )
        asFar += weight;
    }
  return asFar / all;
}

function statisticOf(table: Table): number {
  const result = chiSquare(table);
  return isNoFigure(result) ? 0 : result.statistic;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i += 1) ways = (ways * (n - i)) / (i + 1);
  return ways;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquare, type ChiSquare, type Table } from '../../../shared/stats/chi-square.ts';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { tables } from './samples.ts';

function figure(table: Table): ChiSquare {
  const result = chiSquare(table);
  if (isNoFigure(result)) throw new Error(result.reason);
  return result;
}

// Agresti A (2007), An Introduction to Categorical Data Analysis, 2nd ed., Table 2.5: gender and party identification,
// X² = 30.1 with df = 2; with more digits in the documentation of R's chisq.test.
test('gender and party as Agresti: X² = 30.07, df = 2, p = 2.954e-07', () => {
  const { statistic, df, p } = figure([
    [762, 327, 468],
    [484, 239, 477],
  ]);
  expect(statistic).toBeCloseTo(30.07, 2);
  expect(df).toBe(2);
  expect(p).toBeCloseTo(2.954e-7, 10);
});

// Agresti A (2007), Table 2.3: aspirin and heart attacks, X² = 25.0 with df = 1.
test('aspirin and heart attacks as Agresti: X² = 25.0, df = 1', () => {
  const { statistic, df } = figure([
    [189, 10845],
    [104, 10933],
  ]);
  expect(statistic).toBeCloseTo(25.0, 1);
  expect(df).toBe(1);
});

// Critical values as printed in any table.
test.each([
  [3.841, 1],
  [5.991, 2],
  [7.815, 3],
])('5 %% of the time X² is above %f with df = %i', (statistic, df) => {
  const columns = df + 1;
  const { p, ...found } = figure(tableWith(statistic, columns));
  expect(found.df).toBe(df);
  expect(found.statistic).toBeCloseTo(statistic, 3);
  expect(p).toBeCloseTo(0.05, 4);
});

test('two rooms apart altogether: V = 1; alike: X² = 0, V = 0, p = 1', () => {
  expect(
    figure([
      [7, 0],
      [0, 5],
    ]).cramersV,
  ).toBeCloseTo(1, 12);
  expect(
    figure([
      [10, 20],
      [5, 10],
    ]),
  ).toMatchObject({ statistic: 0, cramersV: 0, p: 1 });
});

describe('there is none', () => {
  test.each([
    ['without a table', []],
    ['with one room', [[3, 4]]],
    ['with one option', [[3], [4]]],
    [
      'with one option that was chosen',
      [
        [3, 0],
        [4, 0],
      ],
    ],
    [
      'where one room is empty',
      [
        [3, 4],
        [0, 0],
      ],
    ],
    [
      'where nobody answered',
      [
        [0, 0],
        [0, 0],
      ],
    ],
  ])('%s', (_, table) => expect(chiSquare(table)).toMatchObject({ code: 'NOTHING_TO_COMPARE' }));
});

test('options nobody chose, and rooms without answers, change nothing', () => {
  expect(
    chiSquare([
      [3, 0, 4],
      [0, 0, 0],
      [9, 0, 1],
    ]),
  ).toEqual(
    chiSquare([
      [3, 4],
      [9, 1],
    ]),
  );
});

test.each([
  [[[1, 2], [3]]],
  [
    [
      [1, -2],
      [3, 4],
    ],
  ],
  [
    [
      [1, 0.5],
      [3, 4],
    ],
  ],
  [
    [
      [1, NaN],
      [3, 4],
    ],
  ],
])('%j is the fault of the caller', (table) => expect(() => chiSquare(table)).toThrow(RangeError));

test('for any table p and V lie within 0 to 1, and turning it over changes neither', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const result = chiSquare(table);
      if (isNoFigure(result)) return;
      expect(result.p >= 0 && result.p <= 1 && result.cramersV >= 0 && result.cramersV <= 1).toBe(true);
      const over = figure((table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? 0)));
      expect(over.statistic).toBeCloseTo(result.statistic, 6);
      expect(over.cramersV).toBeCloseTo(result.cramersV, 9);
    }),
  );
});

/** Two rooms, 2d of the one having gone from the second option to the first, so that X² = 4d²/e with e in each cell. */
function tableWith(statistic: number, columns: number): Table {
  const each = 1_000_000_000;
  const shift = Math.round(Math.sqrt(statistic * each) / 2);
  const even = Array.from({ length: columns }, () => each);
  return [even, [each + 2 * shift, each - 2 * shift, ...even.slice(2)]];
}

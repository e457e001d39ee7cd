import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { type NoFigure, noFigure } from './no-figure.ts';

/** Counts by rows (the rooms) and columns (the options), every row of the same length. */
export type Table = readonly (readonly number[])[];

/** A table of which every row and every column holds something, with its margins. */
export interface Margins {
  table: number[][];
  rows: number[];
  columns: number[];
  n: number;
}

export interface ChiSquare {
  /** Pearson's X². */
  statistic: number;
  df: number;
  /** 0 to 1; below 1e-15 it is 0. */
  p: number;
  /** 0 (the rooms answered alike) to 1. */
  cramersV: number;
  /** The smallest count that would be expected if the rooms answered alike. */
  leastExpected: number;
}

/**
 * Pearson's chi-square test of a table, without continuity correction, with Cramér's V. Rows and columns of zeros do not
 * count; where less than two of each are left there is none.
 * Sources: Pearson K (1900), Phil Mag 50:157–175; Cramér H (1946), Mathematical Methods of Statistics, § 21.9.
 */
export function chiSquare(table: Table): ChiSquare | NoFigure {
  const margins = marginsOf(table);
  if (!margins) return noFigure('NOTHING_TO_COMPARE');
  const { rows, columns, n } = margins;
  const statistic = pearson(margins);
  const df = (rows.length - 1) * (columns.length - 1);
  return {
    statistic,
    df,
    p: Math.max(0, 1 - chiSquareCdf(statistic, df)),
    cramersV: cramersV(statistic, margins),
    leastExpected: (Math.min(...rows) * Math.min(...columns)) / n,
  };
}

/** The table without rows and columns of zeros; undefined where less than two of each are left. */
export function marginsOf(table: Table): Margins | undefined {
  const width = table[0]?.length ?? 0;
  for (const row of table) {
    if (row.length !== width) throw new RangeError('The rows of a table are of one length.');
    for (const count of row)
      if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`There is no count of ${count}.`);
  }
  const held = table.filter((row) => row.some((count) => count > 0));
  const used = Array.from({ length: width }, (_, column) => column).filter((column) =>
    held.some((row) => (row[column] ?? 0) > 0),
  );
  if (held.length < 2 || used.length < 2) return undefined;
  const kept = held.map((row) => used.map((column) => row[column] ?? 0));
  const rows = kept.map(sum);
  const columns = used.map((_, column) => sum(kept.map((row) => row[column] ?? 0)));
  return { table: kept, rows, columns, n: sum(rows) };
}

/** X² of a table with these margins. */
export function pearson({ table, rows, columns, n }: Margins): number {
  let statistic = 0;
  for (const [i, row] of table.entries())
    for (const [j, count] of row.entries()) {
      const expected = ((rows[i] ?? 0) * (columns[j] ?? 0)) / n;
      statistic += (count - expected) ** 2 / expected;
    }
  return statistic;
}

/** X² as a strength, 0 to 1. */
export function cramersV(statistic: number, { rows, columns, n }: Margins): number {
  return Math.min(1, Math.sqrt(statistic / (n * (Math.min(rows.length, columns.length) - 1))));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

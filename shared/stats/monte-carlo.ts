import { cramersV, marginsOf, pearson, type Table } from './chi-square.ts';
import { type NoFigure, noFigure } from './no-figure.ts';
import { randomTable } from './random-table.ts';
import { seededRandom } from './random.ts';

/** Tables drawn, and the seed: the same counts always give the same p. */
const DRAWS = 10_000;
const SEED = 20_190_213;

/** A table as far as the one seen counts as such in spite of rounding. */
const AS_FAR = 1 - 1e-7;

export interface MonteCarlo {
  /** Pearson's X². */
  statistic: number;
  /** 1/(draws + 1) to 1. */
  p: number;
  cramersV: number;
}

/**
 * Pearson's X² of a table against random tables with the same margins: p = (b + 1)/(B + 1), b of B tables being as far
 * from alike. For tables whose expected counts are too small for the chi-square distribution. None where less than two
 * rooms or two options hold answers.
 * Sources: Hope ACA (1968), J R Stat Soc B 30:582–598; Davison AC, Hinkley DV (1997), Bootstrap Methods, § 4.2.
 */
export function monteCarlo(table: Table, draws = DRAWS, seed = SEED): MonteCarlo | NoFigure {
  const margins = marginsOf(table);
  if (!margins) return noFigure('NOTHING_TO_COMPARE');
  const statistic = pearson(margins);
  const random = seededRandom(seed);
  let asFar = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = randomTable(margins.rows, margins.columns, random);
    if (pearson({ ...margins, table: drawn }) >= statistic * AS_FAR) asFar += 1;
  }
  return { statistic, p: (asFar + 1) / (draws + 1), cramersV: cramersV(statistic, margins) };
}

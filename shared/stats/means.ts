import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { PLAIN_LEVEL, tailOf } from './level.ts';
import { type NoFigure, noFigure } from './no-figure.ts';
import type { Interval } from './wilson.ts';

/** What a mean and its interval are made of, in the unit of the values; sd divides by n − 1, undefined below two values. */
export interface Summary {
  n: number;
  mean: number;
  sd: number | undefined;
}

export interface Mean extends Interval {
  mean: number;
}

/**
 * n, mean and standard deviation of values; undefined without any. In one pass that does not lose digits.
 * Source: Welford BP (1962), Technometrics 4:419–420.
 */
export function summaryOf(values: Iterable<number>): Summary | undefined {
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    n += 1;
    const before = value - mean;
    mean += before / n;
    squares += before * (value - mean);
  }
  if (n === 0) return undefined;
  return { n, mean, sd: n < 2 ? undefined : Math.sqrt(squares / (n - 1)) };
}

/**
 * Student's t interval for a mean, in the unit of the values. One value has none, nor have values that are all the same:
 * an interval of no width would claim what it cannot know.
 * Source: Student (1908), Biometrika 6:1–25.
 */
export function meanInterval(summary: Summary | undefined, level = PLAIN_LEVEL): Mean | NoFigure {
  if (!summary || summary.n === 0) return noFigure('NOBODY_ANSWERED');
  const { n, mean, sd } = summary;
  if (n === 1 || sd === undefined) return noFigure('ONE_ANSWER');
  if (sd === 0) return noFigure('ALL_THE_SAME');
  const half = (tOf(level, n - 1) * sd) / Math.sqrt(n);
  return { mean, low: mean - half, high: mean + half };
}

/** The t of a two-sided interval at a level between 0 and 1; degrees of freedom above 0, not necessarily whole. */
export function tOf(level: number, df: number): number {
  return -tQuantile(tailOf(level), df);
}

import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { PLAIN_LEVEL, tailOf } from './level.ts';
import { type NoFigure, noFigure } from './no-figure.ts';
import type { Interval } from './wilson.ts';

export interface Quartiles {
  lower: number;
  median: number;
  upper: number;
}

export interface Median extends Interval {
  median: number;
  /** How sure the interval is at least, 0 to 1; not below the level that was asked for. */
  coverage: number;
}

/**
 * Quartiles and median, in the unit of the values, interpolated between neighbours; undefined without values.
 * Source: Hyndman RJ, Fan Y (1996), Am Stat 50:361–365, definition 7.
 */
export function quartiles(values: readonly number[]): Quartiles | undefined {
  if (values.length === 0) return undefined;
  const sorted = inOrder(values);
  return { lower: between(sorted, 0.25), median: between(sorted, 0.5), upper: between(sorted, 0.75) };
}

/**
 * The median with its order-statistic interval: from the kth smallest to the kth largest value, with the largest k that
 * keeps the level, whatever the distribution. Below 6 values there is none at 95 %. Values all the same give that value
 * at both ends.
 * Source: Thompson WR (1936), Ann Math Stat 7:122–128; David HA, Nagaraja HN (2003), Order Statistics, § 7.1.
 */
export function medianInterval(values: readonly number[], level = PLAIN_LEVEL): Median | NoFigure {
  const n = values.length;
  if (n === 0) return noFigure('NOBODY_ANSWERED');
  const rank = rankOf(n, tailOf(level));
  if (rank === 0) return noFigure('TOO_FEW_ANSWERS');
  const sorted = inOrder(values);
  return {
    median: between(sorted, 0.5),
    low: sorted[rank - 1] ?? NaN,
    high: sorted[n - rank] ?? NaN,
    coverage: 1 - 2 * binomialCdf(rank - 1, n, 0.5),
  };
}

/** The largest rank from either end beyond which the median lies at most as often as `tail`; 0 where there is none. */
function rankOf(n: number, tail: number): number {
  let kept = 0;
  let refused = Math.floor(n / 2) + 1;
  while (refused - kept > 1) {
    const middle = Math.floor((kept + refused) / 2);
    if (binomialCdf(middle - 1, n, 0.5) <= tail) kept = middle;
    else refused = middle;
  }
  return kept;
}

function between(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const under = sorted[Math.floor(place)] ?? NaN;
  const over = sorted[Math.ceil(place)] ?? NaN;
  return under + (over - under) * (place - Math.floor(place));
}

function inOrder(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

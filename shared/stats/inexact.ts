import type { Part } from './difference.ts';
import { PLAIN_LEVEL } from './level.ts';
import { newcombe } from './newcombe.ts';
import { type NoFigure, noFigure } from './no-figure.ts';
import { mustBeShares } from './shares.ts';
import type { Interval } from './wilson.ts';

/** A share that is known as a range, of people whose number is known as a range. */
export interface InexactShare {
  share: Interval;
  n: { low: number; high: number };
}

/** The difference of two inexact shares: between which values it lies itself, and the union of its intervals. */
export interface InexactDifference extends Interval {
  leastDifference: number;
  mostDifference: number;
}

/** A counted share among inexact ones. */
export function exactShare({ count, n }: Part): InexactShare | NoFigure {
  if (n <= 0) return noFigure('NOBODY_ANSWERED');
  return { share: { low: count / n, high: count / n }, n: { low: n, high: n } };
}

/**
 * Difference of two shares, to − from, of which one or both are not exact: the union of Newcombe's intervals over the
 * ends of the ranges. No test goes with it. None where an n may be 0.
 * Source: the union of intervals over what is not known, as in Manski CF (2003), Partial Identification, ch. 1; the
 * interval is Newcombe's (1998), Stat Med 17:873–890, method 10.
 */
export function inexactDifference(
  from: InexactShare,
  to: InexactShare,
  level = PLAIN_LEVEL,
): InexactDifference | NoFigure {
  const differences = endsOf(from).flatMap((a) => endsOf(to).map((b) => newcombe(a, b, level)));
  const found = differences.filter((difference) => difference !== undefined);
  if (found.length < differences.length) return noFigure('NOBODY_ANSWERED');
  return {
    leastDifference: to.share.low - from.share.high,
    mostDifference: to.share.high - from.share.low,
    low: Math.min(...found.map(({ low }) => low)),
    high: Math.max(...found.map(({ high }) => high)),
  };
}

/** Least and most share of least and most people, as parts whose counts need not be whole. */
function endsOf({ share, n }: InexactShare): Part[] {
  mustBeShares(share);
  if (!(0 <= n.low && n.low <= n.high)) throw new RangeError(`There is no n from ${n.low} to ${n.high}.`);
  return [n.low, n.high].flatMap((size) =>
    [share.low, share.high].map((of) => ({ count: of * size, n: size })),
  );
}

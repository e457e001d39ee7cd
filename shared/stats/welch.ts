import type { Difference } from './difference.ts';
import { PLAIN_LEVEL } from './level.ts';
import { type Summary, tOf } from './means.ts';
import { type NoFigure, noFigure } from './no-figure.ts';

/** A difference of means, in the unit of the values. */
export interface MeanDifference extends Difference {
  df: number;
}

/**
 * Difference of two means, to − from, with Welch's t interval, which does not take the spreads for equal. None where
 * either side has less than two values, or where neither side differs within itself.
 * Source: Welch BL (1947), Biometrika 34:28–35; degrees of freedom: Satterthwaite FE (1946), Biometrics Bull 2:110–114.
 */
export function welch(
  from: Summary | undefined,
  to: Summary | undefined,
  level = PLAIN_LEVEL,
): MeanDifference | NoFigure {
  if (!from || !to || from.n === 0 || to.n === 0) return noFigure('NOBODY_ANSWERED');
  if (from.sd === undefined || to.sd === undefined || from.n === 1 || to.n === 1)
    return noFigure('ONE_ANSWER');
  const before = from.sd ** 2 / from.n;
  const after = to.sd ** 2 / to.n;
  const variance = before + after;
  if (!(variance > 0)) return noFigure('ALL_THE_SAME');
  // By shares of the variance: its square may be too small or too large to hold.
  const df = 1 / ((before / variance) ** 2 / (from.n - 1) + (after / variance) ** 2 / (to.n - 1));
  const difference = to.mean - from.mean;
  const half = tOf(level, df) * Math.sqrt(variance);
  return { difference, low: difference - half, high: difference + half, df };
}

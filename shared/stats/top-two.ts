import type { Difference } from './difference.ts';
import { PLAIN_LEVEL, zOf } from './level.ts';
import { type NoFigure, noFigure } from './no-figure.ts';
import { tango } from './tango.ts';
import { type Interval, wilson } from './wilson.ts';

/** The top against the runner-up: the winner's share of those who chose exactly one of the two, and the gap of all. */
export interface TopAgainstRunnerUp extends Interval {
  share: number;
  /** Whether the interval of the share leaves out ½. */
  isAhead: boolean;
  /** Of all ballots: what is drawn. */
  gap: Difference;
}

/**
 * Whether the top option leads among those who answered: Wilson's interval of c₁/(c₁+c₂) against ½, and Tango's interval
 * of the gap (c₁ − c₂)/n. `top` and `runnerUp` count the ballots with exactly one of the two, n all ballots cast.
 * Source: Hung K, Fithian W (2019), Ann Stat 47:1953–1981: that the two were picked by their counts needs no correction.
 */
export function topAgainstRunnerUp(
  top: number,
  runnerUp: number,
  n: number,
  level = PLAIN_LEVEL,
): TopAgainstRunnerUp | NoFigure {
  const gap = tango(top, runnerUp, n, level);
  if (!gap) return noFigure('NOBODY_ANSWERED');
  const interval = wilson(top, top + runnerUp, zOf(level));
  if (!interval) return noFigure('NOBODY_CHOSE_EITHER');
  return { share: top / (top + runnerUp), ...interval, isAhead: interval.low > 0.5, gap };
}

import { isClear, type Missing } from '../stats/clear.ts';
import { leavesOutZero, type Part } from '../stats/difference.ts';
import { exactShare, inexactDifference, type InexactShare } from '../stats/inexact.ts';
import { adjustedLevel } from '../stats/level.ts';
import { newcombe } from '../stats/newcombe.ts';
import { isNoFigure } from '../stats/no-figure.ts';
import type { Interval } from '../stats/wilson.ts';
import type { OptionDifference, Verdict } from './comparison.ts';
import type { Measure } from './measure.ts';

export interface Sides {
  from: Measure;
  to: Measure;
}

/** Whether anything is known of both sides: only then an option counts among those compared. */
export function isMeasured({ from, to }: Sides): boolean {
  return [from, to].every(({ kind }) => kind === 'counted' || kind === 'range');
}

export interface Hedge {
  /** How many options are compared at once. */
  k: number;
  isAlike: boolean;
  /** On the full set of options that differ: whether people may have chosen what the other side lacked, and how many. */
  mayHaveMoved: boolean;
  missing: Missing | undefined;
}

/** [CO6] What may be said of one option between two points: the interval is plain 95 %, the word asks for 1 − 0.05/k. */
export function optionDifference(optionId: string, sides: Sides, hedge: Hedge): OptionDifference {
  const { from, to } = sides;
  const shares = { from: shareOf(from), to: shareOf(to) };
  const found =
    from.kind === 'counted' && to.kind === 'counted' ? ofCounts(from, to, hedge) : ofRanges(sides, hedge);
  return { optionId, ...(found ?? NOTHING), shares };
}

type Found = Pick<OptionDifference, 'difference' | 'low' | 'high' | 'clear' | 'verdict'>;

/** Nothing can be said of an option between two points. */
export const NOTHING: Found = {
  difference: null,
  low: null,
  high: null,
  clear: false,
  verdict: 'not-comparable',
};

/** The word for what is clear, or is not. */
export function verdictOf(
  clear: boolean,
  { isAlike, mayHaveMoved }: Pick<Hedge, 'isAlike' | 'mayHaveMoved'>,
): Verdict {
  if (clear) return isAlike ? 'shift' : 'difference';
  return mayHaveMoved ? 'options-changed' : 'chance';
}

function ofCounts(from: Part, to: Part, hedge: Hedge): Found | undefined {
  const [before, after] = [partOf(from), partOf(to)];
  const found = newcombe(before, after);
  if (!found) return undefined;
  const clear = hedge.mayHaveMoved
    ? hedge.missing !== undefined && isClear(before, after, hedge.k, hedge.missing)
    : isClear(before, after, hedge.k);
  return { ...found, clear, verdict: verdictOf(clear, hedge) };
}

function partOf({ count, n }: Part): Part {
  return { count, n };
}

/** How many chose what the other side lacked is not known here, so on the full set nothing can be called clear. */
function ofRanges(sides: Sides, hedge: Hedge): Found | undefined {
  const [from, to] = [inexact(sides.from), inexact(sides.to)];
  if (!from || !to) return undefined;
  const found = inexactDifference(from, to);
  const strict = inexactDifference(from, to, adjustedLevel(hedge.k));
  if (isNoFigure(found) || isNoFigure(strict)) return undefined;
  const clear = leavesOutZero(strict) && !hedge.mayHaveMoved;
  return { difference: null, low: found.low, high: found.high, clear, verdict: verdictOf(clear, hedge) };
}

/** A share as a range of so many people; undefined where one of the two is not known at all. */
function inexact(measure: Measure): InexactShare | undefined {
  if (measure.kind === 'counted') {
    const share = exactShare(partOf(measure));
    return isNoFigure(share) ? undefined : share;
  }
  if (measure.kind !== 'range' || !measure.n || measure.n.low <= 0) return undefined;
  return { share: measure.range, n: measure.n };
}

function shareOf(measure: Measure): Interval | null {
  if (measure.kind === 'range') return measure.range;
  if (measure.kind !== 'counted' || measure.n <= 0) return null;
  return { low: measure.count / measure.n, high: measure.count / measure.n };
}

import type { Comparison } from '../../../shared/comparison/comparison.ts';
import { stepsOf } from '../../../shared/comparison/steps.ts';

/** What of a comparison stands on the screen at a step. */
export interface StepSight {
  points: ReadonlySet<string>;
  hasRanges: boolean;
  hasSentence: boolean;
}

export function stepSight(comparison: Comparison, step: number): StepSight {
  const reached = stepsOf(comparison).slice(0, step + 1);
  return {
    points: new Set(reached.flatMap((each) => (each.kind === 'points' ? each.pointIds : []))),
    hasRanges: reached.some(({ kind }) => kind === 'ranges'),
    hasSentence: reached.some(({ kind }) => kind === 'sentence'),
  };
}

import type { Comparison } from '../../../shared/comparison/comparison.ts';
import { lastStepOf } from '../../../shared/comparison/steps.ts';
import type { Stage } from '../../../shared/stage.ts';

/** How far the comparison on the stage is built up: "step 2 of 5". */
export function stepWords({ step }: Pick<Stage, 'step'>, comparison: Comparison | null): string {
  const steps = lastStepOf(comparison) + 1;
  return comparison ? `step ${Math.min(step + 1, steps)} of ${steps}` : '';
}

import type { Comparison } from '../../shared/comparison/comparison.ts';
import { samePeople, stepsOf } from '../../shared/comparison/steps.ts';

/** What a step of a comparison brings, as the button says it: "2021", "the ranges", "the sentence". */
export function buildWords(comparison: Comparison, step: number): string {
  const reached = stepsOf(comparison)[step];
  if (reached?.kind === 'ranges') return samePeople(comparison) ? 'who moved where' : 'the ranges';
  if (reached?.kind !== 'points') return 'the sentence';
  const [first, ...more] = reached.pointIds;
  const point = comparison.points.find(({ id }) => id === first);
  return `${point?.whenText ?? ''}${more.length > 0 ? ` and ${more.length} more` : ''}`;
}

import type { PointDifference } from '../../../shared/comparison/comparison.ts';
import { listWords } from '../../../shared/comparison/number-words.ts';
import { unique } from '../parts/unique.ts';

/** One line on what may be said of a comparison: a shift, or why only a difference between groups. */
export function shiftWords(
  differences: readonly Pick<PointDifference, 'kind' | 'isAlike' | 'unlike'>[],
): string {
  if (differences.length === 0) return 'Nothing here can be compared in numbers.';
  if (differences.every(({ kind }) => kind === 'same-people'))
    return 'The same people: those who answered both times are compared one by one.';
  const reasons = unique(differences.flatMap(({ unlike }) => unlike));
  if (reasons.length === 0) return 'Same kind of audience, same words, same options: a shift may be said.';
  return `A difference between these groups, never a shift: ${listWords(reasons)}.`;
}

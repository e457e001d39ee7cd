import type { QuestionSpec } from '../question.ts';

export const POINTS = 100;

/** How many points everybody shares. */
export function totalOf({ settings: { total } }: Pick<QuestionSpec, 'settings'>): number {
  return typeof total === 'number' ? total : POINTS;
}

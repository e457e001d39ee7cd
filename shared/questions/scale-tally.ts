import type { QuestionSpec } from '../question.ts';
import type { Histogram } from './histogram.ts';
import type { TallyBase } from './question-type.ts';
import { scaleOf } from './scale-spec.ts';

/** How often each number was given: to the question itself under `ONLY`, or to each statement under its id. */
export interface ScaleTally extends TallyBase {
  given: Record<string, Histogram>;
}

/** What the numbers are about where a question has no statements: itself. */
export const ONLY = 'value';

/** The ids of what numbers are given to, in the order they are asked. */
export function thingsOf(spec: QuestionSpec): string[] {
  return scaleOf(spec).statements?.map(({ id }) => id) ?? [ONLY];
}

export function emptyScale(spec: QuestionSpec): ScaleTally {
  return { ballots: 0, abstained: 0, given: Object.fromEntries(thingsOf(spec).map((id) => [id, {}])) };
}

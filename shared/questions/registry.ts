import { multiple } from './multiple.ts';
import type { QuestionType, QuestionTypeName, TallyBase } from './question-type.ts';
import { single } from './single.ts';

/** Any question type, its answers and tallies unknown to the caller. */
export type AnyQuestionType = QuestionType<unknown, TallyBase>;

/** Every question type. Forgetting one does not compile. */
export const QUESTION_TYPES: Record<QuestionTypeName, AnyQuestionType> = { single, multiple };

export function questionType(name: QuestionTypeName): AnyQuestionType {
  return QUESTION_TYPES[name];
}

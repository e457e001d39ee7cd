import { grid } from './grid.ts';
import { multiple } from './multiple.ts';
import { openText } from './open-text.ts';
import { points } from './points.ts';
import type { QuestionType, QuestionTypeName, TallyBase } from './question-type.ts';
import { ranking } from './ranking.ts';
import { scale } from './scale.ts';
import { single } from './single.ts';
import { wordCloud } from './word-cloud.ts';

/** Any question type, its answers and tallies unknown to the caller. */
export type AnyQuestionType = QuestionType<unknown, TallyBase>;

/** Every question type. Forgetting one does not compile. */
export const QUESTION_TYPES: Record<QuestionTypeName, AnyQuestionType> = {
  single,
  multiple,
  ranking,
  points,
  grid,
  scale,
  'word-cloud': wordCloud,
  'open-text': openText,
};

export function questionType(name: QuestionTypeName): AnyQuestionType {
  return QUESTION_TYPES[name];
}

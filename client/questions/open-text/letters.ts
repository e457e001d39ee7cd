import type { QuestionSettings } from '../../../shared/question.ts';
import type { MAX_TEXT } from '../../../shared/questions/open-text.ts';

/** The phone takes no code from `shared/questions`, so the number stands here too. */
const MOST: typeof MAX_TEXT = 500;

/** How long an answer may be. */
export function mostLetters(settings: QuestionSettings): number {
  return typeof settings['maxLength'] === 'number' ? settings['maxLength'] : MOST;
}

import type { QuestionSpec } from '../../shared/question.ts';
import { ANSWERED_BY } from './edits.ts';
import { optionsWords } from './options-words.ts';

/** How a question is answered, and out of how many options: "choosing one, 7 options". */
export function kindWords(question: Pick<QuestionSpec, 'type' | 'options'>): string {
  return [ANSWERED_BY[question.type], ...optionsWords(question)].join(', ');
}

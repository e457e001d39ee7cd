import { countOf } from '../../shared/count-words.ts';
import type { QuestionSpec } from '../../shared/question.ts';
import { questionType } from '../../shared/questions/registry.ts';

/** "7 options"; nothing where a type takes none. */
export function optionsWords({ type, options }: Pick<QuestionSpec, 'type' | 'options'>): string[] {
  return questionType(type).takesOptions ? [countOf(options.length, 'option')] : [];
}

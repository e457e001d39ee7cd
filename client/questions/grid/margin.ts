import type { QuestionSpec } from '../../../shared/question.ts';
import type { Said } from '../../../shared/words/fill.ts';
import type { WordKey } from '../../words/words.svelte.ts';
import type { RevealStep } from '../result-props.ts';

/** How the profile of each option is read; what colour means comes with it. */
export function gridMargin(_question: QuestionSpec, reveal: RevealStep | null): Said<WordKey>[] {
  const keys: WordKey[] = ['scale.disc', 'scale.line', ...(reveal === null ? [] : ['grid.colour' as const])];
  return keys.map((key) => ({ key, values: {} }));
}

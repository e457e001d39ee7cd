import type { QuestionSpec } from '../../../shared/question.ts';
import type { Said } from '../../../shared/words/fill.ts';
import type { WordKey } from '../../words/words.svelte.ts';
import type { RevealStep } from '../result-props.ts';

/** How the columns of places are read; brackets come with the sentence. */
export function rankingMargin(_question: QuestionSpec, reveal: RevealStep | null): Said<WordKey>[] {
  const keys: WordKey[] = ['ranking.height', 'ranking.triangle'];
  if (reveal === 'sentence') keys.push('ranking.bracket');
  return keys.map((key) => ({ key, values: {} }));
}

import type { Comparison } from '../../../shared/comparison/comparison.ts';
import { tell } from '../../words/words.svelte.ts';

/** The nth sentence in the page's language; empty where there is none. */
export function comparisonSentence(
  { said, sentences }: Pick<Comparison, 'said' | 'sentences'>,
  nth: number,
): string {
  const [phrase, english = ''] = [said[nth], sentences[nth]];
  return phrase ? tell(phrase, english) : english;
}

import type { QuestionSettings } from '../../../shared/question.ts';
import type { DEFAULT_ENTRIES, MAX_WORD } from '../../../shared/questions/word-cloud.ts';
import { t, type WordKey } from '../../words/words.svelte.ts';

/** The phone takes no code from `shared/questions`, so the numbers stand here too. */
const USUAL: typeof DEFAULT_ENTRIES = 3;
export const MOST_LETTERS: typeof MAX_WORD = 30;

const NAMES: WordKey[] = ['words.first', 'words.second', 'words.third', 'words.fourth', 'words.fifth'];

/** How many words one answer may hold. */
export function entriesOf(settings: QuestionSettings): number {
  return typeof settings['entries'] === 'number' ? settings['entries'] : USUAL;
}

/** "Second, if you like". One field alone is your answer. */
export function fieldName(at: number, entries: number): string {
  if (entries === 1) return t('words.only');
  const name = t(NAMES[at] ?? 'words.only');
  return at === 0 ? name : t('words.if-you-like', { name });
}

export function wordsHint(entries: number): string {
  return entries === 1 ? t('words.one') : t('words.up-to', { n: entries });
}

/** The fields as an answer: what is empty is left out, and what stands there twice is said once. */
export function wordsIn(fields: readonly string[]): string[] {
  return [...new Set(fields.map((field) => field.trim()).filter(Boolean))];
}

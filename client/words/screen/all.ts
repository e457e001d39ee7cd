import type { Dictionaries } from '../words.svelte.ts';

const english = async () => (await import('./en.ts')).en;

/** The screen's dictionaries, one at a time. */
export const SCREEN_WORDS: Dictionaries = {
  en: english,
  de: english,
  fr: english,
  es: english,
  pt: english,
  nl: english,
  ja: english,
  ar: english,
};

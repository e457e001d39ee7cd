import type { Dictionaries } from '../words.svelte.ts';

const english = async () => (await import('./en.ts')).en;

/** The phone's dictionaries, one at a time. */
export const PHONE_WORDS: Dictionaries = {
  en: english,
  de: english,
  fr: english,
  es: english,
  pt: english,
  nl: english,
  ja: english,
  ar: english,
};

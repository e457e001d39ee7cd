import { fill, type Phrase, type Values } from '../../shared/words/fill.ts';
import { directionOf, languageFor, type Language } from '../../shared/words/languages.ts';
import type { PhoneWords } from './phone/en.ts';
import type { ScreenWords } from './screen/en.ts';

/** The name of every phrase of the phone's and the screen's pages. */
export type WordKey = keyof PhoneWords | keyof ScreenWords;
type Dictionary = Partial<Record<WordKey, Phrase>>;
export type Dictionaries = Record<Language, () => Promise<Dictionary>>;

let language = $state.raw<Language>('en');
let dictionary = $state.raw<Dictionary>({});

/** The language of this page now. */
export function currentLanguage(): Language {
  return language;
}

/** Loads one dictionary and turns the page to it. What was there stays until the new one is whole. */
export async function speak(dictionaries: Dictionaries, wanted: readonly string[]): Promise<void> {
  const chosen = languageFor(wanted);
  dictionary = await dictionaries[chosen]();
  language = chosen;
  document.documentElement.lang = chosen;
  document.documentElement.dir = directionOf(chosen);
}

/** A phrase in the page's language. */
export function t(key: WordKey, values: Values = {}): string {
  return fill(dictionary[key] ?? key, values, language);
}

import type { When } from '../../shared/data-point.ts';
import {
  filled,
  fillIn,
  formOf,
  timeWords,
  type Phrase,
  type Said,
  type TimeStyle,
  type Values,
} from '../../shared/words/fill.ts';
import { directionOf, languageFor, type Language } from '../../shared/words/languages.ts';
import type { PhoneWords } from './phone/en.ts';
import type { ScreenWords } from './screen/en.ts';

/** The name of every phrase of the phone's and the screen's pages. */
export type WordKey = keyof PhoneWords | keyof ScreenWords;
export type Dictionary = Readonly<Partial<Record<WordKey, Phrase>>>;
export type Dictionaries = Record<Language, () => Promise<Dictionary>>;

let language = $state.raw<Language>('en');
let dictionary = $state.raw<Dictionary>({});

/** The language of this page now. */
export function currentLanguage(): Language {
  return language;
}

/** From here on the words are these. */
export function learn(spoken: Language, words: Dictionary): void {
  dictionary = words;
  language = spoken;
}

/** Loads one dictionary and turns the page to it. What was there stays until the new one is whole. */
export async function speak(dictionaries: Dictionaries, wanted: readonly string[]): Promise<void> {
  const chosen = languageFor(wanted);
  learn(chosen, await dictionaries[chosen]());
  document.documentElement.lang = chosen;
  document.documentElement.dir = directionOf(chosen);
}

/** A phrase in the page's language. */
export function t(key: WordKey, values: Values = {}): string {
  return fillIn(phraseOf(key) ?? key, values, { language, phraseOf });
}

/** What the server said by a phrase's name, in the page's language; in English as it came where this page has no such phrase. */
export function tell({ key, values }: Said, english: string): string {
  const phrase = phraseOf(key);
  return phrase === undefined ? english : fillIn(phrase, values, { language, phraseOf });
}

/** A time as exactly as it is known, in the page's language; or as short as it can be said, with or without its year. */
export function whenSaid(when: When | Said, as: TimeStyle = 'long'): string {
  return 'key' in when ? tell(when, '') : timeWords(when, language, as);
}

/** A phrase whose name came at run time (a column of a table); else the words given. */
export function termFor(key: string, english: string): string {
  return tell({ key, values: {} }, english);
}

/** A phrase in its parts, every second one strong: what stands between stars. The stars are the phrase's; those of a value are letters. */
export function partsOf(key: WordKey, values: Values): string[] {
  const text = formOf(phraseOf(key) ?? key, values, language);
  return text.split(/\*([^*]+)\*/).map((part) => filled(part, values, { language, phraseOf }));
}

function phraseOf(key: string): Phrase | undefined {
  return (dictionary as Readonly<Record<string, Phrase>>)[key];
}

import type { When } from '../data-point.ts';

/** A sentence with names in braces for what is put in; where a number decides its form, one form for each (CLDR's plural categories). */
export type Phrase = string | PluralPhrase;

export type PluralPhrase = { other: string } & Partial<
  Record<'zero' | 'one' | 'two' | 'few' | 'many', string>
>;

/** What is put in: words as they are, a number, a time as exactly as it is known, a phrase, or several of them as a list. */
export type Value = string | number | When | Said | readonly Value[];

/** What stands in the braces. `n` decides the form. */
export type Values = Readonly<Record<string, Value>>;

/** A phrase by its name, with what it is filled with: the same sentence in any language. */
export interface Said<Key extends string = string> {
  key: Key;
  values: Values;
}

/** A language (BCP 47) and its phrases by name. */
export interface Tongue {
  language: string;
  phraseOf: (key: string) => Phrase | undefined;
}

/** The sentence in a language (BCP 47) without phrases of its own. A name without a value stays as it stands. */
export function fill(phrase: Phrase, values: Values, language: string): string {
  return fillIn(phrase, values, { language, phraseOf: () => undefined });
}

/** The same where values may be phrases. */
export function fillIn(phrase: Phrase, values: Values, tongue: Tongue): string {
  return filled(formOf(phrase, values, tongue.language), values, tongue);
}

/** The form that `n` takes in the language, its names still in braces. */
export function formOf(phrase: Phrase, values: Values, language: string): string {
  if (typeof phrase === 'string') return phrase;
  const form = new Intl.PluralRules(language).select(Number(values['n'] ?? 0));
  return phrase[form] ?? phrase.other;
}

/** A text with its names replaced. */
export function filled(text: string, values: Values, tongue: Tongue): string {
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? braces : worded(value, tongue);
  });
}

/** One value as the language says it. */
export function worded(value: Value, tongue: Tongue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimal(value, tongue.language);
  if ('precision' in value) return timeWords(value, tongue.language);
  if ('key' in value) return fillIn(tongue.phraseOf(value.key) ?? value.key, value.values, tongue);
  const list = new Intl.ListFormat(localeOf(tongue.language), { type: 'conjunction' });
  return list.format(value.map((each) => worded(each, tongue)));
}

/** In full, short, or short and without its year. */
export type TimeStyle = 'long' | 'short' | 'of-year';

/** A time as exactly as it is known: "24 November 2026", "February 2019", "2019". */
export function timeWords({ date, precision }: When, language: string, as: TimeStyle = 'long'): string {
  if (precision === 'year') return date.slice(0, 4);
  const format = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    month: as === 'long' ? 'long' : 'short',
    ...(precision === 'day' ? { day: 'numeric' } : {}),
    ...(as === 'of-year' ? {} : { year: 'numeric' }),
  });
  return format.format(new Date(date));
}

/** Whole numbers as they are, fractions with the language's own point; Latin digits everywhere, a minus sign, no hyphen. */
function decimal(value: number, language: string): string {
  if (Number.isInteger(value) && value >= 0) return String(value);
  return new Intl.NumberFormat(localeOf(language), { useGrouping: false, maximumFractionDigits: 2 })
    .format(value)
    .replace('-', '−');
}

/** English as the British list and date it; Latin digits in every language, as the marks of a chart have them. */
function localeOf(language: string): string {
  return `${language === 'en' ? 'en-GB' : language}-u-nu-latn`;
}

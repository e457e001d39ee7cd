/** A sentence with names in braces for what is put in; where a number decides its form, one form for each (CLDR's plural categories). */
export type Phrase = string | PluralPhrase;

export type PluralPhrase = { other: string } & Partial<
  Record<'zero' | 'one' | 'two' | 'few' | 'many', string>
>;

/** What stands in the braces. `n` decides the form. Several names are listed as the language lists them. */
export type Values = Record<string, string | number | readonly string[]>;

/** A phrase by its name, with what it is filled with: the same sentence in any language. */
export interface Said<Key extends string = string> {
  key: Key;
  values: Values;
}

/** The sentence in a language (BCP 47). A name without a value stays as it stands. */
export function fill(phrase: Phrase, values: Values, language: string): string {
  return filled(formOf(phrase, values, language), values, language);
}

/** The form that `n` takes in the language, its names still in braces. */
export function formOf(phrase: Phrase, values: Values, language: string): string {
  if (typeof phrase === 'string') return phrase;
  const form = new Intl.PluralRules(language).select(Number(values['n'] ?? 0));
  return phrase[form] ?? phrase.other;
}

/** A text with its names replaced. */
export function filled(text: string, values: Values, language: string): string {
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? braces : worded(value, language);
  });
}

function worded(value: string | number | readonly string[], language: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimal(value, language);
  // The British list has no comma before "and".
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(value);
}

/** Whole numbers as they are, in Latin digits everywhere; fractions with the language's own point; a minus sign, no hyphen. */
function decimal(value: number, language: string): string {
  if (Number.isInteger(value) && value >= 0) return String(value);
  return new Intl.NumberFormat(`${language}-u-nu-latn`, { useGrouping: false, maximumFractionDigits: 2 })
    .format(value)
    .replace('-', '−');
}

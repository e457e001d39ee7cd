/** A sentence with names in braces for what is put in; where a number decides its form, one form for each (CLDR's plural categories). */
export type Phrase = string | PluralPhrase;

export type PluralPhrase = { other: string } & Partial<
  Record<'zero' | 'one' | 'two' | 'few' | 'many', string>
>;

/** What stands in the braces. `n` decides the form. */
export type Values = Record<string, string | number>;

/** A phrase by its name, with what it is filled with: the same sentence in any language. */
export interface Said<Key extends string = string> {
  key: Key;
  values: Values;
}

/** The sentence in a language (BCP 47). A name without a value stays as it stands. */
export function fill(phrase: Phrase, values: Values, language: string): string {
  const text = typeof phrase === 'string' ? phrase : formFor(phrase, values['n'], language);
  return text.replace(/\{(\w+)\}/g, (braces, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : braces,
  );
}

function formFor(phrase: PluralPhrase, n: string | number | undefined, language: string): string {
  const form = new Intl.PluralRules(language).select(Number(n ?? 0));
  return phrase[form] ?? phrase.other;
}

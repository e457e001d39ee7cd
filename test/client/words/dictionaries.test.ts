import { describe, expect, test } from 'vitest';
import { PHONE_WORDS } from '../../../client/words/phone/all.ts';
import { SCREEN_WORDS } from '../../../client/words/screen/all.ts';
import type { Phrase } from '../../../shared/words/fill.ts';
import { LANGUAGE_CODES, type Language } from '../../../shared/words/languages.ts';

type Words = Record<string, Phrase>;

const PAGES = [
  ['phone', PHONE_WORDS],
  ['screen', SCREEN_WORDS],
] as const;
const OTHERS = LANGUAGE_CODES.filter((language) => language !== 'en');
/** Numbers as rooms have them: what comes only with a million ("many" in French) needs no form. */
const NUMBERS = Array.from({ length: 1000 }, (_, n) => n);

describe.each(PAGES)('the words of the %s', (_page, dictionaries) => {
  test.each(OTHERS)('%s has the phrases of English and no other', async (language) => {
    const [english, words] = await both(language);
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  });

  test.each(OTHERS)('%s puts in what English puts in, in every form', async (language) => {
    const [english, words] = await both(language);
    for (const [key, phrase] of Object.entries(words))
      for (const [form, text] of Object.entries(formsOf(phrase)))
        expect([key, form, namesIn(text)]).toEqual([key, form, expectedIn(form, text, english[key] ?? '')]);
  });

  test.each(LANGUAGE_CODES)('%s has every form its numbers take, and says the number', async (language) => {
    const words = (await dictionaries[language]()) as Words;
    const rules = new Intl.PluralRules(language);
    const needed = [...new Set(NUMBERS.map((n) => rules.select(n)))].sort();
    for (const [key, phrase] of Object.entries(words)) {
      if (typeof phrase === 'string') continue;
      expect([key, Object.keys(phrase).sort()]).toEqual([key, needed]);
    }
  });

  test.each(LANGUAGE_CODES)('%s has no empty phrase and no star without its other', async (language) => {
    for (const [key, phrase] of Object.entries((await dictionaries[language]()) as Words))
      for (const text of Object.values(formsOf(phrase))) {
        expect([key, text.trim()]).toEqual([key, text]);
        expect([key, text]).not.toEqual([key, '']);
        // A footnote begins with one.
        expect([key, (text.replace(/^\* /, '').split('*').length - 1) % 2]).toEqual([key, 0]);
      }
  });

  async function both(language: Language): Promise<[Words, Words]> {
    return [(await dictionaries.en()) as Words, (await dictionaries[language]()) as Words];
  }
});

function formsOf(phrase: Phrase): { other: string } & Record<string, string> {
  return typeof phrase === 'string' ? { other: phrase } : { ...phrase };
}

/** A form for one number alone may leave names out ("the only hand"); the others have them all. */
function expectedIn(form: string, text: string, english: Phrase): string[] {
  const all = namesIn(formsOf(english).other);
  const isForMany = form === 'few' || form === 'many' || form === 'other';
  return isForMany ? all : all.filter((name) => namesIn(text).includes(name));
}

/** The number itself may be a word in a form ("two"), or a numeral where English has a word. */
function namesIn(text: string): string[] {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'n' && name !== 'nInWords').sort();
}

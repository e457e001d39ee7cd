import { listed } from './in-language.ts';
import type { Option, QuestionSettings, QuestionSpec, Translation, Translations } from './question.ts';
import type { FieldError } from './result.ts';
import { isLanguage } from './words/languages.ts';

type Translated = Pick<QuestionSpec, 'options' | 'settings'>;

/** [TR1] What translations name that the question does not have: an option or a thing of its settings that is not there. */
export function wrongTranslations(question: Translated, translations: Translations): FieldError[] {
  return Object.entries(translations).flatMap(([language, { options = {}, labels = {} }]) => [
    ...unknown(`translations.${language}.options`, options, idsOf(question.options), 'no option of this id'),
    ...unknown(`translations.${language}.labels`, labels, namesIn(question.settings), 'nothing of this name'),
  ]);
}

function unknown(path: string, given: object, known: Set<string>, what: string): FieldError[] {
  return Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => ({ path: `${path}.${name}`, message: `The question has ${what}.` }));
}

/** [TR2] The translations without what a question does not have any more; a language of which nothing is left is none. */
export function stillFitting(question: Translated, translations: Translations): Translations {
  const [ids, names] = [idsOf(question.options), namesIn(question.settings)];
  const kept = Object.entries(translations).flatMap(([language, { prompt, options = {}, labels = {} }]) => {
    const left = withoutEmpty({ prompt, options: only(options, ids), labels: only(labels, names) });
    return Object.keys(left).length > 0 ? [[language, left] as const] : [];
  });
  return Object.fromEntries(kept);
}

/** The translations of everything but the question itself. */
export function withoutPrompts(translations: Translations): Translations {
  const entries = Object.entries(translations);
  return Object.fromEntries(entries.map(([language, { prompt: _prompt, ...rest }]) => [language, rest]));
}

function only(labels: Record<string, string>, known: Set<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => known.has(name)));
}

function withoutEmpty({ prompt, options = {}, labels = {} }: Translation): Translation {
  return {
    ...(prompt === undefined ? {} : { prompt }),
    ...(Object.keys(options).length > 0 ? { options } : {}),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
  };
}

/** What of the settings people read: texts by the setting's name, things of a list by their id. */
export function namesIn(settings: QuestionSettings): Set<string> {
  const texts = Object.keys(settings).filter((name) => typeof settings[name] === 'string');
  return new Set([
    ...texts,
    ...Object.values(settings)
      .flatMap(listed)
      .map(({ id }) => id),
  ]);
}

function idsOf(options: readonly Option[]): Set<string> {
  return new Set(options.map(({ id }) => id));
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' });

/** Ballots by the language their question was read in: "40 in English, 12 in German". Empty where none was noted. */
export function languagesWords(languages: Readonly<Record<string, number>>): string {
  const known = Object.entries(languages).flatMap(([code, n]) => (isLanguage(code) ? [{ code, n }] : []));
  return known
    .sort((a, b) => b.n - a.n)
    .map(({ code, n }) => `${n} in ${NAMES.of(code)}`)
    .join(', ');
}

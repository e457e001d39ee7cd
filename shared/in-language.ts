import type { Option, QuestionSpec } from './question.ts';
import type { Said, Value } from './words/fill.ts';
import type { Language } from './words/languages.ts';

type Listed = Pick<Option, 'id' | 'label'>;

/** The things a setting lists; none where it is no such list. */
export function listed(setting: unknown): Listed[] {
  return Array.isArray(setting) && setting.every(isListed) ? setting : [];
}

function isListed(each: unknown): each is Listed {
  return typeof each === 'object' && each !== null && 'id' in each && 'label' in each;
}

/** [TR3] The language in which a question is read by somebody who speaks this one; null: in the words it was written in. */
export function languageRead(
  { translations }: Pick<QuestionSpec, 'translations'>,
  spoken: Language,
): Language | null {
  return translations?.[spoken] ? spoken : null;
}

/** [TR3] The question as it is read in a language: the same ids, what is not translated as it was written. */
export function inLanguage(question: QuestionSpec, spoken: Language): QuestionSpec {
  const translation = question.translations?.[spoken];
  if (!translation) return question;
  const { prompt = question.prompt, options = {}, labels = {} } = translation;
  return {
    ...question,
    prompt,
    options: question.options.map((option) => renamed(option, options)),
    settings: Object.fromEntries(
      Object.entries(question.settings).map(([name, value]) => [name, settingIn(name, value, labels)]),
    ),
  };
}

function settingIn(name: string, value: unknown, labels: Record<string, string>): unknown {
  if (typeof value === 'string') return labels[name] ?? value;
  const things = listed(value);
  return things.length > 0 ? things.map((thing) => renamed(thing, labels)) : value;
}

function renamed<Thing extends Listed>(thing: Thing, labels: Record<string, string>): Thing {
  const label = Object.hasOwn(labels, thing.id) ? labels[thing.id] : undefined;
  return label === undefined ? thing : { ...thing, label };
}

/** What the server said of a question in the words it was written in, with its labels as they are read. */
export function saidInLanguage<Key extends string>(
  { key, values }: Said<Key>,
  labels: ReadonlyMap<string, string>,
): Said<Key> {
  return {
    key,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueIn(value, labels)])),
  };
}

function valueIn(value: Value, labels: ReadonlyMap<string, string>): Value {
  if (typeof value === 'string') return labels.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each: Value) => valueIn(each, labels));
  return typeof value === 'object' && 'key' in value ? saidInLanguage(value, labels) : value;
}

/** Labels as written → as they are read in the same question in another language. */
export function labelsBetween(written: QuestionSpec, read: QuestionSpec): Map<string, string> {
  const [from, to] = [labelsOf(written), labelsOf(read)];
  return new Map(from.map((label, at) => [label, to[at] ?? label]));
}

function labelsOf({ options, settings }: QuestionSpec): string[] {
  const texts = Object.values(settings).filter((value) => typeof value === 'string');
  const things = [...options, ...Object.values(settings).flatMap(listed)];
  return [...things.map(({ label }) => label), ...texts];
}

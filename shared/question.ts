import { newOptionId, type OptionId, type PictureId, type QuestionId, type RandomBytes } from './ids.ts';
import type { QuestionTypeName } from './questions/question-type.ts';
import type { Language } from './words/languages.ts';
import { stableJson } from './stable-json.ts';
import { stillFitting, withoutPrompts } from './translations.ts';

export interface Option {
  id: OptionId;
  label: string;
  picture?: PictureId;
}

/** A version in another language, with the same ids. What is not translated stands as it was written. */
export interface Translation {
  prompt?: string | undefined;
  /** By option id. */
  options?: Record<string, string> | undefined;
  /** Labels within the settings: by the id of what they name (a criterion), or by the setting's own name (`lowLabel`). */
  labels?: Record<string, string> | undefined;
}

export type Translations = Partial<Record<Language, Translation>>;

/** What was asked, word for word. Versions start at 1 and are never changed once asked. */
export interface QuestionVersion {
  version: number;
  prompt: string;
  options: Option[];
  settings: QuestionSettings;
  translations: Translations;
  /** What the edit that made it was said to be; null for the first version, and where nobody said. */
  change: 'correction' | 'new-meaning' | null;
  createdAt: number;
}

/** Settings as stored; each type's schema says which of them it takes. */
export type QuestionSettings = Record<string, unknown>;

/** A question lives for years. `versions` holds every version, oldest first, never empty. */
export interface Question {
  id: QuestionId;
  type: QuestionTypeName;
  versions: QuestionVersion[];
  /** Whether `/q/QUESTION` shows its comparison to everybody. */
  isPublic: boolean;
  createdAt: number;
  updatedAt: number;
}

/** The whole of one version with its type: what phones, screens and types work with. */
export interface QuestionSpec {
  type: QuestionTypeName;
  prompt: string;
  options: Option[];
  settings: QuestionSettings;
  /** Absent where there are none. */
  translations?: Translations;
}

export interface EditedOption {
  id?: OptionId | undefined;
  label: string;
  picture?: PictureId | null | undefined;
}

export interface QuestionEdit {
  prompt?: string | undefined;
  /** `picture`: absent stays as it was, null takes it away. */
  options?: EditedOption[] | undefined;
  settings?: QuestionSettings | undefined;
  translations?: Translations | undefined;
  change?: 'correction' | 'new-meaning' | undefined;
  isPublic?: boolean | undefined;
}

export function latestVersion(question: Question): QuestionVersion {
  const version = question.versions.at(-1);
  if (!version) throw new Error(`question ${question.id} has no version`);
  return version;
}

export function specOf(question: Question, version?: number): QuestionSpec {
  const found =
    version === undefined ? latestVersion(question) : question.versions.find((v) => v.version === version);
  if (!found) throw new Error(`question ${question.id} has no version ${version}`);
  const { prompt, options, settings, translations } = found;
  const isTranslated = Object.keys(translations).length > 0;
  return { type: question.type, prompt, options, settings, ...(isTranslated ? { translations } : {}) };
}

/**
 * [QU1] An edit of a question that was never asked changes its latest version in place.
 * [QU2] After it was asked, an edit makes a new version.
 * [QU3] An option given with its id stays the same option (*correction*); with `new-meaning`, an option whose
 * label changed gets a new id; an option without an id is new.
 * [QU4] An edit that changes nothing makes no version: the very same question comes back. Whether everybody may see its
 * comparison is the question's, not a version's: changing that alone makes none either.
 * [QU7] Nor do translations: the newest version takes them, asked or not, and its wording stays as it was.
 */
export function editQuestion(
  question: Question,
  edit: QuestionEdit,
  wasAsked: boolean,
  now: number,
  random: RandomBytes,
): Question {
  const latest = latestVersion(question);
  const { prompt, options, settings, translations } = latest;
  const content = {
    prompt: edit.prompt ?? prompt,
    options: edit.options ? editOptions(optionsEver(question), edit, random) : options,
    settings: edit.settings ?? settings,
  };
  const worded = { ...content, translations: editTranslations(latest, content, edit) };
  const isPublic = edit.isPublic ?? question.isPublic;
  const isSame = stableJson(content) === stableJson({ prompt, options, settings });
  const isTranslatedSame = stableJson(worded.translations) === stableJson(translations);
  if (isSame && isTranslatedSame)
    return isPublic === question.isPublic ? question : { ...question, isPublic, updatedAt: now };
  const isNew = wasAsked && !isSame;
  const changed: QuestionVersion = isNew
    ? { version: latest.version + 1, ...worded, change: edit.change ?? null, createdAt: now }
    : { ...latest, ...worded };
  const earlier = isNew ? question.versions : question.versions.slice(0, -1);
  return { ...question, versions: [...earlier, changed], isPublic, updatedAt: now };
}

/** [TR2] Those given; else those of before, as far as they still fit: with a new meaning the prompt's do not. */
function editTranslations(
  latest: QuestionVersion,
  content: Pick<QuestionVersion, 'prompt' | 'options' | 'settings'>,
  edit: QuestionEdit,
): Translations {
  const isOther = edit.change === 'new-meaning' && content.prompt !== latest.prompt;
  const before = isOther ? withoutPrompts(latest.translations) : latest.translations;
  return stillFitting(content, edit.translations ?? before);
}

/** Every option of every version, each as it was called last: one that was dropped may be offered again. */
function optionsEver({ versions }: Question): Option[] {
  const known = new Map(versions.flatMap(({ options }) => options.map((option) => [option.id, option])));
  return [...known.values()];
}

/** An id stands for one option: given twice, only the first keeps it. */
function editOptions(before: Option[], edit: QuestionEdit, random: RandomBytes): Option[] {
  const left = new Map(before.map((option) => [option.id, option]));
  return (edit.options ?? []).map(({ id, label, picture: given }) => {
    const was = id === undefined ? undefined : left.get(id);
    const isSame = was !== undefined && (was.label === label || edit.change !== 'new-meaning');
    if (isSame) left.delete(was.id);
    const picture = given === undefined ? was?.picture : (given ?? undefined);
    return { id: isSame ? was.id : newOptionId(random), label, ...(picture ? { picture } : {}) };
  });
}

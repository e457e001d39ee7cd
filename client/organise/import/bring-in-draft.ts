import type { OptionId, QuestionId } from '../../../shared/ids.ts';
import { ALIKE_FROM, likeness } from '../../../shared/label-likeness.ts';
import type { Option } from '../../../shared/question.ts';
import type { UnderstoodFile, UnderstoodItem } from '../../../shared/result-file.ts';
import { readCount } from '../outside/number-input.ts';
import { readWhen, type Precision } from '../outside/when-input.ts';
import { unique } from '../parts/unique.ts';

/** A file's bytes in base64, or a pasted table. */
export type FileSource = { name: string; content: string } | { name?: string; text: string };

/** What is to become of one result of the file. */
export interface ItemChoice {
  index: number;
  isTaken: boolean;
  /** Undefined: it becomes a result of a new question. */
  questionId: QuestionId | undefined;
  /** By the file's label. */
  optionMap: Record<string, OptionId | null>;
  /** The words that were asked, where the file does not say them. */
  prompt: string;
}

/** What the file does not say, as it stands in the form. */
export interface FileAbout {
  label: string;
  when: string;
  precision: Precision;
  audience: string;
  tags: string;
  reached: string;
  askedBy: string;
  n: string;
}

export const NOTHING_SAID: FileAbout = {
  label: '',
  when: '',
  precision: 'day',
  audience: '',
  tags: '',
  reached: '',
  askedBy: '',
  n: '',
};

/** At first everything that adds up is taken, for the question it looks like. */
export function firstChoices(file: UnderstoodFile): ItemChoice[] {
  return file.items.map(({ index, proposal, problems }) => ({
    index,
    isTaken: problems.length === 0,
    questionId: proposal?.questionId,
    optionMap: Object.fromEntries(
      (proposal?.optionMap ?? []).map(({ label, optionId }) => [label, optionId]),
    ),
    prompt: '',
  }));
}

/** The file's labels with the options they look like, each option once. */
export function mapByLabels(
  labels: readonly string[],
  options: readonly Option[],
): Record<string, OptionId | null> {
  const pairs = labels
    .flatMap((label) => options.map(({ id, label: own }) => ({ label, id, how: likeness(label, own) })))
    .filter(({ how }) => how >= ALIKE_FROM)
    .sort((a, b) => b.how - a.how);
  const map: Record<string, OptionId | null> = Object.fromEntries(labels.map((label) => [label, null]));
  for (const { label, id } of pairs)
    if (map[label] === null && !Object.values(map).includes(id)) map[label] = id;
  return map;
}

/** How many of the file's options stand for one of the question's. */
export function matchedOf({ optionMap }: ItemChoice): number {
  return Object.values(optionMap).filter((id) => id !== null).length;
}

/** What still misses, by the API's paths; empty: it can be brought in. */
export function missingIn(
  file: UnderstoodFile,
  choices: readonly ItemChoice[],
  about: FileAbout,
): Record<string, string> {
  const taken = choices.filter(({ isTaken }) => isTaken);
  const missing: Record<string, string> = {};
  if (taken.length === 0) missing['items'] = 'Tick at least one result.';
  if (about.audience.trim() === '') missing['about.audience'] = 'Say who was asked, in your own words.';
  const when = whenProblem(file, taken, about);
  if (when) missing['about.when'] = when;
  if (Number.isNaN(readCount(about.n))) missing['about.n'] = 'Write a whole number.';
  for (const [at, choice] of taken.entries()) {
    const isNameless = itemOf(file, choice)?.prompt === null && choice.questionId === undefined;
    if (isNameless && choice.prompt.trim() === '')
      missing[`items.${at}.prompt`] = 'The file does not say what was asked. Write it here.';
  }
  return missing;
}

/** What is written goes over the day that the file names; it may stay empty where there is one. */
function whenProblem(
  file: UnderstoodFile,
  taken: readonly ItemChoice[],
  { when, precision }: FileAbout,
): string | undefined {
  if (when.trim() === '')
    return saysWhen(file, taken) ? undefined : 'The file does not say when. Say it here.';
  const read = readWhen(when, precision);
  return read.ok ? undefined : read.problem;
}

function saysWhen({ heldOn, items }: UnderstoodFile, taken: readonly ItemChoice[]): boolean {
  return (
    heldOn !== null ||
    items.every(({ index, heldOn: day }) => day !== null || !taken.some((each) => each.index === index))
  );
}

/** What `POST /result-files/bring-in` takes. */
export function bringInBody(
  source: FileSource,
  file: UnderstoodFile,
  choices: readonly ItemChoice[],
  about: FileAbout,
  again: boolean,
) {
  return {
    ...source,
    about: aboutBody(about),
    items: choices.filter(({ isTaken }) => isTaken).map((choice) => itemBody(file, choice)),
    ...(again ? { again } : {}),
  };
}

function aboutBody({ label, when, precision, audience, tags, reached, askedBy, n }: FileAbout) {
  const read = readWhen(when, precision);
  const count = readCount(n);
  const texts = { label, reached, askedBy };
  const said = Object.entries(texts).map(([name, text]) => [name, text.trim()] as const);
  return {
    audience: audience.trim(),
    audienceTags: unique(
      tags
        .split(/[,;\n]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
    ...Object.fromEntries(said.filter(([, text]) => text !== '')),
    ...(read.ok ? { when: read.when } : {}),
    ...(count === undefined || Number.isNaN(count) ? {} : { n: count }),
  };
}

function itemBody(file: UnderstoodFile, choice: ItemChoice) {
  const { index, questionId, optionMap } = choice;
  const prompt = choice.prompt.trim();
  const asked = itemOf(file, choice)?.prompt === null && prompt !== '' ? { prompt } : {};
  if (questionId === undefined) return { index, newQuestion: true as const, ...asked };
  const map = Object.entries(optionMap).map(([label, optionId]) => ({ label, optionId }));
  return { index, questionId, optionMap: map, ...asked };
}

export function itemOf(
  file: UnderstoodFile,
  { index }: Pick<ItemChoice, 'index'>,
): UnderstoodItem | undefined {
  return file.items.find((item) => item.index === index);
}

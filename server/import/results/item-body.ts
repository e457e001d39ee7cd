import { latestVersion, type Question } from '../../../shared/question.ts';
import type { BringInBody, BringInItem } from '../../../shared/result-file-schema.ts';
import type { UnderstoodFile, UnderstoodItem } from '../../../shared/result-file.ts';
import type { Wording } from '../../../shared/data-point.ts';
import { likeness } from '../../../shared/label-likeness.ts';

const METHODS: Record<UnderstoodFile['tool'], string> = {
  mentimeter: 'Mentimeter',
  slido: 'Slido',
  'poll-everywhere': 'Poll Everywhere',
  pigeonhole: 'Pigeonhole',
  table: '',
};

/** As a result from elsewhere is sent: what the file says, and what was said about it. Unchecked. */
export function bodyOfItem(
  { tool, heldOn }: UnderstoodFile,
  item: UnderstoodItem,
  chosen: BringInItem,
  { label, when, n, method, ...about }: BringInBody['about'],
  question: Question,
): object {
  const day = item.heldOn ?? heldOn;
  const prompt = item.prompt ?? chosen.prompt ?? null;
  return {
    ...about,
    label: label ?? about.audience.slice(0, 120),
    when: when ?? (day === null ? undefined : { date: day, precision: 'day' }),
    method: method ?? (METHODS[tool] || null),
    prompt,
    wording: chosen.wording ?? wordingOf(prompt, question),
    exactness: item.exactness,
    n: item.n ?? n ?? null,
    optionsOffered: item.hasAllOptions ? item.results.map((each) => each.label) : null,
    results: item.results.map((result) => ({ ...result, ...optionOf(result.label, chosen, question) })),
  };
}

/** What a person decided; options of a new question are those of the file. */
function optionOf(
  label: string,
  { optionMap, questionId }: BringInItem,
  question: Question,
): { optionId?: string } {
  const optionId =
    questionId === undefined
      ? latestVersion(question).options.find((option) => option.label === label.trim())?.id
      : optionMap?.find((mapping) => mapping.label === label)?.optionId;
  return optionId ? { optionId } : {};
}

/** Exact where the words differ by case, accents and punctuation at most. */
function wordingOf(prompt: string | null, { versions }: Question): Wording {
  if (prompt === null) return 'unknown';
  return versions.some((version) => likeness(version.prompt, prompt) === 2) ? 'exact' : 'rough';
}

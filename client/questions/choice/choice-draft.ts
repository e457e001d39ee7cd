import type { PictureId } from '../../../shared/ids.ts';
import type { Option, QuestionSpec } from '../../../shared/question.ts';
import type { ABSTAIN_ID, OTHER_ID } from '../../../shared/questions/question-type.ts';
import type { MAX_WHY } from '../../../shared/questions/why.ts';
import { t } from '../../words/words.svelte.ts';

/** Rows beside the options. The phone takes no code from `shared/questions`, so the names stand here too. */
export const OTHER: typeof OTHER_ID = 'other';
export const ABSTAIN: typeof ABSTAIN_ID = 'abstain';
/** As `shared/questions/choice.ts` takes it; a test holds the two together. */
export const MAX_OTHER_LENGTH = 120;
/** As `shared/questions/why.ts` takes it. */
export const MAX_WHY_LENGTH: typeof MAX_WHY = 140;

/** What is ticked, as rows: option ids, OTHER and ABSTAIN. `other` is kept while its row is not ticked, `why` while
 * not saying is. */
export interface ChoiceDraft {
  picks: string[];
  other: string;
  why?: string;
}

interface ChoiceAnswer {
  option?: string;
  options?: string[];
  other?: string;
  why?: string;
  abstain?: true;
}

/** The rows an answer stands for; an option the question no longer has is left out. */
export function draftOf(question: QuestionSpec, answer: unknown): ChoiceDraft {
  const { option, options = [], other, why, abstain } = (answer ?? {}) as ChoiceAnswer;
  const picks = [...(option === undefined ? [] : [option]), ...options].filter((id) =>
    hasOption(question, id),
  );
  if (other !== undefined) picks.push(OTHER);
  if (abstain) picks.push(ABSTAIN);
  return { picks, other: other ?? '', ...(why === undefined ? {} : { why }) };
}

/** Whether a reason is asked for: once something is chosen, and not where nothing is said. */
export function asksWhy({ settings }: QuestionSpec, { picks }: ChoiceDraft): boolean {
  return settings['why'] === true && picks.length > 0 && !picks.includes(ABSTAIN);
}

/** Whether words are asked for and still missing. */
export function lacksWords({ picks, other }: ChoiceDraft): boolean {
  return picks.includes(OTHER) && other.trim() === '';
}

export function singleAnswer({ picks: [pick], other, why }: ChoiceDraft): unknown {
  if (pick === ABSTAIN) return { abstain: true };
  return { ...(pick === OTHER ? { other: other.trim() } : { option: pick }), ...reason(why) };
}

export function multipleAnswer({ picks, other, why }: ChoiceDraft): unknown {
  if (picks.includes(ABSTAIN)) return { abstain: true };
  const options = picks.filter((pick) => pick !== OTHER);
  return { options, ...(picks.includes(OTHER) ? { other: other.trim() } : {}), ...reason(why) };
}

/** A reason that says something. */
function reason(why = ''): { why?: string } {
  return why.trim() === '' ? {} : { why: why.trim() };
}

/** What an answer says, in ballot order, the reason last. */
export function wordsOf(question: QuestionSpec, answer: unknown): string[] {
  const { picks, other, why } = draftOf(question, answer);
  if (picks.includes(ABSTAIN)) return [t('choice.abstain')];
  const labels = question.options.filter(({ id }) => picks.includes(id)).map(({ label }) => label);
  const said = picks.includes(OTHER) ? [...labels, other] : labels;
  return why === undefined ? said : [...said, t('why.yours', { why })];
}

/** The options and the rows beside them, in this phone's order. */
export function rowsOf(
  { settings }: QuestionSpec,
  options: readonly Option[],
): { id: string; label: string; picture?: PictureId }[] {
  return [
    ...options,
    ...(settings['other'] === true ? [{ id: OTHER, label: t('choice.other') }] : []),
    ...(settings['abstain'] === true ? [{ id: ABSTAIN, label: t('choice.abstain') }] : []),
  ];
}

function hasOption(question: QuestionSpec, id: string): boolean {
  return question.options.some((option) => option.id === id);
}

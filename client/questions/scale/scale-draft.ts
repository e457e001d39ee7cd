import type { QuestionSpec } from '../../../shared/question.ts';
import { scaleOf } from '../../../shared/questions/scale-spec.ts';
import { indexOf, isOnScale, stepCount, valueAt } from '../../../shared/questions/scale-steps.ts';
import { t } from '../../words/words.svelte.ts';
import { valueWords } from '../numbers/scale-words.ts';

/** What is set so far: one number, or one for each statement under its id. */
export interface ScaleDraft {
  value: number | undefined;
  values: Record<string, number>;
  isAbstaining: boolean;
}

interface ScaleAnswer {
  value?: number;
  values?: Record<string, number>;
  abstain?: true;
}

/** The draft an answer stands for; numbers the question no longer takes are left out. */
export function draftOf(question: QuestionSpec, answer: unknown): ScaleDraft {
  const { value, values = {}, abstain } = (answer ?? {}) as ScaleAnswer;
  const scale = scaleOf(question);
  const kept = Object.entries(values).filter(
    ([id, each]) => isOnScale(scale, each) && scale.statements?.some((statement) => statement.id === id),
  );
  return {
    value: value !== undefined && isOnScale(scale, value) ? value : undefined,
    values: Object.fromEntries(kept),
    isAbstaining: abstain === true,
  };
}

/** The draft with one number set, or taken back. */
export function withValue(draft: ScaleDraft, id: string, value: number | undefined): ScaleDraft {
  const { [id]: _, ...others } = draft.values;
  const values = value === undefined ? others : { ...others, [id]: value };
  return { ...draft, values, isAbstaining: false };
}

/** One step down or up; from nothing to the middle. */
export function stepped(question: QuestionSpec, value: number | undefined, by: 1 | -1): number {
  const scale = scaleOf(question);
  const last = stepCount(scale) - 1;
  if (value === undefined) return valueAt(scale, Math.round(last / 2));
  return valueAt(scale, Math.min(last, Math.max(0, indexOf(scale, value) + by)));
}

/** What the draft says, to be sent; undefined while there is nothing. */
export function answerOf(question: QuestionSpec, draft: ScaleDraft): ScaleAnswer | undefined {
  if (draft.isAbstaining) return { abstain: true };
  if (scaleOf(question).statements)
    return Object.keys(draft.values).length > 0 ? { values: draft.values } : undefined;
  return draft.value === undefined ? undefined : { value: draft.value };
}

/** What an answer says, in the order of the statements. */
export function wordsOf(question: QuestionSpec, answer: unknown): string[] {
  const { value, values, isAbstaining } = draftOf(question, answer);
  const { statements = [], unit } = scaleOf(question);
  if (isAbstaining) return [t('scale.abstain')];
  if (value !== undefined) return [valueWords(value, unit)];
  return statements.flatMap(({ id, label }) => {
    const given = values[id];
    return given === undefined ? [] : [`${label}: ${valueWords(given, unit)}`];
  });
}

/** "From 1 to 10". */
export function scaleHint(question: QuestionSpec): string {
  const { min, max, unit, statements } = scaleOf(question);
  const ends = { low: valueWords(min, undefined), high: valueWords(max, unit) };
  return t(statements ? 'scale.each-from-to' : 'scale.from-to', ends);
}

import * as z from 'zod/mini';
import type { QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';
import { abstainAnswer, refusesAbstain } from './choice.ts';
import { countNumber } from './histogram.ts';
import { numberText, unitText } from './number-text.ts';
import { abstains } from './pretend.ts';
import { LEFT_OUT, pretendNumber } from './pretend-number.ts';
import { ABSTAIN_ID, type PretendMind, type QuestionType } from './question-type.ts';
import { SCALE_RULES, scaleFinding } from './scale-finding.ts';
import { scaleResults, scaleTable } from './scale-results.ts';
import { refusesScale, scaleSettings } from './scale-settings.ts';
import { scaleOf } from './scale-spec.ts';
import { emptyScale, ONLY, thingsOf, type ScaleTally } from './scale-tally.ts';
import { isOnScale } from './scale-steps.ts';

const answer = z.union([
  z.strictObject({ value: z.number() }),
  z.strictObject({ values: z.record(z.string(), z.number()) }),
  abstainAnswer,
]);

export type ScaleAnswer = z.infer<typeof answer>;

/** A scale: one number, or one for each of several statements. */
export const scale: QuestionType<ScaleAnswer, ScaleTally> = {
  name: 'scale',
  takesOptions: false,
  lists: ['statements'],
  settings: scaleSettings,
  answer,
  comparedBy: 'means',
  picks: 'one',
  pickedIds: (given) => ('abstain' in given ? [ABSTAIN_ID] : []),
  refusesSpec: refusesScale,
  refuses(spec, given) {
    if ('abstain' in given) return refusesAbstain(spec);
    return 'value' in given ? refusesValue(spec, given.value) : refusesValues(spec, given.values);
  },
  empty: emptyScale,
  add(tally, given, sign) {
    tally.ballots += sign;
    if ('abstain' in given) tally.abstained += sign;
    else
      for (const [id, value] of Object.entries(valuesOf(given)))
        countNumber((tally.given[id] ??= {}), value, sign);
    return tally;
  },
  forRoom: (tally) => tally,
  results: scaleResults,
  table: scaleTable,
  labels(spec, given) {
    if ('abstain' in given) return [];
    const { statements, unit } = scaleOf(spec);
    const words = (value: number) => `${numberText(value)}${unitText(unit)}`;
    if ('value' in given) return [words(given.value)];
    return (statements ?? []).flatMap(({ id, label }) => {
      const value = given.values[id];
      return value === undefined ? [] : [`${label}: ${words(value)}`];
    });
  },
  columns: (spec) => scaleOf(spec).statements?.map(({ label }) => label) ?? ['value'],
  row(spec, given) {
    const values = 'abstain' in given ? {} : valuesOf(given);
    return thingsOf(spec).map((id) => String(values[id] ?? ''));
  },
  finding: scaleFinding,
  rules: SCALE_RULES,
  pretend(spec, mind) {
    if (abstains(spec, mind)) return { abstain: true };
    const { statements } = scaleOf(spec);
    return statements ? { values: pretendValues(spec, mind) } : { value: pretendNumber(spec, '', mind) };
  },
};

function valuesOf(given: { value: number } | { values: Record<string, number> }): Record<string, number> {
  return 'value' in given ? { [ONLY]: given.value } : given.values;
}

function refusesValue(spec: QuestionSpec, value: number): FieldError[] {
  const range = scaleOf(spec);
  if (range.statements)
    return [{ path: 'value', message: 'This question asks for a number for each statement.' }];
  return isOnScale(range, value) ? [] : [offScale('value', spec)];
}

/** [SC5] Statements may be left out, but not all of them. */
function refusesValues(spec: QuestionSpec, values: Record<string, number>): FieldError[] {
  const { statements } = scaleOf(spec);
  if (!statements) return [{ path: 'values', message: 'This question asks for one number.' }];
  const given = Object.entries(values);
  if (given.length === 0) return [{ path: 'values', message: 'Answer at least one of the statements.' }];
  return given.flatMap(([id, value]) => {
    const path = `values.${id}`;
    if (!statements.some((statement) => statement.id === id))
      return [{ path, message: 'That statement is not part of this question.' }];
    return isOnScale(scaleOf(spec), value) ? [] : [offScale(path, spec)];
  });
}

function offScale(path: string, spec: QuestionSpec): FieldError {
  const { min, max, step = 1 } = scaleOf(spec);
  const steps = step === 1 ? '' : ` in steps of ${numberText(step)}`;
  return { path, message: `Give a number from ${numberText(min)} to ${numberText(max)}${steps}.` };
}

/** Now and then somebody leaves a statement out; never all of them. */
function pretendValues(spec: QuestionSpec, mind: PretendMind): Record<string, number> {
  const statements = scaleOf(spec).statements ?? [];
  const values = statements.map(({ id }) => [id, pretendNumber(spec, id, mind)] as const);
  const kept = values.filter(() => mind.random() > LEFT_OUT);
  return Object.fromEntries(kept.length > 0 ? kept : values);
}

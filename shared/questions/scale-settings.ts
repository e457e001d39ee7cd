import * as z from 'zod/mini';
import type { QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';
import { MAX_LABEL } from './choice.ts';
import { labelledList, refusesList, settingText } from './labelled.ts';
import { scaleOf } from './scale-spec.ts';
import { MOST_SINGLE, stepCount, type ScaleRange } from './scale-steps.ts';

/** A slider with a unit may have finer steps than one finger can count, but each must be a place on the screen. */
export const MOST_SLIDER_STEPS = 1001;
export const MOST_STATEMENTS = 12;
export const MAX_END_LABEL = 60;
const MAX_UNIT = 20;
const LARGEST = 1_000_000_000;
const SMALLEST_STEP = 0.000_001;

const end = z.number().check(z.minimum(-LARGEST), z.maximum(LARGEST));

/** The ends of what is answered in numbers, and their names. */
export const rangeSettings = {
  min: end,
  max: end,
  lowLabel: z.optional(settingText(MAX_END_LABEL)),
  highLabel: z.optional(settingText(MAX_END_LABEL)),
  abstain: z.optional(z.boolean()),
};

export const scaleSettings = z.strictObject({
  ...rangeSettings,
  step: z.optional(z.number().check(z.minimum(SMALLEST_STEP), z.maximum(LARGEST))),
  unit: z.optional(settingText(MAX_UNIT)),
  statements: z.optional(labelledList(MAX_LABEL).check(z.minLength(1), z.maxLength(MOST_STATEMENTS))),
});

/** [SC1] [SC2] [SC3] What is wrong with a scale as a question. */
export function refusesScale(spec: QuestionSpec): FieldError[] {
  const scale = scaleOf(spec);
  const errors = refusesRange(scale, scale.unit === undefined ? MOST_SINGLE : MOST_SLIDER_STEPS);
  if (spec.options.length > 0)
    errors.push({ path: 'options', message: 'A scale has no options; statements are one of its settings.' });
  return [...errors, ...refusesList(scale.statements ?? [], 'settings.statements')];
}

/** What is wrong with the ends and the steps between them. */
export function refusesRange(range: ScaleRange, most: number): FieldError[] {
  if (range.min >= range.max)
    return [{ path: 'settings.max', message: 'The highest number must be above the lowest.' }];
  const count = stepCount(range);
  if (!Number.isInteger(count))
    return [
      { path: 'settings.step', message: 'The steps do not lead from the lowest to the highest number.' },
    ];
  if (count <= most) return [];
  const more = most === MOST_SINGLE ? ' With a unit it is a slider, and takes more.' : '';
  const path = range.step === undefined ? 'settings.max' : 'settings.step';
  return [{ path, message: `From end to end at most ${most} numbers, not ${count}.${more}` }];
}

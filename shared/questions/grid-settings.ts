import * as z from 'zod/mini';
import type { QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';
import { MAX_OPTIONS, MIN_OPTIONS } from './choice.ts';
import { gridOf } from './grid-spec.ts';
import { labelledList, refusesList } from './labelled.ts';
import { rangeSettings, refusesRange } from './scale-settings.ts';
import { MOST_SINGLE } from './scale-steps.ts';

export const FEWEST_CRITERIA = 2;
export const MOST_CRITERIA = 5;
/** Longer ones would not fit above a column. */
export const MAX_CRITERION = 60;

const whole = z.int().check(z.minimum(-1000), z.maximum(1000));

export const gridSettings = z.strictObject({
  ...rangeSettings,
  min: whole,
  max: whole,
  criteria: labelledList(MAX_CRITERION).check(z.minLength(FEWEST_CRITERIA), z.maxLength(MOST_CRITERIA)),
  shuffle: z.optional(z.boolean()),
});

/** [GR1] What is wrong with a grid as a question. */
export function refusesGrid(spec: QuestionSpec): FieldError[] {
  const grid = gridOf(spec);
  return [
    ...refusesCount(spec.options.length),
    ...refusesList(spec.options, 'options'),
    ...refusesRange(grid, MOST_SINGLE),
    ...refusesList(grid.criteria, 'settings.criteria'),
  ];
}

function refusesCount(options: number): FieldError[] {
  if (options < MIN_OPTIONS)
    return [{ path: 'options', message: `A grid needs at least ${MIN_OPTIONS} options to rate.` }];
  if (options <= MAX_OPTIONS) return [];
  return [{ path: 'options', message: `A grid takes at most ${MAX_OPTIONS} options.` }];
}

import * as z from 'zod/mini';
import type { QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';
import { abstainAnswer, refusesAbstain } from './choice.ts';
import { GRID_RULES, gridFinding } from './grid-finding.ts';
import { gridResults, gridTable } from './grid-results.ts';
import { gridSettings, refusesGrid } from './grid-settings.ts';
import { gridOf } from './grid-spec.ts';
import { countRatings, emptyGrid, type GridTally, type Ratings } from './grid-tally.ts';
import { numberText } from './number-text.ts';
import { abstains } from './pretend.ts';
import { LEFT_OUT, pretendNumber } from './pretend-number.ts';
import { ABSTAIN_ID, type PretendMind, type QuestionType } from './question-type.ts';
import { isOnScale } from './scale-steps.ts';

const ratings = z.record(z.string(), z.record(z.string(), z.number()));
const answer = z.union([z.strictObject({ ratings }), abstainAnswer]);

export type GridAnswer = z.infer<typeof answer>;

/** A grid: each option rated on each of a few criteria. A profile for each option, never one winner. */
export const grid: QuestionType<GridAnswer, GridTally> = {
  name: 'grid',
  takesOptions: true,
  lists: ['criteria'],
  settings: gridSettings,
  answer,
  comparedBy: 'means',
  picks: 'several',
  pickedIds: (given) => ('abstain' in given ? [ABSTAIN_ID] : Object.keys(given.ratings)),
  refusesSpec: refusesGrid,
  refuses(spec, given) {
    return 'abstain' in given ? refusesAbstain(spec) : refusesRatings(spec, given.ratings);
  },
  empty: emptyGrid,
  add(tally, given, sign) {
    tally.ballots += sign;
    if ('abstain' in given) tally.abstained += sign;
    else countRatings(tally, given.ratings, sign);
    return tally;
  },
  forRoom: (tally) => tally,
  results: gridResults,
  table: gridTable,
  labels(spec, given) {
    if ('abstain' in given) return [];
    return spec.options.flatMap(({ id, label }) => {
      const row = given.ratings[id] ?? {};
      const cells = gridOf(spec).criteria.flatMap((criterion) => {
        const value = row[criterion.id];
        return value === undefined ? [] : [`${criterion.label} ${numberText(value)}`];
      });
      return cells.length === 0 ? [] : [`${label}: ${cells.join(', ')}`];
    });
  },
  columns: (spec) =>
    spec.options.flatMap(({ label }) =>
      gridOf(spec).criteria.map((criterion) => `${label}: ${criterion.label}`),
    ),
  row(spec, given) {
    const { criteria } = gridOf(spec);
    return spec.options.flatMap(({ id }) =>
      criteria.map((criterion) =>
        'abstain' in given ? '' : String(given.ratings[id]?.[criterion.id] ?? ''),
      ),
    );
  },
  finding: gridFinding,
  rules: GRID_RULES,
  pretend(spec, mind) {
    return abstains(spec, mind) ? { abstain: true } : { ratings: pretendRatings(spec, mind) };
  },
};

/** [GR2] Cells may be left out, but not all of them. */
function refusesRatings(spec: QuestionSpec, given: Ratings): FieldError[] {
  const rows = Object.entries(given);
  if (rows.every(([, row]) => Object.keys(row).length === 0))
    return [{ path: 'ratings', message: 'Rate at least one option on one criterion.' }];
  return rows.flatMap(([option, row]) => {
    const path = `ratings.${option}`;
    if (!spec.options.some(({ id }) => id === option))
      return [{ path, message: 'That option is not part of this question.' }];
    return Object.entries(row).flatMap(([id, value]) => refusesCell(spec, `${path}.${id}`, id, value));
  });
}

function refusesCell(spec: QuestionSpec, path: string, criterion: string, value: number): FieldError[] {
  const range = gridOf(spec);
  if (!range.criteria.some(({ id }) => id === criterion))
    return [{ path, message: 'That criterion is not part of this question.' }];
  if (isOnScale(range, value)) return [];
  const message = `Give a whole number from ${numberText(range.min)} to ${numberText(range.max)}.`;
  return [{ path, message }];
}

/** Now and then somebody leaves a cell out; the first never, so that there is one. */
function pretendRatings(spec: QuestionSpec, mind: PretendMind): Ratings {
  const { criteria } = gridOf(spec);
  const row = (option: string, at: number) =>
    criteria
      .filter((_, column) => at + column === 0 || mind.random() > LEFT_OUT)
      .map(({ id, label }) => [id, pretendNumber(spec, option + label, mind)] as const);
  return Object.fromEntries(
    spec.options.map(({ id, label }, at) => [id, Object.fromEntries(row(label, at))]),
  );
}

import * as z from 'zod/mini';
import type { QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';
import { abstainAnswer, refusesAbstain, refusesChoiceSpec } from './choice.ts';
import { countPairs, emptyHeadToHead } from './head-to-head.ts';
import { countNumber } from './histogram.ts';
import { averageText, middleHalfText } from './number-text.ts';
import { POINTS_RULES, pointsFinding } from './points-finding.ts';
import { totalOf } from './points-spec.ts';
import { allottedOptions, summarised, type PointsTally } from './points-tally.ts';
import { abstains } from './pretend.ts';
import { pretendShares } from './pretend-shares.ts';
import { ABSTAIN_ID, NO_SHARE, type QuestionType, type Results, type ResultTable } from './question-type.ts';

const LEAST_TOTAL = 2;
const GREATEST_TOTAL = 1000;

const answer = z.union([
  z.strictObject({ points: z.record(z.string(), z.int().check(z.minimum(0), z.maximum(GREATEST_TOTAL))) }),
  abstainAnswer,
]);

export type PointsAnswer = z.infer<typeof answer>;

/** Points: 100 (or n) of them shared over the options, to the last one. */
export const points: QuestionType<PointsAnswer, PointsTally> = {
  name: 'points',
  takesOptions: true,
  settings: z.strictObject({
    total: z.optional(z.int().check(z.minimum(LEAST_TOTAL), z.maximum(GREATEST_TOTAL))),
    shuffle: z.optional(z.boolean()),
    abstain: z.optional(z.boolean()),
  }),
  answer,
  comparedBy: 'means',
  picks: 'several',
  pickedIds: (given) =>
    'abstain' in given ? [ABSTAIN_ID] : Object.keys(given.points).filter((id) => pointsIn(given, id) > 0),
  refusesSpec: refusesChoiceSpec,
  refuses(spec, given) {
    if ('abstain' in given) return refusesAbstain(spec);
    return [...refusesIds(spec, given.points), ...refusesSum(spec, given.points)];
  },
  empty: (spec) => ({
    ballots: 0,
    abstained: 0,
    ...emptyHeadToHead(spec.options),
    given: spec.options.map(() => ({})),
  }),
  add(tally, given, sign) {
    tally.ballots += sign;
    if ('abstain' in given) tally.abstained += sign;
    else {
      tally.given.forEach((histogram, at) => {
        const value = pointsIn(given, tally.ids[at] ?? '');
        if (value > 0) countNumber(histogram, value, sign);
      });
      countPairs(tally, (id) => pointsIn(given, id), sign);
    }
    return tally;
  },
  forRoom: summarised,
  results: pointsResults,
  table: pointsTable,
  labels: (spec, given) => spec.options.filter(({ id }) => pointsIn(given, id) > 0).map(({ label }) => label),
  columns: (spec) => spec.options.map(({ label }) => label),
  row: (spec, given) => spec.options.map(({ id }) => ('abstain' in given ? '' : String(pointsIn(given, id)))),
  finding: pointsFinding,
  rules: POINTS_RULES,
  pretend(spec, mind) {
    if (abstains(spec, mind)) return { abstain: true };
    return { points: pretendShares(spec.options, totalOf(spec), mind) };
  },
};

/** What is not named gets nothing. */
function pointsIn(given: PointsAnswer, id: string): number {
  return 'points' in given && Object.hasOwn(given.points, id) ? (given.points[id] ?? 0) : 0;
}

function refusesIds(spec: QuestionSpec, given: Record<string, number>): FieldError[] {
  return Object.keys(given)
    .filter((id) => !spec.options.some((option) => option.id === id))
    .map((id) => ({ path: `points.${id}`, message: 'That option is not part of this question.' }));
}

function refusesSum(spec: QuestionSpec, given: Record<string, number>): FieldError[] {
  const total = totalOf(spec);
  const sum = Object.values(given).reduce((all, value) => all + value, 0);
  if (sum === total) return [];
  return [{ path: 'points', message: `Share exactly ${total} points; these are ${sum}.` }];
}

function pointsResults(spec: QuestionSpec, tally: PointsTally): Results {
  return {
    options: allottedOptions(spec, tally).map(({ id, label, givers, summary }) => ({
      ...{ id, label, count: givers, ...NO_SHARE },
      ...{ mean: summary?.mean ?? null, sd: summary?.sd ?? null },
      ...{ lower: summary?.lower ?? null, upper: summary?.upper ?? null },
    })),
    abstained: tally.abstained,
  };
}

/** The average and the middle half of each option. */
function pointsTable(spec: QuestionSpec, tally: PointsTally): ResultTable {
  return {
    columns: [
      { id: 'average', label: 'Average' },
      { id: 'middle-half', label: 'Middle half' },
      { id: 'givers', label: 'Gave it any', isDetail: true },
      { id: 'spread', label: 'Standard deviation', isDetail: true },
    ],
    main: 'average',
    rows: allottedOptions(spec, tally).map(({ id, label, givers, summary }) => ({
      id,
      label,
      cells: [
        summary === null ? '–' : averageText(summary.mean, 1),
        summary === null ? '–' : middleHalfText(summary),
        String(givers),
        sdText(summary?.sd ?? null),
      ],
      bar: (summary?.mean ?? 0) / totalOf(spec),
    })),
  };
}

function sdText(sd: number | null): string {
  return sd === null ? '–' : averageText(sd, 1);
}

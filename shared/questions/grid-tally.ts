import type { QuestionSpec } from '../question.ts';
import { gridOf } from './grid-spec.ts';
import { countNumber, type Histogram } from './histogram.ts';
import type { TallyBase } from './question-type.ts';

/** Ratings by option and criterion. */
export type Ratings = Record<string, Record<string, number>>;

/** How often each number was given, by option and criterion. */
export interface GridTally extends TallyBase {
  cells: Record<string, Record<string, Histogram>>;
  /** How many rated an option on one criterion at least. */
  rated: Record<string, number>;
}

export function emptyGrid(spec: QuestionSpec): GridTally {
  const { criteria } = gridOf(spec);
  const row = () => Object.fromEntries(criteria.map(({ id }) => [id, {}]));
  return {
    ballots: 0,
    abstained: 0,
    cells: Object.fromEntries(spec.options.map(({ id }) => [id, row()])),
    rated: Object.fromEntries(spec.options.map(({ id }) => [id, 0])),
  };
}

/** Adds or takes away one voter's ratings, in place. */
export function countRatings({ cells, rated }: GridTally, ratings: Ratings, sign: 1 | -1): void {
  for (const [option, row] of Object.entries(ratings)) {
    const given = Object.entries(row);
    if (given.length > 0) rated[option] = (rated[option] ?? 0) + sign;
    for (const [criterion, value] of given)
      countNumber(((cells[option] ??= {})[criterion] ??= {}), value, sign);
  }
}

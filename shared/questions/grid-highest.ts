import type { Option, QuestionSpec } from '../question.ts';
import { gridOf } from './grid-spec.ts';
import type { GridTally } from './grid-tally.ts';
import { summaryOf } from './histogram.ts';
import type { Labelled } from './labelled.ts';

/** With how many decimals an average is said: ratings are whole numbers. */
export const AVERAGE_DECIMALS = 1;

export interface Rated {
  option: Option;
  criterion: Labelled;
  /** As it is said and shown: rounded. */
  average: number;
}

/** On each criterion the one option with the highest average, as it is shown; none where two are level. */
export function highestRated(spec: QuestionSpec, tally: GridTally): Rated[] {
  return gridOf(spec).criteria.flatMap((criterion) => {
    const rated = ratedOn(spec, tally, criterion);
    const most = Math.max(...rated.map(({ average }) => average));
    const first = rated.filter(({ average }) => average === most);
    return first.length === 1 && rated.length > 1 ? first : [];
  });
}

/** The averages on one criterion, of those that were rated on it. */
export function ratedOn(spec: QuestionSpec, { cells }: GridTally, criterion: Labelled): Rated[] {
  return spec.options.flatMap((option) => {
    const summary = summaryOf(cells[option.id]?.[criterion.id] ?? {});
    return summary ? [{ option, criterion, average: Number(summary.mean.toFixed(AVERAGE_DECIMALS)) }] : [];
  });
}

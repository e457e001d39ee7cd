import type { QuestionSpec } from '../question.ts';
import { AVERAGE_DECIMALS } from './grid-highest.ts';
import { gridOf } from './grid-spec.ts';
import type { GridTally } from './grid-tally.ts';
import { summaryOf, type Histogram } from './histogram.ts';
import { numberResult } from './number-result.ts';
import { averageText } from './number-text.ts';
import { ABSTAIN_ID, NO_SHARE, type ResultTable, type Results } from './question-type.ts';

/** Per option how many rated it, and what each criterion comes to. A share of ratings has no interval. */
export function gridResults(spec: QuestionSpec, { ballots, cells, rated }: GridTally): Results {
  const { criteria } = gridOf(spec);
  return {
    options: spec.options.map(({ id, label }) => ({
      id,
      label,
      count: rated[id] ?? 0,
      ...NO_SHARE,
      share: ballots === 0 ? null : (rated[id] ?? 0) / ballots,
      criteria: criteria.map((criterion) => ({
        id: criterion.id,
        label: criterion.label,
        ...numberResult(cells[id]?.[criterion.id]),
      })),
    })),
  };
}

/**
 * How many rated each option, and its average on each criterion. What is read first is the number of people: no criterion
 * goes before the others, and no column adds them up, since nobody was asked to weigh them.
 */
export function gridTable(spec: QuestionSpec, { ballots, abstained, cells, rated }: GridTally): ResultTable {
  const { criteria, abstain } = gridOf(spec);
  const asked = ballots - abstained;
  const rows = spec.options.map(({ id, label }) => ({
    id,
    label,
    cells: [
      String(rated[id] ?? 0),
      ...criteria.map((criterion) => cellText(cells[id]?.[criterion.id] ?? {}, asked)),
    ],
  }));
  const blank = criteria.map(() => '');
  const last = { id: ABSTAIN_ID, label: 'Abstained', cells: [String(abstained), ...blank] };
  return {
    columns: [{ id: 'answered', label: 'Answered' }, ...criteria.map(({ id, label }) => ({ id, label }))],
    main: 'answered',
    rows: abstain ? [...rows, last] : rows,
  };
}

/** "4.3", and of how many where some left it out: "4.3 (of 12)". */
function cellText(histogram: Histogram, asked: number): string {
  const summary = summaryOf(histogram);
  if (!summary) return '–';
  const average = averageText(summary.mean, AVERAGE_DECIMALS);
  return summary.n < asked ? `${average} (of ${summary.n})` : average;
}

import type { Option, QuestionSpec } from '../question.ts';
import type { FindingSaid } from '../words/finding-words.ts';
import { averagesFinding } from './averages-finding.ts';
import { finding, noFinding } from './finding.ts';
import { AVERAGE_DECIMALS } from './grid-results.ts';
import { gridOf } from './grid-settings.ts';
import type { GridTally } from './grid-tally.ts';
import { summaryOf } from './histogram.ts';
import type { Labelled } from './labelled.ts';
import type { Finding, NoFinding } from './question-type.ts';

interface Rated {
  option: Option;
  criterion: Labelled;
  /** As it is said and shown: rounded. */
  average: number;
}

/**
 * [GR5] How many different options are rated highest, each on a criterion of its own; where that is not two at least,
 * between which averages the ratings lie. Never one option over all: nobody was asked to weigh the criteria.
 */
export function gridFinding(spec: QuestionSpec, tally: GridTally): Finding | NoFinding {
  if (tally.ballots === 0) return noFinding('finding.nobody');
  const { criteria } = gridOf(spec);
  const highest = criteria.flatMap((criterion) => highestOn(spec, tally, criterion));
  const options = new Set(highest.map(({ option }) => option.id)).size;
  if (options < 2) return averagesFinding(everyAverage(spec, tally), '');
  return finding(
    { kind: 'describes', rule: 'highest-per-criterion', leaders: [] },
    { key: 'finding.rated-highest', values: { n: criteria.length, options } },
    highest.map(saidOf),
  );
}

/** The one option with the highest average, as it is shown; none where two are level. */
export function highestOn(spec: QuestionSpec, tally: GridTally, criterion: Labelled): Rated[] {
  const rated = ratedOn(spec, tally, criterion);
  const most = Math.max(...rated.map(({ average }) => average));
  const first = rated.filter(({ average }) => average === most);
  return first.length === 1 && rated.length > 1 ? first : [];
}

function ratedOn(spec: QuestionSpec, { cells }: GridTally, criterion: Labelled): Rated[] {
  return spec.options.flatMap((option) => {
    const summary = summaryOf(cells[option.id]?.[criterion.id] ?? {});
    return summary ? [{ option, criterion, average: Number(summary.mean.toFixed(AVERAGE_DECIMALS)) }] : [];
  });
}

function everyAverage(spec: QuestionSpec, tally: GridTally): { label: string; average: number }[] {
  return gridOf(spec)
    .criteria.flatMap((criterion) => ratedOn(spec, tally, criterion))
    .map(({ option, criterion, average }) => ({ label: `${option.label}, ${criterion.label}`, average }));
}

function saidOf({ criterion, option, average }: Rated): FindingSaid {
  return {
    key: 'finding.highest-on',
    values: { criterion: criterion.label, option: option.label, average },
  };
}

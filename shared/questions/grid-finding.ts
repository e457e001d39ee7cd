import type { QuestionSpec } from '../question.ts';
import type { FindingSaid } from '../words/finding-words.ts';
import { AVERAGES_RULE, averagesFinding, type Averaged } from './averages-finding.ts';
import { finding, noFinding } from './finding.ts';
import { highestRated, ratedOn, type Rated } from './grid-highest.ts';
import { gridOf } from './grid-spec.ts';
import type { GridTally } from './grid-tally.ts';
import type { Finding, NoFinding } from './question-type.ts';

/** The rules of `gridFinding`, as a report says them. */
export const GRID_RULES = {
  ...AVERAGES_RULE,
  'highest-per-criterion':
    'For each criterion the option with the highest average is looked for; where two are level it is none. The criteria are not added up: nobody was asked to weigh them.',
};

/**
 * [GR5] How many different options are rated highest, each on a criterion of its own; where that is not two at least,
 * between which averages the ratings lie. Never one option over all: nobody was asked to weigh the criteria.
 */
export function gridFinding(spec: QuestionSpec, tally: GridTally): Finding | NoFinding {
  if (tally.ballots === 0) return noFinding('finding.nobody');
  const highest = highestRated(spec, tally);
  const options = new Set(highest.map(({ option }) => option.id)).size;
  if (options < 2) return averagesFinding(everyAverage(spec, tally), '');
  return finding(
    { kind: 'describes', rule: 'highest-per-criterion', leaders: [] },
    { key: 'finding.rated-highest', values: { n: gridOf(spec).criteria.length, options } },
    highest.map(saidOf),
  );
}

function everyAverage(spec: QuestionSpec, tally: GridTally): Averaged[] {
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

import type { QuestionSpec } from '../question.ts';
import type { FindingSaid } from '../words/finding-words.ts';
import { finding, noFinding } from './finding.ts';
import { duel, isClearlyBefore } from './head-to-head.ts';
import type { Finding, NoFinding, RoomCount } from './question-type.ts';
import { inRankOrder, rankedOptions, type Ranked, type RankingTally } from './ranking-order.ts';
import { rounded, toldApart } from './told-apart.ts';
import { missingFrom, whoIsMissing } from './who-is-missing.ts';

/** The rules of `rankingFinding`, as a report says them. */
export const RANKING_RULES = {
  'rank-lead-exceeds-unanswered':
    'An option comes first when its lead in Borda points is more than all who have not answered could make up for, each ' +
    'of them by as many points as there are other options.',
  'head-to-head':
    'An option comes first among those who answered when it has the best average place and, against each of the others, ' +
    'Wilson’s interval of the share that put it before the other lies above one half, at 1 − 0.05/(k − 1) for k options; ' +
    'else it is too close to call.',
};

/**
 * [RA6] *X comes first* when nobody who has not answered could change it. [RA7] Else *among those who answered* when it
 * wins against each of the others. [RA8] Else, where another clearly wins against it, both are said. [RA9] Else *too close
 * to call*.
 */
export function rankingFinding(
  spec: QuestionSpec,
  tally: RankingTally,
  room: RoomCount,
): Finding | NoFinding {
  if (tally.ballots === 0) return noFinding('finding.nobody');
  const [first, ...others] = inRankOrder(rankedOptions(spec, tally));
  const second = others[0];
  if (!first || !second || first.meanRank === null) return noFinding('finding.no-option');
  const missing = missingFrom(tally, room);
  if (first.borda - second.borda > missing * others.length)
    return comesFirst(first, tally, whoIsMissing(tally, room));
  if (others.every(({ id }) => isClearlyBefore(tally, first.id, id)))
    return firstAmongAnswered(first, tally, missing);
  const winner = others.find(({ id }) => isClearlyBefore(tally, id, first.id));
  if (winner) return atOdds(first, winner, tally);
  return tooClose([first, ...others.filter(({ id }) => !isClearlyBefore(tally, first.id, id))], tally);
}

function comesFirst(first: Ranked, tally: RankingTally, missing: FindingSaid): Finding {
  return finding(
    { kind: 'leads', rule: 'rank-lead-exceeds-unanswered', leaders: [first.id] },
    { key: 'finding.comes-first', values: { option: first.label } },
    [...aboutFirst(first, tally), missing],
  );
}

function firstAmongAnswered(first: Ranked, tally: RankingTally, missing: number): Finding {
  const { ballots } = tally;
  return finding(
    { kind: 'leads-among-answered', rule: 'head-to-head', leaders: [first.id] },
    { key: 'finding.first-among', values: { option: first.label, ballots, n: missing } },
    aboutFirst(first, tally),
  );
}

function atOdds(first: Ranked, winner: Ranked, tally: RankingTally): Finding {
  return finding(
    { kind: 'describes', rule: 'head-to-head', leaders: [first.id, winner.id] },
    { key: 'finding.rank-at-odds', values: { option: first.label, other: winner.label } },
    [headToHead(winner, first, tally)],
  );
}

function tooClose(close: Ranked[], tally: RankingTally): Finding {
  const [first, second] = close as [Ranked, Ranked];
  const [a, b] = toldApart(first.meanRank ?? 0, second.meanRank ?? 0);
  return finding(
    { kind: 'too-close', rule: 'head-to-head', leaders: close.map(({ id }) => id) },
    { key: 'finding.rank-close', values: { a, b } },
    [headToHead(first, second, tally)],
  );
}

function aboutFirst({ places, meanRank }: Ranked, { ballots }: RankingTally): FindingSaid[] {
  return [
    { key: 'finding.put-first', values: { n: places[0] ?? 0, ballots } },
    { key: 'finding.average-place', values: { mean: rounded(meanRank ?? 0) } },
  ];
}

function headToHead(one: Ranked, other: Ranked, tally: RankingTally): FindingSaid {
  const { won, lost } = duel(tally, one.id, other.id);
  return {
    key: 'finding.head-to-head',
    values: { n: won, lost, option: one.label, other: other.label },
  };
}

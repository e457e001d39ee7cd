import type { QuestionSpec } from '../question.ts';
import type { FindingSaid } from '../words/finding-words.ts';
import { finding, noFinding } from './finding.ts';
import { isClearlyBefore } from './head-to-head.ts';
import type { Summary } from './histogram.ts';
import { totalOf } from './points-spec.ts';
import { allottedOptions, type Allotted, type PointsTally } from './points-tally.ts';
import type { Finding, NoFinding, RoomCount } from './question-type.ts';
import { rounded, toldApart } from './told-apart.ts';
import { missingFrom, whoIsMissing } from './who-is-missing.ts';

/** The rules of `pointsFinding`, as a report says them. */
export const POINTS_RULES = {
  'points-lead-exceeds-unanswered':
    'An option gets the most points when its lead is more than all points that those who have not answered could still give.',
  'points-head-to-head':
    'An option gets the most among those who answered when it has the highest average and, against each of the others, ' +
    'Wilson’s interval of the share that gave it more than the other (of those who told the two apart) lies above one half, ' +
    'at 1 − 0.05/(k − 1) for k options; else it is too close to call.',
};

/** [PO8] A middle half as wide as this part of all points is no agreement. */
const NO_AGREEMENT = 1 / 4;

/** An option with its numbers, once somebody has answered. */
type Counted = Allotted & { summary: Summary };

/**
 * [PO5] *X gets the most* when the points of those who have not answered could not change it. [PO6] Else *among those who
 * answered* when more gave it more, against each of the others. [PO7] Else *too close to call*.
 */
export function pointsFinding(spec: QuestionSpec, tally: PointsTally, room: RoomCount): Finding | NoFinding {
  if (tally.ballots === 0) return noFinding('finding.nobody');
  const [first, ...others] = mostFirst(allottedOptions(spec, tally));
  const second = others[0];
  if (!first || !second) return noFinding('finding.no-option');
  const total = totalOf(spec);
  const missing = missingFrom(tally, room);
  if (first.sum - second.sum > missing * total)
    return getsMost(first, second, total, whoIsMissing(tally, room));
  if (others.every(({ id }) => isClearlyBefore(tally, first.id, id)))
    return mostAmongAnswered(first, tally, missing, total);
  return tooClose([first, ...others.filter(({ id }) => !isClearlyBefore(tally, first.id, id))], total);
}

/** The highest average first; what is level keeps its ballot order. Empty where nobody answered. */
function mostFirst(allotted: readonly Allotted[]): Counted[] {
  return allotted
    .filter((option): option is Counted => option.summary !== null)
    .sort((a, b) => b.sum - a.sum);
}

function getsMost(first: Counted, second: Counted, total: number, missing: FindingSaid): Finding {
  const [mean, next] = toldApart(first.summary.mean, second.summary.mean);
  const key = isAgreed(first, total) ? 'finding.gets-most' : 'finding.gets-most-disputed';
  return finding(
    { kind: 'leads', rule: 'points-lead-exceeds-unanswered', leaders: [first.id] },
    { key, values: { option: first.label, mean, total } },
    [{ key: 'finding.next-gets', values: { option: second.label, mean: next } }, middleHalf(first), missing],
  );
}

function mostAmongAnswered(first: Counted, { ballots }: PointsTally, n: number, total: number): Finding {
  return finding(
    { kind: 'leads-among-answered', rule: 'points-head-to-head', leaders: [first.id] },
    { key: 'finding.most-among', values: { option: first.label, ballots, n } },
    [
      { key: 'finding.average-points', values: { mean: rounded(first.summary.mean), total } },
      middleHalf(first),
    ],
  );
}

function tooClose(close: Counted[], total: number): Finding {
  const [first, second] = close as [Counted, Counted];
  const [a, b] = toldApart(first.summary.mean, second.summary.mean);
  return finding(
    { kind: 'too-close', rule: 'points-head-to-head', leaders: close.map(({ id }) => id) },
    { key: 'finding.points-close', values: { a, b, total } },
    [{ key: 'finding.points-level', values: { options: close.map(({ label }) => label) } }],
  );
}

function isAgreed({ summary: { lower, upper } }: Counted, total: number): boolean {
  return upper - lower < total * NO_AGREEMENT;
}

function middleHalf({ summary: { lower, upper } }: Counted): FindingSaid {
  return { key: 'finding.middle-half-gave', values: { lower, upper } };
}

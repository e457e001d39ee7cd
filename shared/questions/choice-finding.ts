import type { FindingSaid } from '../words/finding-words.ts';
import type { Option, QuestionSpec } from '../question.ts';
import { wilson } from '../stats/wilson.ts';
import type { ChoiceTally } from './choice.ts';
import { finding, noFinding } from './finding.ts';
import type { Finding, NoFinding, RoomCount, TallyBase } from './question-type.ts';
import { missingFrom, whoIsMissing } from './who-is-missing.ts';

/** So many options that are level are named one by one; more are counted. */
export const MOST_NAMED = 3;

/** The rules of `choiceFinding`, as a report says them. */
export const CHOICE_RULES = {
  'lead-exceeds-unanswered':
    'An option leads when it is further ahead than all who have not answered could make up for.',
  'wilson-top-two':
    'An option leads among those who answered when Wilson’s 95 % interval of its share of the votes for the first two ' +
    'leaves out one half (Hung and Fithian 2019: picking the top two needs no correction); else it is too close to call.',
};

export interface TopTwo {
  first: Option;
  second: Option;
  /** Every option with as many votes as the second, itself included, in ballot order. */
  level: Option[];
  /** Votes of each. */
  a: number;
  b: number;
  /** Ballots with exactly one of the two: what the test is made on. */
  onlyA: number;
  onlyB: number;
}

/**
 * [FI1] *X leads* when the lead exceeds those who have not answered. [FI2] Else *X leads among those who answered* when
 * Wilson's 95 % interval of c₁/(c₁+c₂) leaves out ½ (Hung & Fithian 2019, Ann Stat 47:1953–1981: picking the top two
 * needs no correction). [FI3] Else *too close to call*. [FI4] Nothing where there is nothing to compare. [FI5] "Other" is
 * many answers and never leads.
 */
export function choiceFinding(
  top: TopTwo | undefined,
  tally: TallyBase,
  room: RoomCount,
): Finding | NoFinding {
  if (tally.ballots === 0) return noFinding('finding.nobody');
  if (!top) return noFinding('finding.one-option');
  if (top.a === 0) return noFinding('finding.no-option');
  const missing = missingFrom(tally, room);
  if (top.a - top.b > missing) return leads(top, whoIsMissing(tally, room));
  const interval = wilson(top.onlyA, top.onlyA + top.onlyB);
  if (interval && interval.low > 0.5) return leadsAmongAnswered(top, tally, missing);
  return tooClose(top, tally);
}

function leads(top: TopTwo, missing: FindingSaid): Finding {
  return finding(
    { kind: 'leads', rule: 'lead-exceeds-unanswered', leaders: [top.first.id] },
    { key: 'finding.leads', values: { option: top.first.label } },
    [votesTo(top), missing],
  );
}

function leadsAmongAnswered(top: TopTwo, { ballots }: TallyBase, missing: number): Finding {
  return finding(
    { kind: 'leads-among-answered', rule: 'wilson-top-two', leaders: [top.first.id] },
    { key: 'finding.leads-among', values: { option: top.first.label, ballots, n: missing } },
    [votesTo(top)],
  );
}

/** Options with the same count are named alike: which of them stands second in the ballot means nothing. */
function tooClose(top: TopTwo, { ballots }: TallyBase): Finding {
  const { first, a, b, level } = top;
  const close = a === b ? level : [first, ...level];
  return finding(
    { kind: 'too-close', rule: 'wilson-top-two', leaders: close.map(({ id }) => id) },
    { key: 'finding.too-close', values: { a, b, ballots } },
    [howClose(top, close)],
  );
}

function howClose({ first, a, b, level }: TopTwo, close: Option[]): FindingSaid {
  const n = a - b;
  if (close.length > 2 && n > 0)
    return { key: 'finding.ahead-of-others', values: { option: first.label, n, others: level.length } };
  const count = close.length;
  if (count > MOST_NAMED)
    return { key: n === 0 ? 'finding.many-level' : 'finding.many-apart', values: { count, n } };
  return {
    key: n === 0 ? 'finding.level' : 'finding.apart',
    values: { options: close.map(({ label }) => label), n },
  };
}

function votesTo({ a, b }: TopTwo): FindingSaid {
  return { key: 'finding.votes-to', values: { n: a, b } };
}

/** The two options with most votes; ties in ballot order. Undefined where there are not two. */
export function topTwo(spec: QuestionSpec, tally: ChoiceTally): Omit<TopTwo, 'onlyA' | 'onlyB'> | undefined {
  const ranked = spec.options
    .map((option) => ({ option, count: tally.counts[option.id] ?? 0 }))
    .sort((x, y) => y.count - x.count);
  const [first, second] = ranked;
  if (!first || !second) return undefined;
  const level = ranked.filter(({ count }) => count === second.count).map(({ option }) => option);
  return { first: first.option, second: second.option, level, a: first.count, b: second.count };
}

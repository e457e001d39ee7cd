import { haveNotAnswered } from '../asking.ts';
import { countOf } from '../count-words.ts';
import type { Option, QuestionSpec } from '../question.ts';
import { wilson } from '../stats/wilson.ts';
import type { ChoiceTally } from './choice.ts';
import type { Finding, NoFinding, RoomCount, TallyBase } from './question-type.ts';

/** So many options that are level are named one by one; more are counted. */
const MOST_NAMED = 3;

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
  if (tally.ballots === 0) return { kind: 'none', reason: 'Nobody has answered.' };
  if (!top) return { kind: 'none', reason: 'There is only one option.' };
  if (top.a === 0) return { kind: 'none', reason: 'Nobody chose one of the options.' };
  const missing = haveNotAnswered(tally.ballots, room.joined, room.roomSize?.high ?? null);
  if (top.a - top.b > missing) return leads(top, tally, room, missing);
  const interval = wilson(top.onlyA, top.onlyA + top.onlyB);
  if (interval && interval.low > 0.5) return leadsAmongAnswered(top, tally, missing);
  return tooClose(top, tally);
}

function leads(top: TopTwo, { ballots }: TallyBase, { roomSize }: RoomCount, missing: number): Finding {
  // Without the size of the room, phones are all that is known; people without one may have said nothing.
  const all = roomSize !== null && roomSize.high >= ballots ? 'Everyone' : 'Every phone that joined';
  const rest =
    missing === 0
      ? `${all} has answered.`
      : `The ${missing} who ${have(missing)} not answered cannot change that.`;
  return {
    kind: 'leads',
    text: `${top.first.label} leads`,
    detail: `${votesTo(top)} ${rest}`,
    rule: 'lead-exceeds-unanswered',
    leaders: [top.first.id],
  };
}

function leadsAmongAnswered(top: TopTwo, { ballots }: TallyBase, missing: number): Finding {
  return {
    kind: 'leads-among-answered',
    text: `${top.first.label} leads among the ${ballots} who answered; ${missing} ${have(missing)} not`,
    detail: votesTo(top),
    rule: 'wilson-top-two',
    leaders: [top.first.id],
  };
}

/** Options with the same count are named alike: which of them stands second in the ballot means nothing. */
function tooClose(top: TopTwo, { ballots }: TallyBase): Finding {
  const close = top.a === top.b ? top.level : [top.first, ...top.level];
  const detail =
    close.length > 2 && top.a > top.b
      ? `${top.first.label} is ${countOf(top.a - top.b, 'vote')} ahead of ${top.level.length} others.`
      : `${namesOf(close)} are ${top.a === top.b ? 'level' : `${countOf(top.a - top.b, 'vote')} apart`}.`;
  return {
    kind: 'too-close',
    text: `Too close to call: ${top.a} and ${top.b} of ${ballots}`,
    detail,
    rule: 'wilson-top-two',
    leaders: close.map(({ id }) => id),
  };
}

function namesOf(options: Option[]): string {
  const labels = options.map(({ label }) => label);
  if (labels.length > MOST_NAMED) return `${labels.length} options`;
  return `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}

function votesTo({ a, b }: TopTwo): string {
  return `${countOf(a, 'vote')} to ${b}.`;
}

function have(n: number): string {
  return n === 1 ? 'has' : 'have';
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

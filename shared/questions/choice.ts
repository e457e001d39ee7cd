import * as z from 'zod/mini';
import { haveNotAnswered } from '../asking.ts';
import type { Option, QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';
import { wilson } from '../stats/wilson.ts';
import {
  ABSTAIN_ID,
  OTHER_ID,
  type Finding,
  type NoFinding,
  type OptionResult,
  type Results,
  type RoomCount,
  type TallyBase,
} from './question-type.ts';

/** What single and multiple choice have in common. */

export const MIN_OPTIONS = 2;
export const MAX_OPTIONS = 12;
export const MAX_LABEL = 120;
export const MAX_PROMPT = 300;
export const MAX_OTHER = 120;

export const choiceSettings = {
  shuffle: z.optional(z.boolean()),
  other: z.optional(z.boolean()),
  abstain: z.optional(z.boolean()),
};

export const otherText = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_OTHER));
export const abstainAnswer = z.strictObject({ abstain: z.literal(true) });
export type AbstainAnswer = z.infer<typeof abstainAnswer>;

/** Counts per option id, of "other" as a whole and by its text. */
export interface ChoiceTally extends TallyBase {
  counts: Record<string, number>;
  other: number;
  others: Record<string, number>;
}

export function emptyChoice(spec: QuestionSpec): ChoiceTally {
  return {
    ballots: 0,
    abstained: 0,
    counts: Object.fromEntries(spec.options.map(({ id }) => [id, 0])),
    other: 0,
    others: {},
  };
}

/** Adds `sign` at `key`; a count that falls to zero disappears unless it stood there from the start. */
export function bump(
  counts: Record<string, number>,
  key: string,
  sign: 1 | -1,
  keepZero: boolean,
): Record<string, number> {
  const { [key]: before = 0, ...rest } = counts;
  const after = before + sign;
  if (after === 0 && !keepZero) return rest;
  return { ...counts, [key]: after };
}

export function refusesChoiceSpec(spec: QuestionSpec): FieldError[] {
  const errors: FieldError[] = [];
  if (spec.options.length < MIN_OPTIONS)
    errors.push({ path: 'options', message: `A choice needs at least ${MIN_OPTIONS} options.` });
  if (spec.options.length > MAX_OPTIONS)
    errors.push({ path: 'options', message: `A choice takes at most ${MAX_OPTIONS} options.` });
  const seen = new Set<string>();
  spec.options.forEach(({ label }, index) => {
    const key = label.toLowerCase();
    if (seen.has(key))
      errors.push({ path: `options.${index}.label`, message: `“${label}” stands there twice.` });
    seen.add(key);
  });
  return errors;
}

/** What is wrong with the ids picked and the "other" said. */
export function refusesPicks(
  spec: QuestionSpec,
  picks: readonly string[],
  other: string | undefined,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  for (const pick of picks) {
    if (!spec.options.some(({ id }) => id === pick))
      errors.push({ path, message: 'That option is not part of this question.' });
  }
  if (new Set(picks).size < picks.length) errors.push({ path, message: 'An option was picked twice.' });
  if (other !== undefined && spec.settings['other'] !== true)
    errors.push({ path: 'other', message: 'This question takes no answer of one’s own.' });
  return errors;
}

export function refusesAbstain(spec: QuestionSpec): FieldError[] {
  return spec.settings['abstain'] === true
    ? []
    : [{ path: 'abstain', message: 'This question cannot be abstained from.' }];
}

/** The rows of a choice in ballot order, then "other" and abstentions where they are offered. */
export function choiceResults(spec: QuestionSpec, tally: ChoiceTally, room: RoomCount): Results {
  const rows: { id: string; label: string; count: number }[] = spec.options.map(({ id, label }) => ({
    id,
    label,
    count: tally.counts[id] ?? 0,
  }));
  if (spec.settings['other'] === true) rows.push({ id: OTHER_ID, label: 'Other', count: tally.other });
  if (spec.settings['abstain'] === true)
    rows.push({ id: ABSTAIN_ID, label: 'Abstained', count: tally.abstained });
  return { options: rows.map((row) => ({ ...row, ...measures(row.count, tally.ballots, room) })) };
}

/** Share and Wilson interval of those who voted; non-response bounds of the whole room where its size is known. */
function measures(
  count: number,
  ballots: number,
  room: RoomCount,
): Omit<OptionResult, 'id' | 'label' | 'count'> {
  const interval = wilson(count, ballots);
  const size = room.roomSize;
  const isBounded = size !== null && size.low >= ballots && size.high > 0;
  return {
    share: ballots === 0 ? null : count / ballots,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    boundLow: isBounded ? count / size.high : null,
    boundHigh: isBounded ? (count + size.high - ballots) / size.high : null,
  };
}

export interface TopTwo {
  first: Option;
  second: Option;
  /** Votes of each. */
  a: number;
  b: number;
  /** Ballots with exactly one of the two: what the test is made on. */
  onlyA: number;
  onlyB: number;
}

/**
 * The finding of a choice. *X leads* when the lead exceeds those who have not answered. Else *X leads among those who
 * answered* when Wilson's 95 % interval of c₁/(c₁+c₂) leaves out ½ (Hung & Fithian 2019, Ann Stat 47:1953–1981: picking
 * the top two needs no correction). Else *too close to call*. "Other" is many answers and never leads.
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
  const votes = `${top.a} ${top.a === 1 ? 'vote' : 'votes'} to ${top.b}.`;
  if (top.a - top.b > missing) {
    const detail =
      missing === 0
        ? `${votes} Everyone has answered.`
        : `${votes} The ${missing} who ${have(missing)} not answered cannot change that.`;
    return {
      kind: 'leads',
      text: `${top.first.label} leads`,
      detail,
      rule: 'lead-exceeds-unanswered',
      leaders: [top.first.id],
    };
  }
  const interval = wilson(top.onlyA, top.onlyA + top.onlyB);
  if (interval && interval.low > 0.5) {
    const text = `${top.first.label} leads among the ${tally.ballots} who answered; ${missing} ${have(missing)} not`;
    return {
      kind: 'leads-among-answered',
      text,
      detail: votes,
      rule: 'wilson-top-two',
      leaders: [top.first.id],
    };
  }
  return {
    kind: 'too-close',
    text: `Too close to call: ${top.a} and ${top.b} of ${tally.ballots}`,
    detail: `${top.first.label} and ${top.second.label} are ${apart(top.a - top.b)}.`,
    rule: 'wilson-top-two',
    leaders: [top.first.id, top.second.id],
  };
}

function have(n: number): string {
  return n === 1 ? 'has' : 'have';
}

function apart(votes: number): string {
  if (votes === 0) return 'level';
  return `${votes} ${votes === 1 ? 'vote' : 'votes'} apart`;
}

/** The two options with most votes; ties in ballot order. */
export function topTwo(
  spec: QuestionSpec,
  tally: ChoiceTally,
): Pick<TopTwo, 'first' | 'second' | 'a' | 'b'> | undefined {
  const ranked = spec.options
    .map((option) => ({ option, count: tally.counts[option.id] ?? 0 }))
    .sort((x, y) => y.count - x.count);
  const [first, second] = ranked;
  if (!first || !second) return undefined;
  return { first: first.option, second: second.option, a: first.count, b: second.count };
}

/** "Other" texts an organiser has shown; the count of all stays. */
export function othersForRoom<T extends ChoiceTally>(tally: T, shown: readonly string[]): T {
  return {
    ...tally,
    others: Object.fromEntries(Object.entries(tally.others).filter(([text]) => shown.includes(text))),
  };
}

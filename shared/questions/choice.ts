import * as z from 'zod/mini';
import { isPlainText, NOT_PLAIN } from '../plain-text.ts';
import type { QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';
import { wilson } from '../stats/wilson.ts';
import { emptyReasons, readChoice, reasonsOf, textsOfChoice, type WithReasons } from './why.ts';
import type { ReadTexts } from './written-text.ts';
import {
  ABSTAIN_ID,
  OTHER_ID,
  type OptionResult,
  type ResultTable,
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
  /** *Which describes you?*: other questions may be split by the answers to it. */
  describes: z.optional(z.boolean()),
  /** Whether a line of why may go with the choice. */
  why: z.optional(z.boolean()),
};

export const otherText = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(MAX_OTHER), z.refine(isPlainText, NOT_PLAIN));
export const abstainAnswer = z.strictObject({ abstain: z.literal(true) });
export type AbstainAnswer = z.infer<typeof abstainAnswer>;

/** Counts per option id, of "other" as a whole and by its text, and the reasons that were given. */
export interface ChoiceTally extends TallyBase, WithReasons, ReadTexts {
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
    ...emptyReasons(spec),
  };
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
  const options = rows.map((row) => ({ ...row, ...measures(row.count, tally.ballots, room) }));
  return { options, ...saidIn(spec, tally) };
}

/** What was written beside the choice, in the order in which to read it. */
function saidIn({ settings }: QuestionSpec, tally: ChoiceTally): Omit<Results, 'options'> {
  const place = new Map(tally.newest?.map((text, at) => [text, at]));
  const inOrder = <Said extends { text: string }>(said: Said[]): Said[] =>
    said.sort((a, b) => (place.get(a.text) ?? 0) - (place.get(b.text) ?? 0));
  const others = Object.entries(tally.others).map(([text, count]) => ({ text, count }));
  return {
    ...(settings['other'] === true ? { others: inOrder(others) } : {}),
    ...(settings['why'] === true ? { reasons: inOrder(reasonsOf(tally)) } : {}),
  };
}

/** Share and Wilson interval of those who voted; non-response bounds of the whole room where its size is known. */
function measures(
  count: number,
  ballots: number,
  room: RoomCount,
): Pick<OptionResult, 'share' | 'low' | 'high' | 'boundLow' | 'boundHigh'> {
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

/** Votes and share of every row. */
export function choiceTable(spec: QuestionSpec, tally: ChoiceTally, room: RoomCount): ResultTable {
  return {
    columns: [
      { id: 'votes', label: 'Votes' },
      { id: 'share', label: 'Share' },
    ],
    main: 'share',
    rows: choiceResults(spec, tally, room).options.map(({ id, label, count, share }) => ({
      id,
      label,
      cells: [String(count), share === null ? '–' : `${Math.round(share * 100)} %`],
      bar: share ?? 0,
    })),
  };
}

/** Own words and reasons wait until an organiser shows them. */
export const choiceTexts = {
  wait: () => true,
  areGrouped: false,
  key: (text: string) => text,
  all: textsOfChoice,
  read: readChoice,
};

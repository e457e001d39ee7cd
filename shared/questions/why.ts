import * as z from 'zod/mini';
import { isPlainText, NOT_PLAIN } from '../plain-text.ts';
import type { QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';
import { bumpWithin, onlyOf, ownOf, type CountsWithin } from './counts.ts';
import { seen, type ReadTexts, type TextSight, type WrittenText } from './written-text.ts';

/** *Why?*: the line that may go with a choice, kept by what was chosen. */

export const MAX_WHY = 140 as const;

const NEW_LINE = /[\n\r\u2028\u2029]/;

export const whyText = z.optional(
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(MAX_WHY),
    z.refine(isPlainText, NOT_PLAIN),
    z.refine((text) => !NEW_LINE.test(text), 'A reason is one line.'),
  ),
);

/** Reasons by the ids they were given with, in a row with spaces between, then by text. */
export interface WithReasons {
  whys?: CountsWithin;
}

/** Where reasons are asked for, the tally has a place for them. */
export function emptyReasons({ settings }: QuestionSpec): WithReasons {
  return settings['why'] === true ? { whys: {} } : {};
}

export function refusesWhy({ settings }: QuestionSpec, why: string | undefined): FieldError[] {
  return why === undefined || settings['why'] === true
    ? []
    : [{ path: 'why', message: 'This question takes no reason.' }];
}

export function addWhy(
  { whys }: WithReasons,
  chosen: readonly string[],
  why: string | undefined,
  sign: 1 | -1,
): void {
  if (whys && why !== undefined) bumpWithin(whys, [...chosen].sort().join(' '), why, sign);
}

/** Its own column in files, where reasons are asked for. */
export function whyColumn({ settings }: QuestionSpec): string[] {
  return settings['why'] === true ? ['why'] : [];
}

export function whyCell(spec: QuestionSpec, why: string | undefined): string[] {
  return whyColumn(spec).map(() => why ?? '');
}

/** One reason with the ids it was given with. */
export interface Reason {
  text: string;
  count: number;
  optionIds: string[];
}

/** Every reason, those chosen alike together. */
export function reasonsOf({ whys = {} }: WithReasons): Reason[] {
  return Object.entries(whys).flatMap(([chosen, texts]) =>
    Object.entries(texts).map(([text, count]) => ({ text, count, optionIds: chosen.split(' ') })),
  );
}

interface WithTexts extends WithReasons, ReadTexts {
  others: Record<string, number>;
}

/** Own words and reasons, each text once. */
export function textsOfChoice(tally: WithTexts): WrittenText[] {
  const all = new Map<string, WrittenText>();
  const add = (text: string, count: number, about: string[]): void => {
    const known = all.get(text) ?? { text, count: 0, about: [] };
    all.set(text, { text, count: known.count + count, about: [...new Set([...known.about, ...about])] });
  };
  for (const [text, count] of Object.entries(tally.others)) add(text, count, ['other']);
  for (const { text, count, optionIds } of reasonsOf(tally)) add(text, count, optionIds);
  return [...all.values()];
}

/** [TX2] Own words and reasons that may be seen; the number of all who said something else stays. */
export function readChoice<Tally extends WithTexts>(tally: Tally, sight: TextSight): Tally {
  const newest = seen(
    textsOfChoice(tally).map(({ text }) => text),
    sight,
  );
  const others = newest.filter((text) => ownOf(tally.others, text) !== undefined);
  const read = { ...tally, newest, others: onlyOf(tally.others, others) };
  return tally.whys ? { ...read, whys: readReasons(tally.whys, newest) } : read;
}

function readReasons(whys: CountsWithin, newest: readonly string[]): CountsWithin {
  const read = Object.entries(whys).map(([chosen, texts]) => {
    const here = newest.filter((text) => ownOf(texts, text) !== undefined);
    return [chosen, onlyOf(texts, here)] as const;
  });
  return Object.fromEntries(read.filter(([, texts]) => Object.keys(texts).length > 0));
}

import type { Option } from '../question.ts';
import { adjustedLevel, zOf } from '../stats/level.ts';
import { wilson } from '../stats/wilson.ts';

/** How often each option was put before each other one: `before[i][j]`, both as `ids` has them. */
export interface HeadToHead {
  ids: string[];
  before: number[][];
}

export function emptyHeadToHead(options: readonly Option[]): HeadToHead {
  return { ids: options.map(({ id }) => id), before: options.map(() => options.map(() => 0)) };
}

/** Counts one ballot, in place: an option is before all that have less than it. The other sign undoes it exactly. */
export function countPairs(
  { ids, before }: HeadToHead,
  weightOf: (id: string) => number,
  sign: 1 | -1,
): void {
  const weights = ids.map(weightOf);
  before.forEach((row, first) => {
    row.forEach((count, second) => {
      if ((weights[first] ?? 0) > (weights[second] ?? 0)) row[second] = count + sign;
    });
  });
}

/** How many put the first before the second, and the second before the first. */
export function duel(
  { ids, before }: HeadToHead,
  first: string,
  second: string,
): { won: number; lost: number } {
  const [a, b] = [ids.indexOf(first), ids.indexOf(second)];
  return { won: before[a]?.[b] ?? 0, lost: before[b]?.[a] ?? 0 };
}

/**
 * Whether more put the first before the second than could be chance: Wilson's interval of won/(won + lost) at
 * 1 − 0.05/(k − 1) lies above ½, k the options. Said of one option against each of the others, it is wrong in at most 5 of 100
 * cases whichever option was looked at: at most k tests at a tail of 0.025/(k − 1) each (Bonferroni; Dunn 1961, J Am Stat
 * Assoc 56:52–64).
 */
export function isClearlyBefore(pairs: HeadToHead, first: string, second: string): boolean {
  const { won, lost } = duel(pairs, first, second);
  const level = adjustedLevel(Math.max(1, pairs.ids.length - 1));
  const interval = wilson(won, won + lost, zOf(level));
  return interval !== undefined && interval.low > 0.5;
}

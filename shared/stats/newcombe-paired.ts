import type { Difference } from './difference.ts';
import { PLAIN_LEVEL, zOf } from './level.ts';
import { wilson } from './wilson.ts';

/** Pairs of answers of the same people, counted by whether they chose an option the first and the second time. */
export interface PairCounts {
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
}

/**
 * Difference of two shares among the same people, second − first, with Newcombe's interval for paired data: two Wilson
 * intervals and the corrected correlation. Undefined without pairs. Always within −1 to 1, and always holds its difference.
 * Source: Newcombe RG (1998), Stat Med 17:2635–2650, method 10.
 */
export function newcombePaired(pairs: PairCounts, level = PLAIN_LEVEL): Difference | undefined {
  const n = pairsOf(pairs);
  const z = zOf(level);
  const first = wilson(pairs.both + pairs.onlyFirst, n, z);
  const second = wilson(pairs.both + pairs.onlySecond, n, z);
  if (!first || !second) return undefined;
  const p = (pairs.both + pairs.onlyFirst) / n;
  const q = (pairs.both + pairs.onlySecond) / n;
  const phi = correctedPhi(pairs, n);
  const difference = (pairs.onlySecond - pairs.onlyFirst) / n;
  return {
    difference,
    low: Math.max(-1, difference - combined(q - second.low, first.high - p, phi)),
    high: Math.min(1, difference + combined(second.high - q, p - first.low, phi)),
  };
}

/** All pairs; counts that cannot be are a fault of the caller. */
export function pairsOf({ both, onlyFirst, onlySecond, neither }: PairCounts): number {
  for (const count of [both, onlyFirst, onlySecond, neither])
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`There are no ${count} pairs.`);
  return both + onlyFirst + onlySecond + neither;
}

/** Two half-widths, less what they have in common. */
function combined(a: number, b: number, phi: number): number {
  return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
}

/** Correlation of the two answers, a positive one pulled towards zero by n/2; 0 where everybody answered alike once. */
function correctedPhi({ both, onlyFirst, onlySecond, neither }: PairCounts, n: number): number {
  const margins =
    Math.sqrt((both + onlyFirst) * (onlySecond + neither)) *
    Math.sqrt((both + onlySecond) * (onlyFirst + neither));
  if (margins === 0) return 0;
  const product = both * neither - onlyFirst * onlySecond;
  return (product > 0 ? Math.max(0, product - n / 2) : product) / margins;
}

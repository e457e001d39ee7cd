import type { Interval } from '../stats/wilson.ts';

/** A share as people read it: "46 %". The space does not break. */
export function percentWords(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** A range of shares: "85–95 %", "at most 15 %", or one number where both ends round to it. */
export function rangeWords({ low, high }: Interval): string {
  if (low <= 0) return `at most ${ceilPercent(high)}`;
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)];
  return from === to ? `${to}\u00a0%` : `${from}–${to}\u00a0%`;
}

/** Never less than what it may be: an upper end is not rounded down. */
export function ceilPercent(share: number): string {
  return `${Math.ceil(share * 100 - 1e-9)}\u00a0%`;
}

/** Percentage points with their sign: "+12", "−24", "0". The minus is a minus sign. */
export function pointsWords(difference: number): string {
  const points = Math.round(difference * 100);
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${-points}`;
}

const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Small numbers in words, as a sentence has them: "three groups". */
export function smallNumber(n: number): string {
  return SMALL[n] ?? String(n);
}

/** The same at the beginning of a sentence: "Three groups". */
export function atFirst(words: string): string {
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
}

/** "A", "A and B", "A, B and C". */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

import { type NoFigure, noFigure } from './no-figure.ts';
import type { Interval } from './wilson.ts';

/** What adding and taking away shares leaves of rounding, so that 1 − 0.85 is 0.15. */
const DIGITS = 1e12;

/** By how much the reported shares of a single choice may come to more than everybody: each is rounded. */
const ROUNDING = 0.005;

/**
 * What the reported options of a single choice leave for any one that was not reported: at most what is over when each
 * has its least (85–95 % for one leaves at most 15 % for any other); at least 0, or, where `isOnlyOther` says that one
 * option alone was not reported, what is over when each has its most. None where nothing was reported, or where the
 * least shares come to more than everybody by more than their rounding.
 */
export function unreportedBounds(reported: readonly Interval[], isOnlyOther = false): Interval | NoFigure {
  if (reported.length === 0) return noFigure('NOTHING_REPORTED');
  reported.forEach(mustBeShares);
  const least = sumOf(reported.map(({ low }) => low));
  const most = sumOf(reported.map(({ high }) => high));
  if (least > 1 + ROUNDING * reported.length) return noFigure('SHARES_ABOVE_ONE');
  return { low: isOnlyOther ? tidy(Math.max(0, 1 - most)) : 0, high: tidy(Math.max(0, 1 - least)) };
}

/**
 * The share of a group of options of a single choice, of which everybody chose at most one: the sum, as a range.
 * None without options.
 */
export function oneOf(shares: readonly Interval[]): Interval | NoFigure {
  if (shares.length === 0) return noFigure('NOTHING_REPORTED');
  shares.forEach(mustBeShares);
  return {
    low: tidy(Math.min(1, sumOf(shares.map(({ low }) => low)))),
    high: tidy(Math.min(1, sumOf(shares.map(({ high }) => high)))),
  };
}

/**
 * The share who chose any of a group of options of a multiple choice, from the options' shares alone: max(a, b) to
 * min(1, a + b). None without options.
 * Source: Fréchet M (1935), Fund Math 25:379–387 (bounds of a union).
 */
export function anyOf(shares: readonly Interval[]): Interval | NoFigure {
  if (shares.length === 0) return noFigure('NOTHING_REPORTED');
  shares.forEach(mustBeShares);
  return {
    low: Math.max(...shares.map(({ low }) => low)),
    high: tidy(Math.min(1, sumOf(shares.map(({ high }) => high)))),
  };
}

/** A range of shares that cannot be is a fault of the caller. */
export function mustBeShares({ low, high }: Interval): void {
  if (!(0 <= low && low <= high && high <= 1))
    throw new RangeError(`There is no share from ${low} to ${high}.`);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function tidy(share: number): number {
  return Math.round(share * DIGITS) / DIGITS;
}

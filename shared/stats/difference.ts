import type { Interval } from './wilson.ts';

/** So many of n; the count of a percentage need not be whole. */
export interface Part {
  count: number;
  n: number;
}

/** A difference and its interval, all in shares: −1 to 1, or in the unit of the values for means. */
export interface Difference extends Interval {
  difference: number;
}

/** Whether an interval leaves out zero: what *clear* is said of. */
export function leavesOutZero({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}

/** Counts that cannot be are a fault of the caller: input is refused before it comes here. */
export function mustBePart({ count, n }: Part): void {
  if (!(count >= 0 && count <= n && n < Infinity)) throw new RangeError(`There is no ${count} of ${n}.`);
}

/** The difference read the other way round. */
export function turned({ difference, low, high }: Difference): Difference {
  return { difference: 0 - difference, low: 0 - high, high: 0 - low };
}

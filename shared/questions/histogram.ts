import { bump } from './counts.ts';

/** How often each number was given; only what was given stands here, so an answer taken back leaves nothing behind. */
export type Histogram = Record<string, number>;

/** What stands for all the numbers. `lower` and `upper` are the ends of the middle half. */
export interface Summary {
  n: number;
  mean: number;
  /** Of a sample (n − 1); null for one number. */
  sd: number | null;
  lower: number;
  median: number;
  upper: number;
}

export interface Counted {
  value: number;
  count: number;
}

const DIGITS = 12;

/** The number as a person would write it, to twelve digits: 0.1 + 0.2 is 0.3. */
export function plainNumber(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** Adds or takes away one answer of `value`, in place; the same again with the other sign undoes it exactly. */
export function countNumber(histogram: Histogram, value: number, sign: 1 | -1): void {
  bump(histogram, String(plainNumber(value)), sign, false);
}

/** Every number that was given and how often, lowest first. */
export function countedNumbers(histogram: Histogram): Counted[] {
  return Object.entries(histogram)
    .map(([value, count]) => ({ value: Number(value), count }))
    .sort((a, b) => a.value - b.value);
}

/**
 * Mean, spread and quartiles; null where nothing was given. Quartiles are definition 2 of Hyndman & Fan (1996, Am Stat
 * 50:361–365): averaged where the count divides evenly. The median is then the usual one, and at least half of the answers
 * lie from `lower` to `upper`, both included.
 */
export function summaryOf(histogram: Histogram): Summary | null {
  const counted = countedNumbers(histogram);
  const n = counted.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return null;
  const mean = counted.reduce((sum, { value, count }) => sum + value * count, 0) / n;
  const squares = counted.reduce((sum, { value, count }) => sum + (value - mean) ** 2 * count, 0);
  return {
    n,
    mean,
    sd: n === 1 ? null : Math.sqrt(squares / (n - 1)),
    lower: quantile(counted, n, 1),
    median: quantile(counted, n, 2),
    upper: quantile(counted, n, 3),
  };
}

/** The number below which `quarters` quarters of the answers lie. Whole numbers decide where: no rounding of n × p. */
function quantile(counted: readonly Counted[], n: number, quarters: 1 | 2 | 3): number {
  const rank = Math.ceil((n * quarters) / 4);
  const value = valueAt(counted, rank);
  return (n * quarters) % 4 === 0 ? (value + valueAt(counted, rank + 1)) / 2 : value;
}

/** The number of the `rank`th answer, from 1, lowest first. */
function valueAt(counted: readonly Counted[], rank: number): number {
  let upTo = 0;
  for (const { value, count } of counted) {
    upTo += count;
    if (upTo >= rank) return value;
  }
  return NaN;
}

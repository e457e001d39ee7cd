import { summaryOf, type Histogram } from './histogram.ts';

/** What the numbers given to one thing come to. Null where nobody gave one, and for the spread of one alone. */
export interface NumberResult {
  n: number;
  mean: number | null;
  median: number | null;
  sd: number | null;
  lower: number | null;
  upper: number | null;
}

const NOBODY: NumberResult = { n: 0, mean: null, median: null, sd: null, lower: null, upper: null };

export function numberResult(histogram: Histogram = {}): NumberResult {
  return summaryOf(histogram) ?? NOBODY;
}

import { countedNumbers, type Histogram } from './histogram.ts';
import type { Bin } from './scale-steps.ts';

/** How many numbers each column of the chart holds. */
export function binned(bins: readonly Bin[], histogram: Histogram): { bin: Bin; count: number }[] {
  const counted = countedNumbers(histogram);
  return bins.map((bin) => ({
    bin,
    count: counted.reduce(
      (sum, { value, count }) => (value >= bin.from && value <= bin.to ? sum + count : sum),
      0,
    ),
  }));
}

import { plainNumber } from './histogram.ts';

/** The numbers that can be answered: from `min` to `max`, `step` apart (1 where nobody said). */
export interface ScaleRange {
  min: number;
  max: number;
  step?: number | undefined;
}

/** Numbers that stand in one column of a chart. */
export interface Bin {
  from: number;
  to: number;
}

/** So many numbers have a column each; more share columns. */
export const MOST_SINGLE = 11;
const MOST_BINS = 12;
const NICE = [1, 2, 5, 10, 20, 25, 50, 100, 200];

/** How many numbers can be answered; no whole number where the steps do not lead from one end to the other. */
export function stepCount({ min, max, step = 1 }: ScaleRange): number {
  return plainNumber((max - min) / step) + 1;
}

/** The number `index` steps above the lowest. */
export function valueAt({ min, step = 1 }: ScaleRange, index: number): number {
  return plainNumber(min + index * step);
}

/** How many steps a number stands above the lowest; the nearest where it stands between two. */
export function indexOf({ min, step = 1 }: ScaleRange, value: number): number {
  return Math.round((value - min) / step);
}

export function isOnScale(range: ScaleRange, value: number): boolean {
  const index = indexOf(range, value);
  return index >= 0 && index < stepCount(range) && valueAt(range, index) === plainNumber(value);
}

/** Where a number stands from one end (0) to the other (1). */
export function placeOf({ min, max }: ScaleRange, value: number): number {
  return (value - min) / (max - min);
}

/** The columns of a chart: each number its own, or round groups of them. The last takes what is left over. */
export function binsOf(range: ScaleRange): Bin[] {
  const count = stepCount(range);
  const size =
    count <= MOST_SINGLE ? 1 : (NICE.find((each) => Math.floor(count / each) <= MOST_BINS) ?? count);
  const bins = Math.max(1, Math.floor(count / size));
  return Array.from({ length: bins }, (_, at) => ({
    from: valueAt(range, at * size),
    to: valueAt(range, at === bins - 1 ? count - 1 : (at + 1) * size - 1),
  }));
}

/** With how many decimals an average is said: one more than the steps have, none where they are tens. */
export function averageDecimals({ step = 1 }: ScaleRange): number {
  return Math.max(0, Math.floor(1 - Math.log10(step) + 1e-9));
}

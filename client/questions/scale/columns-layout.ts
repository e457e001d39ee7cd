import type { Bin, ScaleRange } from '../../../shared/questions/scale-steps.ts';

/** One mark, one phone, up to so many; more are a plain column. */
export const MOST_SQUARES = 150;

/** How the columns of a scale stand, in u. */
export interface ColumnsLayout {
  /** From the middle of one column to the next. */
  pitch: number;
  /** Side of a square and the air between two; null where columns are plain. */
  square: { side: number; gap: number } | null;
  /** How wide a column is. */
  wide: number;
}

const SIDE = 48;
const SMALLEST = 14;
const GAP_PART = 1 / 8;
const ABREAST = 2;
/** The number of a column stands above it. */
export const COUNT_ROOM = 58;
/** What a column leaves to its neighbour. */
const AIR = 10;
const PLAIN_PART = 0.76;

/** The largest squares, two abreast, with which the highest column fits; none where they would be dust. */
export function columnsLayout(
  counts: readonly number[],
  box: { width: number; height: number },
): ColumnsLayout {
  const pitch = box.width / counts.length;
  const plain = { pitch, square: null, wide: Math.min(pitch * PLAIN_PART, 2.5 * SIDE) };
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_SQUARES) return plain;
  const rows = Math.ceil(Math.max(1, ...counts) / ABREAST);
  for (let side = SIDE; side >= SMALLEST; side -= 1) {
    const gap = side * GAP_PART;
    const wide = ABREAST * side + gap;
    if (wide + AIR <= pitch && rows * (side + gap) + COUNT_ROOM <= box.height)
      return { pitch, square: { side, gap }, wide };
  }
  return plain;
}

/** Where a number stands from left to right, in columns: that of a column of its own is in its middle. */
export function columnPlace({ step = 1 }: ScaleRange, bins: readonly Bin[], value: number): number {
  const at = bins.findIndex(({ to }) => value < to + step / 2);
  const index = at < 0 ? bins.length - 1 : at;
  const bin = bins[index] ?? { from: 0, to: 0 };
  const part = (value - bin.from + step / 2) / (bin.to - bin.from + step);
  return index + Math.min(1, Math.max(0, part));
}

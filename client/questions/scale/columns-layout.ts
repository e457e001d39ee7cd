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
/** Two abreast; more only where few columns hold so many that they would be smaller. */
const ABREAST = [2, 3, 4, 5, 6, 8];
/** The number of a column stands above it. */
export const COUNT_ROOM = 58;
/** What a column leaves to its neighbour. */
const AIR = 10;
const PLAIN_PART = 0.76;

/** The largest squares with which the highest column fits; none where they would be dust. */
export function columnsLayout(
  counts: readonly number[],
  box: { width: number; height: number },
): ColumnsLayout {
  const pitch = box.width / counts.length;
  const plain = { pitch, square: null, wide: Math.min(pitch * PLAIN_PART, 2.5 * SIDE) };
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_SQUARES) return plain;
  const most = Math.max(1, ...counts);
  const sides = ABREAST.map((abreast) => sideFor(most, abreast, pitch - AIR, box.height - COUNT_ROOM));
  const side = Math.max(...sides);
  if (side < SMALLEST) return plain;
  const abreast = ABREAST[sides.indexOf(side)] ?? 2;
  const gap = side * GAP_PART;
  return { pitch, square: { side, gap }, wide: abreast * (side + gap) - gap };
}

/** The side with which so many squares, so many abreast, take no more than this. */
function sideFor(count: number, abreast: number, width: number, height: number): number {
  const rows = Math.ceil(count / abreast);
  const across = width / (abreast + (abreast - 1) * GAP_PART);
  return Math.min(SIDE, Math.floor(across), Math.floor(height / (rows * (1 + GAP_PART))));
}

/** Where a number stands from left to right, in columns: that of a column of its own is in its middle. */
export function columnPlace({ step = 1 }: ScaleRange, bins: readonly Bin[], value: number): number {
  const at = bins.findIndex(({ to }) => value < to + step / 2);
  const index = at < 0 ? bins.length - 1 : at;
  const bin = bins[index] ?? { from: 0, to: 0 };
  const part = (value - bin.from + step / 2) / (bin.to - bin.from + step);
  return index + Math.min(1, Math.max(0, part));
}

import { fitText, type MeasureText } from '../../ui/text-fit.ts';

/** Where everything of a chart of places stands, in u. Pure: sizes and labels go in, places come out. */
export interface PlacesLayout {
  row: number;
  /** Widths: the number of the place, the label, the average at the right. */
  place: number;
  label: number;
  average: number;
  placeSize: number;
  labelSize: number;
  averageSize: number;
  /** How high the highest column is. */
  column: number;
  /** Half the width of the mark of an average. */
  triangle: number;
  /** Whether there is room for how many stand in each column. */
  hasCounts: boolean;
}

interface Asked {
  labels: readonly string[];
  columns: number;
  width: number;
  height: number;
}

/** Above the rows the names of the places, below the last one its triangle. */
export const HEAD = 84;
const FOOT = 26;
const TALLEST_ROW = 164;
const NARROW_BELOW = 1000;
const FEW_COLUMNS = 8;
const NARROW_COLUMN = 46;
/** Right of a label, and what browsers round a word up by. */
const GAP = 24;
const SAFETY = 1.02;
const COUNT = 32;
/** A count of three digits at its size. */
const COUNT_WIDTH = 46;
const LABEL = { weight: 700, tracking: -0.012, lineHeight: 1.06, smallest: 20, largest: 50 };

export function placesLayout({ labels, columns, width, height }: Asked, measure: MeasureText): PlacesLayout {
  const isNarrow = width < NARROW_BELOW;
  const row = Math.min(TALLEST_ROW, (height - HEAD - FOOT) / labels.length);
  const placeSize = Math.min(120, row * 0.8);
  const place = Math.min(118, placeSize * 0.98 + (labels.length > 9 ? placeSize * 0.5 : 0));
  const average = isNarrow ? 110 : 126;
  const [least, most] = isNarrow ? [250, 330] : [400, 600];
  const label =
    columns > FEW_COLUMNS
      ? Math.min(most, width - place - average - columns * NARROW_COLUMN)
      : least + 20 * (FEW_COLUMNS - columns);
  const room = { ...LABEL, width: label - GAP, maxHeight: row - 12 };
  // No word is broken: it is the longest that says how large all can be.
  const longest = Math.max(
    ...labels.flatMap((text) => text.split(/\s+/)).map((word) => measure(word, LABEL.weight)),
  );
  const labelSize = Math.min(
    (label - GAP) / (longest * SAFETY),
    ...labels.map((text) => fitText(text, room, measure).size),
  );
  const each = (width - place - label - average) / columns;
  const hasCounts = each >= COUNT_WIDTH && row >= 84;
  return {
    row,
    place,
    label,
    average,
    placeSize,
    labelSize,
    averageSize: Math.min(56, row * 0.62),
    column: row - (hasCounts ? COUNT + 14 : 10),
    triangle: Math.min(14, row * 0.15),
    hasCounts,
  };
}

/** Where an average place stands over the columns, 0 to 1: what has no place shares the column at the end. */
export function averageAt(mean: number, places: number, among: number): number {
  if (places === among) return (mean - 0.5) / among;
  const beyond = mean - places - 0.5;
  const at = beyond <= 0 ? mean - 0.5 : places + beyond / (among - places);
  return at / (places + 1);
}

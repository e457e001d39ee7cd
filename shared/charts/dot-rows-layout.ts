import type { Comparison, ComparisonPoint, PointOption } from '../comparison/comparison.ts';
import { isInLine, shareWithRange, shortTimes } from './chart-words.ts';
import { textWidth, wrapText } from './text-width.ts';

/** Narrower than this, an option's name stands over its lines instead of beside them. */
const NARROW = 560;
/** More times than these are not read in one row: the latest are drawn. */
export const MOST_IN_A_ROW = 12;
/** More than these, and each line says its time, and those that did not offer an option have none. */
const FEW = 4;
const PAD = 9;

export interface DotLine {
  y: number;
  /** Said beside the numbers where there are too many lines to tell them by their marks. */
  time: string | null;
  point: ComparisonPoint;
  option: PointOption;
}

export interface DotRow {
  top: number;
  height: number;
  isForeground: boolean;
  label: { baseline: number; lines: string[] };
  /** Where its piece of the scale begins: under a label that stands over the lines. */
  scaleTop: number;
  lines: DotLine[];
}

export interface DotRowsLayout {
  size: number;
  lineHeight: number;
  plot: { x: number; width: number };
  /** Where times and numbers end, right-aligned. */
  timesX: number;
  numbersX: number;
  rows: DotRow[];
  height: number;
}

/** The points that are drawn: the latest, as many as can be read. */
export function pointsInRows({ points }: Pick<Comparison, 'points'>): ComparisonPoint[] {
  return points.slice(-MOST_IN_A_ROW);
}

/** Where everything of the rows stands: an option a row, in it a line for each time asked, oldest first. */
export function layOutRows(comparison: Comparison, width: number): DotRowsLayout {
  const isNarrow = width < NARROW;
  const size = isNarrow ? 14 : 16;
  const points = pointsInRows(comparison);
  const times = points.length > FEW ? shortTimes(points) : [];
  const numbers = widest(
    points.flatMap(({ options }) => options.map(shareWithRange)),
    size,
  );
  const beside = numbers + (times.length === 0 ? 0 : widest(times, size) + size);
  const labels = comparison.options.map(({ label }) => label);
  const labelWidth = isNarrow ? width : Math.min(width * 0.26, Math.max(60, widest(labels, size)));
  const plotX = isNarrow ? 2 : labelWidth + size;
  const measures = { isNarrow, size, lineHeight: size * 1.25, labelWidth };

  const rows: DotRow[] = [];
  for (const [index, option] of comparison.options.entries()) {
    if (!isInLine(comparison, option)) continue;
    const { top, height } = rows.at(-1) ?? { top: 0, height: 0 };
    const lines = linesOf(points, times, index);
    const isForeground = option.optionId === comparison.foreground;
    rows.push(rowAt(top + height, { label: option.label, isForeground, lines }, measures));
  }
  return {
    size,
    lineHeight: measures.lineHeight,
    plot: { x: plotX, width: Math.max(40, width - plotX - beside - size * 1.5) },
    timesX: width - numbers - size,
    numbersX: width,
    rows,
    height: rows.reduce((sum, { height }) => sum + height, 0),
  };
}

type Line = Omit<DotLine, 'y'>;

function linesOf(points: readonly ComparisonPoint[], times: readonly string[], index: number): Line[] {
  return points.flatMap((point, at) => {
    const option = point.options[index];
    const isLeftOut = points.length > FEW && option?.state === 'not-offered';
    return option && !isLeftOut ? [{ point, option, time: times[at] ?? null }] : [];
  });
}

interface Measures {
  isNarrow: boolean;
  size: number;
  lineHeight: number;
  labelWidth: number;
}

function rowAt(
  top: number,
  row: { label: string; isForeground: boolean; lines: Line[] },
  { isNarrow, size, lineHeight, labelWidth }: Measures,
): DotRow {
  const label = wrapText(row.label, { width: labelWidth, size, weight: 700, most: 3 });
  const [labelHeight, marks] = [label.length * lineHeight, row.lines.length * lineHeight];
  const inside = isNarrow ? labelHeight + marks : Math.max(labelHeight, marks);
  const labelTop = top + PAD + (isNarrow ? 0 : (inside - labelHeight) / 2);
  const marksTop = top + PAD + (isNarrow ? labelHeight : (inside - marks) / 2);
  return {
    top,
    height: inside + 2 * PAD,
    isForeground: row.isForeground,
    label: { baseline: labelTop + lineHeight * 0.76, lines: label },
    scaleTop: isNarrow ? marksTop : top,
    lines: row.lines.map((line, at) => ({ ...line, y: marksTop + (at + 0.5) * lineHeight })),
  };
}

function widest(texts: readonly string[], size: number): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size, 700)));
}

import { fitText, linesOf, type Fit, type MeasureText } from '../../ui/text-fit.ts';

export interface ProfileAsked {
  labels: readonly string[];
  /** Above the columns; empty where one column needs no name. */
  heads: readonly string[];
  columns: number;
  /** The widest number there may be. */
  widest: string;
  width: number;
  height: number;
}

/** How a table of averages stands, in u. */
export interface ProfileLayout {
  label: { width: number; size: number };
  head: { size: number; height: number };
  row: number;
  column: number;
  /** From end to end of the scale; 0 where there is no room for it. */
  line: number;
  /** The number stands above its line rather than beside it. */
  isStacked: boolean;
  number: { size: number; top: number };
}

const LABEL = { weight: 540, tracking: -0.008, lineHeight: 1.1 };
const HEAD = { weight: 640, tracking: 0, lineHeight: 1.12 };
/** A column alone has its distribution on the line. */
const TALLEST_ROW = { alone: 150, beside: 96 };
const LABEL_PART = [0.44, 0.35, 0.35, 0.3, 0.27];
const HEAD_LINES = 3;
const HEAD_AIR = 18;
const LINE_AIR = 36;
const COLUMN_AIR = 24;
const SHORTEST_LINE = 90;
const STACKED_ROW = 74;
const NUMBER_WEIGHT = 740;
/** The others beside the highest. */
const REST_PART = 0.75;

/** Labels and heads as large as all of them fit, rows as tall as there is room, and lines as long as numbers leave. */
export function profileLayout(asked: ProfileAsked, measure: MeasureText): ProfileLayout {
  const { labels, heads, columns, width, height } = asked;
  const labelWidth = width * (LABEL_PART[columns - 1] ?? 0.27);
  const column = (width - labelWidth) / columns;
  const head = headLayout(heads, column - 16, measure);
  const tallest = columns === 1 ? TALLEST_ROW.alone : TALLEST_ROW.beside;
  const row = Math.min(tallest, (height - head.height) / Math.max(1, labels.length));
  return {
    label: { width: labelWidth, size: labelSize(labels, labelWidth - 20, row - 8, measure) },
    head,
    row,
    column,
    ...cellLayout(asked.widest, row, column, measure),
  };
}

function headLayout(
  heads: readonly string[],
  width: number,
  measure: MeasureText,
): { size: number; height: number } {
  if (heads.length === 0) return { size: 0, height: 0 };
  const fit = { ...HEAD, width, largest: 34, smallest: 22, maxHeight: HEAD_LINES * 34 * HEAD.lineHeight };
  const size = Math.min(...heads.map((text) => wholeWords(text, fit, measure)));
  const lines = Math.max(...heads.map((text) => linesOf(text, width / size, HEAD, measure)));
  return { size, height: lines * size * HEAD.lineHeight + HEAD_AIR + 4 };
}

function labelSize(
  labels: readonly string[],
  width: number,
  maxHeight: number,
  measure: MeasureText,
): number {
  const fit = { ...LABEL, width, maxHeight, largest: 42, smallest: 22 };
  return Math.min(...labels.map((text) => wholeWords(text, fit, measure)));
}

/** The size at which a text fits and none of its words is broken, as far as that may be. */
function wholeWords(text: string, fit: Fit, measure: MeasureText): number {
  const longest = Math.max(...text.split(' ').map((word) => measure(word, fit.weight)));
  const largest = Math.min(fit.largest, fit.width / (longest * 1.02));
  return fitText(text, { ...fit, largest: Math.max(fit.smallest, largest) }, measure).size;
}

/** Number and line beside each other; where the line would be a stub, the number above it, or alone. */
function cellLayout(
  widest: string,
  row: number,
  column: number,
  measure: MeasureText,
): Pick<ProfileLayout, 'line' | 'isStacked' | 'number'> {
  const wide = measure(widest, NUMBER_WEIGHT) * 1.04;
  const sizes = (top: number) => ({ size: top * REST_PART, top });
  const top = Math.min(62, row * 0.72, (column * 0.5) / wide);
  const line = column - top * wide - LINE_AIR;
  if (line >= SHORTEST_LINE) return { line, isStacked: false, number: sizes(top) };
  const isStacked = row >= STACKED_ROW && column - COLUMN_AIR >= SHORTEST_LINE;
  if (isStacked) return { line: column - COLUMN_AIR, isStacked, number: sizes(row * 0.5) };
  return { line: 0, isStacked, number: sizes(Math.min(62, row * 0.72, (column - COLUMN_AIR) / wide)) };
}

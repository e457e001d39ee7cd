import { fitText, linesOf, type MeasureText } from '../../ui/text-fit.ts';

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
  number: { size: number; top: number; width: number };
}

export const LABEL = { weight: 540, tracking: -0.008, lineHeight: 1.1 };
export const HEAD = { weight: 640, tracking: 0, lineHeight: 1.12 };
const TALLEST_ROW = 96;
const LABEL_PART = [0.46, 0.35, 0.35, 0.3, 0.27];
const HEAD_LINES = 3;
const HEAD_AIR = 18;
const LINE_AIR = 36;
const SHORTEST_LINE = 40;
const NUMBER_WEIGHT = 740;

/** Labels and heads as large as all of them fit, rows as tall as there is room, and lines as long as numbers leave. */
export function profileLayout(asked: ProfileAsked, measure: MeasureText): ProfileLayout {
  const { labels, heads, columns, width, height } = asked;
  const labelWidth = width * (LABEL_PART[columns - 1] ?? 0.27);
  const column = (width - labelWidth) / columns;
  const head = headLayout(heads, column - 16, measure);
  const row = Math.min(TALLEST_ROW, (height - head.height) / Math.max(1, labels.length));
  const number = numberLayout(asked.widest, row, column, measure);
  const line = column - number.width - LINE_AIR;
  return {
    label: { width: labelWidth, size: labelSize(labels, labelWidth - 20, row - 8, measure) },
    head,
    row,
    column,
    line: line < SHORTEST_LINE ? 0 : line,
    number,
  };
}

function headLayout(
  heads: readonly string[],
  width: number,
  measure: MeasureText,
): { size: number; height: number } {
  if (heads.length === 0) return { size: 0, height: 0 };
  const fits = heads.map((text) => {
    const maxHeight = HEAD_LINES * 34 * HEAD.lineHeight;
    return fitText(text, { ...HEAD, width, largest: 34, smallest: 24, maxHeight }, measure).size;
  });
  const size = Math.min(...fits);
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
  return Math.min(...labels.map((text) => fitText(text, fit, measure).size));
}

function numberLayout(
  widest: string,
  row: number,
  column: number,
  measure: MeasureText,
): { size: number; top: number; width: number } {
  const wide = measure(widest, NUMBER_WEIGHT) * 1.04;
  const top = Math.min(62, row * 0.72, (column * 0.5) / wide);
  return { size: top * 0.75, top, width: top * wide };
}

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
  /** What the marks on the line are measured by. */
  mark: number;
  /** What a distribution on the line needs beyond both of its ends. */
  overhang: number;
  number: { size: number; top: number };
}

const LABEL = { weight: 540, tracking: -0.008, lineHeight: 1.1 };
const HEAD = { weight: 640, tracking: 0, lineHeight: 1.12 };
/** A column alone has its distribution above the line. */
const TALLEST_ROW = { alone: 150, beside: 96 };
const LABEL_PART = { alone: 0.42, beside: 0.36 };
const HEAD_LINES = 3;
const HEAD_AIR = 18;
const OVERHANG = 26;
/** Between line and number, and to the next column. */
const CELL_AIR = 24;
/** The part of a column that its line should have, and the least at which it says anything. */
const LINE_PART = 0.45;
const SHORTEST_LINE = 64;
const NUMBER = { weight: 740, largest: 62, smallest: 37 };
/** The others beside the highest. */
const REST_PART = 0.76;

/** Labels and heads as large as all of them fit, rows as tall as there is room, and lines as long as numbers leave. */
export function profileLayout(asked: ProfileAsked, measure: MeasureText): ProfileLayout {
  const { labels, heads, columns, width, height } = asked;
  const isAlone = columns === 1;
  const labelWidth = width * (isAlone ? LABEL_PART.alone : LABEL_PART.beside);
  const column = (width - labelWidth) / columns;
  const head = headLayout(heads, column - 16, measure);
  const tallest = isAlone ? TALLEST_ROW.alone : TALLEST_ROW.beside;
  const overhang = isAlone ? OVERHANG : 0;
  const row = Math.min(tallest, (height - head.height) / Math.max(1, labels.length));
  return {
    label: { width: labelWidth, size: labelSize(labels, labelWidth - 20, row - 8, measure) },
    head,
    row,
    column,
    overhang,
    ...cellLayout(measure(asked.widest, NUMBER.weight) * 1.04, row, column - 2 * overhang),
  };
}

function headLayout(
  heads: readonly string[],
  width: number,
  measure: MeasureText,
): { size: number; height: number } {
  if (heads.length === 0) return { size: 0, height: 0 };
  const fit = { ...HEAD, width, largest: 34, smallest: 20, maxHeight: HEAD_LINES * 34 * HEAD.lineHeight };
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

/** The largest number that leaves a line its part, else the smallest and what is left; without a line where that is a stub. */
function cellLayout(
  wide: number,
  row: number,
  column: number,
): Pick<ProfileLayout, 'line' | 'mark' | 'number'> {
  const lineBeside = (top: number) => column - CELL_AIR - top * wide;
  const largest = Math.min(NUMBER.largest, row * 0.72);
  let top = largest;
  while (top > NUMBER.smallest && lineBeside(top) < column * LINE_PART) top -= 1;
  const line = lineBeside(top) < SHORTEST_LINE ? 0 : lineBeside(top);
  if (line === 0) top = Math.min(largest, (column - CELL_AIR) / wide);
  return { line, mark: Math.min(46, row * 0.6, line * 0.45), number: { size: top * REST_PART, top } };
}

import { linesOf, type MeasureText } from '../../ui/text-fit.ts';

/**
 * Where everything of a chart of choices stands, in u (1 u is a pixel at 1920 × 1080). Pure: labels and a measure go in,
 * places come out. Seven rows of short labels have the sizes as drawn; what is longer makes the whole smaller, a step at a
 * time, until it fits, and fewer rows make it larger. Nothing is ever cut off.
 */
export interface ChartAsked {
  /** In the order in which they are drawn. */
  labels: readonly string[];
  width: number;
  height: number;
  /** How many of the first rows lead; 0 while voting. */
  leaders: number;
  /** After the reveal the rest is smaller, and numbers have a wider column. */
  isRevealed: boolean;
}

export interface RowPlace {
  /** From the foot of the rows up to the top of this one. */
  up: number;
  height: number;
  label: { size: number; line: number; lines: number };
  /** From the top of the row. */
  bar: { top: number; height: number };
  number: { size: number; top: number };
}

export interface ChartLayout {
  /** Labels above their bars (up to seven), or left of them. */
  labels: 'above' | 'beside';
  /** Where the axis stands, and how long the scale is. */
  axis: number;
  track: number;
  /** Left of the axis: how wide the column of labels is; 0 where they stand above. */
  labelColumn: number;
  /** Between a number and the axis; holds the one percent sign. */
  numberGap: number;
  rows: RowPlace[];
  rowsHeight: number;
}

/** Under the axis: room for its numbers. */
export const FOOT = 50;

const ABOVE_UP_TO = 7;
const LABEL = { weight: 560, tracking: -0.005 };
const LEADER_LABEL = { weight: 700, tracking: -0.018 };

export function chartLayout(asked: ChartAsked, measure: MeasureText): ChartLayout {
  return asked.labels.length <= ABOVE_UP_TO ? layoutAbove(asked, measure) : layoutBeside(asked, measure);
}

/** Sizes of one kind of row with its label above the bar. */
interface AboveRow {
  label: number;
  line: number;
  /** Between label and bar. */
  pad: number;
  bar: number;
  number: number;
  after: number;
}

const ABOVE = {
  live: { label: 42, line: 40, pad: 5, bar: 36, number: 88, after: 14 },
  rest: { label: 40, line: 38, pad: 6, bar: 33, number: 80, after: 14 },
  leader: { label: 60, line: 56, pad: 12, bar: 64, number: 148, after: 22 },
  tied: { label: 52, line: 48, pad: 10, bar: 54, number: 124, after: 18 },
} satisfies Record<string, AboveRow>;
const ABOVE_STEPS = [
  1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45,
];
const RIGHT = 20;
const INDENT = 16;

function layoutAbove(asked: ChartAsked, measure: MeasureText): ChartLayout {
  const largest = asked.isRevealed ? 1.3 : 1.6;
  let layout = above(asked, 1, measure);
  for (const k of ABOVE_STEPS.filter((step) => step <= largest)) {
    layout = above(asked, k, measure);
    // Larger than drawn only while every label keeps to one line.
    const isCalm = k <= 1 || layout.rows.every(({ label }) => label.lines === 1);
    if (isCalm && layout.rowsHeight <= asked.height - FOOT) return layout;
  }
  return layout;
}

function above(asked: ChartAsked, k: number, measure: MeasureText): ChartLayout {
  const axis = (asked.isRevealed ? 236 : 180) * Math.max(0.7, k);
  const track = asked.width - axis - RIGHT;
  const rows = asked.labels.map((text, index) => {
    const kind = ABOVE[aboveKind(asked, index)];
    const style = index < asked.leaders ? LEADER_LABEL : LABEL;
    const lines = linesOf(text, (track - INDENT * k) / (kind.label * k), style, measure);
    return aboveRow(kind, k, lines);
  });
  return stack({ labels: 'above', axis, track, labelColumn: 0, numberGap: 62 * Math.min(k, 1.2) }, rows);
}

function aboveKind({ leaders, isRevealed }: ChartAsked, index: number): keyof typeof ABOVE {
  if (!isRevealed) return 'live';
  if (index >= leaders) return 'rest';
  return leaders > 1 ? 'tied' : 'leader';
}

function aboveRow(kind: AboveRow, k: number, lines: number): Unplaced {
  const bar = { top: (lines * kind.line + kind.pad) * k, height: kind.bar * k };
  const height = bar.top + bar.height;
  const number = { size: kind.number * k, top: height - kind.number * k * 0.86 };
  return {
    height,
    bar,
    number,
    label: { size: kind.label * k, line: kind.line * k, lines },
    after: kind.after * k,
  };
}

const BESIDE_SIZES = [42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20];
/** How much of the width the labels may take: more only where they need it. */
const BESIDE_SHARES = [0.482, 0.56, 0.62];
const ROW_8 = 84;
const ROW_10 = 62;
const LEADER_TIMES = 1.5;
const TIED_TIMES = 1.3;

function layoutBeside(asked: ChartAsked, measure: MeasureText): ChartLayout {
  let layout: ChartLayout | undefined;
  for (const size of BESIDE_SIZES) {
    for (const share of BESIDE_SHARES) {
      layout = beside(asked, size, share, measure);
      if (layout.rowsHeight <= asked.height - FOOT) return layout;
    }
  }
  return layout ?? beside(asked, 20, 0.62, measure);
}

function beside(asked: ChartAsked, size: number, share: number, measure: MeasureText): ChartLayout {
  const times = asked.leaders > 1 ? TIED_TIMES : LEADER_TIMES;
  const even = (asked.height - FOOT) / (asked.labels.length + asked.leaders * (times - 1));
  const base = Math.min(asked.labels.length > 9 ? ROW_10 : ROW_8, even);
  const labelColumn = asked.width * share;
  const numbers = (asked.isRevealed ? 2.65 : 2.35) * (base / ROW_10) ** 0.5 * ROW_10;
  const axis = labelColumn + numbers;
  const rows = asked.labels.map((text, index) => {
    const isLeader = index < asked.leaders;
    const letters = isLeader ? size * 1.2 : size;
    const lines = linesOf(text, (labelColumn - 12) / letters, isLeader ? LEADER_LABEL : LABEL, measure);
    return besideRow(isLeader ? base * times : base, letters, lines);
  });
  return stack(
    { labels: 'beside', axis, track: asked.width - axis - RIGHT, labelColumn, numberGap: 46 },
    rows,
  );
}

function besideRow(base: number, size: number, lines: number): Unplaced {
  const line = size * (lines > 1 ? 1.06 : 1.1);
  const height = Math.max(base, lines * line + (lines > 1 ? 10 : 0));
  const bar = Math.min(base * 0.66, height);
  const number = base * 0.94;
  return {
    height,
    bar: { top: (height - bar) / 2, height: bar },
    number: { size: number, top: height / 2 - number * 0.51 },
    label: { size, line, lines },
    after: 0,
  };
}

interface Unplaced extends Omit<RowPlace, 'up'> {
  after: number;
}

/** From the foot up, so that a change of what stands above the chart moves nothing in it. */
function stack(frame: Omit<ChartLayout, 'rows' | 'rowsHeight'>, rows: Unplaced[]): ChartLayout {
  const total = rows.reduce(
    (sum, row, index) => sum + row.height + (index < rows.length - 1 ? row.after : 0),
    0,
  );
  let down = 0;
  const placed = rows.map(({ after, ...row }) => {
    const place = { ...row, up: total - down };
    down += row.height + after;
    return place;
  });
  return { ...frame, rows: placed, rowsHeight: total };
}

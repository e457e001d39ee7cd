import { linesOf, type MeasureText } from '../../ui/text-fit.ts';

/**
 * Where everything of a chart of choices stands, in u (1 u is a pixel at 1920 × 1080). Pure: labels and a measure go in,
 * places come out. Seven rows of short labels have the sizes as drawn; what is longer makes the whole smaller, a step at a
 * time, until it fits, and fewer rows make it larger. Nothing is ever cut off.
 */
export interface ChartAsked {
  /** In the order in which they are drawn. */
  labels: readonly string[];
  /** The digits of each row's number: three are set smaller, or they would not fit where two do. */
  digits: readonly number[];
  width: number;
  height: number;
  /** How many of the first rows lead; 0 while voting. */
  leaders: number;
  /** A column at the right end: last time's shares, or what moved; 0 without one. */
  aside: number;
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
const NARROW_BELOW = 1000;
const LABEL = { weight: 560, tracking: -0.005 };
const LEADER_LABEL = { weight: 700, tracking: -0.018 };

/** How wide the column right of the bars is: last time's shares, or what moved. */
export function asideWidth(width: number): number {
  return width < NARROW_BELOW ? 96 : 150;
}

export function chartLayout(asked: ChartAsked, measure: MeasureText): ChartLayout {
  const layout =
    asked.labels.length <= ABOVE_UP_TO ? layoutAbove(asked, measure) : layoutBeside(asked, measure);
  return pressedInto(layout, asked.height - FOOT);
}

/** What no size of type makes fit is made smaller as a whole: small, but not cut. */
function pressedInto(layout: ChartLayout, height: number): ChartLayout {
  if (layout.rowsHeight <= height + HAIR) return layout;
  const k = height / layout.rowsHeight;
  const rows = layout.rows.map(({ up, height, label, bar, number }) => ({
    up: up * k,
    height: height * k,
    label: { ...label, size: label.size * k, line: label.line * k },
    bar: { top: bar.top * k, height: bar.height * k },
    number: { size: number.size * k, top: number.top * k },
  }));
  return { ...layout, rows, rowsHeight: height };
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
const LARGEST = { live: 1.6, revealed: 1.3 };
/** Two or three rows have the whole height, and may be seen from further away. */
const FEW = 3;
const LARGEST_OF_FEW = { live: 1.9, revealed: 1.5 };
const SMALLEST = 0.3;
const STEP = 0.02;
const RIGHT = 20;
const THREE_DIGITS = 0.7;
const INDENT = 16;

function layoutAbove(asked: ChartAsked, measure: MeasureText): ChartLayout {
  const largest = asked.labels.length <= FEW ? LARGEST_OF_FEW : LARGEST;
  for (let k = asked.isRevealed ? largest.revealed : largest.live; ; k -= STEP) {
    const layout = above(asked, k, measure);
    // Larger than drawn only while every label keeps to one line.
    const isCalm = k <= 1 || layout.rows.every(({ label }) => label.lines === 1);
    if ((isCalm && layout.rowsHeight <= asked.height - FOOT) || k <= SMALLEST) return layout;
  }
}

function above(asked: ChartAsked, k: number, measure: MeasureText): ChartLayout {
  const axis = (asked.isRevealed ? 236 : 180) * Math.max(0.7, k);
  const track = asked.width - axis - Math.max(RIGHT, asked.aside);
  const rows = asked.labels.map((text, index) => {
    const kind = ABOVE[aboveKind(asked, index)];
    const style = index < asked.leaders ? LEADER_LABEL : LABEL;
    const lines = linesOf(text, (track - INDENT * k) / (kind.label * k), style, measure);
    return aboveRow(kind, k, lines, timesOf(asked.digits[index]));
  });
  return stack({ labels: 'above', axis, track, labelColumn: 0, numberGap: 62 * Math.max(0.75, k) }, rows);
}

function aboveKind({ leaders, isRevealed }: ChartAsked, index: number): keyof typeof ABOVE {
  if (!isRevealed) return 'live';
  if (index >= leaders) return 'rest';
  return leaders > 1 ? 'tied' : 'leader';
}

function aboveRow(kind: AboveRow, k: number, lines: number, times: number): Unplaced {
  const bar = { top: (lines * kind.line + kind.pad) * k, height: kind.bar * k };
  const height = bar.top + bar.height;
  const size = kind.number * k * times;
  const number = { size, top: height - size * 0.86 };
  return {
    height,
    bar,
    number,
    label: { size: kind.label * k, line: kind.line * k, lines },
    after: kind.after * k,
  };
}

const BESIDE_SIZES = [42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18, 16];
/** How much of the width the labels may take: more only where they need it. */
/** Smaller than this only when labels have got all the width there is for them. */
const STILL_LARGE = 32;
/** Twelve labels of the greatest length on an old projector: small, but whole. */
const LAST_RESORT = { size: 16, share: 0.64 };
/** Rows of one line give some of their height to those of two. */
const TIGHT = [1, 0.9, 0.82] as const;
const BESIDE_SHARES = [0.482, 0.53, 0.58, 0.64];
/** Rows that share the height evenly add up to it but for rounding. */
const HAIR = 0.01;
const ROW_8 = 84;
const ROW_10 = 62;
const LEADER_TIMES = 1.5;
const TIED_TIMES = 1.3;

function layoutBeside(asked: ChartAsked, measure: MeasureText): ChartLayout {
  const large = BESIDE_SIZES.filter((size) => size >= STILL_LARGE);
  const small = BESIDE_SIZES.filter((size) => size < STILL_LARGE);
  // Bars keep their length as long as labels in two lines are still large.
  const tries = [
    ...BESIDE_SHARES.flatMap((share) =>
      TIGHT.flatMap((tight) => large.map((size) => ({ size, share, tight }))),
    ),
    ...small.flatMap((size) => BESIDE_SHARES.map((share) => ({ size, share, tight: 1 }))),
  ];
  for (const { size, share, tight } of tries) {
    const layout = beside(asked, size, share, tight, measure);
    if (layout.rowsHeight <= asked.height - FOOT + HAIR) return layout;
  }
  return beside(asked, LAST_RESORT.size, LAST_RESORT.share, TIGHT[2], measure);
}

function beside(
  asked: ChartAsked,
  size: number,
  share: number,
  tight: number,
  measure: MeasureText,
): ChartLayout {
  const times = asked.leaders > 1 ? TIED_TIMES : LEADER_TIMES;
  const even = (asked.height - FOOT) / (asked.labels.length + asked.leaders * (times - 1));
  const base = Math.min(asked.labels.length > 9 ? ROW_10 : ROW_8, even) * tight;
  const right = Math.max(RIGHT, asked.aside);
  const labelColumn = (asked.width + RIGHT - right) * share;
  const wanted = (asked.isRevealed ? 2.65 : 2.35) * (base / ROW_10) ** 0.5 * ROW_10;
  const numbers = Math.min(wanted, Math.max(ROW_10 * 2.35, asked.width * 0.17));
  const axis = labelColumn + numbers;
  const rows = asked.labels.map((text, index) => {
    const isLeader = index < asked.leaders;
    const letters = isLeader ? size * 1.2 : size;
    const lines = linesOf(text, (labelColumn - 12) / letters, isLeader ? LEADER_LABEL : LABEL, measure);
    const row = isLeader ? base * times : base;
    return besideRow(
      row,
      letters,
      lines,
      Math.min(row * 0.94, numbers * 0.56) * timesOf(asked.digits[index]),
    );
  });
  return stack(
    {
      labels: 'beside',
      axis,
      track: asked.width - axis - right,
      labelColumn,
      numberGap: 46,
    },
    rows,
  );
}

function besideRow(base: number, size: number, lines: number, number: number): Unplaced {
  const line = size * (lines > 1 ? 1.06 : 1.1);
  const height = Math.max(base, lines * line + (lines > 1 ? size * 0.25 : 0));
  const bar = Math.min(base * 0.66, height);
  return {
    height,
    bar: { top: (height - bar) / 2, height: bar },
    number: { size: number, top: height / 2 - number * 0.51 },
    label: { size, line, lines },
    after: 0,
  };
}

function timesOf(digits = 0): number {
  return digits > 2 ? THREE_DIGITS : 1;
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

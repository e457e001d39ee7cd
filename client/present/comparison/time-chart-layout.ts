import type { Comparison } from '../../../shared/comparison/comparison.ts';
import { endFor, gridlines, type ScaleEnd } from '../../questions/choice/scale-end.ts';
import type { MeasureText } from '../../ui/text-fit.ts';
import type { Box } from '../../../shared/charts/boxes.ts';
import { along, type Segment } from './segments.ts';
import { joiningLine, type JoiningLine } from './joining-line.ts';
import { besideMark, placeText, type Ground } from './place-text.ts';
import type { PairLine } from './pair-line.ts';
import { reachOf, valueWords, type Series, type Value } from './series.ts';
import type { ChartText, Way } from './text-box.ts';
import { tickWords, timeAxis, type TimeSpan } from './time-axis.ts';

/**
 * Where everything of a comparison over time stands, in u. Pure: numbers and a measure go in, places come out. Text never
 * lies on a mark, a line or another text: what finds no room at its size is set smaller, down to 28 u, and then left to
 * the header and the foot lines.
 */
export interface TimeChartAsked {
  points: readonly Pick<Comparison['points'][number], 'id' | 'when' | 'provenance'>[];
  /** The option in the foreground, and a second one for scale. */
  series: readonly Series[];
  /** From each point to the next, for the first option. */
  lines: readonly (PairLine | null)[];
  shown: ReadonlySet<string>;
  /** Points of the room that looks at it. */
  isNow: (id: string) => boolean;
  /** The plot: time axis at its foot. */
  plot: { left: number; right: number; top: number; bottom: number };
  /** Of one of several charts side by side: the scales they share. Its latest value stands beside its mark. */
  shared?: { span: TimeSpan; end: ScaleEnd };
}

export interface Mark {
  x: number;
  y: number;
  shape: 'disc' | 'square' | 'diamond';
  tone: 'ink' | 'now' | 'rest';
  radius: number;
}

export interface Whisker {
  x: number;
  top: number;
  bottom: number;
  tone: Mark['tone'];
  /** `counted`: the 95 % range, which comes at its step; `given`: as a person entered it; `left`: what others leave. */
  kind: 'counted' | 'given' | 'left';
}

export interface TimeChart {
  end: ScaleEnd;
  grid: { y: number; words: string }[];
  ticks: { x: number; words: string; isShown: boolean }[];
  /** Where the axis is stretched, between two points. */
  breaks: number[];
  marks: Mark[];
  whiskers: Whisker[];
  lines: JoiningLine[];
  numbers: ChartText[];
  /** Of the first option: points whose number found no room, and pairs whose words found none. */
  unsaid: { numbers: string[]; pairs: number[] };
  /** The height of each option's latest value: its number and name stand right of the plot. Empty before it is shown. */
  ends: { series: number; y: number }[];
}

const INSET = { left: 124, right: 110 };
/** As near as two times asked may stand. */
const APART = 128;
const APART_SMALL = 44;
/** The second option stands beside the first. */
const ASIDE = 28;
const RADIUS = { now: 19, first: 17, second: 13 };
const CAP = 20;

export function timeChart(asked: TimeChartAsked, measure: MeasureText): TimeChart {
  const { points, series, plot, shared } = asked;
  const room = plot.right - plot.left;
  const inset = Math.min(1, room / 900);
  const axis = timeAxis(
    points,
    plot.left + INSET.left * inset,
    plot.right - INSET.right * inset,
    shared ? APART_SMALL : APART,
    shared?.span,
  );
  const end = shared?.end ?? endFor(Math.max(0, ...series.flatMap(({ values }) => values.map(reachOf))));
  const yOf = (share: number) => plot.bottom - (share / end) * (plot.bottom - plot.top);
  const isShown = (at: number) => asked.shown.has(points[at]?.id ?? '');
  const drawn = series.flatMap(({ values }, nth) =>
    values.flatMap((value, at) => (isShown(at) ? [placed(asked, value, nth, at, axis.x[at] ?? 0, yOf)] : [])),
  );
  const joined = joins(drawn, asked.lines);
  const ground: Ground = {
    area: { x: plot.left + 8, y: plot.top - 44, width: room - 8, height: plot.bottom - plot.top + 40 },
    boxes: drawn.flatMap(({ boxes }) => boxes),
    segments: joined.map(({ segment }) => segment),
  };
  const isLastShown = !shared && isShown(points.length - 1);
  const numbers = drawn
    .filter(({ at, value }) => shared || value.kind !== 'mark' || at < points.length - 1)
    .map((one) => ({ one, text: numberOf(one, asked, isLastShown, ground, measure) }));
  const lines = joined.map((join) => ({ join, line: joiningLine(join.line, join.segment, ground, measure) }));
  return {
    end,
    grid: [0 as const, ...gridlines(end)].map((share) => ({ y: yOf(share), words: String(share * 100) })),
    ticks: tickWords(points).map((words, at) => ({ x: axis.x[at] ?? 0, words, isShown: isShown(at) })),
    breaks: axis.stretched.filter(isShown).map((at) => ((axis.x[at - 1] ?? 0) + (axis.x[at] ?? 0)) / 2),
    marks: drawn.flatMap(({ mark }) => mark ?? []),
    whiskers: drawn.flatMap(({ whisker }) => whisker ?? []),
    lines: lines.map(({ line }) => line),
    numbers: numbers.flatMap(({ text }) => text ?? []),
    unsaid: {
      numbers: numbers.flatMap(({ one, text }) => (text || one.nth > 0 ? [] : [points[one.at]?.id ?? ''])),
      pairs: lines.flatMap(({ join, line }) => (line.words ? [] : [join.at])),
    },
    ends: isLastShown
      ? drawn
          .filter(({ at, value }) => at === points.length - 1 && value.kind === 'mark')
          .map(({ nth, y }) => ({ series: nth, y }))
      : [],
  };
}

/** One value at its place. */
interface Drawn {
  value: Value;
  nth: number;
  at: number;
  x: number;
  y: number;
  mark: Mark | null;
  whisker: Whisker | null;
  range: { top: number; bottom: number };
  boxes: Box[];
}

function placed(
  { points, isNow }: TimeChartAsked,
  value: Value,
  nth: number,
  at: number,
  axisX: number,
  yOf: (share: number) => number,
): Drawn {
  const point = points[at];
  const x = axisX + (nth > 0 ? ASIDE : 0);
  const now = point !== undefined && isNow(point.id);
  const tone = nth > 0 ? 'rest' : now ? 'now' : 'ink';
  const radius = nth > 0 ? RADIUS.second : now ? RADIUS.now : RADIUS.first;
  const base = { value, nth, at, x };
  if (value.kind === 'cap') {
    const top = yOf(value.high);
    const range = { top, bottom: yOf(0) };
    const whisker: Whisker = { x, ...range, tone, kind: 'left' };
    return { ...base, y: top, mark: null, whisker, range, boxes: [around(x, CAP, range)] };
  }
  if (value.kind !== 'mark') {
    const range = { top: yOf(0) - 10, bottom: yOf(0) - 10 };
    return { ...base, y: range.top, mark: null, whisker: null, range, boxes: [] };
  }
  const y = yOf(value.share);
  const shape =
    point?.provenance === 'remembered' ? 'diamond' : point?.provenance === 'brought-in' ? 'square' : 'disc';
  const mark: Mark = { x, y, shape, tone, radius };
  const range = value.range
    ? { top: yOf(value.range[1]), bottom: yOf(value.range[0]) }
    : { top: y - radius, bottom: y + radius };
  const whisker: Whisker | null = value.range
    ? { x, ...range, tone, kind: value.isCertain ? 'counted' : 'given' }
    : null;
  const whole = { top: Math.min(range.top, y - radius), bottom: Math.max(range.bottom, y + radius) };
  const boxes = [
    around(x, radius, { top: y - radius, bottom: y + radius }),
    around(x, value.isCertain ? 4 : 16, whole),
  ];
  return { ...base, y, mark, whisker, range: whole, boxes };
}

function around(x: number, half: number, { top, bottom }: { top: number; bottom: number }): Box {
  return { x: x - half, y: top, width: 2 * half, height: bottom - top };
}

interface Join {
  /** The place of the earlier of the two. */
  at: number;
  line: PairLine;
  segment: Segment;
}

/** The lines of the first option between two times asked that both stand there. */
function joins(drawn: readonly Drawn[], lines: readonly (PairLine | null)[]): Join[] {
  const first = drawn.filter(
    ({ nth, value }) => nth === 0 && (value.kind === 'mark' || value.kind === 'cap'),
  );
  return first.flatMap((from) => {
    const to = first.find(({ at }) => at === from.at + 1);
    const line = lines[from.at];
    if (!to || !line) return [];
    const whole = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    const length = Math.hypot(whole.x2 - whole.x1, whole.y2 - whole.y1);
    const start = from.mark ? (from.mark.radius + 9) / length : 0;
    const end = to.mark ? 1 - (to.mark.radius + 9) / length : 1;
    const a = along(whole, Math.min(start, 0.5));
    const b = along(whole, Math.max(end, 0.5));
    return [{ at: from.at, line, segment: { x1: a.x, y1: a.y, x2: b.x, y2: b.y } }];
  });
}

const NUMBER_SIZES = [
  [60, 52, 44, 38, 32, 28],
  [44, 38, 32, 28],
];
const UNKNOWN_SIZES = [44, 36, 28];
const LONGEST_NAME = 30;

function numberOf(
  { value, nth, at, x, y, range, mark }: Drawn,
  { points, series, shown, isNow, shared }: TimeChartAsked,
  isLastShown: boolean,
  ground: Ground,
  measure: MeasureText,
): ChartText | undefined {
  const words = valueWords(value);
  const isKnown = value.kind === 'mark' || value.kind === 'cap';
  const latest = Math.max(...points.map((point, place) => (shown.has(point.id) ? place : -1)));
  const label = series[nth]?.option.label ?? '';
  const short = label.length > LONGEST_NAME ? `${label.slice(0, LONGEST_NAME).trimEnd()}…` : label;
  // Once the latest is there its name stands right of the plot; until then it stands beside its number.
  const needsName = !shared && ((at === latest && !isLastShown) || (isLastShown && at === points.length - 1));
  const names = needsName ? [label, short, ''] : [''];
  const sizes = isKnown ? (NUMBER_SIZES[nth] ?? []) : UNKNOWN_SIZES;
  const isNowTone = nth === 0 && isKnown && isNow(points[at]?.id ?? '');
  const tone = nth > 0 || !isKnown ? 'rest' : isNowTone ? 'now' : 'ink';
  const ways: Way[] = [...new Set(names)].flatMap((name) =>
    sizes.map((size) => ({ lines: [words], name, size, weight: nth > 0 ? 600 : 700, tone }) as const),
  );
  const gap = (mark?.radius ?? CAP) + 12;
  const places =
    value.kind === 'cap' ? besideMark(x, range.bottom - 5, range, CAP + 10) : besideMark(x, y, range, gap);
  // Smaller beside its mark is better than large and away from it.
  return placeText(ways, places.near, ground, measure) ?? placeText(ways, places.far, ground, measure);
}

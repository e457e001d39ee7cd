import type { Comparison, ComparisonPoint, PointOption } from '../comparison/comparison.ts';
import { scaleEnd } from './axis.ts';
import { pointNow, shareText, VERDICT_WORDS } from './chart-words.ts';
import { joinsOf } from './joins.ts';
import { dayOf, placeInTime } from './place-in-time.ts';
import { placeLabels, type Box, type Wanted } from './place-labels.ts';
import { textWidth, wrapText } from './text-width.ts';

/** An option of the chart: the one in the foreground, or the second, for scale. */
export interface Series {
  optionId: string;
  label: string;
  isForeground: boolean;
}

export interface TimeMark {
  x: number;
  y: number | null;
  point: ComparisonPoint;
  option: PointOption;
  series: Series;
  isNow: boolean;
}

export interface TimeLabel extends Box {
  text: string;
  size: number;
  weight: 400 | 500 | 700;
  /** What it is said of: decides its colour. */
  tone: 'ink' | 'now' | 'rest';
  /** At the end of a line: the option's name, beside the number. */
  name?: { x: number; lines: string[]; size: number };
}

export interface JoinLine {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface TimeChartLayout {
  size: number;
  plot: Box;
  end: number;
  at: (share: number) => number;
  marks: TimeMark[];
  joins: JoinLine[];
  labels: TimeLabel[];
  height: number;
}

/** Narrower than this, everything is a size smaller. */
const NARROW = 560;
/** What names at the ends of lines take, in ems. */
const END_EMS = 14;

/** The option in the foreground and one for scale: the one ahead of all others at the latest time that has numbers. */
export function seriesOf(comparison: Comparison): Series[] {
  const { options, foreground, points } = comparison;
  const first = options.find(({ optionId }) => optionId === foreground) ?? options[0];
  if (!first) return [];
  const last = points.at(-1);
  const shareOf = (id: string) => last?.options.find(({ optionId }) => optionId === id)?.share ?? -1;
  const second = options
    .filter((option) => option !== first && shareOf(option.optionId) >= 0)
    .sort((a, b) => shareOf(b.optionId) - shareOf(a.optionId))[0];
  return [first, ...(second ? [second] : [])].map(({ optionId, label }, index) => ({
    optionId,
    label,
    isForeground: index === 0,
  }));
}

/** Where everything of a line of time stands: true distances, and no label on another or on a mark. */
export function layOutTimes(comparison: Comparison, width: number): TimeChartLayout {
  const isNarrow = width < NARROW;
  const size = isNarrow ? 13 : 16;
  const series = seriesOf(comparison);
  const ids = series.map(({ optionId }) => optionId);
  const end = scaleEnd(comparison, ids);
  const plotWidth = width - size * 4 - (isNarrow ? 0 : size * END_EMS);
  const plot = { x: size * 3.4, y: size, width: plotWidth, height: isNarrow ? 260 : 400 };
  const at = (share: number) => plot.y + plot.height * (1 - share / end);
  const marks = marksOf(comparison, series, { plot, at, size });
  const joins = joinLines(comparison, marks, size);
  const lastId = comparison.points.at(-1)?.id;
  const wanted = [
    ...marks.flatMap((mark) =>
      mark.point.id === lastId && !isNarrow ? endLabel(mark, size, plot) : valueLabel(mark, size),
    ),
    ...joins.map((join) => joinLabel(join, size)),
  ];
  const frame = { x: 0, y: 0, width, height: plot.y + plot.height + size };
  const boxes = placeLabels(wanted, obstaclesOf(marks, at, size), frame);
  const labels = wanted.flatMap(({ places: _, ...label }, index) => {
    const box = boxes[index];
    return box ? [{ ...label, ...box }] : [];
  });
  return {
    size,
    plot,
    end,
    at,
    marks,
    joins: joins.flatMap((join) => cutAround(join, labels)),
    labels,
    height: plot.y + plot.height + size * 2.2,
  };
}

function marksOf(
  { points }: Comparison,
  series: readonly Series[],
  { plot, at, size }: Pick<TimeChartLayout, 'plot' | 'at' | 'size'>,
): TimeMark[] {
  const now = pointNow(points);
  const aside = size * 1.5;
  const places = placeInTime(
    points.map(({ when }) => dayOf(when)),
    { from: plot.x + size * 2.5, to: plot.x + plot.width - size * 2.5 - aside, gap: size * 5 },
  );
  return points.flatMap((point, index) =>
    series.flatMap((each): TimeMark[] => {
      const option = point.options.find(({ optionId }) => optionId === each.optionId);
      if (!option) return [];
      const x = (places[index] ?? plot.x) + (each.isForeground ? 0 : aside);
      const share = anchorOf(option);
      const isNow = point.id === now && each.isForeground;
      return [{ x, y: share === null ? null : at(share), point, option, series: each, isNow }];
    }),
  );
}

/** Where lines and words meet a mark: its middle, or the cap of what has none. */
export function anchorOf({ state, share, low, high }: PointOption): number | null {
  if (state === 'not-offered' || state === 'unknown') return null;
  return share ?? (state === 'unreported' ? high : low !== null && high !== null ? (low + high) / 2 : null);
}

type Text = Wanted & Omit<TimeLabel, keyof Box>;

/** The number at a mark: over it to the right, or wherever else beside it is room. */
function valueLabel(mark: TimeMark, size: number): Text[] {
  const { x, y, option, series } = mark;
  if (y === null) return [];
  const set = settingOf(mark, size);
  const text = shareText(option);
  const [width, height] = [textWidth(text, set.size, 700) + 4, set.size];
  const [right, left] = [x + size * 0.9, x - size * 0.9 - width];
  const [up, middle, down] = [y - height - size * 0.2, y - height / 2, y + size * 0.3];
  const first = option.state === 'unreported' ? [{ x: right, y: down }] : [];
  const second = series.isForeground ? [] : [{ x: right, y: middle }];
  const around = [up, down, middle].flatMap((y) => [
    { x: right, y },
    { x: left, y },
  ]);
  return [{ ...set, text, width, height, places: [...first, ...second, ...around] }];
}

/** The number and the name of an option, at the right end of its line. */
function endLabel(mark: TimeMark, size: number, plot: Box): Text[] {
  const { y, option, series } = mark;
  if (y === null) return [];
  const set = settingOf(mark, size);
  const text = shareText(option);
  const numberWidth = textWidth(text, set.size, 700) + size * 0.6;
  const width = size * END_EMS;
  const nameSize = size * (series.isForeground ? 1.15 : 1.05);
  const lines = wrapText(series.label, { width: width - numberWidth, size: nameSize, weight: 700, most: 3 });
  const height = Math.max(set.size, lines.length * nameSize * 1.15);
  const places = [{ x: plot.x + plot.width, y: y - height / 2 }];
  return [{ ...set, text, width, height, name: { x: numberWidth, lines, size: nameSize }, places }];
}

function settingOf({ series, isNow }: TimeMark, size: number): Pick<TimeLabel, 'size' | 'weight' | 'tone'> {
  if (!series.isForeground) return { size: size * 1.25, weight: 500, tone: 'rest' };
  return { size: size * (isNow ? 2.4 : 1.7), weight: 700, tone: isNow ? 'now' : 'ink' };
}

interface Joined extends JoinLine {
  isSolid: boolean;
  text: string;
  isClear: boolean;
}

function joinLines(comparison: Comparison, marks: readonly TimeMark[], size: number): Joined[] {
  const front = marks.filter(({ series }) => series.isForeground);
  const find = (id: string) => front.find(({ point }) => point.id === id);
  return joinsOf(comparison, front[0]?.series.optionId ?? null).flatMap(({ from, to, isSolid, verdict }) => {
    const [before, after] = [find(from), find(to)];
    if (!before || !after || before.y === null || after.y === null) return [];
    const line = shortened({ x1: before.x, y1: before.y, x2: after.x, y2: after.y }, size * 0.8);
    const isClear = verdict === 'shift' || verdict === 'difference';
    return [{ ...line, isSolid, isClear, text: verdict ? VERDICT_WORDS[verdict] : '' }];
  });
}

/** A line leaves its marks free. */
function shortened({ x1, y1, x2, y2 }: JoinLine, by: number): JoinLine {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [((x2 - x1) / length) * by, ((y2 - y1) / length) * by];
  return { x1: x1 + dx, y1: y1 + dy, x2: x2 - dx, y2: y2 - dy };
}

/** A broken line carries the word in its gap, a solid one beside it; a short one has only room for a short word. */
function joinLabel(join: Joined, size: number): Text {
  const { x1, y1, x2, y2, isSolid, isClear } = join;
  const big = size * 1.1;
  const fits = textWidth(join.text, big, 700) < (x2 - x1) * 0.7;
  const text = fits ? join.text : isClear ? 'clear' : 'chance';
  const [width, height] = [textWidth(text, big, 700) + 4, big * 1.1];
  const [x, y] = [(x1 + x2) / 2 - width / 2, (y1 + y2) / 2 - height / 2];
  const beside = [
    { x, y: y - height * 1.2 },
    { x, y: y + height * 1.2 },
  ];
  return {
    text,
    size: big,
    weight: isClear ? 700 : 400,
    tone: 'ink',
    width,
    height,
    places: isSolid ? beside : [{ x, y }, ...beside],
  };
}

/** Marks and their ranges: what no label may lie on. */
function obstaclesOf(marks: readonly TimeMark[], at: (share: number) => number, size: number): Box[] {
  const half = size * 0.6;
  return marks.flatMap(({ x, y, option }) => {
    const [low, high] = [option.boundLow ?? option.low, option.boundHigh ?? option.high];
    const range =
      low === null || high === null
        ? []
        : [{ x: x - size * 0.25, y: at(high), width: size * 0.5, height: at(low) - at(high) }];
    return y === null ? range : [...range, { x: x - half, y: y - half, width: 2 * half, height: 2 * half }];
  });
}

/** A broken line keeps off the words; where it is too short for them, nothing of it is left. */
function cutAround(join: Joined, labels: readonly Box[]): JoinLine[] {
  const { x1, y1, x2, y2, isSolid } = join;
  if (isSolid) return [{ x1, y1, x2, y2 }];
  const steps = 100;
  const place = (step: number) => ({
    x: x1 + ((x2 - x1) * step) / steps,
    y: y1 + ((y2 - y1) * step) / steps,
  });
  const isFree = (step: number) => {
    const { x, y } = place(step);
    const inGap = Math.abs(step - steps / 2) < 9;
    return !inGap && !labels.some((box) => isNear(x, y, box));
  };
  const pieces: JoinLine[] = [];
  for (let from = 0; from <= steps; from += 1) {
    if (!isFree(from)) continue;
    let to = from;
    while (to < steps && isFree(to + 1)) to += 1;
    const [start, stop] = [place(from), place(to)];
    if (to > from + 2) pieces.push({ x1: start.x, y1: start.y, x2: stop.x, y2: stop.y });
    from = to;
  }
  return pieces;
}

function isNear(x: number, y: number, box: Box): boolean {
  const air = 5;
  return x > box.x - air && x < box.x + box.width + air && y > box.y - air && y < box.y + box.height + air;
}

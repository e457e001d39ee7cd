import type { Comparison, ComparisonPoint, PointOption } from '../comparison/comparison.ts';
import { smallNumber } from '../comparison/number-words.ts';
import { scaleEnd } from './axis.ts';
import type { Picture } from './chart-frame.ts';
import { VERDICT_WORDS } from '../comparison/result-words.ts';
import { pointNow, shareText } from './chart-words.ts';
import { areAlike, differenceBetween } from './joins.ts';
import { optionMark } from './marks.ts';
import type { Palette } from './palette.ts';
import { dayOf } from './place-in-time.ts';
import type { Box } from './boxes.ts';
import { placeLabels, type Wanted } from './place-labels.ts';
import { element, lineFrom, textAt } from './svg.ts';
import { cutText, textWidth } from './text-width.ts';
import { anchorOf } from './time-marks.ts';
import { panelsOf, type Panel } from './panels.ts';
import { timeTexts, uprightScale } from './upright-scale.ts';

const GAP = 40;
const LEAST_PANEL = 260;

interface Frame {
  width: number;
  size: number;
  /** First and last day of all panels, so that they share one line of time. */
  days: [number, number];
  years: number[];
  end: number;
  now: string | undefined;
  palette: Palette;
  comparison: Comparison;
}

/** One small chart for each kind of audience, all on one scale and one line of time, joined only within one. */
export function smallMultiples(comparison: Comparison, width: number, palette: Palette): Picture {
  const { points, foreground } = comparison;
  const panels = panelsOf(points);
  const size = width < 560 ? 13 : 15;
  const left = size * 3.2;
  const columns = Math.max(
    1,
    Math.min(panels.length, 3, Math.floor((width - left + GAP) / (LEAST_PANEL + GAP))),
  );
  const days = points.map(({ when }) => dayOf(when));
  const frame: Frame = {
    width: (width - left - GAP * (columns - 1)) / columns,
    size,
    days: [Math.min(...days), Math.max(...days)],
    years: [...new Set(points.map(({ when }) => Number(when.date.slice(0, 4))))],
    end: scaleEnd(comparison, [foreground]),
    now: pointNow(points),
    palette,
    comparison,
  };
  const height = panelHeight(size) + GAP;
  const svg = panels.map((panel, index) => {
    const [column, line] = [index % columns, Math.floor(index / columns)];
    const transform = `translate(${left + column * (frame.width + GAP)} ${line * height})`;
    return element('g', { transform }, panelSvg(panel, frame, column === 0));
  });
  const label = comparison.options.find(({ optionId }) => optionId === foreground)?.label ?? '';
  return {
    svg: svg.join(''),
    height: Math.ceil(panels.length / columns) * height - GAP / 2,
    foot: [
      `Drawn: ${label}. A line joins the same kind of audience, words and options, nothing else.`,
      'Disc: counted here. Square: brought in. Open diamond: remembered.',
    ],
  };
}

function plotOf(size: number) {
  return { top: size * 4.2, height: size * 17 };
}

function panelHeight(size: number): number {
  const { top, height } = plotOf(size);
  return top + height + size * 2.2;
}

function panelSvg(panel: Panel, frame: Frame, isFirst: boolean): string {
  const { size, palette, width, end } = frame;
  const { top, height } = plotOf(size);
  const at = (share: number) => top + height * (1 - share / end);
  const title = cutText(panel.title, { width, size: size * 1.2, weight: 700 });
  const marks = marksIn(panel, frame, at);
  const said = verdictOf(panel, frame);
  return [
    textAt(0, size * 1.2, title, { size: size * 1.2, weight: 700, fill: palette.ink }),
    textAt(0, size * 2.8, said.text, {
      size: size * 1.1,
      weight: said.isClear ? 700 : 400,
      fill: said.isClear ? palette.ink : palette.ink2,
    }),
    uprightScale({ from: 0, to: width, at, end, size, palette, withTexts: isFirst }),
    yearTexts(frame, top + height + size * 1.6),
    ...joinsIn(marks, frame),
    ...marks.map(({ x, option, point }) =>
      optionMark(option, {
        provenance: point.provenance,
        fill: point.id === frame.now ? palette.now : palette.ink,
        palette,
        r: size * 0.46,
        at,
        across: x,
        isUpright: true,
      }),
    ),
    ...labelsIn(marks, frame, at),
  ].join('');
}

interface Mark {
  x: number;
  y: number | null;
  point: ComparisonPoint;
  option: PointOption;
}

function xOf(day: number, { days: [first, last], width, size }: Frame): number {
  const [from, to] = [size * 1.4, width - size * 1.4];
  return last > first ? from + ((day - first) / (last - first)) * (to - from) : (from + to) / 2;
}

function marksIn({ points }: Panel, frame: Frame, at: (share: number) => number): Mark[] {
  return points.flatMap((point): Mark[] => {
    const option = point.options.find(({ optionId }) => optionId === frame.comparison.foreground);
    if (!option || option.state === 'not-offered' || option.state === 'unknown') return [];
    const share = anchorOf(option);
    return [{ x: xOf(dayOf(point.when), frame), y: share === null ? null : at(share), point, option }];
  });
}

function joinsIn(marks: readonly Mark[], { comparison, palette }: Frame): string[] {
  return marks.slice(1).map((to, index) => {
    const from = marks[index];
    if (!from || from.y === null || to.y === null || !areAlike(comparison, from.point, to.point)) return '';
    return lineFrom(from.x, from.y, to.x, to.y, { stroke: palette.ink, width: 2.5 });
  });
}

/** Values of the last and the first before those between, which are left out where they find no place. */
function labelsIn(marks: readonly Mark[], frame: Frame, at: (share: number) => number): string[] {
  const { size, palette, width, now } = frame;
  const { top, height } = plotOf(size);
  const shown = marks.filter(({ y }) => y !== null);
  const ordered = [...new Set([shown.at(-1), shown[0], ...shown])].filter((mark) => mark !== undefined);
  const wanted = ordered.map((mark, index) => ({ ...valueIn(mark, frame, at), isOptional: index > 1 }));
  const discs = shown.map(({ x, y }) => around(x, y ?? 0, size * 0.6));
  const boxes = placeLabels(wanted, discs, { x: 0, y: size * 3, width, height: top + height - size * 3 });
  return ordered.flatMap(({ option, point }, index) => {
    const [box, text] = [boxes[index], shareText(option)];
    if (!box) return [];
    const fill = point.id === now ? palette.nowText : palette.ink;
    const style = { size: box.height, weight: 700 as const, fill, halo: palette.paper };
    return textAt(box.x, box.y + box.height * 0.8, text, style);
  });
}

function around(x: number, y: number, half: number): Box {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

function valueIn(
  { x, y, option, point }: Mark,
  { size, now, width }: Frame,
  at: (share: number) => number,
): Wanted {
  const height = size * (point.id === now ? 1.8 : 1.25);
  const labelWidth = textWidth(shareText(option), height, 700);
  const left = Math.min(Math.max(0, x - labelWidth / 2), width - labelWidth);
  const high = option.boundHigh ?? option.high;
  const low = option.boundLow ?? option.low;
  const over = (high === null ? (y ?? 0) - size : at(high)) - height - 2;
  return {
    width: labelWidth,
    height,
    places: [
      { x: left, y: over },
      { x: x - labelWidth - size, y: (y ?? 0) - height },
      { x: x + size, y: (y ?? 0) - height },
      { x: left, y: (low === null ? (y ?? 0) + size : at(low)) + 2 },
    ],
  };
}

function yearTexts(frame: Frame, y: number): string {
  const { size, palette, width, years } = frame;
  const words = years.map((year) => ({
    x: xOf(Math.min(Math.max(Date.UTC(year, 6, 1), frame.days[0]), frame.days[1]), frame),
    text: `${year}`,
    width: textWidth(`${year}`, size),
  }));
  return timeTexts(words, { y, size, palette, least: 0, most: width });
}

/** What is known between the first and the last of a panel; without that, how often it was asked. */
function verdictOf({ points }: Panel, { comparison }: Frame): { text: string; isClear: boolean } {
  const [first, last] = [points[0], points.at(-1)];
  const pair = first && last ? differenceBetween(comparison, first.id, last.id) : undefined;
  const option = pair?.options.find(({ optionId }) => optionId === comparison.foreground);
  if (!option)
    return {
      text: points.length === 1 ? 'asked once' : `asked ${smallNumber(points.length)} times`,
      isClear: false,
    };
  const isClear = option.verdict === 'shift' || option.verdict === 'difference';
  const times = [first, last].map((point) => point?.when.date.slice(0, 4)).join(' to ');
  return { text: `${times}: ${VERDICT_WORDS[option.verdict]}`, isClear };
}

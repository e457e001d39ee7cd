import type { Comparison } from '../comparison/comparison.ts';
import { barePicture, framePicture, type Picture } from './chart-frame.ts';
import { chartInWords, pointNow, shortTimes } from './chart-words.ts';
import { marginOf, type ChartOptions } from './dot-rows-svg.ts';
import { keyOfPoints } from './key.ts';
import { optionMark } from './marks.ts';
import type { Palette } from './palette.ts';
import { smallMultiples } from './small-multiples.ts';
import { element, lineFrom, textAt } from './svg.ts';
import { textWidth } from './text-width.ts';
import { layOutTimes, type TimeChartLayout } from './time-chart-layout.ts';
import type { TimeLabel } from './time-labels.ts';
import { seriesOf, type TimeMark } from './time-marks.ts';
import { timeTexts, uprightScale } from './upright-scale.ts';

/** More times than these are drawn apart, one small chart for each kind of audience. */
const MOST_IN_ONE = 6;

/** One option over time at true distances, a second for scale: a whole SVG. */
export function timeChartSvg(
  comparison: Comparison,
  { width, palette, isBare = false }: ChartOptions,
): string {
  const inside = isBare ? width : width - 2 * marginOf(width);
  const draw = comparison.points.length > MOST_IN_ONE ? smallMultiples : timePicture;
  const picture = draw(comparison, inside, palette);
  const about = { width, palette, words: chartInWords(comparison) };
  return isBare
    ? barePicture(picture, { ...about, title: comparison.question.prompt })
    : framePicture(picture, comparison, { ...about, margin: marginOf(width) });
}

function timePicture(comparison: Comparison, width: number, palette: Palette): Picture {
  const layout = layOutTimes(comparison, width);
  const { size, plot, end, at, marks } = layout;
  const now = pointNow(comparison.points);
  const key = keyOfPoints(comparison.points, { width, palette, now, size });
  const times = shortTimes(comparison.points);
  const front = marks.filter(({ series }) => series.isForeground);
  const words = front.map(({ x }, index) => {
    const text = times[index] ?? '';
    return { x, text, width: textWidth(text, size) };
  });
  const drawing = [
    uprightScale({ from: plot.x, to: plot.x + plot.width, at, end, size, palette, withTexts: true }),
    timeTexts(words, { y: plot.y + plot.height + size * 1.5, size, palette, least: 0, most: width }),
    ...layout.joins.map(({ x1, y1, x2, y2 }) =>
      lineFrom(x1, y1, x2, y2, { stroke: palette.ink, width: 2.5 }),
    ),
    ...[...marks].reverse().map((mark) => drawnMark(mark, layout, palette)),
    ...layout.labels.map((label) => drawnLabel(label, palette)),
  ];
  const top = key.height + size * 0.8;
  return {
    svg: key.svg + element('g', { transform: `translate(0 ${top})` }, drawing.join('')),
    height: top + layout.height,
    foot: drawnOptions(comparison),
  };
}

function drawnMark(mark: TimeMark, { at, size, plot }: TimeChartLayout, palette: Palette): string {
  const { series, isNow, x, option, point } = mark;
  if (option.state === 'not-offered' || option.state === 'unknown') {
    if (!series.isForeground) return '';
    const sign = option.state === 'unknown' ? '?' : '–';
    const y = plot.y + plot.height - size * 0.4;
    return textAt(x, y, sign, {
      size: size * 1.1,
      fill: palette.ink2,
      anchor: 'middle',
      halo: palette.paper,
    });
  }
  const fill = isNow ? palette.now : series.isForeground ? palette.ink : palette.rest;
  const r = size * (series.isForeground ? 0.5 : 0.4);
  return optionMark(option, {
    provenance: point.provenance,
    fill,
    palette,
    r,
    at,
    across: x,
    isUpright: true,
  });
}

function drawnLabel({ x, y, height, text, size, weight, tone, name }: TimeLabel, palette: Palette): string {
  const middle = y + height / 2;
  const style = { weight, fill: toneOf(tone, palette), halo: palette.paper };
  const names = (name?.lines ?? []).map((line, index, { length }) => {
    const baseline =
      middle + (name?.size ?? 0) * 1.15 * (index - (length - 1) / 2) + (name?.size ?? 0) * 0.34;
    const fill = tone === 'rest' ? palette.ink2 : palette.ink;
    return textAt(x + (name?.x ?? 0), baseline, line, { ...style, fill, size: name?.size ?? 0 });
  });
  return textAt(x, middle + size * 0.34, text, { ...style, size }) + names.join('');
}

function toneOf(tone: 'ink' | 'now' | 'rest', palette: Palette): string {
  return { ink: palette.ink, now: palette.nowText, rest: palette.ink2 }[tone];
}

function drawnOptions(comparison: Comparison): string[] {
  const [front, second] = seriesOf(comparison).map(({ label }) => label);
  if (front === undefined) return [];
  return [second === undefined ? `Drawn: ${front}.` : `In front: ${front}; behind it, for scale: ${second}.`];
}

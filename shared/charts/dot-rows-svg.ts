import type { Comparison } from '../comparison/comparison.ts';
import { quarters, scaleEnd, tickText } from './axis.ts';
import { barePicture, framePicture, type Picture } from './chart-frame.ts';
import { chartInWords, pointNow, shareWithRange } from './chart-words.ts';
import { layOutRows, pointsInRows, type DotRow, type DotRowsLayout } from './dot-rows-layout.ts';
import { keyOfPoints } from './key.ts';
import { optionMark } from './marks.ts';
import type { Palette } from './palette.ts';
import { lineFrom, textAt } from './svg.ts';

export interface ChartOptions {
  /** In pixels; the height follows. */
  width: number;
  palette: Palette;
  /** For a page that has question, sentence and foot itself: the key and the chart alone. */
  isBare?: boolean;
}

/** Rows of dots and ranges, an option a row, a line for each time asked: a whole SVG. */
export function dotRowsSvg(comparison: Comparison, { width, palette, isBare = false }: ChartOptions): string {
  const inside = isBare ? width : width - 2 * marginOf(width);
  const picture = rowsPicture(comparison, inside, palette);
  const about = { width, palette, words: chartInWords(comparison) };
  return isBare
    ? barePicture(picture, { ...about, title: comparison.question.prompt })
    : framePicture(picture, comparison, { ...about, margin: marginOf(width) });
}

/** The white around a chart that stands alone. */
export function marginOf(width: number): number {
  return Math.round(Math.min(60, width * 0.045));
}

function rowsPicture(comparison: Comparison, width: number, palette: Palette): Picture {
  const layout = layOutRows(comparison, width);
  const shown = pointsInRows(comparison);
  const now = pointNow(comparison.points);
  const key = keyOfPoints(shown, { width, palette, now, size: layout.size });
  const axisTop = key.height + layout.size * 1.6;
  const end = scaleEnd({ points: shown });
  const at = (share: number) => layout.plot.x + (share / end) * layout.plot.width;
  const drawing: Drawing = { layout, at, end, palette, now, top: axisTop, width };
  const body = [
    tickTexts(layout, drawing),
    ...layout.rows.map((row) => rowOf(row, drawing)),
    lineFrom(0, axisTop + layout.height, width, axisTop + layout.height, { stroke: palette.line, width: 1 }),
  ];
  const left = comparison.points.length - shown.length;
  return {
    svg: key.svg + body.join(''),
    height: axisTop + layout.height + 2,
    foot: left > 0 ? [`The ${shown.length} latest of ${comparison.points.length} times are drawn.`] : [],
  };
}

interface Drawing {
  layout: DotRowsLayout;
  at: (share: number) => number;
  end: number;
  palette: Palette;
  now: string | undefined;
  top: number;
  width: number;
}

function tickTexts(
  { size }: DotRowsLayout,
  { at, end, top, palette }: Pick<Drawing, 'at' | 'end' | 'top' | 'palette'>,
): string {
  return [0, ...quarters(end)]
    .map((share) =>
      textAt(at(share), top - size * 0.5, tickText(share, end), {
        size: size * 0.85,
        fill: palette.ink2,
        anchor: share === 0 && at(0) < size ? 'start' : 'middle',
      }),
    )
    .join('');
}

function rowOf(row: DotRow, { layout, at, end, palette, now, top, width }: Drawing): string {
  const { size, lineHeight, numbersX, timesX } = layout;
  const scale = [0, ...quarters(end)].map((share) =>
    lineFrom(at(share), top + row.scaleTop, at(share), top + row.top + row.height, {
      stroke: share === 0 ? palette.ink : palette.line,
      width: share === 0 ? 2 : 1,
    }),
  );
  const weight = row.isForeground ? 700 : 500;
  const label = row.label.lines.map((line, index) =>
    textAt(0, top + row.label.baseline + index * lineHeight, line, { size, weight, fill: palette.ink }),
  );
  const marks = row.lines.map(({ y, time, point, option }) => {
    const isNow = point.id === now;
    const fill = isNow ? palette.now : palette.ink;
    const { provenance } = point;
    const mark = { provenance, fill, palette, r: size * 0.36, at, across: top + y, isUpright: false };
    const baseline = top + y + size * 0.34;
    const style = { size: size * 0.94, anchor: 'end' as const };
    return [
      optionMark(option, mark),
      time === null ? '' : textAt(timesX, baseline, time, { ...style, fill: palette.ink2 }),
      textAt(numbersX, baseline, shareWithRange(option), {
        ...style,
        weight: isNow ? 500 : 400,
        fill: isNow ? palette.nowText : palette.ink,
      }),
    ].join('');
  });
  const rule = lineFrom(0, top + row.top, width, top + row.top, { stroke: palette.line, width: 1 });
  return [rule, ...scale, ...label, ...marks].join('');
}

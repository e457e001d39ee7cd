import { quarters, tickText } from './axis.ts';
import type { Palette } from './palette.ts';
import { lineFrom, textAt } from './svg.ts';

export interface UprightScale {
  /** Left and right end of its lines. */
  from: number;
  to: number;
  /** The place of a share. */
  at: (share: number) => number;
  end: number;
  size: number;
  palette: Palette;
  /** Without it the lines stand alone: the numbers are at the chart to the left. */
  withTexts: boolean;
}

/** Gridlines at the quarters, a strong one at zero. */
export function uprightScale({ from, to, at, end, size, palette, withTexts }: UprightScale): string {
  return [0, ...quarters(end)]
    .map((share) => {
      const stroke = { stroke: share === 0 ? palette.ink : palette.line, width: share === 0 ? 2.5 : 1 };
      const text = withTexts
        ? textAt(from - size * 0.6, at(share) + size * 0.34, tickText(share, end), {
            size,
            fill: palette.ink2,
            anchor: 'end',
          })
        : '';
      return lineFrom(from, at(share), to, at(share), stroke) + text;
    })
    .join('');
}

/** Words under a line of time, each at its place; one that would touch the one before is left out. */
export function timeTexts(
  words: readonly { x: number; text: string; width: number }[],
  {
    y,
    size,
    palette,
    least,
    most,
  }: { y: number; size: number; palette: Palette; least: number; most: number },
): string {
  let end = -Infinity;
  return words
    .map(({ x, text, width }) => {
      const left = Math.min(Math.max(x - width / 2, least), most - width);
      if (left < end + size * 0.5) return '';
      end = left + width;
      return textAt(left + width / 2, y, text, { size, fill: palette.ink2, anchor: 'middle' });
    })
    .join('');
}

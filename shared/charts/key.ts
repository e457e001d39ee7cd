import type { ComparisonPoint } from '../comparison/comparison.ts';
import { pointWords, PROVENANCE_WORDS } from './chart-words.ts';
import { provenanceMark } from './marks.ts';
import type { Palette } from './palette.ts';
import { element, escapeXml, textAt } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

interface Key {
  width: number;
  palette: Palette;
  now: string | undefined;
  size: number;
}

/** The first lines of a chart: each time asked with its mark, when, what, how many, and how it is known. */
export function keyOfPoints(
  points: readonly ComparisonPoint[],
  { width, palette, now, size }: Key,
): { svg: string; height: number } {
  const lineHeight = size * 1.45;
  const textX = size * 1.5;
  let y = 0;
  const svg = points.map((point) => {
    const whenWidth = textWidth(point.whenText, size, 700);
    const gap = size * 0.6;
    const rest = `${pointWords(point)}, ${PROVENANCE_WORDS[point.provenance]}`;
    const isOneLine = textX + whenWidth + gap + textWidth(rest, size) <= width;
    const fill = point.id === now ? palette.now : palette.ink;
    const baseline = y + size;
    const mark = provenanceMark(point.provenance, {
      x: size * 0.6,
      y: baseline - size * 0.34,
      r: size * 0.4,
      fill,
      paper: palette.paper,
    });
    const when = element('tspan', { 'font-weight': 700, fill: palette.ink }, escapeXml(point.whenText));
    const lines = isOneLine ? [] : wrapText(rest, { width: width - textX, size, most: 2 });
    // In one text, so that what follows the time begins where it ends, in whatever face.
    const after = isOneLine ? element('tspan', { dx: gap }, escapeXml(rest)) : '';
    const first = element(
      'text',
      { x: textX, y: baseline, 'font-size': size, fill: palette.ink2 },
      when + after,
    );
    y = baseline + lines.length * lineHeight + (lineHeight - size);
    const below = lines.map((line, at) =>
      textAt(textX, baseline + (at + 1) * lineHeight, line, { size, fill: palette.ink2 }),
    );
    return mark + first + below.join('');
  });
  return { svg: svg.join(''), height: y };
}

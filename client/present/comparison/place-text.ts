import type { MeasureText } from '../../ui/text-fit.ts';
import { isInside, overlaps, type Box } from '../../../shared/charts/boxes.ts';
import { within, type Segment } from './segments.ts';
import { sizeOf, type ChartText, type Way } from './text-box.ts';

/** What is drawn already, and where text may stand. */
export interface Ground {
  area: Box;
  boxes: Box[];
  segments: Segment[];
}

const AIR = 6;

/** A place for a text of a size; the candidates are the top left corners, best first. */
export type Places = (size: { width: number; height: number }) => { x: number; y: number }[];

/** The first of several ways to write a text that has a free place; it is taken then. Undefined where none has. */
export function placeText(
  ways: readonly Way[],
  places: Places,
  ground: Ground,
  measure: MeasureText,
): ChartText | undefined {
  for (const way of ways) {
    const size = sizeOf(way, measure);
    for (const place of places(size)) {
      const box = { ...place, ...size };
      if (!isFree(box, ground)) continue;
      ground.boxes.push(box);
      return { ...way, box };
    }
  }
  return undefined;
}

export function isFree(box: Box, { area, boxes, segments }: Ground): boolean {
  const wide = { x: box.x - AIR, y: box.y, width: box.width + 2 * AIR, height: box.height };
  return (
    isInside(box, area) &&
    boxes.every((other) => !overlaps(box, other, AIR)) &&
    segments.every((segment) => within(segment, wide) === undefined)
  );
}

/** Beside a mark: right of it first, then left, then over and under its range; `far` is further away. */
export function besideMark(
  x: number,
  y: number,
  range: { top: number; bottom: number },
  gap: number,
): { near: Places; far: Places } {
  const over = (by: number): Places => {
    return ({ width, height }) =>
      [x - width / 2, x - gap, x - width + gap].flatMap((at) => [
        { x: at, y: range.top - height - 10 - by * height },
        { x: at, y: range.bottom + 10 + by * height },
      ]);
  };
  return {
    near: ({ width, height }) => {
      const heights = [y - height - 2, y - height - 20, y - height / 2, y + 2];
      const right = heights.map((top) => ({ x: x + gap, y: top }));
      const left = heights.map((top) => ({ x: x - gap - width, y: top }));
      return [...right, ...left, ...over(0)({ width, height })];
    },
    far: (size) => [0.6, 1.2, 1.8].flatMap((by) => over(by)(size)),
  };
}

import type { Box } from '../../../shared/charts/boxes.ts';

export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Where a segment runs inside a box, from 0 at its beginning to 1 at its end; undefined where it misses the box. */
export function within({ x1, y1, x2, y2 }: Segment, box: Box): [number, number] | undefined {
  let from = 0;
  let to = 1;
  const edges: [number, number][] = [
    [x1 - x2, x1 - box.x],
    [x2 - x1, box.x + box.width - x1],
    [y1 - y2, y1 - box.y],
    [y2 - y1, box.y + box.height - y1],
  ];
  for (const [slope, distance] of edges) {
    if (slope === 0 && distance < 0) return undefined;
    if (slope < 0) from = Math.max(from, distance / slope);
    if (slope > 0) to = Math.min(to, distance / slope);
  }
  return from <= to ? [from, to] : undefined;
}

/** The point at a part of a segment. */
export function along({ x1, y1, x2, y2 }: Segment, part: number): { x: number; y: number } {
  return { x: x1 + (x2 - x1) * part, y: y1 + (y2 - y1) * part };
}

export function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** One place after the other at least `apart`, each as near to where it is wanted as the others let it. */
export function spread(
  wanted: readonly number[],
  apart: readonly number[],
  from: number,
  to: number,
): number[] {
  const placed: number[] = [];
  wanted.forEach((want, at) => {
    const before = placed[at - 1];
    placed.push(before === undefined ? Math.max(want, from) : Math.max(want, before + (apart[at - 1] ?? 0)));
  });
  let limit = to;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? 0, limit);
    limit = (placed[at] ?? 0) - (apart[at - 1] ?? 0);
  }
  return placed;
}

import { isInside, overlaps, type Box } from './boxes.ts';

/** A label with the places it may stand at, the best first. */
export interface Wanted {
  width: number;
  height: number;
  /** Upper left corners. */
  places: { x: number; y: number }[];
  /** Whether it is left out rather than moved away from all its places. */
  isOptional?: boolean;
}

const STEP = 4;

/**
 * A place for each label so that none lies on another, on an obstacle or outside: the first of its own that is free, else
 * the nearest free one above or below its first; undefined where there is none at all. Earlier labels choose first.
 */
export function placeLabels(
  wanted: readonly Wanted[],
  obstacles: readonly Box[],
  within: Box,
): (Box | undefined)[] {
  const taken = [...obstacles];
  return wanted.map((label) => {
    const isFree = (box: Box) => isInside(box, within) && !taken.some((other) => overlaps(box, other));
    const found = boxesOf(label, within).find(isFree);
    if (found) taken.push(found);
    return found;
  });
}

function* boxes({ width, height, places, isOptional }: Wanted, within: Box): Generator<Box> {
  for (const place of places) yield { ...place, width, height };
  if (isOptional) return;
  for (let away = STEP; away <= within.height; away += STEP)
    for (const { x, y } of places.slice(0, 2)) {
      yield { x, y: y - away, width, height };
      yield { x, y: y + away, width, height };
    }
}

function boxesOf(label: Wanted, within: Box): Box[] {
  return [...boxes(label, within)];
}

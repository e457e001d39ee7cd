import { leavesOutZero, type Part } from './difference.ts';
import { adjustedLevel } from './level.ts';
import { newcombe } from './newcombe.ts';

/** How many on either side chose an option that the other side was not offered. */
export interface Missing {
  from: number;
  to: number;
}

/**
 * Whether the word *clear* may be said of one of `options` options compared: Newcombe's interval at 1 − 0.05/k leaves
 * out zero. Where options are missing on the other side it must do so, on the same side of zero, whether nobody or
 * everybody who chose one of them is moved to this option, on either side or both. False where nobody answered.
 */
export function isClear(
  from: Part,
  to: Part,
  options: number,
  missing: Missing = { from: 0, to: 0 },
): boolean {
  const level = adjustedLevel(options);
  const differences = nobodyAndAll(missing.from).flatMap((before) =>
    nobodyAndAll(missing.to).map((after) => newcombe(moved(from, before), moved(to, after), level)),
  );
  const directions = differences.map((found) => (found && leavesOutZero(found) ? Math.sign(found.low) : 0));
  return directions[0] !== 0 && directions.every((direction) => direction === directions[0]);
}

function nobodyAndAll(missing: number): number[] {
  return missing === 0 ? [0] : [0, missing];
}

function moved({ count, n }: Part, more: number): Part {
  return { count: count + more, n };
}

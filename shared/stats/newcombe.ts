import { type Difference, mustBePart, type Part } from './difference.ts';
import { PLAIN_LEVEL, zOf } from './level.ts';
import { wilson } from './wilson.ts';

/**
 * Difference of two independent shares, to − from, with Newcombe's hybrid score interval without continuity correction.
 * Undefined where either n is 0. Always within −1 to 1, and always holds its difference.
 * Source: Newcombe RG (1998), Stat Med 17:873–890, method 10.
 */
export function newcombe(from: Part, to: Part, level = PLAIN_LEVEL): Difference | undefined {
  mustBePart(from);
  mustBePart(to);
  const z = zOf(level);
  const before = wilson(from.count, from.n, z);
  const after = wilson(to.count, to.n, z);
  if (!before || !after) return undefined;
  const p = from.count / from.n;
  const q = to.count / to.n;
  const difference = q - p;
  return {
    difference,
    low: Math.max(-1, difference - Math.hypot(q - after.low, before.high - p)),
    high: Math.min(1, difference + Math.hypot(after.high - q, p - before.low)),
  };
}

import type { Difference } from './difference.ts';
import { PLAIN_LEVEL, zOf } from './level.ts';

/** Halvings that bring any bracket within −1 to 1 down to the last bit. */
const HALVINGS = 60;

/**
 * Difference of two shares among the same n people, (a − b)/n, where a chose only the one and b only the other, with
 * Tango's score interval. Undefined when n is 0. Always within −1 to 1, and always holds its difference.
 * Source: Tango T (1998), Stat Med 17:891–908.
 */
export function tango(a: number, b: number, n: number, level = PLAIN_LEVEL): Difference | undefined {
  if (!(a >= 0 && b >= 0 && a + b <= n && n < Infinity))
    throw new RangeError(`There are no ${a} and ${b} of ${n}.`);
  if (n === 0) return undefined;
  const z = zOf(level);
  return { difference: (a - b) / n, low: 0 - highEnd(b, a, n, z), high: highEnd(a, b, n, z) };
}

/** The largest difference that the score test does not refuse. */
function highEnd(a: number, b: number, n: number, z: number): number {
  let kept = (a - b) / n;
  let refused = 1;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (kept + refused) / 2;
    if (score(a, b, n, middle) >= -z) kept = middle;
    else refused = middle;
  }
  return kept;
}

/** Standardised distance of a − b from what the difference `delta` expects. */
function score(a: number, b: number, n: number, delta: number): number {
  const distance = a - b - n * delta;
  const variance = n * (2 * likelyOther(a, b, n, delta) + delta * (1 - delta));
  if (variance > 0) return distance / Math.sqrt(variance);
  return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}

/** Most likely share of those who chose only the other, given the difference: the larger root of Tango's equation. */
function likelyOther(a: number, b: number, n: number, delta: number): number {
  const linear = (2 * n - a + b) * delta - a - b;
  const constant = -b * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, linear * linear - 8 * n * constant));
  // The same root twice: written so that nothing cancels.
  if (linear <= 0) return (root - linear) / (4 * n);
  return (-2 * constant) / (root + linear);
}

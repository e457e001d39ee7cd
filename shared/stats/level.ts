import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** The level of every interval that is shown. */
export const PLAIN_LEVEL = 0.95;

/**
 * The level that the word *clear* asks for where `options` options are compared at once: 1 − 0.05/k, so that all k
 * intervals hold together at 95 %. Source: Bonferroni's inequality; Dunn OJ (1961), J Am Stat Assoc 56:52–64.
 */
export function adjustedLevel(options: number): number {
  if (!(options >= 1)) throw new RangeError(`At least one option is compared, not ${options}.`);
  return 1 - (1 - PLAIN_LEVEL) / options;
}

/** Few levels are in use, each for thousands of intervals. */
const known = new Map<number, number>();

/** The z of a two-sided interval at a level between 0 and 1: 1.959964 for 0.95. */
export function zOf(level: number): number {
  const z = known.get(level) ?? -normalQuantile(tailOf(level), 0, 1);
  known.set(level, z);
  return z;
}

/** What a two-sided interval leaves out on either side; a level that is not between 0 and 1 is a fault of the caller. */
export function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies between 0 and 1, not at ${level}.`);
  return (1 - level) / 2;
}

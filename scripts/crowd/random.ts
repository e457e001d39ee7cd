import { fnv1a } from '../../shared/fnv1a.ts';

/** Gives 0 to 1, 1 left out. */
export type Random = () => number;

/** A stream of random numbers that is the same whenever it is named by the same words: FNV-1a into mulberry32. */
export function seeded(...names: (string | number)[]): Random {
  let state = fnv1a(names.join('/'));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

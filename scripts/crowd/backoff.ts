import type { Random } from './random.ts';

const FLOOR_MS = 500;
const FIRST_SPREAD_MS = 2_000;
const LAST_SPREAD_MS = 10_000;

/** The pause a phone makes before it tries again: that of `client/line/backoff.ts`, whose phones these stand for. */
export function backoff(triesBefore: number, random: Random): number {
  const spread = Math.min(LAST_SPREAD_MS, FIRST_SPREAD_MS * 2 ** Math.min(triesBefore, 10));
  return FLOOR_MS + random() * spread;
}

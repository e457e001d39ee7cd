const FLOOR_MS = 500;
const FIRST_SPREAD_MS = 2_000;
const LAST_SPREAD_MS = 10_000;

/**
 * Milliseconds until the next try: 500 + random(0, W), W doubling from 2 to 10 s. The jitter comes after the cap, so
 * that a whole room which lost its line at once never comes back at once. `random` gives 0 to 1.
 */
export function backoff(triesBefore: number, random: () => number): number {
  const spread = Math.min(LAST_SPREAD_MS, FIRST_SPREAD_MS * 2 ** Math.min(triesBefore, 10));
  return FLOOR_MS + random() * spread;
}

export type Transport = 'websocket' | 'polling';

/**
 * Which transport a try begins with. WebSocket; but a network that swallows its handshake without a word lets the try
 * run into its time limit, so every second try after a failed one begins with plain HTTP (and upgrades if it can).
 */
export function transportsFor(triesBefore: number): Transport[] {
  return triesBefore % 2 === 0 ? ['websocket', 'polling'] : ['polling', 'websocket'];
}

/** How long one try may take: the first gives way soon, the later ones leave time to a bad line. */
export function tryLimit(triesBefore: number): number {
  return triesBefore === 0 ? 4_000 : 10_000;
}

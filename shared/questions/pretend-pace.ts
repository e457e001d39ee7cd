const LEAST_THINKING_MS = 900;
const MOST_THINKING_MS = 25_000;

/** Standard normal, by Box and Muller. `random` gives 0 to 1, 1 left out. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Reading and deciding, milliseconds: log-normal as human response times are, longer the more there is to read. */
export function thinkingMs(options: number, random: () => number): number {
  const median = 2_500 + 350 * options;
  const drawn = median * Math.exp(0.55 * normal(random));
  return Math.min(MOST_THINKING_MS, Math.max(LEAST_THINKING_MS, drawn));
}

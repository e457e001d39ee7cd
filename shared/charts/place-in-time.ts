import type { When } from '../data-point.ts';

/** The day a time stands for on a line of time: the middle of a month or year that is all one knows. Milliseconds. */
export function dayOf({ date, precision }: When): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  if (precision === 'year') return Date.UTC(year, 6, 1);
  return Date.UTC(year, month - 1, precision === 'month' ? 15 : day);
}

interface Line {
  from: number;
  to: number;
  /** Marks stand at least so far apart, as far as the line has room for that. */
  gap: number;
}

/** Places at true distances in time, pushed apart only where marks would lie on each other. `times` ascend. */
export function placeInTime(times: readonly number[], { from, to, gap }: Line): number[] {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  if (times.length < 2) return times.map(() => (from + to) / 2);
  const least = Math.min(gap, (to - from) / (times.length - 1));
  const scale = last > first ? (to - from) / (last - first) : 0;
  const places = times.map((time) => from + (time - first) * scale);
  for (let at = 1; at < places.length; at += 1)
    places[at] = Math.max(places[at] ?? 0, (places[at - 1] ?? 0) + least);
  for (let at = places.length - 1, limit = to; at >= 0; at -= 1, limit -= least)
    places[at] = Math.min(places[at] ?? 0, limit);
  return places;
}

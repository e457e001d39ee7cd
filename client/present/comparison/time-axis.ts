import type { ComparisonPoint } from '../../../shared/comparison/comparison.ts';
import { spread } from './segments.ts';
import { whenSaid } from '../../words/words.svelte.ts';

export interface TimeAxis {
  /** Where each point stands, in u. */
  x: number[];
  /** Before which points the axis is stretched: the two would stand on each other at true distances. */
  stretched: number[];
}

const DAY_MS = 86_400_000;

/** From which day to which the axis goes; it is that of the points where several charts share no axis. */
export type TimeSpan = readonly [from: string, to: string];

/** True distances in time; what would stand nearer than `apart` is drawn apart, and the axis says so. */
export function timeAxis(
  points: readonly Pick<ComparisonPoint, 'when'>[],
  from: number,
  to: number,
  apart: number,
  shared?: TimeSpan,
): TimeAxis {
  const days = points.map(({ when }) => dayOf(when.date));
  const first = shared ? dayOf(shared[0]) : (days[0] ?? 0);
  const span = Math.max(1, (shared ? dayOf(shared[1]) : (days.at(-1) ?? first)) - first);
  const wanted =
    points.length === 1 && !shared
      ? [(from + to) / 2]
      : days.map((day) => from + ((day - first) / span) * (to - from));
  const gap = Math.min(apart, (to - from) / Math.max(1, points.length - 1));
  const x = spread(
    wanted,
    points.slice(1).map(() => gap),
    from,
    to,
  );
  const isStretched = (at: number) =>
    at > 0 && (wanted[at] ?? 0) - (wanted[at - 1] ?? 0) < gap - 0.5 && points.length > 1;
  return { x, stretched: points.flatMap((_point, at) => (isStretched(at) ? [at] : [])) };
}

/** Days since 1970. */
function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** What stands under the axis: the year, or, where a year has several, day and month. */
export function tickWords(points: readonly Pick<ComparisonPoint, 'when'>[]): string[] {
  const years = points.map(({ when }) => when.date.slice(0, 4));
  return points.map(({ when }, at) => {
    const year = years[at] ?? '';
    if (years.filter((other) => other === year).length === 1 || when.precision === 'year') return year;
    return whenSaid(when, 'of-year');
  });
}

/** A date as short as it can be said: "24 Nov 2026", "Feb 2019", "2019". */
export function shortWhen(when: ComparisonPoint['when']): string {
  return whenSaid(when, 'short');
}

import type { ComparedPoint } from './compared-point.ts';

/** Oldest first, as every comparison stands; points of one day in the order they were asked. */
export function inTime<Point extends Pick<ComparedPoint, 'when' | 'at'>>(points: readonly Point[]): Point[] {
  return [...points].sort((a, b) => a.when.date.localeCompare(b.when.date) || a.at - b.at);
}

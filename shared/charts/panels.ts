import type { ComparisonPoint } from '../comparison/comparison.ts';

/** Times of one kind of audience, oldest first. */
export interface Panel {
  title: string;
  points: ComparisonPoint[];
}

const NO_KIND = 'Kind of audience not given';

/** By the first tag of each time that another shares, else its own first: one panel for each kind, the latest asked last. */
export function panelsOf(points: readonly ComparisonPoint[]): Panel[] {
  const panels = new Map<string, ComparisonPoint[]>();
  for (const point of points) {
    const known = point.audienceTags.find((tag) => panels.has(tag.toLowerCase()));
    const key = (known ?? point.audienceTags[0] ?? '').toLowerCase();
    panels.set(key, [...(panels.get(key) ?? []), point]);
  }
  return [...panels.entries()].map(([key, points]) => ({
    title: key === '' ? NO_KIND : titled(key),
    points,
  }));
}

function titled(tag: string): string {
  return `${(tag[0] ?? '').toUpperCase()}${tag.slice(1)}`;
}

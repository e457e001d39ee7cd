import type { Comparison, ComparisonPoint, PointOption } from '../comparison/comparison.ts';
import { pointNow } from './chart-words.ts';
import { dayOf, placeInTime } from './place-in-time.ts';
import type { Box } from './boxes.ts';

/** An option of the chart: the one in the foreground, or the second, for scale. */
export interface Series {
  optionId: string;
  label: string;
  isForeground: boolean;
}

export interface TimeMark {
  x: number;
  y: number | null;
  point: ComparisonPoint;
  option: PointOption;
  series: Series;
  isNow: boolean;
}

/** The option in the foreground and one for scale: the one ahead of all others at the latest time that has numbers. */
export function seriesOf(comparison: Comparison): Series[] {
  const { options, foreground, points } = comparison;
  const first = options.find(({ optionId }) => optionId === foreground) ?? options[0];
  if (!first) return [];
  const last = points.at(-1);
  const shareOf = (id: string) => last?.options.find(({ optionId }) => optionId === id)?.share ?? -1;
  const second = options
    .filter((option) => option !== first && shareOf(option.optionId) >= 0)
    .sort((a, b) => shareOf(b.optionId) - shareOf(a.optionId))[0];
  return [first, ...(second ? [second] : [])].map(({ optionId, label }, index) => ({
    optionId,
    label,
    isForeground: index === 0,
  }));
}

/** What places are reckoned from. */
export interface Ground {
  plot: Box;
  /** The place of a share. */
  at: (share: number) => number;
  size: number;
}

/** A mark of each option at each time, the second aside of the first. */
export function marksOf(
  { points }: Comparison,
  series: readonly Series[],
  { plot, at, size }: Ground,
): TimeMark[] {
  const now = pointNow(points);
  const aside = size * 1.5;
  const places = placeInTime(
    points.map(({ when }) => dayOf(when)),
    { from: plot.x + size * 2.5, to: plot.x + plot.width - size * 2.5 - aside, gap: size * 5 },
  );
  return points.flatMap((point, index) =>
    series.flatMap((each): TimeMark[] => {
      const option = point.options.find(({ optionId }) => optionId === each.optionId);
      if (!option) return [];
      const x = (places[index] ?? plot.x) + (each.isForeground ? 0 : aside);
      const share = anchorOf(option);
      const isNow = point.id === now && each.isForeground;
      return [{ x, y: share === null ? null : at(share), point, option, series: each, isNow }];
    }),
  );
}

/** Where lines and words meet a mark: its middle, or the cap of what has none. */
export function anchorOf({ state, share, low, high }: PointOption): number | null {
  if (state === 'not-offered' || state === 'unknown') return null;
  return share ?? (state === 'unreported' ? high : low !== null && high !== null ? (low + high) / 2 : null);
}

/** Marks and their ranges: what no label may lie on. */
export function obstaclesOf(marks: readonly TimeMark[], at: (share: number) => number, size: number): Box[] {
  const half = size * 0.6;
  return marks.flatMap(({ x, y, option }) => {
    const [low, high] = [option.boundLow ?? option.low, option.boundHigh ?? option.high];
    const range =
      low === null || high === null
        ? []
        : [{ x: x - size * 0.25, y: at(high), width: size * 0.5, height: at(low) - at(high) }];
    return y === null ? range : [...range, { x: x - half, y: y - half, width: 2 * half, height: 2 * half }];
  });
}

import type { Comparison, ComparisonPoint } from '../../../shared/comparison/comparison.ts';
import { kindsOf, type Kind } from '../../../shared/comparison/kinds.ts';
import { endFor, type ScaleEnd } from '../../questions/choice/scale-end.ts';
import { pairLine } from './pair-line.ts';
import { reachOf, type Series } from './series.ts';
import type { TimeSpan } from './time-axis.ts';
import { t } from '../../words/words.svelte.ts';

/** One kind of audience with its small chart. */
export interface KindPanel {
  name: string;
  points: ComparisonPoint[];
  /** The option in the foreground at these points alone. */
  series: Series;
  plot: { left: number; right: number };
  /** Whether something moved from its first time to its latest: "a clear shift". */
  words: string;
  isClear: boolean;
}

export interface KindPanels {
  panels: KindPanel[];
  /** Names of the kinds for which there is no room. */
  left: string[];
  span: TimeSpan;
  end: ScaleEnd;
}

const GAP = 80;

/** A small chart for each kind of audience, this room's first, then by how often they were asked; all on one scale. */
export function kindPanels(
  comparison: Comparison,
  series: Series,
  isNow: (id: string) => boolean,
  room: { left: number; right: number; most: number },
): KindPanels {
  const { points } = comparison;
  const kinds = kindsOf(points).sort((a, b) => rank(b, isNow) - rank(a, isNow));
  const drawn = kinds.slice(0, room.most);
  const width = (room.right - room.left - GAP * (drawn.length - 1)) / drawn.length;
  const panels = drawn.map((kind, at): KindPanel => {
    const left = room.left + at * (width + GAP);
    return { ...panelOf(kind, comparison, series), plot: { left, right: left + width } };
  });
  const [first, last] = [points[0]?.when.date ?? '', points.at(-1)?.when.date ?? ''];
  return {
    panels,
    left: kinds.slice(room.most).map(nameOf),
    span: [first, last],
    end: endFor(Math.max(0, ...panels.flatMap((panel) => panel.series.values.map(reachOf)))),
  };
}

function nameOf({ name }: Kind): string {
  return name ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : t('kinds.not-said');
}

function rank({ pointIds }: Kind, isNow: (id: string) => boolean): number {
  return pointIds.some(isNow) ? Infinity : pointIds.length;
}

function panelOf(kind: Kind, comparison: Comparison, series: Series): Omit<KindPanel, 'plot'> {
  const places = comparison.points.flatMap(({ id }, at) => (kind.pointIds.includes(id) ? [at] : []));
  const points = places.flatMap((at) => comparison.points[at] ?? []);
  const values = places.flatMap((at) => series.values[at] ?? []);
  const { optionId } = series.option;
  const [first, last] = [kind.pointIds[0] ?? '', kind.pointIds.at(-1) ?? ''];
  const before = kind.pointIds.at(-2) ?? '';
  const moved = pairLine(comparison, first, last, optionId) ?? pairLine(comparison, before, last, optionId);
  return {
    name: nameOf(kind),
    points,
    series: { ...series, values },
    words: points.length === 1 ? t('kinds.once') : (moved?.words ?? t('kinds.not-comparable')),
    isClear: moved?.isClear ?? false,
  };
}

/** The years under a small chart, none nearer to another than `apart`. */
export function yearTicks(
  points: readonly ComparisonPoint[],
  xOf: (date: string) => number,
  apart: number,
): { x: number; words: string }[] {
  const years = [...new Set(points.map(({ when }) => when.date.slice(0, 4)))];
  const ticks: { x: number; words: string }[] = [];
  for (const year of [years.at(-1), ...years.slice(0, -1)]) {
    if (year === undefined) continue;
    const x = xOf(`${year}-07-01`);
    if (ticks.every((tick) => Math.abs(tick.x - x) >= apart)) ticks.push({ x, words: year });
  }
  return ticks;
}

import type {
  ComparedOption,
  Comparison,
  ComparisonPoint,
  PointOption,
} from '../../../shared/comparison/comparison.ts';
import { t } from '../../words/words.svelte.ts';

/** One option at one time asked, as it is drawn. Shares 0–1. */
export type Value =
  /** A mark; `range` is the 95 % range where it was counted, else the range that was given. */
  | { kind: 'mark'; share: number; range: [number, number] | null; isCertain: boolean }
  /** Nothing was reported of it: what the others leave, from 0 to a cap. */
  | { kind: 'cap'; high: number }
  | { kind: 'unknown' }
  | { kind: 'not-offered' };

export interface Series {
  option: ComparedOption;
  /** By point, in their order. */
  values: Value[];
}

export function valueOf(option: PointOption | undefined): Value {
  if (!option || option.state === 'unknown') return { kind: 'unknown' };
  if (option.state === 'not-offered') return { kind: 'not-offered' };
  const { share, low, high, state } = option;
  const range: [number, number] | null = low === null || high === null ? null : [low, high];
  if (state === 'unreported') return high !== null && high < 1 ? { kind: 'cap', high } : { kind: 'unknown' };
  const middle = share ?? (range ? (range[0] + range[1]) / 2 : null);
  if (middle === null) return { kind: 'unknown' };
  return { kind: 'mark', share: middle, range, isCertain: state === 'counted' };
}

function seriesOf(option: ComparedOption, points: readonly ComparisonPoint[]): Series {
  const values = points.map(({ options }) =>
    valueOf(options.find(({ optionId }) => optionId === option.optionId)),
  );
  return { option, values };
}

/** The option in the foreground and, for scale, the largest of the others; the rest is in the table. */
export function seriesShown({ options, foreground, points }: Comparison): Series[] {
  const all = options.map((option) => seriesOf(option, points));
  const first = all.find(({ option }) => option.optionId === foreground) ?? all[0];
  const others = all.filter((series) => series !== first && highest(series) > 0);
  const second = others.sort((a, b) => latest(b) - latest(a) || highest(b) - highest(a))[0];
  return [first, second].filter((series) => series !== undefined);
}

function highest({ values }: Series): number {
  return Math.max(0, ...values.map((value) => (value.kind === 'mark' ? value.share : 0)));
}

function latest({ values }: Series): number {
  const value = values.at(-1);
  return value?.kind === 'mark' ? value.share : 0;
}

/** How far up a value needs the scale. */
export function reachOf(value: Value): number {
  if (value.kind === 'cap') return value.high;
  return value.kind === 'mark' ? Math.max(value.share, value.range?.[1] ?? 0) : 0;
}

/** A value as the chart says it: "46", "85–95", "at most 15", "?"; a dash where it was not offered. */
export function valueWords(value: Value): string {
  if (value.kind === 'unknown') return '?';
  if (value.kind === 'not-offered') return '–';
  if (value.kind === 'cap') return t('choice.at-most', { share: whole(value.high) });
  const { range, isCertain, share } = value;
  const isRange = !isCertain && range && whole(range[0]) !== whole(range[1]);
  return isRange ? `${whole(range[0])}–${whole(range[1])}` : String(whole(share));
}

function whole(share: number): number {
  return Math.round(share * 100);
}

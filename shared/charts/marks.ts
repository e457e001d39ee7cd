import type { PointOption, Provenance } from '../comparison/comparison.ts';
import type { Palette } from './palette.ts';
import { element, lineFrom, textAt } from './svg.ts';

export interface MarkAt {
  x: number;
  y: number;
  /** Half its width. */
  r: number;
  fill: string;
  paper: string;
}

/** Shape is provenance: a disc was counted here, a square was brought in, an open diamond is remembered. */
export function provenanceMark(provenance: Provenance, { x, y, r, fill, paper }: MarkAt): string {
  const halo = { stroke: paper, 'stroke-width': r * 0.27, 'paint-order': 'stroke' };
  switch (provenance) {
    case 'counted-here':
      return element('circle', { cx: x, cy: y, r, fill, ...halo });
    case 'brought-in': {
      const side = r * 0.9;
      return element('rect', { x: x - side, y: y - side, width: 2 * side, height: 2 * side, fill, ...halo });
    }
    case 'remembered': {
      const to = r * 1.12;
      const d = `M${x} ${y - to}l${to} ${to}l${-to} ${to}l${-to} ${-to}z`;
      return element('path', { d, fill: paper, stroke: fill, 'stroke-width': r * 0.36 });
    }
  }
}

export interface OptionMark {
  provenance: Provenance;
  fill: string;
  palette: Palette;
  r: number;
  /** The place of a share along the axis. */
  at: (share: number) => number;
  /** The place across it. */
  across: number;
  isUpright: boolean;
  /** Without the 95 % ranges, marks alone. */
  withRanges?: boolean;
}

/** What is known of one option at one point: mark and range, dashed where it is not certain, never a zero for "unknown". */
export function optionMark(option: PointOption, mark: OptionMark): string {
  const { at, fill, r } = mark;
  const low = option.boundLow ?? option.low;
  const high = option.boundHigh ?? option.high;
  const isDashed = option.state !== 'counted' || typeof option.boundLow === 'number';
  const isRangeShown = low !== null && high !== null && (isDashed || mark.withRanges !== false);
  const range = isRangeShown
    ? along(mark, at(low), at(high), { stroke: fill, width: r * 0.36, isDashed })
    : '';
  const ends = isRangeShown && option.state !== 'counted' ? capsOf(option, mark, low, high) : '';
  return range + ends + middleOf(option, mark);
}

/** An option that was not reported has no middle, and a cap only where the others end it. */
function capsOf({ state }: PointOption, mark: OptionMark, low: number, high: number): string {
  const shares = state === 'unreported' ? [high] : [low, high];
  return shares.map((share) => cap(mark, mark.at(share))).join('');
}

function middleOf({ state, share }: PointOption, mark: OptionMark): string {
  const { at, across, r, fill, palette, isUpright } = mark;
  if (state === 'unreported') return '';
  if (state === 'counted' || state === 'given') {
    if (share === null) return '';
    const [x, y] = isUpright ? [across, at(share)] : [at(share), across];
    return provenanceMark(mark.provenance, { x, y, r, fill, paper: palette.paper });
  }
  const sign = state === 'not-offered' ? '–' : '?';
  const [x, y] = isUpright ? [across, at(0) - r] : [at(0) + r * 1.6, across + r * 0.8];
  return textAt(x, y, sign, { size: r * 2.4, fill: palette.ink2, anchor: 'middle' });
}

function along(
  { across, isUpright }: OptionMark,
  from: number,
  to: number,
  stroke: Parameters<typeof lineFrom>[4],
): string {
  return isUpright ? lineFrom(across, from, across, to, stroke) : lineFrom(from, across, to, across, stroke);
}

function cap({ across, isUpright, fill, r }: OptionMark, place: number): string {
  const stroke = { stroke: fill, width: r * 0.36 };
  const half = r * 0.8;
  return isUpright
    ? lineFrom(across - half, place, across + half, place, stroke)
    : lineFrom(place, across - half, place, across + half, stroke);
}

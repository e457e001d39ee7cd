import { linesOf, type MeasureText } from '../../ui/text-fit.ts';
import type { Box } from '../../../shared/charts/boxes.ts';
import { spread } from './segments.ts';
import { CORNER, HEAD_GAP, type FullFrame } from './full-frame.ts';

export interface EndAsked {
  words: string;
  label: string;
  /** Where its mark stands. */
  y: number;
  isFirst: boolean;
}

export interface EndPlace {
  number: { size: number; width: number };
  label: { size: number; lines: number; box: Box };
  box: Box;
  /** The name right of the number, or under it, where the QR code takes the width. */
  side: 'beside' | 'under';
}

const NUMBERS = { first: 104, second: 60 };
const LABELS = { beside: { first: 43, second: 38 }, under: { first: 36, second: 32 } };
const NUMBER_WIDTH = 132;
const GAP = 22;
const LEADING = 1.12;
const MOST_LINES = 3;
/** How far from its mark a value may stand to have its name beside it. */
const FAR = 130;
const HAIR = 0.01;

/** The latest values with their names, right of the plot: each at its height, none over another or the QR code. */
export function endsLayout(
  ends: readonly EndAsked[],
  frame: FullFrame,
  corner: { top: number },
  plot: { top: number; bottom: number },
  measure: MeasureText,
): EndPlace[] {
  const beside = { from: Math.max(corner.top + CORNER.height, plot.top - 40), to: plot.bottom };
  // What stands over the last time asked may reach as far as here.
  const under = { from: plot.top - HEAD_GAP, to: plot.bottom };
  const isNear = (places: readonly EndPlace[]) =>
    places.every(({ box }, at) => Math.abs(box.y + box.height / 2 - (ends[at]?.y ?? 0)) <= FAR);
  const isWithin = (places: readonly EndPlace[], { from }: { from: number }) =>
    places.every(({ box }) => box.y >= from - HAIR);
  for (let lines = MOST_LINES; ; lines -= 1) {
    const near = stacked(ends, 'beside', lines, frame, beside, measure);
    if (isWithin(near, beside) && isNear(near)) return near;
    const below = stacked(ends, 'under', lines, frame, under, measure);
    if (isWithin(below, under) || lines === 1) return below;
  }
}

function stacked(
  ends: readonly EndAsked[],
  side: EndPlace['side'],
  most: number,
  frame: FullFrame,
  { from, to }: { from: number; to: number },
  measure: MeasureText,
): EndPlace[] {
  const order = [...ends.keys()].sort((a, b) => (ends[a]?.y ?? 0) - (ends[b]?.y ?? 0));
  const sized = ends.map((end) => sizedEnd(end, side, most, frame, measure));
  const heights = order.map((at) => sized[at]?.box.height ?? 0);
  const wanted = order.map((at, nth) => wantedTop(ends[at], sized[at], side, heights[nth] ?? 0));
  const tops = spread(
    wanted,
    heights.map((height) => height + GAP),
    from,
    to - (heights.at(-1) ?? 0),
  );
  return sized.map((place, at) => movedTo(place, tops[order.indexOf(at)] ?? from));
}

function wantedTop(
  end: EndAsked | undefined,
  place: EndPlace | undefined,
  side: EndPlace['side'],
  height: number,
): number {
  const y = end?.y ?? 0;
  return side === 'beside' ? y - height / 2 : y - (place?.number.size ?? 0) / 2;
}

function sizedEnd(
  end: EndAsked,
  side: EndPlace['side'],
  most: number,
  frame: FullFrame,
  measure: MeasureText,
): EndPlace {
  const which = end.isFirst ? 'first' : 'second';
  const weight = end.isFirst ? 700 : 600;
  const room = side === 'beside' ? NUMBER_WIDTH : frame.end.right - frame.end.left;
  const size = Math.min(NUMBERS[which], room / (measure(end.words, weight) * 0.98));
  const x = side === 'beside' ? frame.end.left + NUMBER_WIDTH + GAP : frame.end.left;
  const right = side === 'beside' ? frame.right : frame.end.right;
  const style = { weight: end.isFirst ? 700 : 500, tracking: 0 };
  const largest = LABELS[side][which];
  const fitting = [largest, largest - 6, 28].find(
    (each) => linesOf(end.label, (right - x) / each, style, measure) <= 2,
  );
  const label = fitting ?? 28;
  const lines = Math.min(most, linesOf(end.label, (right - x) / label, style, measure));
  const text = lines * label * LEADING;
  const number = size * 0.86;
  const height = side === 'beside' ? Math.max(number, text) : number + text + 6;
  const top = side === 'beside' ? (height - text) / 2 : number + 6;
  return {
    number: { size, width: NUMBER_WIDTH },
    label: { size: label, lines, box: { x, y: top, width: right - x, height: text } },
    box: { x: frame.end.left, y: 0, width: right - frame.end.left, height },
    side,
  };
}

function movedTo(place: EndPlace, top: number): EndPlace {
  const { label, box } = place;
  return {
    ...place,
    label: { ...label, box: { ...label.box, y: label.box.y + top } },
    box: { ...box, y: top },
  };
}

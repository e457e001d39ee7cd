import type { Comparison } from '../comparison/comparison.ts';
import { VERDICT_WORDS } from '../comparison/result-words.ts';
import { joinsOf } from './joins.ts';
import type { Box } from './boxes.ts';
import { textWidth } from './text-width.ts';
import type { WantedLabel } from './time-labels.ts';
import type { TimeMark } from './time-marks.ts';

export interface JoinLine {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A line with what is said of it. */
export interface Joined extends JoinLine {
  isSolid: boolean;
  text: string;
  isClear: boolean;
}

/** The lines between neighbours of the option in the foreground. */
export function joinLines(comparison: Comparison, marks: readonly TimeMark[], size: number): Joined[] {
  const front = marks.filter(({ series }) => series.isForeground);
  const find = (id: string) => front.find(({ point }) => point.id === id);
  return joinsOf(comparison, front[0]?.series.optionId ?? null).flatMap(({ from, to, isSolid, verdict }) => {
    const [before, after] = [find(from), find(to)];
    if (!before || !after || before.y === null || after.y === null) return [];
    const line = shortened({ x1: before.x, y1: before.y, x2: after.x, y2: after.y }, size * 0.8);
    const isClear = verdict === 'shift' || verdict === 'difference';
    return [{ ...line, isSolid, isClear, text: verdict ? VERDICT_WORDS[verdict] : '' }];
  });
}

/** A line leaves its marks free. */
function shortened({ x1, y1, x2, y2 }: JoinLine, by: number): JoinLine {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [((x2 - x1) / length) * by, ((y2 - y1) / length) * by];
  return { x1: x1 + dx, y1: y1 + dy, x2: x2 - dx, y2: y2 - dy };
}

/** A broken line carries the word in its gap, a solid one beside it; a short one has only room for a short word. */
export function joinLabel(join: Joined, size: number): WantedLabel {
  const { x1, y1, x2, y2, isSolid, isClear } = join;
  const big = size * 1.1;
  const fits = textWidth(join.text, big, 700) < (x2 - x1) * 0.7;
  const text = fits ? join.text : isClear ? 'clear' : 'chance';
  const [width, height] = [textWidth(text, big, 700) + 4, big * 1.1];
  const [x, y] = [(x1 + x2) / 2 - width / 2, (y1 + y2) / 2 - height / 2];
  const beside = [
    { x, y: y - height * 1.2 },
    { x, y: y + height * 1.2 },
  ];
  return {
    text,
    size: big,
    weight: isClear ? 700 : 400,
    tone: 'ink',
    width,
    height,
    places: isSolid ? beside : [{ x, y }, ...beside],
  };
}

/** A broken line keeps off the words; where it is too short for them, nothing of it is left. */
export function cutAround(join: Joined, labels: readonly Box[]): JoinLine[] {
  const { x1, y1, x2, y2, isSolid } = join;
  if (isSolid) return [{ x1, y1, x2, y2 }];
  const steps = 100;
  const place = (step: number) => ({
    x: x1 + ((x2 - x1) * step) / steps,
    y: y1 + ((y2 - y1) * step) / steps,
  });
  const isFree = (step: number) => {
    const { x, y } = place(step);
    const inGap = Math.abs(step - steps / 2) < 9;
    return !inGap && !labels.some((box) => isNear(x, y, box));
  };
  const pieces: JoinLine[] = [];
  for (let from = 0; from <= steps; from += 1) {
    if (!isFree(from)) continue;
    let to = from;
    while (to < steps && isFree(to + 1)) to += 1;
    const [start, stop] = [place(from), place(to)];
    if (to > from + 2) pieces.push({ x1: start.x, y1: start.y, x2: stop.x, y2: stop.y });
    from = to;
  }
  return pieces;
}

function isNear(x: number, y: number, box: Box): boolean {
  const air = 5;
  return x > box.x - air && x < box.x + box.width + air && y > box.y - air && y < box.y + box.height + air;
}

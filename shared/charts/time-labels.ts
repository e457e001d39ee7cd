import { shareText } from './chart-words.ts';
import type { Box } from './boxes.ts';
import type { Wanted } from './place-labels.ts';
import { textWidth, wrapText } from './text-width.ts';
import type { TimeMark } from './time-marks.ts';

export interface TimeLabel extends Box {
  text: string;
  size: number;
  weight: 400 | 500 | 700;
  /** What it is said of: decides its colour. */
  tone: 'ink' | 'now' | 'rest';
  /** At the end of a line: the option's name, beside the number. */
  name?: { x: number; lines: string[]; size: number };
}

/** What names at the ends of lines take, in ems. */
export const END_EMS = 14;

/** A label with the places it may stand at. */
export type WantedLabel = Wanted & Omit<TimeLabel, keyof Box>;

/** The number at a mark: over it to the right, or wherever else beside it is room. */
export function valueLabel(mark: TimeMark, size: number): WantedLabel[] {
  const { x, y, option, series } = mark;
  if (y === null) return [];
  const set = settingOf(mark, size);
  const text = shareText(option);
  const [width, height] = [textWidth(text, set.size, 700) + 4, set.size];
  const [right, left] = [x + size * 0.9, x - size * 0.9 - width];
  const [up, middle, down] = [y - height - size * 0.2, y - height / 2, y + size * 0.3];
  const first = option.state === 'unreported' ? [{ x: right, y: down }] : [];
  const second = series.isForeground ? [] : [{ x: right, y: middle }];
  const around = [up, down, middle].flatMap((y) => [
    { x: right, y },
    { x: left, y },
  ]);
  return [{ ...set, text, width, height, places: [...first, ...second, ...around] }];
}

/** The number and the name of an option, at the right end of its line. */
export function endLabel(mark: TimeMark, size: number, plot: Box): WantedLabel[] {
  const { y, option, series } = mark;
  if (y === null) return [];
  const set = settingOf(mark, size);
  const text = shareText(option);
  const numberWidth = textWidth(text, set.size, 700) + size * 0.6;
  const width = size * END_EMS;
  const nameSize = size * (series.isForeground ? 1.15 : 1.05);
  const lines = wrapText(series.label, { width: width - numberWidth, size: nameSize, weight: 700, most: 3 });
  const height = Math.max(set.size, lines.length * nameSize * 1.15);
  const places = [{ x: plot.x + plot.width, y: y - height / 2 }];
  return [{ ...set, text, width, height, name: { x: numberWidth, lines, size: nameSize }, places }];
}

function settingOf({ series, isNow }: TimeMark, size: number): Pick<TimeLabel, 'size' | 'weight' | 'tone'> {
  if (!series.isForeground) return { size: size * 1.25, weight: 500, tone: 'rest' };
  return { size: size * (isNow ? 2.4 : 1.7), weight: 700, tone: isNow ? 'now' : 'ink' };
}

import type { MeasureText } from '../../ui/text-fit.ts';
import type { Box } from '../../../shared/charts/boxes.ts';

/** One or more lines of text at a place of the stage, in u. */
export interface ChartText {
  lines: string[];
  /** Smaller, behind the last line: what a number is of. */
  name: string;
  size: number;
  weight: number;
  tone: 'ink' | 'rest' | 'now' | 'soft';
  box: Box;
}

export const ASCENT = 0.76;
export const LINE = 1.05;
export const NAME = { size: 34, weight: 500, gap: 14 };
const DESCENT = 0.22;

/** How much room a text takes. */
export function sizeOf(
  { lines, name, size, weight }: Pick<ChartText, 'lines' | 'name' | 'size' | 'weight'>,
  measure: MeasureText,
): { width: number; height: number } {
  const widest = Math.max(...lines.map((line) => measure(line, weight))) * size;
  const more = name ? NAME.gap + measure(name, NAME.weight) * nameSize(size) : 0;
  return {
    width: widest + more,
    height: (ASCENT + DESCENT) * size + (lines.length - 1) * size * LINE,
  };
}

export function nameSize(size: number): number {
  return Math.min(NAME.size, size);
}

/** A text before it has a place. */
export type Way = Omit<ChartText, 'box'>;

/** How wide a text is set in one line, in ems of its size, at a weight of the face. */
export type MeasureText = (text: string, weight: number) => number;

export interface TextStyle {
  weight: number;
  /** Space added after each letter, in ems; mostly negative. */
  tracking: number;
}

/** Browsers round and hint: a line that would be full to the last hair counts as too long. */
const SAFETY = 1.015;

/** What a line may break at: any white space but the one that holds two words together. */
const BREAKS = /[^\S\u00a0]+/;

/** How many lines a text takes, breaking at spaces, and inside a word only where the word alone is wider than a line. */
export function linesOf(text: string, widthEm: number, style: TextStyle, measure: MeasureText): number {
  const wide = (part: string) => (measure(part, style.weight) + style.tracking * part.length) * SAFETY;
  const space = wide(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(BREAKS).filter(Boolean)) {
    const width = wide(word);
    if (used > 0 && used + space + width <= widthEm) {
      used += space + width;
      continue;
    }
    if (used > 0) lines += 1;
    const broken = Math.ceil(width / widthEm) - 1;
    lines += broken;
    used = width - broken * widthEm;
  }
  return lines;
}

export interface FittedText {
  /** Font size, and what all lines take, in the unit of the widths given. */
  size: number;
  lines: number;
  height: number;
}

export interface Fit extends TextStyle {
  width: number;
  /** From the size wanted down to the smallest that may be. */
  largest: number;
  smallest: number;
  lineHeight: number;
  maxHeight: number;
}

const STEP = 2;

/** The largest size at which a text fits, else the smallest. */
export function fitText(text: string, fit: Fit, measure: MeasureText): FittedText {
  for (let size = fit.largest; ; size = Math.max(fit.smallest, size - STEP)) {
    const lines = linesOf(text, fit.width / size, fit, measure);
    const height = lines * size * fit.lineHeight;
    if (height <= fit.maxHeight || size <= fit.smallest) return { size, lines, height };
  }
}

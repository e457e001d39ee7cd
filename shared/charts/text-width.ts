// Widths of Schibsted Grotesk at weight 700, in ems, by classes; a file is also read where that face is not, so each is
// what the wider of it and common faces needs.
const CLASSES: [letters: RegExp, em: number][] = [
  [/[ijl.,:;!'|’· ]/, 0.3],
  [/[frtIJ()[\]{}/"\-–]/, 0.46],
  [/[mwMW@%—…]/, 0.94],
  [/[A-Z&#]/, 0.75],
];
const OTHERS = 0.62;
/** Han, kana, hangul, emoji. */
const FULL = /[\u1100-\u115f\u2e80-\uffdc\u{1f000}-\u{3ffff}]/u;

/** About how wide a text is set in one line, never much less: there is nothing here to measure with. */
export function textWidth(text: string, size: number, weight = 400): number {
  const ems = [...text].reduce((sum, letter) => sum + emOf(letter), 0);
  return ems * size * (weight >= 600 ? 1.02 : 0.95);
}

function emOf(letter: string): number {
  if (FULL.test(letter)) return 1;
  return CLASSES.find(([letters]) => letters.test(letter))?.[1] ?? OTHERS;
}

export interface Setting {
  width: number;
  size: number;
  weight?: number;
  /** More lines than these end in "…". */
  most?: number;
}

/** A text in lines that fit, broken at spaces, and inside a word only where the word alone is too wide. */
export function wrapText(text: string, { width, size, weight = 400, most = Infinity }: Setting): string[] {
  const fits = (part: string) => textWidth(part, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .trim()
    .split(/[^\S\u00a0]+/)
    .flatMap((word) => broken(word, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutText(lines.slice(most - 1).join(' '), { width, size, weight })];
}

/** A text in one line, its end left out where it does not fit. */
export function cutText(text: string, { width, size, weight = 400 }: Setting): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size, weight) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function broken(word: string, fits: (part: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && !fits(part + letter)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

import type { Comparison } from '../comparison/comparison.ts';
import { footWords } from './chart-words.ts';
import type { Palette } from './palette.ts';
import { element, escapeXml, textAt } from './svg.ts';
import { wrapText } from './text-width.ts';

/** The face of the screen where it is installed, else the system's: a file that stands alone loads nothing. */
export const FACES =
  "'Schibsted Grotesk', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** What is drawn, from 0,0 down. */
export interface Picture {
  svg: string;
  height: number;
  /** What must be said of this drawing beside what holds for every chart. */
  foot?: string[];
}

interface About {
  width: number;
  palette: Palette;
  /** The chart in words, for those who do not see it. */
  words: string;
}

/** A chart for a page that says the rest itself. */
export function barePicture(picture: Picture, about: About & { title: string }): string {
  return whole(picture.svg, { ...about, height: picture.height });
}

/** A chart that stands alone: question, sentence, drawing, and what one must know to read it. */
export function framePicture(
  picture: Picture,
  comparison: Comparison,
  about: About & { margin: number },
): string {
  const { width, palette, margin } = about;
  const inside = width - 2 * margin;
  const scale = Math.min(1, Math.max(0.7, width / 900));
  const { prompt } = comparison.question;
  const stack = new Stack(margin, margin * 0.8, inside);
  stack.add(prompt, { size: 22 * scale, weight: 500, fill: palette.ink2 });
  stack.add(comparison.sentences[0] ?? '', { size: 30 * scale, weight: 700, fill: palette.ink });
  stack.skip(26 * scale);
  stack.y = Math.round(stack.y);
  const drawing = element('g', { transform: `translate(${margin} ${stack.y})` }, picture.svg);
  stack.skip(picture.height + 14 * scale);
  const foot = [...footWords(comparison), ...(picture.foot ?? []), ...comparison.sentences.slice(-1)];
  stack.add(foot.join(' '), { size: 14 * Math.max(0.9, scale), fill: palette.ink2 });
  const height = Math.ceil(stack.y + margin * 0.7);
  const ground = element('rect', { width, height, fill: palette.paper });
  return whole(ground + stack.svg + drawing, { ...about, height, title: prompt });
}

/** Texts one under the other. */
class Stack {
  svg = '';
  y: number;
  readonly #x: number;
  readonly #width: number;

  constructor(x: number, y: number, width: number) {
    this.#x = x;
    this.y = y;
    this.#width = width;
  }

  add(text: string, style: Parameters<typeof textAt>[3]): void {
    const { size, weight = 400 } = style;
    for (const line of wrapText(text, { width: this.#width, size, weight })) {
      this.y += size * 1.28;
      this.svg += textAt(this.#x, this.y - size * 0.28, line, style);
    }
  }

  skip(height: number): void {
    this.y += height;
  }
}

function whole(content: string, about: About & { height: number; title: string }): string {
  const { width, title, words } = about;
  const height = Math.ceil(about.height);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': FACES,
    },
    `<title>${escapeXml(title)}</title><desc>${escapeXml(words)}</desc>${content}`,
  );
}

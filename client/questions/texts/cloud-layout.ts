import type { MeasureText } from '../../ui/text-fit.ts';

/** A word or label of a cloud. The key stays while the spelling may change. */
export interface CloudWord {
  key: string;
  text: string;
  count: number;
}

/** Where a word stands, in u: `x` from the side where reading begins, `y` its baseline from the top, `wide` without its number. */
export interface PlacedWord extends CloudWord {
  x: number;
  y: number;
  size: number;
  wide: number;
}

export interface Cloud {
  placed: PlacedWord[];
  /** The keys, line by line. */
  lines: string[][];
  /** How many there was no room for. */
  left: number;
}

export interface CloudBox {
  width: number;
  height: number;
}

/** Size is k × √count, so that the area of the letters follows the count; nothing is smaller than the floor. */
const FLOOR = 44;
const LARGEST = 220;
export const CLOUD_STYLE = { weight: 620, tracking: -0.025 };
export const NUMBER = { least: 30, part: 0.3, gap: 12 };
const GAP = { column: 44, row: 8 };
const LINE = 1.02;
/** Where the baseline lies in a line. */
const BASE = 0.78;
/** Browsers round and hint. */
const SAFETY = 1.015;
const HALVINGS = 20;

export function numberSize(size: number): number {
  return Math.max(NUMBER.least, size * NUMBER.part);
}

/** Lines are broken anew, in the same order, once that makes all of them so much larger. */
const WORTH_A_MOVE = 1.3;

/**
 * [WC6] Words keep their line and their neighbours while they grow; a new one is added where all can stay largest. Only
 * where the lines have come to hold them very small are they broken anew. `before` are the lines as they were.
 */
export function grownCloud(
  before: readonly (readonly string[])[],
  words: readonly CloudWord[],
  box: CloudBox,
  measure: MeasureText,
): Cloud {
  const byKey = new Map(words.map((word) => [word.key, word]));
  const cloud = new Lines(words, box, measure);
  cloud.lines = before.map((line) => line.filter((key) => byKey.has(key))).filter((line) => line.length > 0);
  while (cloud.k() === null) cloud.dropSmallest();
  const placed = new Set(before.flat());
  const fresh = words.filter(({ key }) => !placed.has(key));
  for (const { key } of [...fresh].sort((a, b) => b.count - a.count)) cloud.add(key);
  const k = cloud.k() ?? 0;
  const anew = new Lines(words, box, measure);
  if (anew.flow(cloud.lines.flat()) && (anew.k() ?? 0) > k * WORTH_A_MOVE) return anew.placed();
  return cloud.placed();
}

/** Most written first, line by line, as large as all of them can be. */
export function rankedCloud(words: readonly CloudWord[], box: CloudBox, measure: MeasureText): Cloud {
  const ranked = [...words].sort((a, b) => b.count - a.count);
  for (let shown = ranked.length; shown > 0; shown -= 1) {
    const cloud = new Lines(ranked.slice(0, shown), box, measure);
    if (cloud.flow(ranked.slice(0, shown).map(({ key }) => key)))
      return { ...cloud.placed(), left: words.length - shown };
  }
  return { placed: [], lines: [], left: words.length };
}

class Lines {
  lines: string[][] = [];
  readonly #words: Map<string, CloudWord & { em: number; digits: number }>;
  readonly #box: CloudBox;
  readonly #most: number;

  constructor(words: readonly CloudWord[], box: CloudBox, measure: MeasureText) {
    const { weight, tracking } = CLOUD_STYLE;
    this.#box = box;
    this.#words = new Map(
      words.map((word) => {
        const em = (measure(word.text, weight) + tracking * word.text.length) * SAFETY;
        return [word.key, { ...word, em, digits: measure(String(word.count), 500) * SAFETY }];
      }),
    );
    this.#most = LARGEST / Math.sqrt(Math.max(1, ...words.map(({ count }) => count)));
  }

  /** The largest k at which the lines fit; null where they do not even at the floor. */
  k(): number | null {
    return this.#largest((k) => this.#fits(this.lines, k));
  }

  dropSmallest(): void {
    const counted = this.lines.flat().map((key) => this.#of(key));
    const smallest = counted.reduceRight((least, word) => (word.count < least.count ? word : least));
    this.lines = this.lines
      .map((line) => line.filter((key) => key !== smallest.key))
      .filter((line) => line.length > 0);
  }

  /** At the end of the line, or on a new one, where all stay largest; nowhere if there is no room. */
  add(key: string): void {
    const ways = [
      ...this.lines.map((_, at) => this.lines.map((line, other) => (other === at ? [...line, key] : line))),
      [...this.lines, [key]],
    ];
    let best: { lines: string[][]; k: number } | undefined;
    for (const lines of ways) {
      const k = this.#largest((scale) => this.#fits(lines, scale));
      if (k !== null && (!best || k > best.k)) best = { lines, k };
    }
    if (best) this.lines = best.lines;
  }

  /** Breaks lines in this order, as large as can be. False where there is no room. */
  flow(keys: readonly string[]): boolean {
    const k = this.#largest((scale) => this.#fits(this.#broken(keys, scale), scale));
    if (k !== null) this.lines = this.#broken(keys, k);
    return k !== null;
  }

  placed(): Cloud {
    const k = this.k() ?? 0;
    const heights = this.lines.map((line) => this.#lineHeight(line, k));
    const used = heights.reduce((sum, height) => sum + height + GAP.row, -GAP.row);
    let y = Math.max(0, (this.#box.height - used) / 2);
    const placed = this.lines.flatMap((line, at) => {
      const baseline = y + (heights[at] ?? 0) * BASE;
      y += (heights[at] ?? 0) + GAP.row;
      let x = 0;
      return line.map((key): PlacedWord => {
        const { text, count, em } = this.#of(key);
        const size = this.#size(key, k);
        const word = { key, text, count, x, y: baseline, size, wide: em * size };
        x += this.#width(key, k) + GAP.column;
        return word;
      });
    });
    return { placed, lines: this.lines, left: this.#words.size - placed.length };
  }

  #of(key: string) {
    const word = this.#words.get(key);
    if (!word) throw new Error('a cloud has a word that is not there');
    return word;
  }

  #largest(fits: (k: number) => boolean): number | null {
    if (fits(this.#most)) return this.#most;
    if (!fits(0)) return null;
    let [low, high] = [0, this.#most];
    for (let step = 0; step < HALVINGS; step += 1) {
      const middle = (low + high) / 2;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    return low;
  }

  #fits(lines: readonly (readonly string[])[], k: number): boolean {
    const height = lines.reduce((sum, line) => sum + this.#lineHeight(line, k) + GAP.row, -GAP.row);
    return height <= this.#box.height && lines.every((line) => this.#lineWidth(line, k) <= this.#box.width);
  }

  #broken(keys: readonly string[], k: number): string[][] {
    const lines: string[][] = [];
    for (const key of keys) {
      const line = lines.at(-1);
      if (line && this.#lineWidth([...line, key], k) <= this.#box.width) line.push(key);
      else lines.push([key]);
    }
    return lines;
  }

  #lineWidth(line: readonly string[], k: number): number {
    return line.reduce((sum, key) => sum + this.#width(key, k) + GAP.column, -GAP.column);
  }

  #lineHeight(line: readonly string[], k: number): number {
    return Math.max(...line.map((key) => this.#size(key, k))) * LINE;
  }

  #size(key: string, k: number): number {
    return Math.max(FLOOR, k * Math.sqrt(this.#of(key).count));
  }

  #width(key: string, k: number): number {
    const { em, digits } = this.#of(key);
    const size = this.#size(key, k);
    return em * size + NUMBER.gap + digits * numberSize(size);
  }
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  grownCloud,
  numberSize,
  rankedCloud,
  type Cloud,
  type CloudWord,
} from '../../../../client/questions/texts/cloud-layout.ts';

/** Half an em a letter, whatever the letter. */
const measure = (text: string) => text.length / 2;
const BOX = { width: 1344, height: 640 };
const word = (text: string, count: number): CloudWord => ({ key: text.toLowerCase(), text, count });
const words: fc.Arbitrary<CloudWord[]> = fc
  .uniqueArray(
    fc.record({
      text: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }),
      count: fc.integer({ min: 1, max: 300 }),
    }),
    { maxLength: 60, selector: ({ text }) => text.toLowerCase() },
  )
  .map((all) => all.map(({ text, count }) => word(text, count)));

function fits(cloud: Cloud): void {
  for (const { text, count, x, y, size } of cloud.placed) {
    const width =
      (text.length / 2 - 0.025 * text.length) * size + 12 + (String(count).length / 2) * numberSize(size);
    expect(size).toBeGreaterThanOrEqual(44);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(BOX.width + 0.001);
    expect(y - size * 0.78).toBeGreaterThanOrEqual(-1);
    expect(y + size * 0.2244).toBeLessThanOrEqual(BOX.height + 1);
  }
}

describe('[WC6] the cloud after the reveal', () => {
  test('is in order, as large as can be, √count in size, and says how many words had no room', () => {
    fc.assert(
      fc.property(words, (given) => {
        const cloud = rankedCloud(given, BOX, measure);
        fits(cloud);
        expect(cloud.placed.length + cloud.left).toBe(given.length);
        const counts = cloud.placed.map(({ count }) => count);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
      }),
      { numRuns: 60 },
    );
  });

  test('areas are as counts', () => {
    const [first, second] = rankedCloud([word('Time', 36), word('Trust', 9)], BOX, measure).placed;
    expect((first?.size ?? 0) / (second?.size ?? 1)).toBeCloseTo(2, 5);
  });

  test('nothing is nothing', () => {
    expect(rankedCloud([], BOX, measure)).toEqual({ placed: [], lines: [], left: 0 });
    expect(grownCloud([], [], BOX, measure)).toEqual({ placed: [], lines: [], left: 0 });
  });
});

describe('[WC6] the cloud while people write', () => {
  test('fits, however it grows, and forgets no word that has room', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (pictures) => {
        let lines: string[][] = [];
        for (const given of pictures) {
          const cloud = grownCloud(lines, given, BOX, measure);
          fits(cloud);
          expect(cloud.placed.length + cloud.left).toBe(given.length);
          expect(new Set(cloud.lines.flat()).size).toBe(cloud.placed.length);
          lines = cloud.lines;
        }
      }),
      { numRuns: 40 },
    );
  });

  test('words keep their line and their order while counts grow a little', () => {
    const before = grownCloud(
      [],
      [word('Time', 8), word('Trust', 6), word('Budget', 5), word('Habit', 3)],
      BOX,
      measure,
    );
    const after = grownCloud(
      before.lines,
      [word('Habit', 4), word('Time', 9), word('Trust', 8), word('Budget', 5), word('New', 1)],
      BOX,
      measure,
    );
    for (const [at, line] of before.lines.entries())
      expect(after.lines[at]?.slice(0, line.length)).toEqual(line);
    expect(after.lines.flat()).toContain('new');
  });

  test('a word that is hidden leaves, and the others stay', () => {
    const all = [word('Time', 8), word('Rude', 7), word('Budget', 5)];
    const before = grownCloud([], all, BOX, measure);
    const after = grownCloud(
      before.lines,
      all.filter(({ key }) => key !== 'rude'),
      BOX,
      measure,
    );
    expect(after.lines.flat()).toEqual(before.lines.flat().filter((key) => key !== 'rude'));
  });
});

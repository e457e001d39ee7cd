import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitText, linesOf, type MeasureText } from '../../../client/ui/text-fit.ts';
import { measure } from './measure.ts';

/** Every letter one em wide; a hair is kept free in each line. */
const square: MeasureText = (text) => text.length;
const style = { weight: 500, tracking: 0 };
const lines = (text: string, width: number) => linesOf(text, width, style, square);

describe('lines of a text', () => {
  test.each([
    ['', 5, 1],
    ['one', 5, 1],
    ['one two', 8, 1],
    ['one two', 7, 2],
    ['one two three', 8, 2],
    ['  one \n two ', 8, 1],
  ])('%o in %i ems: %i', (text, width, n) => expect(lines(text, width)).toBe(n));

  test('a word wider than a line is broken, and what is left of it goes on in its last line', () => {
    expect(lines('abcdefghijklmno', 6)).toBe(3);
    expect(lines('a abcdefghijklmno', 6)).toBe(4);
    expect(lines('abcdefg b', 6)).toBe(2);
  });

  test('a line that would be full to the last hair counts as too long', () =>
    expect(lines('abcde fghij', 11)).toBe(2));

  test('letters set closer together take less', () => {
    expect(linesOf('abcde fghij', 11, { weight: 500, tracking: -0.05 }, square)).toBe(1);
  });
});

const texts = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 });

test('a wider line never needs more lines, and all lines together hold the text', () => {
  fc.assert(
    fc.property(texts, fc.double({ min: 2, max: 40, noNaN: true }), (words, width) => {
      const text = words.join(' ');
      const n = linesOf(text, width, style, measure);
      expect(linesOf(text, width * 2, style, measure)).toBeLessThanOrEqual(n);
      const whole = text
        .split(/\s+/)
        .filter(Boolean)
        .reduce((sum, word) => sum + measure(word, 500), 0);
      expect(n * width).toBeGreaterThanOrEqual(whole);
    }),
  );
});

describe('a text is fitted', () => {
  const fit = { ...style, width: 100, largest: 20, smallest: 10, lineHeight: 1, maxHeight: 40 };

  test('at the size wanted where there is room', () => {
    expect(fitText('abc', fit, square)).toEqual({ size: 20, lines: 1, height: 20 });
  });

  test('smaller, until it fits', () => {
    const fitted = fitText('abc abc abc abc abc', fit, square);
    expect(fitted.height).toBeLessThanOrEqual(40);
    expect(fitted.size).toBeLessThan(20);
  });

  test('never smaller than may be, also where it does not fit then', () => {
    expect(fitText('abcdefgh '.repeat(9), fit, square)).toMatchObject({ size: 10, lines: 9, height: 90 });
    expect(fitText('abcdefgh '.repeat(9), { ...fit, largest: 19, smallest: 10 }, square).size).toBe(10);
  });

  test('to the largest size that fits', () => {
    fc.assert(
      fc.property(texts, (words) => {
        const wide = { ...fit, width: 600, largest: 60, smallest: 12, maxHeight: 140 };
        const { size, height } = fitText(words.join(' '), wide, measure);
        if (size > 12) expect(height).toBeLessThanOrEqual(140);
        if (size < 60) {
          const larger = linesOf(words.join(' '), wide.width / (size + 2), wide, measure) * (size + 2);
          expect(larger).toBeGreaterThan(140);
        }
      }),
    );
  });
});

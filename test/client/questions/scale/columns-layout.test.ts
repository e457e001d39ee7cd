import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnPlace, columnsLayout, COUNT_ROOM } from '../../../../client/questions/scale/columns-layout.ts';
import { binsOf } from '../../../../shared/questions/scale-steps.ts';

const BOX = { width: 1344, height: 560 };

test('76 phones on ten numbers: squares of 48, two abreast', () =>
  expect(columnsLayout([1, 2, 4, 6, 7, 9, 14, 17, 11, 5], BOX)).toEqual({
    pitch: 134.4,
    square: { side: 48, gap: 6 },
    wide: 102,
  }));

test('above 150 phones a plain column', () => {
  expect(columnsLayout([75, 75], BOX).square).not.toBeNull();
  expect(columnsLayout([75, 76], BOX).square).toBeNull();
});

test('many on few numbers stand more than two abreast rather than getting small', () => {
  const { square, wide } = columnsLayout([40, 20], BOX);
  expect(square?.side).toBe(48);
  expect(wide).toBeGreaterThan(3 * 48);
});

test('for any counts the squares stay within their column and below the number above it', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 12 }), (counts) => {
      const { pitch, square, wide } = columnsLayout(counts, BOX);
      expect(wide).toBeLessThanOrEqual(pitch);
      if (!square) return;
      const abreast = Math.round((wide + square.gap) / (square.side + square.gap));
      const rows = Math.ceil(Math.max(...counts) / abreast);
      expect(rows * (square.side + square.gap) + COUNT_ROOM).toBeLessThanOrEqual(BOX.height);
    }),
  ));

test('a number stands in the middle of its own column, half a step before and after it at the edges', () => {
  const range = { min: 1, max: 5 };
  const place = (value: number) => columnPlace(range, binsOf(range), value);
  expect([1, 3, 4.5, 5].map(place)).toEqual([0.5, 2.5, 4, 4.5]);
  expect([place(0.5), place(5.5)]).toEqual([0, 5]);
});

test('in a column of several numbers it stands where it belongs among them', () => {
  const range = { min: 0, max: 100 };
  const place = (value: number) => columnPlace(range, binsOf(range), value);
  expect(place(4.5)).toBeCloseTo(0.5, 10);
  expect(place(95)).toBeCloseTo(9.5, 10);
});

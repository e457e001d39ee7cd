import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageAt, HEAD, placesLayout } from '../../../../client/questions/ranking/places-layout.ts';
import { linesOf } from '../../../../client/ui/text-fit.ts';

const measure = (text: string) => text.length * 0.55;

test('an average stands over its column, between two where it lies between', () => {
  expect(averageAt(1, 5, 5)).toBeCloseTo(0.1);
  expect(averageAt(3, 5, 5)).toBeCloseTo(0.5);
  expect(averageAt(2.5, 5, 5)).toBeCloseTo(0.4);
});

test('what has no place lies in the column at the end, further right the worse', () => {
  expect(averageAt(3, 3, 7)).toBeCloseTo(2.5 / 4);
  expect(averageAt(3.5, 3, 7)).toBeCloseTo(3 / 4);
  expect(averageAt(5.5, 3, 7)).toBeCloseTo(3.5 / 4);
  expect(averageAt(7.5, 3, 7)).toBeCloseTo(1);
});

test('all rows fit the height, columns keep a width, and no label needs more than its row has', () => {
  const label = fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.trim() || 'A');
  fc.assert(
    fc.property(
      fc.array(label, { minLength: 2, maxLength: 12 }),
      fc.constantFrom(864, 1344),
      fc.integer({ min: 560, max: 860 }),
      (labels, width, height) => {
        const layout = placesLayout({ labels, columns: labels.length, width, height }, measure);
        expect(layout.row * labels.length + HEAD).toBeLessThanOrEqual(height);
        const columns = width - layout.place - layout.label - layout.average;
        expect(columns / labels.length).toBeGreaterThan(20);
        if (layout.labelSize < 21) return;
        for (const text of labels) {
          const style = { weight: 700, tracking: -0.012 };
          const lines = linesOf(text, (layout.label - 24) / layout.labelSize, style, measure);
          expect(lines * layout.labelSize * 1.06).toBeLessThanOrEqual(layout.row);
        }
      },
    ),
  );
});

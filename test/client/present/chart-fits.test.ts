import { describe, expect, test } from 'vitest';
import { NARROW, WIDE } from '../../../client/present/stage-frame.ts';
import { chartLayout, FOOT } from '../../../client/questions/choice/chart-layout.ts';

/** Every letter as wide as half its height: near enough to the face. */
const measure = (text: string) => text.length * 0.52;

describe('the chart of a choice', () => {
  const asked = { width: 1344, height: 700, leaders: 0, aside: 0, isRevealed: false };
  const labelsOf = (count: number, length: number) =>
    Array.from({ length: count }, () => 'ab cd '.repeat(length / 6));
  const digits = (count: number) => Array.from({ length: count }, () => 2);

  test('2 to 12 options of any length fit, in both pictures, before and after the reveal', () => {
    for (const width of [WIDE.main, NARROW.main])
      for (let count = 2; count <= 12; count++)
        for (const length of [6, 30, 60, 120])
          for (const leaders of [0, 1, 2]) {
            const labels = labelsOf(count, length);
            const chart = {
              ...asked,
              labels,
              digits: digits(count),
              width,
              leaders,
              isRevealed: leaders > 0,
            };
            const layout = chartLayout({ ...chart, height: 640 }, measure);
            expect(layout.rowsHeight, `${count} of ${length} in ${width}`).toBeLessThanOrEqual(
              640 - FOOT + 0.1,
            );
          }
  });

  test('twelve short labels keep their size: rows that share the height evenly do fit', () => {
    const layout = chartLayout({ ...asked, labels: labelsOf(12, 18), digits: digits(12) }, measure);
    expect(layout.rows[0]?.label.size).toBe(42);
  });

  test('three digits are set smaller, to stand where two do', () => {
    const layout = chartLayout({ ...asked, labels: labelsOf(2, 6), digits: [3, 1] }, measure);
    const [first, second] = layout.rows.map(({ number }) => number.size);
    expect(first).toBeLessThan(second ?? 0);
  });
});

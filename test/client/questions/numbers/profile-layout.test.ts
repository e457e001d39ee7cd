import { expect, test } from 'vitest';
import { profileLayout, type ProfileAsked } from '../../../../client/questions/numbers/profile-layout.ts';

/** Every letter is half as wide as it is high. */
const measure = (text: string) => text.length * 0.5;

function layout(asked: Partial<ProfileAsked> = {}) {
  const seven = Array.from({ length: 7 }, () => 'Performance Consultant');
  const heads = ['Understands the business', 'Knows how people learn', 'Gets it built'];
  return profileLayout(
    { labels: seven, heads, columns: heads.length, widest: '5.0', width: 1344, height: 700, ...asked },
    measure,
  );
}

test('seven roles by three criteria: everything at its largest, and a line to be read', () => {
  const { label, head, row, line, number } = layout();
  expect([label.size >= 40, head.size]).toEqual([true, 34]);
  expect(number.top).toBeGreaterThan(60);
  expect(row).toBeGreaterThan(80);
  expect(line).toBeGreaterThan(130);
});

test('whatever is asked, it stays within its frame', () => {
  for (const columns of [2, 3, 4, 5])
    for (const rows of [2, 7, 12])
      for (const width of [864, 1344]) {
        const heads = Array.from({ length: columns }, () => 'Understandable without explanation');
        const labels = Array.from({ length: rows }, () => 'Job rotation with a partner team');
        const { label, head, row, column, line, number } = layout({ labels, heads, columns, width });
        expect(label.width + columns * column).toBeCloseTo(width, 6);
        expect(rows * row + head.height).toBeLessThanOrEqual(700 + 1e-6);
        expect(line + number.top * 1.5).toBeLessThanOrEqual(column);
        expect(number.top).toBeLessThanOrEqual(row);
      }
});

test('heads and labels get smaller before a word of theirs is broken', () => {
  const { head } = layout({ heads: ['Understandability', 'Fun', 'Cost'] });
  expect(head.size * 'Understandability'.length * 0.5).toBeLessThanOrEqual((1344 * 0.64) / 3);
});

test('a line that would be a stub is left out, and the number stands alone', () => {
  const heads = Array.from({ length: 5 }, () => 'Cost');
  expect(layout({ heads, columns: 5, width: 600 }).line).toBe(0);
});

test('a column alone has taller rows, and leaves room beyond its line for the first and the last number', () => {
  const { row, overhang } = layout({ heads: [], columns: 1, labels: ['A', 'B'] });
  expect([row, overhang > 0]).toEqual([150, true]);
});

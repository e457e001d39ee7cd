import { expect, test } from 'vitest';
import { moved, placeAt } from '../../client/organise/parts/reorder.ts';

test.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [0, 3, 'abc'],
  [0, -1, 'abc'],
  [5, 0, 'abc'],
])('from %i to %i', (from, to, order) => {
  expect(moved([...'abc'], from, to).join('')).toBe(order);
});

test('a dragged row stands after every row whose middle is above the pointer', () => {
  const rows = [
    { top: 0, height: 40 },
    { top: 40, height: 100 },
  ];
  expect([10, 30, 80, 100].map((y) => placeAt(y, rows))).toEqual([0, 1, 1, 2]);
});

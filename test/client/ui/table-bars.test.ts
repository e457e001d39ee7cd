import { expect, test } from 'vitest';
import { barScale, longestFirst, mainColumn } from '../../../client/ui/table-bars.ts';

test('the scale ends at a quarter and holds every bar', () => {
  expect(barScale([])).toBe(0.25);
  expect(barScale([{ bar: 0.1 }, {}])).toBe(0.25);
  expect(barScale([{ bar: 0.26 }])).toBe(0.5);
  expect(barScale([{ bar: 1 }])).toBe(1);
});

test('the main column is the one that is named, else the first', () => {
  const columns = [
    { id: 'votes', label: 'Votes' },
    { id: 'share', label: 'Share' },
  ];
  expect(mainColumn({ columns, main: 'share' })).toBe(1);
  expect(mainColumn({ columns })).toBe(0);
});

test('the longest bars come first, and what is level keeps its order', () => {
  const rows = [{ id: 'a', bar: 0.2 }, { id: 'b', bar: 0.5 }, { id: 'c', bar: 0.2 }, { id: 'd' }];
  expect(longestFirst(rows).map(({ id }) => id)).toEqual(['b', 'a', 'c', 'd']);
});

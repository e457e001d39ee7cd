import { expect, test } from 'vitest';
import { kindsOf, pairsWithin } from '../../../shared/comparison/kinds.ts';
import { aPoint } from './a-comparison.ts';

const point = (id: string, tag: string) => aPoint(id, { audienceTags: tag ? [tag] : [] });

test('points stand with those of their first tag, however it is written', () => {
  const points = [point('a', 'Leaders'), point('b', 'open poll'), point('c', 'leaders '), point('d', '')];
  expect(kindsOf(points)).toEqual([
    { name: 'Leaders', pointIds: ['a', 'c'] },
    { name: 'open poll', pointIds: ['b'] },
    { name: '', pointIds: ['d'] },
  ]);
});

test('pairs within a kind: first and latest, then neighbours; none of one alone', () => {
  const kinds = [
    { name: 'x', pointIds: ['a', 'b', 'c'] },
    { name: 'y', pointIds: ['d', 'e'] },
    { name: 'z', pointIds: ['f'] },
  ];
  expect(pairsWithin(kinds)).toEqual([
    ['a', 'c'],
    ['a', 'b'],
    ['b', 'c'],
    ['d', 'e'],
  ]);
});

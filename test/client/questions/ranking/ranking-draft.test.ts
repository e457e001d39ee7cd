import { expect, test } from 'vitest';
import {
  moved,
  placedAtFirst,
  placeIn,
  wordsOf,
} from '../../../../client/questions/ranking/ranking-draft.ts';
import { aSpec } from '../../../shared/sample.ts';

const all = aSpec('ranking', 4, {});
const firstTwo = aSpec('ranking', 4, { places: 2 });
const shuffled = [...all.options].reverse();

test('where all are put in order, all stand there at first, as this phone has them', () => {
  expect(placedAtFirst(all, shuffled, null)).toEqual(['d', 'c', 'b', 'a']);
  expect(placedAtFirst(firstTwo, shuffled, null)).toEqual([]);
});

test('to change an answer begins with it; what the question no longer has is left out, what is new comes last', () => {
  expect(placedAtFirst(all, shuffled, { order: ['b', 'gone', 'a'] })).toEqual(['b', 'a', 'd', 'c']);
  expect(placedAtFirst(firstTwo, shuffled, { order: ['b', 'a'] })).toEqual(['b', 'a']);
});

test('one place up or down; at the ends nothing moves', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a'], 'x', 1)).toEqual(['a']);
});

test('the slip and the result say where it was put', () => {
  const answer = { order: ['c', 'a'] };
  expect(wordsOf(firstTwo, answer)).toEqual(['1. C', '2. A']);
  expect([placeIn(answer, 'a'), placeIn(answer, 'b'), placeIn(null, 'a')]).toEqual([2, 0, 0]);
});

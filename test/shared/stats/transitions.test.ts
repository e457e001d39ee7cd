import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairsOf } from '../../../shared/stats/newcombe-paired.ts';
import { pairsIn, transitions } from '../../../shared/stats/transitions.ts';

const OPTIONS = ['a', 'b', 'c'];
const answer = fc.option(fc.constantFrom(...OPTIONS), { nil: undefined });
const people = fc.array(fc.record({ first: answer, second: answer }), { maxLength: 50 });

test('who moved, who did not answer again, who came later', () => {
  const matrix = transitions(OPTIONS, [
    { first: 'a', second: 'b' },
    { first: 'a', second: 'b' },
    { first: 'b', second: 'b' },
    { first: 'a' },
    { second: 'c' },
    {},
  ]);
  expect(matrix.moved).toEqual([
    [0, 2, 0],
    [0, 1, 0],
    [0, 0, 0],
  ]);
  expect(matrix.notAgain).toEqual([1, 0, 0]);
  expect(matrix.onlySecond).toEqual([0, 0, 1]);
  expect(matrix.both).toBe(3);
  expect(pairsIn(matrix, ['a'])).toEqual({ both: 0, onlyFirst: 2, onlySecond: 0, neither: 1 });
  expect(pairsIn(matrix, ['b'])).toEqual({ both: 1, onlyFirst: 0, onlySecond: 2, neither: 0 });
});

test('options read as one group: a move within it is none', () => {
  const matrix = transitions(OPTIONS, [
    { first: 'a', second: 'b' },
    { first: 'c', second: 'a' },
  ]);
  expect(pairsIn(matrix, ['a', 'b'])).toEqual({ both: 1, onlyFirst: 0, onlySecond: 1, neither: 0 });
});

test('nobody at all is a matrix of zeros', () => {
  const matrix = transitions(OPTIONS, []);
  expect(matrix.both).toBe(0);
  expect(pairsIn(matrix, ['a'])).toEqual({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 });
});

test('an answer that was not offered is the fault of the caller', () => {
  expect(() => transitions(OPTIONS, [{ first: 'a', second: 'd' }])).toThrow(RangeError);
});

test('every person stands in one place, and every pair of an option is of those who answered both', () => {
  fc.assert(
    fc.property(people, fc.subarray(OPTIONS), (all, group) => {
      const matrix = transitions(OPTIONS, all);
      const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
      const answered = all.filter(({ first, second }) => first !== undefined || second !== undefined);
      expect(sum(matrix.moved.flat())).toBe(matrix.both);
      expect(matrix.both + sum(matrix.notAgain) + sum(matrix.onlySecond)).toBe(answered.length);
      expect(pairsOf(pairsIn(matrix, group))).toBe(matrix.both);
    }),
  );
});

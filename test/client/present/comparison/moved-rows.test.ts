import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedRows } from '../../../../client/present/comparison/moved-rows.ts';
import type { ComparedOption } from '../../../../shared/comparison/comparison.ts';
import { transitions } from '../../../../shared/stats/transitions.ts';

const optionsOf = (ids: readonly string[]): ComparedOption[] =>
  ids.map((id) => ({ optionId: id, label: id.toUpperCase(), optionIds: [id], isCommon: true }));

test('the gainer, and the small ones as one', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const people = [
    ...Array<{ first: string; second: string }>(5).fill({ first: 'a', second: 'b' }),
    ...Array<{ first: string; second: string }>(9).fill({ first: 'a', second: 'a' }),
    ...Array<{ first: string; second: string }>(4).fill({ first: 'c', second: 'c' }),
    { first: 'd', second: 'e' },
    { first: 'e', second: undefined },
  ];
  const { rows, gainer } = movedRows(transitions(ids, people), optionsOf(ids));
  expect(rows.map(({ label }) => label)).toEqual(['A', 'C', 'B', 'One of the other two']);
  expect(rows[gainer]?.label).toBe('B');
  expect(rows[0]).toMatchObject({ before: 14, after: 9, to: [9, 0, 5, 0], notAgain: 0 });
  expect(rows[3]).toMatchObject({ short: 'other two', before: 1, after: 1, to: [0, 0, 0, 1], notAgain: 1 });
});

test('whatever the options, everybody who answered both stands in it once', () => {
  const ids = Array.from({ length: 12 }, (_, at) => `o${at}`);
  const person = fc.record({ first: fc.constantFrom(...ids), second: fc.option(fc.constantFrom(...ids)) });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (people, count) => {
      const among = ids.slice(0, count);
      const answers = people
        .map(({ first, second }) => ({ first, second: second ?? undefined }))
        .filter(({ first, second }) => among.includes(first) && (!second || among.includes(second)));
      const matrix = transitions(among, answers);
      const { rows } = movedRows(matrix, optionsOf(among));
      const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
      expect(sum(rows.flatMap(({ to }) => to))).toBe(matrix.both);
      expect(sum(rows.map(({ after }) => after))).toBe(matrix.both);
      expect(rows.length).toBeLessThanOrEqual(4);
    }),
  );
});

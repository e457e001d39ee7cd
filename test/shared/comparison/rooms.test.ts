import { expect, test } from 'vitest';
import { compare } from '../../../shared/comparison/compare.ts';
import type { ComparedPoint } from '../../../shared/comparison/compared-point.ts';
import { asked, day, offered, reported } from './points.ts';

const QUESTION = { id: 'q', type: 'single' as const, prompt: 'Who?', version: 1 } as Parameters<
  typeof compare
>[0];

function compared(points: ComparedPoint[], base: 'cast' | 'room' = 'cast') {
  return compare(QUESTION, points, { base, pairs: [], crossed: new Map() });
}

/** Hands counted in a room: so many of the people chose X and Y, and nobody knows what the others did. */
function hands(id: string, x: number, y: number, room: number, more: Partial<ComparedPoint> = {}) {
  return reported(id, day(`${id}-01-01`), [offered('X', x), offered('Y', y)], {
    base: 'room',
    answered: { low: room, high: room },
    ...more,
  });
}

test.each(['cast', 'room'] as const)(
  '[CO2] a count of the whole room has bounds and no interval (%s)',
  (base) => {
    const { points, differences, sentences } = compared(
      [hands('2020', 9, 9, 40), hands('2021', 30, 9, 60)],
      base,
    );
    expect(points[0]?.options[0]).toMatchObject({
      share: 9 / 40,
      low: null,
      high: null,
      boundLow: 9 / 40,
      boundHigh: 31 / 40,
    });
    expect(points[0]).toMatchObject({ base: 'room', n: 40 });
    expect(differences.flatMap(({ options }) => options)).toEqual([]);
    expect(sentences.join(' ')).not.toMatch(/clear|chance|more of the room/);
  },
);

test('[CO2] of several choices nobody knows who raised no hand at all', () => {
  const { points } = compared([hands('2020', 9, 20, 40, { isMultiple: true })], 'room');
  expect(points[0]?.options[0]).toMatchObject({ boundLow: 9 / 40, boundHigh: 29 / 40 });
});

test('[CO2] where other shares are of those who chose a common option, those of a room are of the room', () => {
  const before = asked('a', '2019-01-01', { X: 5, Y: 5, Z: 10 });
  const { points, warnings } = compared([before, hands('2020', 9, 9, 40)]);
  expect(points.map(({ n }) => n)).toEqual([10, 40]);
  expect(points[1]?.options[0]?.share).toBe(9 / 40);
  expect(warnings.find(({ code }) => code === 'OPTIONS_DIFFER')?.text).toContain('10 of 20 (Event a).');
});

test('[CO6] who chose several, one of them new, may have chosen each of the others without it', () => {
  const before = asked('a', '2019-01-01', { X: 10, Y: 10 }, { isMultiple: true, patterns: { X: 10, Y: 10 } });
  const after = asked(
    'b',
    '2020-01-01',
    { X: 0, Y: 20, N: 18 },
    { isMultiple: true, patterns: { 'N Y': 18, Y: 2 } },
  );
  const several = (point: ComparedPoint) => ({ ...point, answered: { low: 20, high: 20 } });
  const { differences } = compare(QUESTION, [several(before), several(after)], {
    base: 'cast',
    reading: 'all',
    pairs: [],
    crossed: new Map(),
  });
  expect(differences[0]?.options.map(({ optionId, verdict }) => [optionId, verdict])).toEqual([
    ['x', 'options-changed'],
    ['y', 'difference'],
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { associationTest } from '../../../shared/stats/association.ts';
import { chiSquare } from '../../../shared/stats/chi-square.ts';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { tables } from './samples.ts';

test('two by two: Fisher, also with options nobody chose', () => {
  expect(
    associationTest([
      [3, 1],
      [1, 3],
    ]),
  ).toMatchObject({ method: 'fisher', cramersV: 0.5 });
  const withZeros = associationTest([
    [3, 0, 1],
    [1, 0, 3],
  ]);
  expect(withZeros).toEqual(
    associationTest([
      [3, 1],
      [1, 3],
    ]),
  );
  expect(isNoFigure(withZeros) ? NaN : withZeros.p).toBeCloseTo(0.4857, 4);
});

test('every expected count 5 or more: chi-square', () => {
  expect(
    associationTest([
      [5, 5, 10],
      [5, 5, 10],
    ]),
  ).toMatchObject({ method: 'chi-square', df: 2 });
});

test('an expected count under 5: Monte Carlo', () => {
  const test = associationTest([
    [5, 4, 10],
    [5, 5, 11],
  ]);
  expect(test).toMatchObject({ method: 'monte-carlo' });
  expect('df' in test).toBe(false);
});

test('nothing to compare: the reason', () => {
  expect(associationTest([[3, 4]])).toMatchObject({ code: 'NOTHING_TO_COMPARE' });
});

test('for any table the method follows from the size and the expected counts', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const test = associationTest(table);
      const pearson = chiSquare(table);
      if (isNoFigure(test) || isNoFigure(pearson)) return isNoFigure(test) && isNoFigure(pearson);
      if (test.method === 'fisher') return pearson.df === 1 && test.p >= 0 && test.p <= 1;
      return pearson.leastExpected < 5 === (test.method === 'monte-carlo') && test.p >= 0 && test.p <= 1;
    }),
    { numRuns: 40 },
  );
});

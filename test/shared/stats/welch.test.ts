import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summaryOf } from '../../../shared/stats/means.ts';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { welch } from '../../../shared/stats/welch.ts';
import { levels, values } from './samples.ts';

// Student (1908), Biometrika 6:1–25; Welch's interval of these data as in the documentation of R's t.test.
test('Student’s hours of sleep: −3.3654832 to 0.2054832, df = 17.776', () => {
  const one = summaryOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
  const other = summaryOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
  const result = welch(other, one);
  if (isNoFigure(result)) throw new Error(result.reason);
  expect(result.difference).toBeCloseTo(-1.58, 12);
  expect(result.low).toBeCloseTo(-3.3654832, 7);
  expect(result.high).toBeCloseTo(0.2054832, 7);
  expect(result.df).toBeCloseTo(17.776, 3);
});

test('as many with the same spread: Student’s degrees of freedom, 2n − 2', () => {
  const result = welch({ n: 12, mean: 3, sd: 1.5 }, { n: 12, mean: 4, sd: 1.5 });
  expect(isNoFigure(result) ? NaN : result.df).toBeCloseTo(22, 9);
});

test('one side all the same: the other one’s degrees of freedom', () => {
  const result = welch({ n: 8, mean: 3, sd: 0 }, { n: 5, mean: 4, sd: 1 });
  expect(isNoFigure(result) ? NaN : result.df).toBeCloseTo(4, 9);
});

test.each([
  ['NOBODY_ANSWERED', [], [1, 2]],
  ['NOBODY_ANSWERED', [1, 2], []],
  ['ONE_ANSWER', [1], [1, 2]],
  ['ONE_ANSWER', [1, 2], [3]],
  ['ALL_THE_SAME', [4, 4], [5, 5, 5]],
])('there is none, %s: %j and %j', (code, from, to) => {
  expect(welch(summaryOf(from), summaryOf(to))).toMatchObject({ code });
});

test('for any values it holds the difference, turned it is turned, and never NaN', () => {
  fc.assert(
    fc.property(values, values, levels, (from, to, level) => {
      const there = welch(summaryOf(from), summaryOf(to), level);
      const back = welch(summaryOf(to), summaryOf(from), level);
      if (isNoFigure(there) || isNoFigure(back)) {
        expect(isNoFigure(there) && isNoFigure(back)).toBe(true);
        return;
      }
      expect(there.low <= there.difference && there.difference <= there.high).toBe(true);
      expect(back.low).toBeCloseTo(-there.high, 6);
      expect(there.df).toBeGreaterThanOrEqual(Math.min(from.length, to.length) - 1 - 1e-9);
      expect(there.df).toBeLessThanOrEqual(from.length + to.length - 2 + 1e-9);
    }),
  );
});

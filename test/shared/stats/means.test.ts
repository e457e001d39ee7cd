import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval, summaryOf, tOf } from '../../../shared/stats/means.ts';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { levels, values } from './samples.ts';

// NIST/SEMATECH e-Handbook of Statistical Methods, § 1.3.5.2, data set ZARR13.DAT: 9.258242 to 9.264679.
test('195 measurements as the NIST handbook', () => {
  const mean = meanInterval({ n: 195, mean: 9.26146, sd: 0.022789 });
  if (isNoFigure(mean)) throw new Error(mean.reason);
  expect(mean.low).toBeCloseTo(9.258242, 5);
  expect(mean.high).toBeCloseTo(9.264679, 5);
});

// Student (1908), Biometrika 6:1–25, additional hours of sleep with the one and with the other drug: means 0.75 and 2.33,
// standard deviations (n − 1) 1.79 and 2.00.
test('Student’s hours of sleep', () => {
  const one = summaryOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
  const other = summaryOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
  expect([one?.mean, other?.mean].map((mean) => mean?.toFixed(2))).toEqual(['0.75', '2.33']);
  expect([one?.sd, other?.sd].map((sd) => sd?.toFixed(2))).toEqual(['1.79', '2.00']);
});

// The same data as ten differences; the interval as in the documentation of R's t.test.
test('Student’s differences of sleep: −2.4598858 to −0.7001142', () => {
  const mean = meanInterval(summaryOf([-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -0.8, -4.6, -1.4]));
  if (isNoFigure(mean)) throw new Error(mean.reason);
  expect(mean.mean).toBeCloseTo(-1.58, 12);
  expect(mean.low).toBeCloseTo(-2.4598858, 7);
  expect(mean.high).toBeCloseTo(-0.7001142, 7);
});

// As printed in any table of t.
test.each([
  [0.95, 1, 12.706],
  [0.95, 9, 2.262],
  [0.95, 30, 2.042],
  [0.99, 10, 3.169],
  [0.9, 5, 2.015],
])('t of %f with %i degrees of freedom is %f', (level, df, t) => expect(tOf(level, df)).toBeCloseTo(t, 3));

describe('there is no interval', () => {
  test.each([
    ['NOBODY_ANSWERED', []],
    ['ONE_ANSWER', [4]],
    ['ALL_THE_SAME', [4, 4, 4]],
  ])('%s: %j', (code, of) => expect(meanInterval(summaryOf(of))).toMatchObject({ code }));

  test('without a summary there is none of anything', () => {
    expect(summaryOf([])).toBeUndefined();
    expect(meanInterval(undefined)).toMatchObject({ code: 'NOBODY_ANSWERED' });
  });
});

test('digits are kept far from zero', () => {
  expect(summaryOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toEqual({
    n: 4,
    mean: 1e9 + 10,
    sd: Math.sqrt(30),
  });
});

test('for any values it holds the mean, and widens with the level', () => {
  fc.assert(
    fc.property(values, levels, levels, (of, one, other) => {
      const narrow = meanInterval(summaryOf(of), Math.min(one, other));
      const wide = meanInterval(summaryOf(of), Math.max(one, other));
      if (isNoFigure(narrow) || isNoFigure(wide)) return isNoFigure(narrow) && isNoFigure(wide);
      return (
        wide.low <= narrow.low &&
        narrow.low <= narrow.mean &&
        narrow.mean <= narrow.high &&
        narrow.high <= wide.high
      );
    }),
  );
});

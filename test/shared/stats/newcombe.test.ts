import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leavesOutZero, turned } from '../../../shared/stats/difference.ts';
import { adjustedLevel, zOf } from '../../../shared/stats/level.ts';
import { newcombe } from '../../../shared/stats/newcombe.ts';
import { Z_95 } from '../../../shared/stats/wilson.ts';
import { levels, parts } from './samples.ts';

// Newcombe RG (1998), Interval estimation for the difference between independent proportions, Stat Med 17:873–890,
// Table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i/%i − %i/%i as Newcombe 1998, Table II, method 10: %f to %f', (a, m, b, n, low, high) => {
  const interval = newcombe({ count: b, n }, { count: a, n: m });
  expect(interval?.difference).toBe(a / m - b / n);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

test('there is none where nobody answered on one side', () => {
  expect(newcombe({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeUndefined();
  expect(newcombe({ count: 1, n: 2 }, { count: 0, n: 0 })).toBeUndefined();
});

test.each([
  [3, 2],
  [-1, 2],
  [NaN, 2],
  [1, Infinity],
])('%d of %d is the fault of the caller', (count, n) => {
  expect(() => newcombe({ count, n }, { count: 1, n: 2 })).toThrow(RangeError);
});

describe('for any two counts', () => {
  test('it lies within −1 to 1 and holds its difference', () => {
    fc.assert(
      fc.property(parts, parts, levels, (from, to, level) => {
        const { difference, low, high } = newcombe(from, to, level) ?? {
          difference: NaN,
          low: NaN,
          high: NaN,
        };
        return -1 <= low && low <= difference && difference <= high && high <= 1 && low < high;
      }),
    );
  });

  test('read the other way round, it is turned', () => {
    fc.assert(
      fc.property(parts, parts, levels, (from, to, level) => {
        const there = newcombe(from, to, level);
        const back = newcombe(to, from, level);
        expect(back && turned(back)).toEqual(there);
      }),
    );
  });

  test('a higher level makes it no narrower', () => {
    fc.assert(
      fc.property(parts, parts, levels, levels, (from, to, one, other) => {
        const narrow = newcombe(from, to, Math.min(one, other));
        const wide = newcombe(from, to, Math.max(one, other));
        if (!narrow || !wide) return false;
        return wide.low <= narrow.low + 1e-12 && narrow.high <= wide.high + 1e-12;
      }),
    );
  });

  test('nothing clear at the adjusted level is unclear at 95 %', () => {
    fc.assert(
      fc.property(parts, parts, fc.integer({ min: 1, max: 12 }), (from, to, options) => {
        const adjusted = newcombe(from, to, adjustedLevel(options));
        const plain = newcombe(from, to);
        return !adjusted || !leavesOutZero(adjusted) || (plain !== undefined && leavesOutZero(plain));
      }),
    );
  });
});

describe('the level', () => {
  // Standard normal quantiles as printed in any table.
  test.each([
    [0.9, 1.644854],
    [0.95, 1.959964],
    [0.99, 2.575829],
    [0.998, 3.090232],
  ])('z of %f is %f', (level, z) => expect(zOf(level)).toBeCloseTo(z, 6));

  test('z of 95 % is the one of Wilson’s interval', () => expect(zOf(0.95)).toBeCloseTo(Z_95, 12));

  test('one option needs no adjustment, ten share the 5 %', () => {
    expect(adjustedLevel(1)).toBe(0.95);
    expect(adjustedLevel(10)).toBeCloseTo(0.995, 12);
  });

  test.each([0, 1, -0.5, 95, NaN])('%d is none', (level) => expect(() => zOf(level)).toThrow(RangeError));

  test('no options cannot be compared', () => expect(() => adjustedLevel(0)).toThrow(RangeError));
});

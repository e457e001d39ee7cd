import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { anyOf, oneOf, unreportedBounds } from '../../../shared/stats/shares.ts';

/** What 20 people chose, as sets of three options. */
const choices = fc.array(fc.subarray([0, 1, 2]), { minLength: 1, maxLength: 20 });

function exactly(share: number) {
  return { low: share, high: share };
}

function shareOf(of: number[][], option: number) {
  return exactly(of.filter((options) => options.includes(option)).length / of.length);
}

describe('what was not reported', () => {
  test('85–95 % for one leaves at most 15 % for any other', () => {
    expect(unreportedBounds([{ low: 0.85, high: 0.95 }])).toEqual({ low: 0, high: 0.15 });
  });

  test('one option alone not reported has what is over', () => {
    expect(unreportedBounds([{ low: 0.5, high: 0.6 }, exactly(0.2)], true)).toEqual({ low: 0.2, high: 0.3 });
  });

  test('everything was reported: nothing is over', () => {
    expect(unreportedBounds([exactly(0.6), exactly(0.4)])).toEqual({ low: 0, high: 0 });
    // 33.5 + 33.5 + 33.5 rounded up: within rounding.
    expect(unreportedBounds([exactly(0.34), exactly(0.34), exactly(0.33)])).toEqual({ low: 0, high: 0 });
  });

  test('130 % are no single choice, and nothing reported bounds nothing', () => {
    expect(unreportedBounds([exactly(0.7), exactly(0.6)])).toMatchObject({ code: 'SHARES_ABOVE_ONE' });
    expect(unreportedBounds([])).toMatchObject({ code: 'NOTHING_REPORTED' });
  });

  test('for any single choice the bounds hold what was left out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 1 }),
        fc.subarray([0, 1, 2], { minLength: 1 }),
        (of, reported) => {
          const sets = of.map((option) => [option]);
          const bounds = unreportedBounds(reported.map((option) => shareOf(sets, option)));
          if (isNoFigure(bounds)) return false;
          const { low } = shareOf(sets, 3);
          return bounds.low <= low && low <= bounds.high + 1e-9;
        },
      ),
    );
  });
});

describe('options read as one', () => {
  test('multiple choice: max(a, b) to min(1, a + b)', () => {
    expect(anyOf([exactly(0.3), exactly(0.4)])).toEqual({ low: 0.4, high: 0.7 });
    expect(anyOf([exactly(0.8), exactly(0.6)])).toEqual({ low: 0.8, high: 1 });
    expect(
      anyOf([
        { low: 0.1, high: 0.2 },
        { low: 0.15, high: 0.3 },
      ]),
    ).toEqual({ low: 0.15, high: 0.5 });
  });

  test('single choice: the sum', () => {
    expect(oneOf([exactly(0.1), exactly(0.2)])).toEqual({ low: 0.3, high: 0.3 });
    expect(oneOf([{ low: 0.5, high: 0.8 }, exactly(0.4)])).toEqual({ low: 0.9, high: 1 });
  });

  test('one option stays as it is, none has no share', () => {
    expect(anyOf([exactly(0.3)])).toEqual({ low: 0.3, high: 0.3 });
    expect(anyOf([])).toMatchObject({ code: 'NOTHING_REPORTED' });
    expect(oneOf([])).toMatchObject({ code: 'NOTHING_REPORTED' });
  });

  test('for any multiple choice the range holds those who chose any of them', () => {
    fc.assert(
      fc.property(choices, fc.subarray([0, 1, 2], { minLength: 1 }), (of, group) => {
        const range = anyOf(group.map((option) => shareOf(of, option)));
        if (isNoFigure(range)) return false;
        const any =
          of.filter((options) => group.some((option) => options.includes(option))).length / of.length;
        return range.low <= any + 1e-9 && any <= range.high + 1e-9;
      }),
    );
  });
});

test.each([
  { low: 0.5, high: 0.4 },
  { low: -0.1, high: 0.4 },
  { low: 0.5, high: 1.1 },
  { low: NaN, high: 0.4 },
])('%j is the fault of the caller', (range) => {
  expect(() => unreportedBounds([range])).toThrow(RangeError);
  expect(() => anyOf([range])).toThrow(RangeError);
  expect(() => oneOf([range])).toThrow(RangeError);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  endFor,
  gridlines,
  scaleAfter,
  SETTLES_AT,
  UNSETTLED,
  type Scale,
} from '../../../../client/questions/choice/scale-end.ts';

test.each([
  [0, 0.25],
  [0.25, 0.25],
  [0.2501, 0.5],
  [0.5, 0.5],
  [0.75, 0.75],
  [0.76, 1],
  [1, 1],
  [1.0001, 1],
])('a share of %f ends at %f', (share, end) => expect(endFor(share)).toBe(end));

test('gridlines stand at every quarter up to the end', () => {
  expect(gridlines(0.25)).toEqual([0.25]);
  expect(gridlines(1)).toEqual([0.25, 0.5, 0.75, 1]);
});

describe('the scale', () => {
  test('waits at the whole until there are enough ballots: the first vote is always 100 %', () => {
    expect(scaleAfter(UNSETTLED, 1, 1, 0)).toBe(UNSETTLED);
    expect(scaleAfter(UNSETTLED, 0.3, SETTLES_AT - 1, 0)).toBe(UNSETTLED);
    expect(scaleAfter(UNSETTLED, 0.3, SETTLES_AT, 70)).toEqual({ end: 0.5, isSettled: true, movedAt: 70 });
  });

  test('then only grows, at most once in two seconds', () => {
    const settled: Scale = { end: 0.5, isSettled: true, movedAt: 1000 };
    expect(scaleAfter(settled, 0.1, 50, 9000)).toBe(settled);
    expect(scaleAfter(settled, 0.8, 50, 2999)).toBe(settled);
    expect(scaleAfter(settled, 0.8, 50, 3000)).toEqual({ end: 1, isSettled: true, movedAt: 3000 });
  });

  test('whatever comes, it never shrinks once settled, and holds every bar two seconds later', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(shares, (given) => {
        let scale = UNSETTLED;
        given.forEach((share, at) => {
          const before = scale;
          scale = scaleAfter(scale, share, SETTLES_AT + at, at * 700);
          if (before.isSettled) expect(scale.end).toBeGreaterThanOrEqual(before.end);
        });
        const last = given.at(-1) ?? 0;
        expect(scaleAfter(scale, last, 99, given.length * 700 + 2000).end).toBeGreaterThanOrEqual(
          endFor(last),
        );
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { moreWithoutModel, roomBounds } from '../../../shared/stats/room-bounds.ts';
import { parts } from './samples.ts';

test('18 of 40 answered, 9 chose A: between 9/40 and 31/40', () => {
  expect(roomBounds(9, 18, { low: 40, high: 40 })).toEqual({ share: 9 / 40, low: 9 / 40, high: 31 / 40 });
});

test('“about 300” widens them: 280 to 320', () => {
  const bounds = roomBounds(100, 250, { low: 280, high: 320 });
  expect(bounds).toMatchObject({ low: 100 / 320, high: 170 / 320 });
});

test('everybody answered: the share alone', () => {
  expect(roomBounds(9, 18, { low: 18, high: 18 })).toEqual({ share: 0.5, low: 0.5, high: 0.5 });
});

test('nobody answered: anything may be', () => {
  expect(roomBounds(0, 0, { low: 40, high: 40 })).toMatchObject({ low: 0, high: 1 });
});

describe('there are none', () => {
  test.each([
    ['BASE_UNKNOWN', 9, 18, null],
    ['ROOM_BELOW_BALLOTS', 9, 18, { low: 17, high: 17 }],
    ['ROOM_BELOW_BALLOTS', 9, 18, { low: 17, high: 40 }],
    ['NOBODY_ANSWERED', 0, 0, { low: 0, high: 0 }],
  ])('%s: %i of %i in %j', (code, count, ballots, room) => {
    expect(roomBounds(count, ballots, room)).toMatchObject({ code });
  });

  test.each([
    { low: 40, high: 30 },
    { low: NaN, high: 40 },
    { low: -1, high: 40 },
  ])('%j is the fault of the caller', (room) => expect(() => roomBounds(0, 0, room)).toThrow(RangeError));
});

const rooms = fc.tuple(fc.nat(50_000), fc.nat(50_000));
describe('for any count, ballots and room', () => {
  test('they lie within 0 to 1, and hold the share of any room in the range, whatever the others say', () => {
    fc.assert(
      fc.property(
        parts,
        rooms,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ count, n }, [more, range], part) => {
          const bounds = roomBounds(count, n, { low: n + more, high: n + more + range });
          if (isNoFigure(bounds)) return false;
          const size = n + more + Math.round(part * range);
          const share = (count + Math.round(part * (size - n))) / size;
          return (
            0 <= bounds.low && bounds.low <= share + 1e-12 && share <= bounds.high + 1e-12 && bounds.high <= 1
          );
        },
      ),
    );
  });

  test('what an option holds and what the others hold mirror each other', () => {
    fc.assert(
      fc.property(parts, rooms, ({ count, n }, [more, range]) => {
        const room = { low: n + more, high: n + more + range };
        const bounds = roomBounds(count, n, room);
        const others = roomBounds(n - count, n, room);
        if (isNoFigure(bounds) || isNoFigure(others)) throw new Error('no bounds');
        expect(bounds.high).toBeCloseTo(1 - others.low, 12);
      }),
    );
  });
});

test('more of one room than of the other only where the bounds do not touch', () => {
  expect(moreWithoutModel({ low: 0.1, high: 0.3 }, { low: 0.31, high: 0.5 })).toBe('to');
  expect(moreWithoutModel({ low: 0.31, high: 0.5 }, { low: 0.1, high: 0.3 })).toBe('from');
  expect(moreWithoutModel({ low: 0.1, high: 0.3 }, { low: 0.3, high: 0.5 })).toBeUndefined();
  expect(moreWithoutModel({ low: 0.2, high: 0.3 }, { low: 0.1, high: 0.5 })).toBeUndefined();
});

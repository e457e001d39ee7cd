import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SET_UP,
  isByClock,
  isInTime,
  refusesSetUp,
  type EventSetUp,
} from '../../shared/event-set-up.ts';

const byClock: EventSetUp = { ...DEFAULT_SET_UP, pace: 'self', openFrom: 100, openUntil: 200 };

describe('[SP4] the clock', () => {
  test('opens at its beginning and closes at its end', () => {
    expect([99, 100, 199, 200].map((now) => isInTime(byClock, now))).toEqual([false, true, true, false]);
  });

  test('without a beginning somebody opens; without an end there is none', () => {
    const byHand = { ...byClock, openFrom: null };
    expect([isByClock(byHand), isInTime(byHand, 150)]).toEqual([true, false]);
    expect(isByClock({ ...byClock, openUntil: null })).toBe(false);
  });

  test('is for phones at their own pace, and its end comes after its beginning', () => {
    const pathOf = (set: Partial<EventSetUp>) => refusesSetUp({ ...byClock, ...set }).map(({ path }) => path);
    expect(pathOf({})).toEqual([]);
    expect(pathOf({ pace: 'presenter' })).toEqual(['setUp.pace']);
    expect(pathOf({ openUntil: null })).toEqual(['setUp.openUntil']);
    expect(pathOf({ openUntil: 100 })).toEqual(['setUp.openUntil']);
    expect(pathOf({ openFrom: null })).toEqual([]);
    expect(refusesSetUp(DEFAULT_SET_UP)).toEqual([]);
  });
});

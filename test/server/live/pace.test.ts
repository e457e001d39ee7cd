import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pace } from '../../../server/live/pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function paced(everyMs: number): { pace: Pace; acts: number[] } {
  const acts: number[] = [];
  return {
    acts,
    pace: new Pace(
      () => acts.push(Date.now()),
      () => everyMs,
      Date.now,
    ),
  };
}

test('[LP4] the first goes at once, what follows goes as one at the end of the pause', () => {
  const { pace, acts } = paced(50);
  const start = Date.now();
  for (let call = 0; call < 10; call += 1) pace.call();
  expect(acts).toEqual([start]);
  vi.advanceTimersByTime(49);
  pace.call();
  expect(acts).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(acts).toEqual([start, start + 50]);
  vi.advanceTimersByTime(500);
  expect(acts).toHaveLength(2);
  pace.call();
  expect(acts).toHaveLength(3);
});

test('stopped, nothing follows', () => {
  const { pace, acts } = paced(50);
  pace.call();
  pace.call();
  pace.stop();
  vi.advanceTimersByTime(500);
  expect(acts).toHaveLength(1);
});

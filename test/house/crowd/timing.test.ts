import { describe, expect, test } from 'vitest';
import { backoff } from '../../../scripts/crowd/backoff.ts';
import { backoff as backoffOfPage } from '../../../client/line/backoff.ts';
import { median, percentile, spread } from '../../../scripts/crowd/percentile.ts';
import { seeded } from '../../../scripts/crowd/random.ts';
import { joinMoment, thinking, usualJoinSeconds } from '../../../scripts/crowd/timing.ts';

function many(draw: () => number): number[] {
  return Array.from({ length: 4_000 }, draw).sort((a, b) => a - b);
}

describe('timing of the crowd', () => {
  test('random numbers lie between 0 and 1 and are spread evenly', () => {
    const drawn = many(seeded('a', 1));
    expect(drawn[0]).toBeGreaterThanOrEqual(0);
    expect(drawn.at(-1)).toBeLessThan(1);
    expect(drawn.reduce((sum, value) => sum + value, 0) / drawn.length).toBeCloseTo(0.5, 1);
    expect(seeded('a', 1)()).not.toBe(seeded('a', 2)());
  });

  test('a room joins within its time, most of it early', () => {
    const random = seeded('join');
    const moments = many(() => joinMoment(random));
    expect(moments[0]).toBeGreaterThanOrEqual(0);
    expect(moments.at(-1)).toBeLessThanOrEqual(1);
    expect(percentile(moments, 0.5)).toBeLessThan(0.35);
    expect(percentile(moments, 0.9)).toBeGreaterThan(0.6);
  });

  test('people think for seconds, a few for long, longer over more options', () => {
    const times = (options: number) => {
      const random = seeded('think', options);
      return many(() => thinking(options, 'human', random));
    };
    const [few, lots] = [times(2), times(12)];
    expect(few[0]).toBeGreaterThanOrEqual(900);
    expect(lots.at(-1)).toBeLessThanOrEqual(25_000);
    expect(percentile(few, 0.5)).toBeLessThan(percentile(lots, 0.5));
    // Skewed: the mean lies above the median.
    const mean = few.reduce((sum, value) => sum + value, 0) / few.length;
    expect(mean).toBeGreaterThan(percentile(few, 0.5) * 1.05);
  });

  test('at a fast pace nobody thinks', () => {
    expect(thinking(12, 'fast', seeded(1))).toBe(0);
  });

  test('a larger room takes longer to join', () => {
    expect([1, 200, 2_000, 20_000].map(usualJoinSeconds)).toEqual([2, 7, 19, 20]);
  });

  test('phones wait as the page waits', () => {
    for (const tries of [0, 1, 2, 3, 40])
      for (const drawn of [0, 0.5, 0.99])
        expect(backoff(tries, () => drawn)).toBe(backoffOfPage(tries, () => drawn));
  });
});

describe('percentiles', () => {
  test('nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(spread(values)).toEqual({ p50: 50, p99: 99, max: 100 });
    expect(spread([3])).toEqual({ p50: 3, p99: 3, max: 3 });
    expect(spread([])).toBeNull();
  });

  test('the median of an even number lies between the two in the middle', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([])).toBeNaN();
  });
});

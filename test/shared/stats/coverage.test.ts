import { expect, test } from 'vitest';
import { coverage, COVERED_INTERVALS } from '../../../shared/stats/coverage.ts';

test.each(COVERED_INTERVALS)('%s at n = 30 holds what is true about 95 times in 100', (interval) => {
  const held = coverage(interval, 30, 4_000);
  expect(held).toBeGreaterThan(0.93);
  expect(held).toBeLessThan(0.975);
});

test('the same seed gives the same share', () => {
  expect(coverage('wilson', 10, 500, 3)).toBe(coverage('wilson', 10, 500, 3));
  expect(coverage('wilson', 10, 500, 3)).not.toBe(coverage('wilson', 10, 500, 5));
});

test('where there is no interval nothing is held', () => expect(coverage('median', 5, 100)).toBe(0));

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, placeInTime } from '../../../shared/charts/place-in-time.ts';

test('distances are true where there is room', () => {
  expect(placeInTime([0, 10, 40], { from: 100, to: 500, gap: 20 })).toEqual([100, 200, 500]);
});

test('any times stay in order, on the line, and as far apart as the line has room for', () => {
  const times = fc.array(fc.integer({ min: 0, max: 2_000_000_000_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 200 }), (some, gap) => {
      const ordered = [...some].sort((a, b) => a - b);
      const places = placeInTime(ordered, { from: 10, to: 900, gap });
      const least = Math.min(gap, 890 / Math.max(1, ordered.length - 1));
      for (const [index, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual(10 - 1e-6);
        expect(place).toBeLessThanOrEqual(900 + 1e-6);
        if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(least - 1e-6);
      }
    }),
  );
});

test('what is known to the month or year stands in its middle', () => {
  expect(dayOf({ date: '2019-02-01', precision: 'month' })).toBe(Date.UTC(2019, 1, 15));
  expect(dayOf({ date: '2019-01-01', precision: 'year' })).toBe(Date.UTC(2019, 6, 1));
  expect(dayOf({ date: '2021-06-21', precision: 'day' })).toBe(Date.UTC(2021, 5, 21));
});

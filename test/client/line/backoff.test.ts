import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff, transportsFor, tryLimit } from '../../../client/line/backoff.ts';

test('waits half a second and up to 2 s, then twice as much each time, up to 10 s', () => {
  const longest = [0, 1, 2, 3, 4, 1000].map((tries) => backoff(tries, () => 1));
  expect(longest).toEqual([2500, 4500, 8500, 10_500, 10_500, 10_500]);
  expect(backoff(9, () => 0)).toBe(500);
});

test('keeps its jitter at the cap: a whole room never comes back at once', () => {
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.nat(50), random, random, (tries, a, b) => {
      const [one, other] = [backoff(tries, () => a), backoff(tries, () => b)];
      expect(one).toBeGreaterThanOrEqual(500);
      expect(one).toBeLessThanOrEqual(10_500);
      if (tries >= 3 && Math.abs(a - b) > 0.5) expect(Math.abs(one - other)).toBeGreaterThan(4999);
    }),
  );
});

test('every second try begins with plain HTTP, for networks that swallow WebSocket’s handshake', () => {
  expect([0, 1, 2, 3].map((tries) => transportsFor(tries)[0])).toEqual([
    'websocket',
    'polling',
    'websocket',
    'polling',
  ]);
});

test('the first try gives way soon, the later ones leave time to a bad line', () => {
  expect([tryLimit(0), tryLimit(1), tryLimit(9)]).toEqual([4000, 10_000, 10_000]);
});

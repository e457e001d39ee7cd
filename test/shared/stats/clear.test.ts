import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isClear } from '../../../shared/stats/clear.ts';
import { leavesOutZero } from '../../../shared/stats/difference.ts';
import { newcombe } from '../../../shared/stats/newcombe.ts';
import { parts } from './samples.ts';

test('clear at 95 % for one option, not for ten', () => {
  const [from, to] = [
    { count: 48, n: 80 },
    { count: 56, n: 70 },
  ];
  expect(isClear(from, to, 1)).toBe(true);
  expect(isClear(from, to, 10)).toBe(false);
});

test('those who chose what the other side was not offered may undo it', () => {
  const [from, to] = [
    { count: 20, n: 100 },
    { count: 50, n: 100 },
  ];
  expect(isClear(from, to, 3)).toBe(true);
  expect(isClear(from, to, 3, { from: 5, to: 0 })).toBe(true);
  expect(isClear(from, to, 3, { from: 25, to: 0 })).toBe(false);
  // Both sides at once would hide it: 45 against 75.
  expect(isClear(from, to, 3, { from: 25, to: 25 })).toBe(false);
});

test('clear the one way with nobody and the other way with everybody is not clear', () => {
  const [from, to] = [
    { count: 20, n: 100 },
    { count: 50, n: 100 },
  ];
  expect(isClear(from, to, 3, { from: 80, to: 0 })).toBe(false);
});

test('nobody answered: nothing is clear', () => {
  expect(isClear({ count: 0, n: 0 }, { count: 5, n: 5 }, 2)).toBe(false);
});

test('never where the plain interval holds zero', () => {
  fc.assert(
    fc.property(parts, parts, fc.integer({ min: 1, max: 12 }), fc.nat(100), (from, to, options, more) => {
      const missing = { from: Math.min(more, from.n - from.count), to: 0 };
      const plain = newcombe(from, to);
      return !isClear(from, to, options, missing) || (plain !== undefined && leavesOutZero(plain));
    }),
  );
});

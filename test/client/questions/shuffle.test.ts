import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffled } from '../../../client/questions/shuffle.ts';

test('a phone keeps its order: the seed alone decides it', () => {
  const items = [...'abcdefghijkl'];
  expect(shuffled(items, 'phone 1')).toEqual(shuffled(items, 'phone 1'));
  expect(shuffled(items, 'phone 1')).not.toEqual(shuffled(items, 'phone 2'));
});

test('nothing is lost, doubled or changed in place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 12 }), fc.string(), (items, seed) => {
      const before = [...items];
      expect(shuffled(items, seed).sort()).toEqual([...items].sort());
      expect(items).toEqual(before);
    }),
  );
});

test('every order is as likely, also for seeds that differ in their last letter alone', () => {
  const counts = new Map<string, number>();
  const phones = 24_000;
  for (let i = 0; i < phones; i += 1) {
    const order = shuffled([...'abcd'], `AAAAAAAAAAAAAAAA${i}`).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  const expected = phones / 24;
  const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  expect(counts.size).toBe(24);
  // 99.9 % quantile of chi-square with 23 degrees of freedom.
  expect(chiSquare).toBeLessThan(49.73);
});

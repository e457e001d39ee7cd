import { expect, test } from 'vitest';
import { Budget } from '../../../server/identity/budget.ts';

const A_MINUTE = 60_000;

test('a key takes what it has, and has it again in the next window', () => {
  let now = 1_000_000;
  const budget = new Budget({ most: 2, windowMs: A_MINUTE, now: () => now });
  expect([budget.take('a'), budget.take('a'), budget.take('a'), budget.take('b')]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  now += A_MINUTE;
  expect(budget.isSpent('a')).toBe(false);
});

test('a clock that is set back keeps nobody out', () => {
  let now = 1_000_000_000;
  const budget = new Budget({ most: 1, windowMs: A_MINUTE, now: () => now });
  budget.take('a');
  now -= 3_600_000;
  expect(budget.take('a')).toBe(true);
  expect(budget.take('a')).toBe(false);
});

import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { EventId } from '../../../shared/ids.ts';
import { Budget } from '../../../server/identity/budget.ts';
import { hashPassword, isPassword } from '../../../server/identity/passwords.ts';
import {
  hashSecret,
  isSameSecret,
  keyedVoterHash,
  newSecret,
  newVoterToken,
} from '../../../server/identity/secrets.ts';

const random = (length: number): Uint8Array => randomBytes(length);

describe('secrets', () => {
  test('have 192 bits behind their prefix; a voter’s token has 128', () => {
    expect(newSecret(random, 'aak_')).toMatch(/^aak_[\w-]{32}$/);
    expect(newVoterToken(random)).toMatch(/^[\w-]{22}$/);
    expect(newSecret(random)).not.toBe(newSecret(random));
  });

  test('are kept as hashes that give nothing back', () => {
    expect(hashSecret('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
    expect(isSameSecret('abc', 'abc')).toBe(true);
    for (const other of ['abd', 'ab', 'abcd', '']) expect(isSameSecret('abc', other)).toBe(false);
  });

  test('one phone is another voter in each event and under each key', () => {
    const hashes = [
      keyedVoterHash('key', 'a' as EventId, 'phone'),
      keyedVoterHash('key', 'b' as EventId, 'phone'),
      keyedVoterHash('other', 'a' as EventId, 'phone'),
      keyedVoterHash('key', 'a' as EventId, 'phone 2'),
    ];
    expect(new Set(hashes).size).toBe(4);
    for (const hash of hashes) expect(hash).toMatch(/^[\w-]{22}$/);
    expect(keyedVoterHash('key', 'a' as EventId, 'phone')).toBe(hashes[0]);
  });
});

describe('passwords', () => {
  test('match themselves, however their letters are composed, and nothing else', async () => {
    const hash = await hashPassword('Caf\u00e9 au lait');
    expect(hash).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await isPassword('Cafe\u0301 au lait', hash)).toBe(true);
    expect(await isPassword('cafe au lait', hash)).toBe(false);
    expect(await isPassword('Caf\u00e9 au lait', undefined)).toBe(false);
    expect(await isPassword('x', 'no hash')).toBe(false);
  });
});

describe('a budget', () => {
  const clock = { now: 1000 };
  const budgetOf = (most: number, keys?: number) =>
    new Budget({ most, windowMs: 100, now: () => clock.now, ...(keys === undefined ? {} : { keys }) });

  test('is spent per key, and full again after its window', () => {
    const budget = budgetOf(2);
    expect([budget.take('a'), budget.take('a'), budget.take('a'), budget.take('b')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect([budget.isSpent('a'), budget.isSpent('b'), budget.isSpent('c')]).toEqual([true, false, false]);
    clock.now += 99;
    expect(budget.take('a')).toBe(false);
    clock.now += 1;
    expect(budget.isSpent('a')).toBe(false);
    expect(budget.take('a')).toBe(true);
  });

  test('takes back what was not due', () => {
    const budget = budgetOf(1);
    budget.take('a');
    budget.giveBack('a');
    budget.giveBack('a');
    budget.giveBack('unknown');
    expect([budget.take('a'), budget.take('a')]).toEqual([true, false]);
  });

  test('forgets the oldest key when there are too many', () => {
    const budget = budgetOf(1, 2);
    for (const key of ['a', 'b', 'c']) budget.take(key);
    expect([budget.isSpent('a'), budget.isSpent('b'), budget.isSpent('c')]).toEqual([false, true, true]);
  });
});

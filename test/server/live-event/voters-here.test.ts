import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EventId } from '../../../shared/ids.ts';
import { VotersHere } from '../../../server/live-event/voters-here.ts';
import type { StoredVoter, VoterStore } from '../../../server/store/store.ts';

function aRegister(stored: StoredVoter[] = []) {
  const written: StoredVoter[][] = [];
  const disk = { isFull: false };
  const store: Pick<VoterStore, 'addAll'> = {
    addAll: (_event, voters) => {
      if (disk.isFull) return Promise.reject(new Error('full'));
      written.push(voters);
      return Promise.resolve();
    },
  };
  return { voters: new VotersHere('e' as EventId, store as VoterStore, stored, () => 7), written, disk };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the voters of an event', () => {
  test('a phone gets one number, above all that are stored, and keeps it', () => {
    const { voters } = aRegister([
      { voter: 7, hash: 'a' },
      { voter: 2, hash: 'b' },
    ]);
    expect(voters.numberOf('new')).toBe(8);
    expect([voters.numberOf('new'), voters.numberOf('a'), voters.numberOf('newer')]).toEqual([8, 7, 9]);
    expect([voters.known('b'), voters.known('never')]).toEqual([2, undefined]);
  });

  test('new ones are written together, once', async () => {
    const { voters, written } = aRegister();
    for (const hash of ['a', 'b', 'a']) voters.numberOf(hash);
    expect(voters.hasUnwritten).toBe(true);
    await vi.advanceTimersByTimeAsync(20);
    const [a, b] = [
      { voter: 1, hash: 'a' },
      { voter: 2, hash: 'b' },
    ];
    expect(written).toEqual([[a, b]]);
    expect(voters.hasUnwritten).toBe(false);
    await voters.write();
    expect(written).toHaveLength(1);
  });

  test('what could not be written is written with the next', async () => {
    const { voters, written, disk } = aRegister();
    disk.isFull = true;
    voters.numberOf('a');
    await vi.advanceTimersByTimeAsync(20);
    expect(voters.hasUnwritten).toBe(true);
    await expect(voters.write()).rejects.toThrow('full');
    disk.isFull = false;
    voters.numberOf('b');
    await voters.write();
    expect(written).toEqual([
      [
        { voter: 1, hash: 'a' },
        { voter: 2, hash: 'b' },
      ],
    ]);
  });

  test('a phone with two lines is one phone, here until the last line ends', () => {
    const { voters } = aRegister();
    const voter = voters.numberOf('a');
    voters.arrive(voter);
    voters.arrive(voter);
    expect(voters.connectedCount).toBe(1);
    voters.leave(voter);
    expect([...voters.connected()]).toEqual([voter]);
    voters.leave(voter);
    voters.leave(voter);
    expect(voters.connectedCount).toBe(0);
  });
});

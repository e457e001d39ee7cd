import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AskingId } from '../../../shared/ids.ts';
import { BallotBatch, type BallotCast } from '../../../server/live-event/ballot-batch.ts';
import type { StoredCast } from '../../../server/store/store.ts';

const cast = (voter: number): BallotCast => ({ askingId: 'a' as AskingId, voter, revision: 1, answer: {} });
const counted = (ballot: BallotCast): StoredCast => ({ kind: 'counted', new: { ...ballot, castAt: 7 } });

/** A disk that answers when it is told to. */
function aDisk() {
  const writes: {
    ballots: BallotCast[];
    done(outcomes?: StoredCast[]): void;
    fail(reason: unknown): void;
  }[] = [];
  const castAll = (ballots: BallotCast[]): Promise<StoredCast[]> =>
    new Promise((done, fail) => {
      writes.push({ ballots, done: (outcomes = ballots.map(counted)) => done(outcomes), fail });
    });
  return { writes, batch: new BallotBatch({ castAll }) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the batch of ballots', () => {
  test('what comes within 10 ms shares one write, in order', async () => {
    const { writes, batch } = aDisk();
    const first = batch.add(cast(1));
    vi.advanceTimersByTime(9);
    const second = batch.add(cast(2));
    expect(writes).toHaveLength(0);
    vi.advanceTimersByTime(1);
    const third = batch.add(cast(3));
    expect(writes.map(({ ballots }) => ballots)).toEqual([[cast(1), cast(2)]]);
    writes[0]?.done();
    expect(await first).toEqual(counted(cast(1)));
    expect(await second).toEqual(counted(cast(2)));
    vi.advanceTimersByTime(10);
    writes[1]?.done();
    expect(await third).toEqual(counted(cast(3)));
  });

  test('250 go at once', () => {
    const { writes, batch } = aDisk();
    for (let voter = 0; voter < 251; voter += 1) void batch.add(cast(voter));
    expect(writes.map(({ ballots }) => ballots.length)).toEqual([250]);
    vi.advanceTimersByTime(10);
    expect(writes.map(({ ballots }) => ballots.length)).toEqual([250, 1]);
  });

  test('a flush waits until everything before it is settled, stored or not', async () => {
    const { writes, batch } = aDisk();
    const early = batch.add(cast(1));
    vi.advanceTimersByTime(10);
    const late = batch.add(cast(2));
    let isFlushed = false;
    const flushed = batch.flush().then(() => (isFlushed = true));
    expect(writes).toHaveLength(2);
    writes[1]?.done();
    await late;
    expect(isFlushed).toBe(false);
    writes[0]?.fail(new Error('full'));
    await expect(early).rejects.toThrow('full');
    await flushed;
    expect(isFlushed).toBe(true);
    await batch.flush();
  });

  test('a write that fails fails for all of it, and the next goes on', async () => {
    const { writes, batch } = aDisk();
    const lost = [batch.add(cast(1)), batch.add(cast(2))];
    vi.advanceTimersByTime(10);
    writes[0]?.fail(new Error('full'));
    for (const each of await Promise.allSettled(lost)) expect(each.status).toBe('rejected');
    const next = batch.add(cast(3));
    vi.advanceTimersByTime(10);
    writes[1]?.done();
    expect(await next).toEqual(counted(cast(3)));
  });

  test('a ballot whose asking is gone fails alone; so does one without an outcome', async () => {
    const { writes, batch } = aDisk();
    const all = [batch.add(cast(1)), batch.add(cast(2)), batch.add(cast(3))];
    vi.advanceTimersByTime(10);
    writes[0]?.done([{ kind: 'gone' }, counted(cast(2))]);
    const [gone, kept, unknown] = await Promise.allSettled(all);
    expect(gone).toMatchObject({ status: 'rejected', reason: { refusal: { code: 'NOT_FOUND' } } });
    expect(kept).toEqual({ status: 'fulfilled', value: counted(cast(2)) });
    expect(unknown).toMatchObject({ status: 'rejected' });
  });

  test('a disk that does not keep up makes phones wait, and is used again when it does', async () => {
    const { writes, batch } = aDisk();
    const waiting = Array.from({ length: 50_000 }, (_, voter) => batch.add(cast(voter)));
    await expect(batch.add(cast(-1))).rejects.toMatchObject({ refusal: { code: 'BUSY' } });
    for (const write of writes) write.done();
    await Promise.all(waiting);
    const next = batch.add(cast(1));
    vi.advanceTimersByTime(10);
    writes.at(-1)?.done();
    expect(await next).toEqual(counted(cast(1)));
  });
});

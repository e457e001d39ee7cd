import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { A, aHost, B, codeOf } from './a-host.ts';

const BY = 'Ada';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('[LT1] ballots that come after the close', () => {
  test('are counted by voter, however often each tries', async () => {
    const { host, first, cast } = aHost();
    await host.open(first, {}, BY);
    await host.close(first, BY);
    expect(codeOf(await cast('one', A))).toBe('ASKING_CLOSED');
    await cast('one', B, 2);
    await cast('two', A);
    expect(host.lateOf(first)).toBe(2);
  });

  test('a repeat of what is counted is none, nor is an older one', async () => {
    const { host, first, cast } = aHost();
    await host.open(first, {}, BY);
    await cast('one', A, 3);
    await host.close(first, BY);
    await cast('one', A, 3);
    await cast('one', B, 2);
    expect(host.lateOf(first)).toBe(0);
    await cast('one', B, 4);
    expect(host.lateOf(first)).toBe(1);
  });

  test('nor is one for a question that was never open', async () => {
    const { host, first, cast } = aHost();
    await cast('one', A);
    expect(host.lateOf(first)).toBe(0);
  });

  test('are stored and told a moment later, all together', async () => {
    const { host, first, cast, store, heard } = aHost();
    await host.open(first, {}, BY);
    await host.close(first, BY);
    const [changes, told] = [store.changes.length, heard.length];
    await cast('one', A);
    await cast('two', A);
    expect(store.changes).toHaveLength(changes);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.changes).toHaveLength(changes + 1);
    expect(store.changes.at(-1)?.askings?.[0]?.asking.late).toBe(2);
    expect(heard.slice(told)).toEqual(['state']);
  });

  test('are stored before the event leaves memory', async () => {
    const { host, first, cast, store } = aHost();
    await host.open(first, {}, BY);
    await host.close(first, BY);
    await cast('one', A);
    await host.release();
    expect(store.changes.at(-1)?.askings?.[0]?.asking.late).toBe(1);
  });

  test('of before a restart are known by number only, and nobody is counted twice', async () => {
    const { host, first, cast } = aHost({ asking: { state: 'closed', number: 1, late: 2 } });
    expect(host.lateOf(first)).toBe(2);
    await cast('one', A);
    expect(host.lateOf(first)).toBe(2);
    await cast('two', A);
    await cast('three', A);
    expect(host.lateOf(first)).toBe(3);
  });
});

describe('[LT2] after a reopening', () => {
  test('whoever is counted is late no more', async () => {
    const { host, first, cast, store } = aHost();
    await host.open(first, {}, BY);
    await host.close(first, BY);
    await cast('one', A);
    await cast('two', A);
    await host.open(first, { seconds: 20, closeAtEnd: true }, BY);
    await cast('two', A);
    await host.close(first, BY);
    expect(host.lateOf(first)).toBe(1);
    expect(store.changes.at(-1)?.askings?.[0]?.asking.late).toBe(1);
  });

  test('those who are known by number only begin anew', async () => {
    const { host, first } = aHost({ asking: { state: 'closed', number: 1, late: 2 } });
    await host.open(first, {}, BY);
    expect(host.lateOf(first)).toBe(0);
  });
});

describe('[LT3] phones out of reach', () => {
  test('joined and have no line now, while it is open', async () => {
    const { host, first } = aHost();
    await host.open(first, {}, BY);
    host.connect('here');
    const leave = host.connect('goes');
    expect(host.heads(first).outOfReach).toBe(0);
    leave();
    expect(host.heads(first).outOfReach).toBe(1);
  });

  test('and after the close, where those who came since are none of them', async () => {
    const { host, first } = aHost();
    await host.open(first, {}, BY);
    const leave = host.connect('goes');
    await host.close(first, BY);
    host.connect('came later');
    leave();
    expect(host.heads(first).outOfReach).toBe(1);
    host.connect('goes');
    expect(host.heads(first).outOfReach).toBe(0);
  });
});

import { DEFAULT_ASKING_SETTINGS } from '../../shared/asking.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Refused } from '../../shared/result.ts';
import { A, aHost, B, codeOf } from './a-host.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BY = 'Ada';

describe('[LE3] opening', () => {
  test('makes a draft live and puts the asking on the stage, uncovered', async () => {
    const { host, first } = aHost();
    await host.cover({ blank: true, qr: true }, BY);
    await host.open(first, {}, BY);
    expect(host.event.state).toBe('live');
    expect(host.stage).toMatchObject({ view: 'asking', askingId: first, blank: false, qr: false });
  });

  test('closes the one that was open, in the same commit, with its ballots', async () => {
    const { host, first, second, store, cast } = aHost();
    await host.open(first, {}, BY);
    const late = host.cast('phone', { askingId: first, revision: 1, answer: A });
    await host.open(second, {}, BY);
    expect(codeOf(await late)).toBe('ok');
    expect(host.askings().map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(store.changes.at(-1)?.askings).toMatchObject([
      { asking: { id: first }, tally: { ballots: 1 } },
      { asking: { id: second }, tally: null },
    ]);
    expect(codeOf(await cast('other', A))).toBe('ASKING_CLOSED');
  });

  test('twice is once', async () => {
    const { host, first, store } = aHost();
    await Promise.all([host.open(first, {}, BY), host.open(first, { seconds: 5 }, BY)]);
    expect(store.changes).toHaveLength(1);
    expect(host.asking(first)?.closesAt).toBeNull();
  });

  test('in an event that has ended is refused', async () => {
    const { host, first } = aHost({ event: { state: 'ended' } });
    expect(codeOf(await host.open(first, {}, BY))).toBe('STATE_CONFLICT');
  });

  test('[AS9] numbers the askings of a question by first opening, and gives no number twice', async () => {
    const { host, first, second } = aHost();
    await host.open(second, {}, BY);
    await host.open(first, {}, BY);
    await host.open(second, {}, BY);
    expect([host.asking(first)?.number, host.asking(second)?.number]).toEqual([2, 1]);
  });
});

describe('[LE4] what is open closes', () => {
  test.each(['ended', 'bin'] as const)('when the event goes: %s', async (how) => {
    const { host, first, store, cast } = aHost();
    await host.open(first, {}, BY);
    await cast('phone', A);
    const seen = host.stage.version;
    await (how === 'bin' ? host.bin(BY) : host.setState('ended', BY));
    expect(host.asking(first)).toMatchObject({ state: 'closed' });
    expect(store.changes.at(-1)?.askings).toMatchObject([{ tally: { ballots: 1 } }]);
    // [ST5] A press that saw the open vote means something else now.
    expect(host.stage.version).toBeGreaterThan(seen);
  });
});

describe('[AS3] reopening', () => {
  test('goes on counting, with the ballots and the conditions there were', async () => {
    const { host, first, cast } = aHost();
    await host.open(first, { seconds: 60 }, BY);
    await host.hide(first, BY);
    await cast('one', A);
    await host.close(first, BY);
    await host.show(first, BY);
    const { conditions, number, openedAt } = host.asking(first) ?? {};
    await host.open(first, {}, BY);
    expect(host.asking(first)).toMatchObject({
      state: 'open',
      shown: false,
      closesAt: null,
      number,
      openedAt,
      conditions,
    });
    await cast('two', B);
    await cast('one', B, 2);
    expect(host.tallyOf(first)).toMatchObject({ ballots: 2, counts: { manager: 0, consultant: 2 } });
  });

  test('after a restart knows at least as many joined as the close has stored', async () => {
    const { host, first } = aHost({ asking: { state: 'closed', number: 1, joined: 40, conditions: null } });
    await host.start();
    await host.open(first, {}, BY);
    expect(host.joinedOf(first)).toBe(40);
  });
});

describe('[LP7] the timer', () => {
  test('closes when it runs out, by the clock, and reveals nothing', async () => {
    const settings = { ...DEFAULT_ASKING_SETTINGS, barsWhileVoting: false, seconds: 60 };
    const { host, first, store } = aHost({ asking: { settings } });
    await host.open(first, {}, BY);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(host.asking(first)?.state).toBe('open');
    await vi.advanceTimersByTimeAsync(1);
    expect(host.asking(first)).toMatchObject({ state: 'closed', shown: false });
    expect(store.changes.at(-1)?.acts).toMatchObject([{ by: null, what: 'asking:close' }]);
  });

  test('that was put off, stopped, or only says so, closes nothing', async () => {
    const { host, first, second } = aHost();
    await host.open(first, { seconds: 60 }, BY);
    await host.timer(first, { addSeconds: 30 }, BY);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(host.asking(first)?.state).toBe('open');
    await host.timer(first, { stop: true }, BY);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(host.asking(first)?.state).toBe('open');
    await host.open(second, { seconds: 5, closeAtEnd: false }, BY);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(host.asking(second)?.state).toBe('open');
  });

  test('holds over a restart, also where it ran out meanwhile', async () => {
    const past = Date.now() - 5;
    const { host, first } = aHost({ asking: { state: 'open', number: 1, closesAt: past } });
    await host.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(host.asking(first)?.state).toBe('closed');
  });

  test('of more than a day sleeps in parts, and ends on time', async () => {
    const { host, first } = aHost();
    await host.open(first, { seconds: 86_400 }, BY);
    await vi.advanceTimersByTimeAsync(86_399_000);
    expect(host.asking(first)?.state).toBe('open');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(host.asking(first)?.state).toBe('closed');
  });

  test.each([new Refused('STORAGE_FULL'), new Error('disk gone')])(
    'tries again when it cannot be stored: %s',
    async (failure) => {
      const { host, first, store } = aHost();
      await host.open(first, { seconds: 5 }, BY);
      store.failsWith = failure;
      await vi.advanceTimersByTimeAsync(5_500);
      expect(host.asking(first)?.state).toBe('open');
      await vi.advanceTimersByTimeAsync(1_000);
      expect(host.asking(first)?.state).toBe('closed');
    },
  );

  test('does not outlive the host', async () => {
    const { host, first } = aHost();
    await host.open(first, { seconds: 5 }, BY);
    await host.release();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('[ST1] a press', () => {
  test('counts once, however often it comes', async () => {
    const { host, first, second } = aHost();
    const press = { press: 'next', version: host.stage.version } as const;
    await Promise.all([host.step(press, BY), host.step(press, BY), host.step(press, BY)]);
    expect(host.stage).toMatchObject({ view: 'asking', askingId: first });
    expect(host.asking(first)?.state).toBe('waiting');
    await host.step({ press: 'next', version: host.stage.version }, BY);
    expect(host.asking(first)?.state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(400);
    await host.step({ press: 'next', version: host.stage.version }, BY);
    expect(host.asking(first)?.state).toBe('open');
    expect(host.asking(second)?.state).toBe('waiting');
  });

  test('[ST2] after press runs the event, and back takes one back', async () => {
    const { host, first, second } = aHost();
    const press = async (which: 'next' | 'back') => {
      await vi.advanceTimersByTimeAsync(400);
      await host.step({ press: which, version: host.stage.version }, BY);
      return [
        host.stage.askingId,
        ...host.askings().map(({ state, shown }) => `${state}${shown ? ' shown' : ''}`),
      ];
    };
    expect(await press('next')).toEqual([first, 'waiting', 'waiting']);
    expect(await press('next')).toEqual([first, 'open shown', 'waiting']);
    expect(await press('next')).toEqual([first, 'closed shown', 'waiting']);
    expect(await press('back')).toEqual([first, 'open shown', 'waiting']);
    expect(await press('next')).toEqual([first, 'closed shown', 'waiting']);
    expect(await press('next')).toEqual([second, 'closed shown', 'waiting']);
    expect(await press('next')).toEqual([second, 'closed shown', 'open shown']);
    expect(await press('back')).toEqual([first, 'closed shown', 'open shown']);
    expect(await press('back')).toEqual([null, 'closed shown', 'open shown']);
  });

  test('[ST5] that saw another running order does nothing', async () => {
    const { host, first, second } = aHost();
    const press = { press: 'next', version: host.stage.version } as const;
    await host.change({ order: [second, first] }, BY);
    await host.step(press, BY);
    expect(host.stage.view).toBe('lobby');
    await host.changeSettings(first, { position: 0 }, BY);
    expect(host.stage.version).toBe(press.version + 2);
  });
});

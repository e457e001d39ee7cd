import { DEFAULT_ASKING_SETTINGS } from '../../shared/asking.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Refused } from '../../shared/result.ts';
import { A, aHost, B, codeOf } from './a-host.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BY = 'Ada';

describe('[LP1] a ballot', () => {
  test('is acknowledged when it is stored, and counted then', async () => {
    const { host, first, store, cast, heard } = aHost();
    await host.open(first, {}, BY);
    expect(await cast('phone', A)).toEqual({ ok: true, value: { revision: 1, castAt: 1, saved: true } });
    expect(store.ballotsOf(first)).toHaveLength(1);
    expect(host.tallyOf(first)).toMatchObject({ ballots: 1 });
    expect(host.mine('phone', first)).toEqual({ askingId: first, revision: 1, answer: A, castAt: 1 });
    expect(heard).toContain('tally');
  });

  test('that could not be stored is not counted, and the phone hears nothing good of it', async () => {
    const { host, first, store, cast, heard } = aHost();
    await host.open(first, {}, BY);
    store.failsWith = new Refused('STORAGE_FULL');
    await expect(cast('phone', A)).rejects.toThrow('disk is full');
    expect([host.ballotsOf(first), host.mine('phone', first)]).toEqual([0, null]);
    expect(heard).not.toContain('tally');
    expect(codeOf(await cast('phone', A))).toBe('ok');
  });

  test('[BA4] that is stale gets what is stored', async () => {
    const { host, first, cast } = aHost();
    await host.open(first, {}, BY);
    await cast('phone', A, 2);
    expect(await cast('phone', B, 1)).toMatchObject({
      ok: false,
      error: { code: 'REVISION_STALE', stored: { askingId: first, revision: 2, answer: A } },
    });
    expect(host.ballotsOf(first)).toBe(1);
  });

  test('[CH6] that does not fit is refused, and nothing of it stored', async () => {
    const { host, first, store, cast } = aHost();
    await host.open(first, {}, BY);
    for (const wrong of [null, { option: 'zz' }, { ...A, more: 1 }, { options: [] }])
      expect(codeOf(await cast('phone', wrong))).toBe('ANSWER_INVALID');
    expect(store.ballotsOf(first)).toEqual([]);
  });

  test('to an asking of another event, or one that waits, finds nothing open', async () => {
    const { host, first, second, cast } = aHost();
    await host.open(first, {}, BY);
    expect(codeOf(await cast('phone', A, 1, 'elsewhere' as typeof first))).toBe('NOT_FOUND');
    expect(codeOf(await cast('phone', A, 1, second))).toBe('ASKING_CLOSED');
  });

  test('[BA6] stays the first where no change is allowed; its repeat still gets the receipt', async () => {
    const settings = { ...DEFAULT_ASKING_SETTINGS, changeAllowed: false };
    const { host, first, cast } = aHost({ asking: { settings } });
    await host.open(first, {}, BY);
    await cast('phone', A);
    expect(codeOf(await cast('phone', B, 2))).toBe('STATE_CONFLICT');
    expect(await cast('phone', A)).toMatchObject({ ok: true, value: { castAt: 1 } });
  });

  test('[AS8] set up to be final while voting is open, votes can be changed as before', async () => {
    const { host, first, cast } = aHost();
    await host.open(first, {}, BY);
    await cast('phone', A);
    await host.changeSettings(first, { settings: { changeAllowed: false } }, BY);
    expect(codeOf(await cast('phone', B, 2))).toBe('ok');
  });
});

describe('[LP3] the close is a line', () => {
  test('ballots that race it are acknowledged and in the stored tally, or refused and nowhere', async () => {
    const { host, first, store } = aHost();
    await host.open(first, {}, BY);
    const cast = (phone: string) => host.cast(phone, { askingId: first, revision: 1, answer: A });
    const racing = [cast('one')];
    const closing = host.close(first, BY);
    for (const phone of ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']) {
      racing.push(cast(phone));
      await Promise.resolve();
    }
    expect(codeOf(await closing)).toBe('ok');
    const codes = (await Promise.all(racing)).map(codeOf);
    const counted = codes.filter((code) => code === 'ok').length;
    expect([codes[0], codes.at(-1)]).toEqual(['ok', 'ASKING_CLOSED']);
    expect(store.changes.at(-1)?.askings?.[0]).toMatchObject({
      asking: { state: 'closed', joined: counted },
      tally: { ballots: counted },
    });
    expect(store.ballotsOf(first)).toHaveLength(counted);
  });

  test('a ballot that comes while it is drawn waits for it', async () => {
    const { host, first, store } = aHost();
    await host.open(first, {}, BY);
    const letGo = store.hold();
    const closing = host.close(first, BY);
    await Promise.resolve();
    const meanwhile = host.cast('phone', { askingId: first, revision: 1, answer: A });
    letGo();
    expect([codeOf(await closing), codeOf(await meanwhile)]).toEqual(['ok', 'ASKING_CLOSED']);
  });

  test('when the close could not be stored, the ballot that waited is counted', async () => {
    const { host, first, store } = aHost();
    await host.open(first, {}, BY);
    store.failsWith = new Refused('STORAGE_FULL');
    const closing = host.close(first, BY);
    await Promise.resolve();
    const meanwhile = host.cast('phone', { askingId: first, revision: 1, answer: A });
    expect(codeOf(await closing)).toBe('STORAGE_FULL');
    await vi.advanceTimersByTimeAsync(20);
    expect(codeOf(await meanwhile)).toBe('ok');
    expect(host.tallyOf(first)).toMatchObject({ ballots: 1 });
  });

  test('[LP5] after it a repeat of the counted ballot gets its receipt, and a newer one does not count', async () => {
    const { host, first, cast } = aHost();
    await host.open(first, {}, BY);
    await cast('phone', A);
    await host.close(first, BY);
    expect(await cast('phone', A)).toMatchObject({ ok: true, value: { revision: 1, castAt: 1 } });
    expect(codeOf(await cast('phone', B))).toBe('REVISION_STALE');
    expect(codeOf(await cast('phone', B, 2))).toBe('ASKING_CLOSED');
    expect(host.tallyOf(first)).toMatchObject({ ballots: 1 });
  });
});

describe('[LP2] a change that could not be stored', () => {
  test.each([new Refused('STORAGE_FULL'), new Error('disk gone')])(
    'publishes nothing: %s',
    async (failure) => {
      const { host, first, second, store, heard } = aHost();
      await host.open(first, {}, BY);
      const seen = [host.event, host.stage, host.version, host.askings()];
      const changes = [
        () => host.close(first, BY),
        () => host.open(second, {}, BY),
        () => host.hide(first, BY),
        () => host.timer(first, { addSeconds: 30 }, BY),
        () => host.step({ press: 'next', version: host.stage.version }, BY),
        () => host.cover({ blank: true }, BY),
        () => host.putStage({ view: 'lobby' }, BY),
        () => host.change({ title: 'Other' }, BY),
        () => host.changeSettings(second, { position: 0 }, BY),
        () => host.removeAsking(second, false, BY),
        () => host.setState('ended', BY),
        () => host.bin(BY),
      ];
      heard.length = 0;
      for (const change of changes) {
        store.failsWith = failure;
        const done = await change().catch((reason: unknown) => reason);
        expect(done).toEqual(failure instanceof Refused ? { ok: false, error: failure.refusal } : failure);
        expect([host.event, host.stage, host.version, host.askings()]).toEqual(seen);
      }
      expect(heard).toEqual([]);
    },
  );

  test('does not stand in the way of the next one', async () => {
    const { host, first, store } = aHost();
    store.failsWith = new Error('disk gone');
    await host.open(first, {}, BY).catch(() => undefined);
    expect(codeOf(await host.open(first, {}, BY))).toBe('ok');
  });

  test('[ST1] leaves its press to be pressed again at once', async () => {
    const { host, store } = aHost();
    store.failsWith = new Refused('STORAGE_FULL');
    const press = { press: 'next', version: host.stage.version } as const;
    expect(codeOf(await host.step(press, BY))).toBe('STORAGE_FULL');
    await host.step(press, BY);
    expect(host.stage.view).toBe('asking');
  });
});

test('[LP4] changes happen one after the other, however they come', async () => {
  const { host, first, store } = aHost();
  await Promise.all([
    host.open(first, {}, BY),
    host.close(first, BY),
    host.open(first, {}, BY),
    host.hide(first, BY),
  ]);
  const states = store.changes.map(({ askings }) => askings?.[0]?.asking.state);
  expect(states).toEqual(['open', 'closed', 'open', 'open']);
  expect(host.asking(first)).toMatchObject({ state: 'open', shown: false });
});

test('[TA3] a tally is stored with the close and gone with the reopening', async () => {
  const { host, first, store, cast } = aHost();
  await host.open(first, {}, BY);
  await cast('phone', A);
  await host.close(first, BY);
  await host.open(first, {}, BY);
  expect(store.changes.map(({ askings }) => askings?.[0]?.tally?.ballots ?? null)).toEqual([null, 1, null]);
  expect(host.ballotsOf(first)).toBe(1);
});

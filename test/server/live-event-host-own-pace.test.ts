import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SET_UP, type EventSetUp } from '../../shared/event-set-up.ts';
import { A, aHost, anOpenQuestion, B, codeOf } from './a-host.ts';
import { aQuestion } from './store/sample.ts';

const BY = 'Ada';
const NOON = Date.parse('2026-05-04T12:00:00Z');
const HOUR = 3_600_000;

beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

function ownPace(setUp: Partial<EventSetUp> = {}, more: Parameters<typeof aHost>[0] = {}) {
  return aHost({ event: { setUp: { ...DEFAULT_SET_UP, pace: 'self', ...setUp } }, ...more });
}

describe('[SP1] at their own pace', () => {
  test('opening one closes no other, and phones are told of all that were opened', async () => {
    const { host, first, second } = ownPace();
    await host.open(first, {}, BY);
    await host.open(second, {}, BY);
    expect(host.askingsOnAir().map(({ id, state }) => [id, state])).toEqual([
      [first, 'open'],
      [second, 'open'],
    ]);
    await host.close(first, BY);
    expect(host.askingsOnAir().map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  test('by the presenter’s pace nothing is as it is here', async () => {
    const { host, first, second } = aHost();
    await host.open(first, {}, BY);
    await host.open(second, {}, BY);
    expect(host.askingsOnAir().map(({ id }) => id)).toEqual([second]);
  });

  test('a phone that comes has joined everything that is open', async () => {
    const { host, first, second, cast } = ownPace();
    await host.openAll(BY);
    host.connect('phone');
    await cast('other', A, 1, second);
    expect([host.joinedOf(first), host.joinedOf(second)]).toEqual([2, 2]);
  });

  test('the conditions say so', async () => {
    const { host, first } = ownPace();
    await host.open(first, {}, BY);
    expect(host.asking(first)?.conditions).toMatchObject({ pace: 'self', reach: 'room' });
  });

  test('timers run for each', async () => {
    const { host, first, second } = ownPace();
    await host.open(first, { seconds: 30 }, BY);
    await host.open(second, { seconds: 60 }, BY);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([host.asking(first)?.state, host.asking(second)?.state]).toEqual(['closed', 'open']);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(host.asking(second)?.state).toBe('closed');
  });

  test('one pace is not left for the other while several are open', async () => {
    const { host, first } = ownPace();
    await host.openAll(BY);
    expect(codeOf(await host.change({ setUp: { pace: 'presenter' } }, BY))).toBe('STATE_CONFLICT');
    await host.close(first, BY);
    expect(codeOf(await host.change({ setUp: { pace: 'presenter' } }, BY))).toBe('ok');
  });
});

describe('[SP2] all at once', () => {
  test('what is not open opens, in one change, and the stage stays', async () => {
    const { host, first, store } = ownPace();
    await host.open(first, {}, BY);
    await host.close(first, BY);
    const { view, askingId } = host.stage;
    const changes = store.changes.length;
    await host.openAll(BY);
    expect(host.askings().map(({ state }) => state)).toEqual(['open', 'open']);
    expect(store.changes).toHaveLength(changes + 1);
    expect(host.stage).toMatchObject({ view, askingId });
  });

  test('the same question twice has two numbers', async () => {
    const { host } = ownPace();
    await host.openAll(BY);
    expect(host.askings().map(({ number }) => number)).toEqual([1, 2]);
  });

  test('what is open closes, with every ballot before the line', async () => {
    const { host, first, second, store } = ownPace();
    await host.openAll(BY);
    const receipt = host.cast('phone', { askingId: first, revision: 1, answer: B });
    await host.closeAll(BY);
    expect(codeOf(await receipt)).toBe('ok');
    expect(host.askings().map(({ state }) => state)).toEqual(['closed', 'closed']);
    expect(store.changes.at(-1)?.askings?.map(({ tally }) => tally?.ballots)).toEqual([1, 0]);
    expect(host.ballotsOf(second)).toBe(0);
  });

  test('by the presenter’s pace it is refused, with what to do', async () => {
    const { host } = aHost();
    expect(codeOf(await host.openAll(BY))).toBe('STATE_CONFLICT');
  });

  test('in an ended event nothing opens', async () => {
    const { host } = ownPace({}, { event: { state: 'ended', setUp: { ...DEFAULT_SET_UP, pace: 'self' } } });
    expect(codeOf(await host.openAll(BY))).toBe('STATE_CONFLICT');
  });
});

describe('[SP4] by the clock', () => {
  const clock = { openFrom: NOON + HOUR, openUntil: NOON + 2 * HOUR };

  test('what waits opens when its time has come, without anybody, and closes at the end', async () => {
    const { host, first, store } = ownPace(clock, { questions: [anOpenQuestion(), aQuestion()] });
    await host.openInTime();
    expect(host.asking(first)?.state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(HOUR);
    await host.openInTime();
    expect(store.changes.at(-1)?.acts[0]).toMatchObject({ by: null, what: 'askings:open' });
    expect(host.askings().map(({ state, closesAt }) => [state, closesAt])).toEqual([
      ['open', clock.openUntil],
      ['open', clock.openUntil],
    ]);
    expect(host.event.state).toBe('live');
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(host.askings().map(({ state }) => state)).toEqual(['closed', 'closed']);
  });

  test('a timer of its own may close it before', async () => {
    const { host, first } = ownPace({ openUntil: NOON + HOUR });
    await host.open(first, { seconds: 60 }, BY);
    expect(host.asking(first)?.closesAt).toBe(NOON + 60_000);
  });

  test('what somebody has closed stays closed', async () => {
    const { host, first } = ownPace({ ...clock, openFrom: NOON });
    await host.openInTime();
    await host.close(first, BY);
    await host.openInTime();
    expect(host.asking(first)?.state).toBe('closed');
  });

  test('another end holds for what is open', async () => {
    const { host, first } = ownPace({ ...clock, openFrom: NOON });
    await host.openInTime();
    await host.change({ setUp: { openUntil: NOON + 3 * HOUR } }, BY);
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    expect(host.asking(first)?.state).toBe('open');
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(host.asking(first)?.state).toBe('closed');
  });

  test('its end stands, whatever is done to the timer', async () => {
    const { host, first, second } = ownPace(
      { ...clock, openFrom: NOON },
      { questions: [aQuestion(), aQuestion()] },
    );
    await host.openInTime();
    await host.timer(first, { stop: true }, BY);
    await host.timer(second, { addSeconds: 2 * 3600 }, BY);
    expect(host.askings().map(({ closesAt }) => closesAt)).toEqual([clock.openUntil, clock.openUntil]);
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    expect(host.askings().map(({ state }) => state)).toEqual(['closed', 'closed']);
  });

  test('nor is it a timer that may only say so', async () => {
    const { host, first } = ownPace({ ...clock, openFrom: NOON });
    await host.openInTime();
    await host.changeSettings(first, { settings: { closeAtEnd: false } }, BY);
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    await host.closeInTime();
    expect(host.asking(first)?.state).toBe('closed');
  });

  test('a rehearsal waits for nobody’s clock', async () => {
    const { host, first } = ownPace({ ...clock, openFrom: NOON });
    await host.rehearse({ phones: 0 }, BY);
    await host.openInTime();
    expect(host.asking(first)?.state).toBe('waiting');
  });

  test('[SP5] it is disclosed as an open link', async () => {
    const { host, first } = ownPace({ ...clock, openFrom: NOON });
    await host.openInTime();
    expect(host.asking(first)?.conditions).toMatchObject({ pace: 'self', reach: 'link' });
  });

  test('what does not fit together is refused, and named', async () => {
    const { host } = ownPace();
    const refused = await host.change({ setUp: { openFrom: NOON, openUntil: NOON } }, BY);
    expect(refused).toMatchObject({ ok: false, error: { errors: [{ path: 'setUp.openUntil' }] } });
  });
});

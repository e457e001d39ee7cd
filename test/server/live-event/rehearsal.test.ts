import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { A, aHost, codeOf } from '../a-host.ts';

const BY = 'Ada';
/** Everybody has come in, thought and answered. */
const LONG_ENOUGH_MS = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function rehearsed(fields: Parameters<typeof aHost>[0] = {}) {
  return aHost({ now: Date.now, ...fields });
}

describe('[RE1] a rehearsal begins', () => {
  test('while nothing was asked for real', async () => {
    const { host } = rehearsed();
    expect(codeOf(await host.rehearse({ phones: 3 }, BY))).toBe('ok');
    expect(host.event.isRehearsal).toBe(true);
    expect(host.rehearsal).toMatchObject({ phones: 3, network: 'good', answers: 'random' });
  });

  test.each([
    ['a question was open', { asking: { state: 'closed', number: 1 } as const }],
    ['it has ended', { event: { state: 'ended' } as const }],
    ['it is a template', { event: { isTemplate: true } }],
  ])('but not where %s', async (_why, fields) => {
    const { host } = rehearsed(fields);
    const refused = await host.rehearse({}, BY);
    expect(codeOf(refused)).toBe('STATE_CONFLICT');
    expect(!refused.ok && refused.error.message).toContain('Copy it');
    expect(host.event.isRehearsal).toBe(false);
  });
});

describe('the made-up room', () => {
  test('comes in, and answers as a real one does', async () => {
    const { host, first, batch } = rehearsed();
    await host.rehearse({ phones: 40 }, BY);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(host.voters.connectedCount).toBe(40);
    await host.open(first, {}, BY);
    await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS);
    await batch.flush();
    expect(host.ballotsOf(first)).toBeGreaterThan(30);
    expect(host.ballotsOf(first)).toBeLessThanOrEqual(40);
    expect(host.rehearsal?.slowestMs).toBeLessThan(300);
  });

  test('grows and shrinks', async () => {
    const { host } = rehearsed();
    await host.rehearse({ phones: 10 }, BY);
    await host.rehearse({ phones: 4 }, BY);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(host.voters.connectedCount).toBe(4);
    expect(host.rehearsal?.phones).toBe(4);
  });

  test('stands on two options where it should be too close to call', async () => {
    const { host, first } = rehearsed();
    await host.rehearse({ phones: 60, answers: 'close' }, BY);
    await host.open(first, {}, BY);
    await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS);
    await host.close(first, BY);
    const { counts } = host.tallyOf(first) as unknown as { counts: Record<string, number> };
    const [top = 0, next = 0] = Object.values(counts).sort((a, b) => b - a);
    expect(top + next).toBeGreaterThan(20);
    expect(Math.abs(top - next)).toBeLessThan(30);
  });

  test('without a line keeps its answers, and comes back after 20 seconds', async () => {
    const { host, first } = rehearsed();
    await host.rehearse({ phones: 20 }, BY);
    await vi.advanceTimersByTimeAsync(5_000);
    await host.open(first, {}, BY);
    await host.rehearse({ network: 'cut' }, BY);
    expect(host.heads(first)).toMatchObject({ connected: 0, outOfReach: 20 });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(host.ballotsOf(first)).toBe(0);
    await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS);
    expect(host.rehearsal?.network).toBe('good');
    expect(host.ballotsOf(first)).toBeGreaterThan(10);
  });

  test('is late where voting closed meanwhile', async () => {
    const { host, first } = rehearsed();
    await host.rehearse({ phones: 20 }, BY);
    await vi.advanceTimersByTimeAsync(5_000);
    await host.open(first, {}, BY);
    await host.rehearse({ network: 'cut' }, BY);
    await vi.advanceTimersByTimeAsync(15_000);
    await host.close(first, BY);
    await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS);
    expect(host.lateOf(first)).toBeGreaterThan(5);
  });

  test('notes what was tried of the desk', async () => {
    const { host } = rehearsed();
    await host.rehearse({}, BY);
    await host.step({ press: 'next', version: host.stage.version }, BY);
    await host.cover({ blank: true }, BY);
    expect(host.rehearsal).toMatchObject({ tried: ['next', 'blank'], walked: 1 });
  });
});

describe('[RE2] the end of a rehearsal', () => {
  test('takes everything back, in one change', async () => {
    const { host, first, store, cast } = rehearsed();
    const { code, order } = host.event;
    await host.rehearse({ phones: 10 }, BY);
    await host.open(first, {}, BY);
    await cast('own phone', A);
    await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS);
    expect(codeOf(await host.endRehearsal(BY))).toBe('ok');
    const change = store.changes.at(-1);
    expect(change).toMatchObject({
      clears: true,
      event: { isRehearsal: false, state: 'draft', code, order },
      stage: { view: 'lobby' },
    });
    for (const { asking, tally } of change?.askings ?? [])
      expect({ ...asking, tally }).toMatchObject({ state: 'waiting', number: null, late: 0, tally: null });
    expect(host.ballotsOf(first)).toBe(0);
    expect(host.rehearsal).toBeNull();
  });

  test('leaves nobody at the door: its phones are gone', async () => {
    const { host } = rehearsed();
    await host.rehearse({ phones: 10 }, BY);
    await vi.advanceTimersByTimeAsync(5_000);
    await host.endRehearsal(BY);
    await vi.advanceTimersByTimeAsync(LONG_ENOUGH_MS);
    expect(host.voters.connectedCount).toBe(0);
  });

  test('is needed before the event can end', async () => {
    const { host, first } = rehearsed();
    await host.rehearse({}, BY);
    await host.open(first, {}, BY);
    expect(codeOf(await host.setState('ended', BY))).toBe('STATE_CONFLICT');
  });
});

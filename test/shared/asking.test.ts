import { describe, expect, test } from 'vitest';
import {
  closeAsking,
  isChangeAllowed,
  isRevealed,
  openAsking,
  reopenAsking,
  showAsking,
  type Asking,
} from '../../shared/asking.ts';
import { ok, type Result } from '../../shared/result.ts';
import { anAsking, anOpening } from './sample.ts';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function set(settings: Partial<Asking['settings']>, fields: Partial<Asking> = {}): Asking {
  const asking = anAsking(fields);
  return { ...asking, settings: { ...asking.settings, ...settings } };
}

const opened = openAsking(anAsking(), anOpening());
const closed = must(closeAsking(opened, 5000, 12));

test.each([
  ['waiting', true, false],
  ['open', true, false],
  ['closed', false, false],
  ['closed', true, true],
] as const)('[AS1] %s and shown %s is revealed: %s', (state, shown, is) => {
  expect(isRevealed({ state, shown })).toBe(is);
});

describe('[AS2] opening', () => {
  test('gives state, number, conditions and the time', () => {
    expect(openAsking(anAsking(), anOpening({ now: 70, nextNumber: 4, shuffled: true }))).toMatchObject({
      state: 'open',
      number: 4,
      openedAt: 70,
      closedAt: null,
      closesAt: null,
      conditions: {
        barsVisible: true,
        lastResultVisible: false,
        shuffled: true,
        changeAllowed: true,
        seconds: null,
        duplicateControl: 'device',
      },
    });
  });

  test.each([true, false])('bars start as set up: %s', (barsWhileVoting) => {
    const asking = openAsking(set({ barsWhileVoting }), anOpening());
    expect([asking.shown, asking.conditions?.barsVisible]).toEqual([barsWhileVoting, barsWhileVoting]);
  });

  test('the timer runs as set up, or as the opening says', () => {
    const asking = set({ seconds: 60 });
    expect(openAsking(asking, anOpening({ now: 1000 })).closesAt).toBe(61_000);
    const shorter = openAsking(asking, anOpening({ now: 1000, seconds: 20, closeAtEnd: false }));
    expect(shorter).toMatchObject({
      closesAt: 21_000,
      settings: { seconds: 20, closeAtEnd: false },
      conditions: { seconds: 20 },
    });
  });

  test('an open one stays as it is, its timer too', () => {
    const running = openAsking(set({ seconds: 60 }), anOpening());
    expect(openAsking(running, anOpening({ now: 9000, seconds: 5 }))).toBe(running);
  });
});

describe('[AS3] reopening', () => {
  const again = anOpening({ now: 9000, nextNumber: 7, shuffled: true });

  test('keeps number, first opening and conditions, and is not closed any more', () => {
    expect(reopenAsking(closed, again)).toMatchObject({
      state: 'open',
      number: 1,
      openedAt: 1000,
      closedAt: null,
      joined: 12,
      conditions: closed.conditions,
    });
  });

  test('starts no timer, though one was set up', () => {
    const timed = must(closeAsking(openAsking(set({ seconds: 60 }), anOpening()), 5000, 0));
    expect(reopenAsking(timed, again)).toMatchObject({ closesAt: null, conditions: { seconds: 60 } });
  });

  test('takes seconds of its own, and they are disclosed with those before', () => {
    const timed = must(closeAsking(openAsking(set({ seconds: 60 }), anOpening()), 5000, 0));
    expect(reopenAsking(timed, { ...again, seconds: 30 })).toMatchObject({
      closesAt: 39_000,
      conditions: { seconds: 90 },
    });
  });

  test.each([
    ['shown from the start', set({ barsWhileVoting: true }), [], true],
    ['hidden from the start', set({ barsWhileVoting: false }), [], false],
    ['hidden while voting', set({ barsWhileVoting: true }), [false], false],
    ['shown while voting', set({ barsWhileVoting: false }), [true], true],
    ['shown, then hidden', set({ barsWhileVoting: false }), [true, false], false],
  ])('puts the bars where they stood while voting: %s', (_words, asking, presses, stood) => {
    let voting = openAsking(asking, anOpening());
    for (const shown of presses) voting = must(showAsking(voting, shown));
    for (const afterwards of [true, false]) {
      const shown = must(showAsking(must(closeAsking(voting, 5000, 0)), afterwards));
      const reopened = reopenAsking(shown, again);
      expect(reopened.shown).toBe(stood);
      expect(reopened.conditions).toEqual(voting.conditions);
    }
  });

  test('[AS8] with bars set up anew after the close shows them, and says so', () => {
    const hidden = must(closeAsking(openAsking(set({ barsWhileVoting: false }), anOpening()), 5000, 0));
    const reopened = reopenAsking(set({ barsWhileVoting: true, changeAllowed: false }, hidden), again);
    expect(reopened).toMatchObject({ shown: true, conditions: { barsVisible: true, changeAllowed: true } });
    expect(isChangeAllowed(reopened)).toBe(true);
    expect(isChangeAllowed(set({ changeAllowed: false }))).toBe(false);
  });

  test('by openAsking is the same', () => {
    expect(openAsking(closed, again)).toEqual(reopenAsking(closed, again));
  });

  test('one that came from a file without conditions gets those it is voted under', () => {
    expect(reopenAsking({ ...closed, conditions: null }, again).conditions).toMatchObject({ shuffled: true });
  });
});

describe('[AS4] closing', () => {
  test('keeps when, and how many had joined; shows and hides nothing', () => {
    expect(closed).toMatchObject({ state: 'closed', closedAt: 5000, joined: 12, shown: true });
    const hidden = must(closeAsking(openAsking(set({ barsWhileVoting: false }), anOpening()), 5000, 0));
    expect(hidden.shown).toBe(false);
  });

  test('ends the timer', () => {
    const timed = openAsking(set({ seconds: 60 }), anOpening());
    expect(must(closeAsking(timed, 2000, 0)).closesAt).toBeNull();
  });

  test('again changes nothing, also not the time', () => {
    expect(closeAsking(closed, 8000, 99)).toEqual(ok(closed));
  });

  test('is refused for one that was never asked', () => {
    expect(closeAsking(anAsking(), 1, 0)).toMatchObject({ ok: false, error: { code: 'STATE_CONFLICT' } });
  });
});

describe('[AS5] showing and hiding', () => {
  const hidden = openAsking(set({ barsWhileVoting: false }), anOpening());

  test('while open makes visible bars a condition for good', () => {
    const shown = must(showAsking(hidden, true));
    expect([hidden.conditions?.barsVisible, shown.conditions?.barsVisible]).toEqual([false, true]);
    expect(must(showAsking(shown, false))).toMatchObject({ shown: false, conditions: { barsVisible: true } });
  });

  test('after the close changes no condition', () => {
    const revealed = must(showAsking(must(closeAsking(hidden, 5000, 0)), true));
    expect(revealed).toMatchObject({ shown: true, conditions: { barsVisible: false } });
  });

  test('again changes nothing', () => expect(must(showAsking(opened, true))).toBe(opened));

  test('is refused while it waits', () => {
    expect(showAsking(anAsking(), true)).toMatchObject({ ok: false, error: { code: 'STATE_CONFLICT' } });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeAsking, haveNotAnswered, moveTimer, openAsking, type Asking } from '../../shared/asking.ts';
import type { Result } from '../../shared/result.ts';
import { anAsking, anOpening } from './sample.ts';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const waiting = anAsking();
const timedWaiting: Asking = { ...waiting, settings: { ...waiting.settings, seconds: 60 } };
const opened = openAsking(waiting, anOpening());
const closed = must(closeAsking(opened, 5000, 12));

describe('[AS6] the timer', () => {
  test('is put off, from its end', () => {
    const timed = openAsking(timedWaiting, anOpening({ now: 0 }));
    const later = must(moveTimer(timed, { addSeconds: 30 }, 10_000));
    expect(later).toMatchObject({ closesAt: 90_000, conditions: { seconds: 90 } });
  });

  test('starts now where none ran or it ran out', () => {
    const started = must(moveTimer(opened, { addSeconds: 30 }, 10_000));
    expect(started).toMatchObject({ closesAt: 40_000, conditions: { seconds: 30 } });
    expect(must(moveTimer(started, { addSeconds: 30 }, 50_000)).closesAt).toBe(80_000);
  });

  test('stops, and that there was one stays disclosed', () => {
    const timed = openAsking(timedWaiting, anOpening());
    const stopped = must(moveTimer(timed, { stop: true }, 2000));
    expect(stopped).toMatchObject({ closesAt: null, conditions: { seconds: 60 } });
    expect(must(moveTimer(stopped, { stop: true }, 2000))).toBe(stopped);
  });

  test.each([anAsking(), closed])('is refused unless voting is open', (asking) => {
    for (const change of [{ addSeconds: 5 }, { stop: true }] as const)
      expect(moveTimer(asking, change, 0)).toMatchObject({ ok: false, error: { code: 'STATE_CONFLICT' } });
  });
});

describe('[AS7] who has not answered', () => {
  test.each([
    [18, 25, null, 7],
    [18, 25, 40, 22],
    [18, 45, 40, 27],
    [50, 25, 40, 0],
    [0, 0, null, 0],
  ])('%i ballots, %i joined, a room of %o: %i', (ballots, joined, room, missing) => {
    expect(haveNotAnswered(ballots, joined, room)).toBe(missing);
  });

  test('is never below zero', () => {
    const count = fc.nat(1000);
    fc.assert(
      fc.property(
        count,
        count,
        fc.option(count),
        (ballots, joined, room) => haveNotAnswered(ballots, joined, room) >= 0,
      ),
    );
  });
});

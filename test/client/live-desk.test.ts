import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PresenterConnection } from '../../client/connection.svelte.ts';
import { LiveDesk } from '../../client/ui/live-desk.svelte.ts';
import { DEFAULT_SET_UP } from '../../shared/event-set-up.ts';
import { DEFAULT_ASKING_SETTINGS } from '../../shared/asking.ts';
import type { AskingId, EventId, OptionId, QuestionId } from '../../shared/ids.ts';
import type { PresenterState, Stop } from '../../shared/messages.ts';
import { ok, refused } from '../../shared/result.ts';
import { LOBBY } from '../../shared/stage.ts';

const NOW = 1_000_000;
const id = 'a' as AskingId;

function stop(more: Partial<Stop> = {}): Stop {
  return {
    id,
    question: {
      type: 'single',
      prompt: 'Which?',
      options: ['x', 'y'].map((label) => ({ id: label as OptionId, label })),
      settings: { other: true },
    },
    state: 'open',
    shown: false,
    closesAt: null,
    closeAtEnd: true,
    changeAllowed: true,
    questionId: 'q' as QuestionId,
    questionVersion: 1,
    number: 1,
    settings: DEFAULT_ASKING_SETTINGS,
    conditions: null,
    hands: null,
    said: null,
    openedAt: 1,
    closedAt: null,
    ballots: 0,
    late: 0,
    joined: 0,
    lastTime: null,
    shifts: null,
    ...more,
  };
}

function stateWith(stops: Stop[], more: Partial<PresenterState> = {}): PresenterState {
  const heads = { askingId: id, ballots: 4, joined: 9, connected: 9, outOfReach: 0 };
  const tally = { ballots: 4, abstained: 0, counts: { x: 3, y: 0 }, other: 1, others: { Z: 1 } };
  return {
    version: 1,
    serverTime: NOW,
    event: {
      id: 'e' as EventId,
      title: 'E',
      code: 'ABC234',
      state: 'live',
      isRehearsal: false,
      pace: 'presenter',
      openFrom: null,
      openUntil: null,
      accent: null,
      logo: null,
      language: null,
      theme: 'light',
      roomSize: { low: 20, high: 20 },
      startsOn: null,
      isDoorClosed: false,
      entry: 'code',
    },
    wall: DEFAULT_SET_UP.wall,
    rehearsal: null,
    joinUrl: 'http://127.0.0.1/ABC234',
    stage: { ...LOBBY, view: 'asking', askingId: id, version: 7 },
    order: stops.map(({ id: askingId }) => ({
      id: askingId,
      kind: 'asking' as const,
      askingId,
      prompt: 'Which?',
    })),
    stops,
    comparison: null,
    heads,
    tally: { askingId: id, version: 1, tally, heads, finding: null },
    presenters: [],
    may: ['watch', 'step', 'read', 'run'],
    ...more,
  };
}

function deskWith(state: PresenterState) {
  const request = vi.fn(() => Promise.resolve(ok(null)));
  const connection = {
    state,
    line: 'open',
    refusal: undefined,
    lastHeardAt: NOW,
    serverNow: () => NOW,
    request,
  };
  const desk = new LiveDesk(connection as unknown as PresenterConnection);
  return { desk, request };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a press carries the stage it saw', async () => {
  const { desk, request } = deskWith(stateWith([stop()]));
  await desk.pressNext();
  expect(request).toHaveBeenCalledWith('stage:step', { press: 'next', version: 7 });
});

test('where nothing follows, nothing is sent', async () => {
  const { desk, request } = deskWith(stateWith([stop({ state: 'closed', shown: true })]));
  await desk.pressNext();
  expect(request).not.toHaveBeenCalled();
});

test('T starts the timer as it was set up, then adds half a minute', async () => {
  const settings = { ...DEFAULT_ASKING_SETTINGS, seconds: 90 };
  const { desk, request } = deskWith(stateWith([stop({ settings })]));
  await desk.moreTime();
  expect(request).toHaveBeenLastCalledWith('asking:timer', { askingId: id, addSeconds: 90 });
  const running = deskWith(stateWith([stop({ settings, closesAt: NOW + 5000 })]));
  await running.desk.moreTime();
  expect(running.request).toHaveBeenLastCalledWith('asking:timer', { askingId: id, addSeconds: 30 });
});

test('the time left follows the server’s clock and never falls below zero', () => {
  const { desk } = deskWith(stateWith([stop({ closesAt: NOW - 1 })]));
  const stopClock = desk.startClock();
  expect(desk.left).toBe(0);
  stopClock();
});

test('[AS7] who has not answered is counted against the room where its size is known', () => {
  const { desk } = deskWith(stateWith([stop()]));
  expect([desk.ballots, desk.joined, desk.unanswered]).toEqual([4, 9, 16]);
});

test('rows stand in ballot order, and what was written under "other" apart', () => {
  const { desk } = deskWith(stateWith([stop()]));
  expect(desk.rows.map(({ label, count }) => [label, count])).toEqual([
    ['x', 3],
    ['y', 0],
    ['Other', 1],
  ]);
});

test('a tally of another question is not shown', () => {
  const { desk } = deskWith(
    stateWith([stop(), stop({ id: 'b' as AskingId })], {
      stage: { ...LOBBY, view: 'asking', askingId: 'b' as AskingId },
    }),
  );
  expect(desk.rows).toEqual([]);
});

test('why an act was not done stays until one is', async () => {
  const { desk, request } = deskWith(stateWith([stop()]));
  request.mockResolvedValueOnce(refused('STATE_CONFLICT', 'Not now.'));
  await desk.toggleBars();
  expect(desk.problem).toBe('Not now.');
  await desk.toggleBars();
  expect(desk.problem).toBe('');
});

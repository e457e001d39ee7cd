import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PresenterState } from '../../../shared/messages.ts';
import { aRoom, singleChoice, type RestApp, type Room } from '../rest/rest-app.ts';
import { ask, next, startLive, type LiveApp } from './live-app.ts';

let live: LiveApp;
let room: Room;

beforeAll(async () => {
  live = await startLive();
});
afterAll(() => live.close());
beforeEach(async () => {
  room = await aRoom(live as unknown as RestApp);
});

async function present(may: 'watch' | 'step' | 'present', page: 'screen' | 'remote' | 'monitor' = 'screen') {
  const made = await live.call('POST', `/events/${room.eventId}/screens`, { may, label: may });
  return live.presenter(room.eventId, (made.body as { token: string }).token, page);
}

const hands = () => ({
  askingId: room.askingId,
  counts: { [room.optionIds[0] ?? '']: 7, [room.optionIds[1] ?? '']: 2 },
});
const question = singleChoice({ prompt: 'Shall we go on?' });
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } };

test('[HA4] hands from the remote come to everybody, their numbers only with the reveal', async () => {
  const remote = await present('present', 'remote');
  const screen = await present('step');
  const phone = await live.phone(room.code);
  const seen = next(screen.socket, 'presenter:state', ({ stops }) => stops[0]?.state === 'closed');
  const onPhone = next(phone.socket, 'voter:state', ({ askings }) => askings[0]?.state === 'closed');
  const read = next(remote.socket, 'presenter:state', ({ stops }) => stops[0]?.state === 'closed');
  expect(await ask(remote.socket, 'asking:hands', hands())).toEqual({ ok: true, value: null });
  expect((await seen).stops[0]).toMatchObject({ hands: null, isByHand: true });
  expect((await read).stops[0]).toMatchObject({ hands: { present: null }, isByHand: true });
  expect(await onPhone).toMatchObject({ askings: [{ isByHand: true }], tallies: [] });
  const shown = next(screen.socket, 'presenter:state', ({ stops }) => stops[0]?.shown === true);
  await ask(remote.socket, 'asking:show', { askingId: room.askingId });
  expect((await shown).stops[0]?.hands?.counts).toEqual(hands().counts);
});

test('a clicker counts no hands and asks nothing', async () => {
  const { socket } = await present('step');
  expect(await ask(socket, 'asking:hands', hands())).toMatchObject(FORBIDDEN);
  expect(await ask(socket, 'asking:add', { question })).toMatchObject(FORBIDDEN);
  expect(await ask(socket, 'asking:finding', { askingId: room.askingId, shown: false })).toMatchObject(
    FORBIDDEN,
  );
});

test('[HA7] a question asked mid-talk stands right after a stop, open at once', async () => {
  const { socket } = await present('present', 'remote');
  await live.call('POST', `/events/${room.eventId}/askings`, {
    question: singleChoice({ prompt: 'Later?' }),
  });
  const asked = (state: PresenterState) => state.order.map(({ prompt }) => prompt);
  const told = next(socket, 'presenter:state', ({ stops }) => stops.some(({ state }) => state === 'open'));
  const added = await ask(socket, 'asking:add', { question, after: room.askingId, open: true });
  expect(added).toMatchObject({ ok: true, value: { askingId: expect.any(String) } });
  const state = await told;
  expect(asked(state)).toEqual(['Who would you put in charge?', 'Shall we go on?', 'Later?']);
  expect(state.stage).toMatchObject({ view: 'asking', askingId: state.stops[1]?.id });
  const wrong = await ask(socket, 'asking:add', { question: { ...question, options: [] } });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'INVALID' } });
});

test('[HA7] one of this event is asked once more; one of another event is for those who organise', async () => {
  const { socket } = await present('present', 'remote');
  const again = await ask(socket, 'asking:add', { questionId: room.questionId, after: null });
  expect(again).toMatchObject({ ok: true });
  const elsewhere = await aRoom(live as unknown as RestApp);
  expect(await ask(socket, 'asking:add', { questionId: elsewhere.questionId })).toMatchObject(FORBIDDEN);
});

test('[CP2] a note is sent to those who read the event, a section to every screen', async () => {
  const stops = { [room.askingId]: { section: 'Opening', note: 'Wait for the back rows.' } };
  await live.call('PATCH', `/events/${room.eventId}`, { setUp: { stops } });
  const [remote, monitor] = [await present('present', 'remote'), await present('present', 'monitor')];
  for (const { snapshot } of [remote, monitor])
    expect(snapshot.order[0]).toMatchObject({ section: 'Opening', note: 'Wait for the back rows.' });
  for (const may of ['step', 'watch'] as const) {
    const { snapshot } = await present(may);
    expect(snapshot.order[0]?.section).toBe('Opening');
    expect(JSON.stringify(snapshot)).not.toContain('back rows');
  }
  const phone = await live.phone(room.code);
  expect(JSON.stringify(phone.snapshot)).not.toContain('back rows');
});

test('[AS11] a finding that is left off comes to no screen and no phone, and to the remote', async () => {
  const remote = await present('present', 'remote');
  const screen = await present('watch');
  const { socket: phone } = await live.phone(room.code);
  await ask(remote.socket, 'asking:open', { askingId: room.askingId });
  await ask(phone, 'ballot:cast', {
    askingId: room.askingId,
    revision: 1,
    answer: { option: room.optionIds[0] },
  });
  await ask(remote.socket, 'asking:finding', { askingId: room.askingId, shown: false });
  // Bars were seen while voting, so the close reveals.
  const [onScreen, onPhone, onRemote] = [
    next(screen.socket, 'presenter:state', ({ stops }) => stops[0]?.state === 'closed'),
    next(phone, 'voter:state', ({ askings }) => askings[0]?.state === 'closed'),
    next(remote.socket, 'presenter:state', ({ stops }) => stops[0]?.state === 'closed'),
  ];
  await ask(remote.socket, 'asking:close', { askingId: room.askingId });
  expect((await onScreen).tally?.finding).toBeNull();
  expect((await onPhone).tallies[0]?.finding).toBeNull();
  expect((await onRemote).tally?.finding).toMatchObject({ kind: 'leads' });
});

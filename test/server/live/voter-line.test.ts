import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../../shared/messages.ts';
import { API_TOKEN, aRoom, bearer, singleChoice, type RestApp, type Room } from '../rest/rest-app.ts';
import { ask, next, startLive, type LiveApp } from './live-app.ts';

let live: LiveApp;
let room: Room;

beforeAll(async () => {
  live = await startLive();
});
afterAll(() => live.close());
beforeEach(async () => {
  room = await aRoom(live as unknown as RestApp);
  await live.call('POST', `/askings/${room.askingId}/open`, {});
});

const cast = (revision: number, option: string, askingId = room.askingId) => ({
  askingId,
  revision,
  answer: { option },
});
const ballotsNow = async () =>
  ((await live.call('GET', `/askings/${room.askingId}/results`)).body as { ballots: number }).ballots;

test('every connect brings the whole state, and a second one what this voter has stored', async () => {
  const phone = await live.phone(room.code);
  expect(phone.snapshot).toMatchObject({
    event: { code: room.code, state: 'live' },
    askings: [{ id: room.askingId, state: 'open', question: { prompt: 'Who would you put in charge?' } }],
    mine: [],
  });
  await ask(phone.socket, 'ballot:cast', cast(1, room.optionIds[0] ?? ''));
  phone.socket.disconnect();
  const again = await live.phone(room.code, phone.token);
  expect(again.snapshot.mine).toMatchObject([{ revision: 1, answer: { option: room.optionIds[0] } }]);
});

test('[BA1] [BA2] [BA3] [BA4] a ballot is counted, repeated, replaced, refused when stale', async () => {
  const [a = '', b = ''] = room.optionIds;
  const { socket } = await live.phone(room.code);
  const first = await ask(socket, 'ballot:cast', cast(1, a));
  expect(first).toMatchObject({ ok: true, value: { revision: 1, saved: true } });
  expect(await ask(socket, 'ballot:cast', cast(1, a))).toEqual(first);
  expect(await ask(socket, 'ballot:cast', cast(2, b))).toMatchObject({ ok: true, value: { revision: 2 } });
  expect(await ask(socket, 'ballot:cast', cast(1, a))).toMatchObject({
    ok: false,
    error: { code: 'REVISION_STALE', stored: { revision: 2, answer: { option: b } } },
  });
  expect(await ballotsNow()).toBe(1);
});

describe('bad input is refused with a code, nothing is stored, the connection is kept', () => {
  test.each([
    ['a foreign option', () => cast(1, 'nobody'), 'ANSWER_INVALID'],
    ['a wrong answer', () => ({ ...cast(1, ''), answer: 7 }), 'ANSWER_INVALID'],
    ['no answer', () => ({ askingId: room.askingId, revision: 1 }), 'BAD_REQUEST'],
    ['a revision of zero', () => cast(0, room.optionIds[0] ?? ''), 'BAD_REQUEST'],
    ['an unknown key', () => ({ ...cast(1, ''), voter: 3 }), 'BAD_REQUEST'],
    ['not an object', () => 'vote', 'BAD_REQUEST'],
    ['an unknown asking', () => cast(1, 'x', 'nowhere'), 'NOT_FOUND'],
  ])('%s', async (_name, payload, code) => {
    const { socket } = await live.phone(room.code);
    expect(await ask(socket, 'ballot:cast', payload())).toMatchObject({ ok: false, error: { code } });
    expect(await ballotsNow()).toBe(0);
    expect(await ask(socket, 'ballot:cast', cast(1, room.optionIds[0] ?? ''))).toMatchObject({ ok: true });
  });

  test('an unknown message and one without an acknowledgement', async () => {
    const { socket } = await live.phone(room.code);
    (socket as unknown as { emit(...args: unknown[]): void }).emit('stage:step', { press: 'next' });
    (socket as unknown as { emit(...args: unknown[]): void }).emit(
      'ballot:cast',
      cast(1, room.optionIds[0] ?? ''),
    );
    expect(await ask(socket, 'ballot:cast', cast(1, room.optionIds[0] ?? ''))).toMatchObject({ ok: true });
  });

  test('over 16 KB ends that socket and no other', async () => {
    const loud = await live.phone(room.code);
    const calm = await live.phone(room.code);
    const ended = once(loud.socket as never, 'disconnect');
    loud.socket.emit(
      'ballot:cast',
      { ...cast(1, ''), answer: { other: 'x'.repeat(17_000) } } as never,
      () => {},
    );
    await ended;
    expect(await ask(calm.socket, 'ballot:cast', cast(1, room.optionIds[0] ?? ''))).toMatchObject({
      ok: true,
    });
  });
});

test('after the close a new ballot is refused, and the receipt of a counted one is given again', async () => {
  const [a = ''] = room.optionIds;
  const early = await live.phone(room.code);
  const late = await live.phone(room.code);
  const receipt = await ask(early.socket, 'ballot:cast', cast(1, a));
  const closed = next(late.socket, 'voter:state', ({ askings }) => askings[0]?.state === 'closed');
  await live.call('POST', `/askings/${room.askingId}/close`);
  await closed;
  expect(await ask(late.socket, 'ballot:cast', cast(1, a))).toMatchObject({
    error: { code: 'ASKING_CLOSED' },
  });
  expect(await ask(early.socket, 'ballot:cast', cast(1, a))).toEqual(receipt);
  expect(await ballotsNow()).toBe(1);
});

test('while results are hidden no phone is told a number of any option', async () => {
  await live.call('POST', `/askings/${room.askingId}/hide`);
  const { socket, snapshot } = await live.phone(room.code);
  expect(snapshot.tallies).toEqual([]);
  const said: unknown[] = [];
  socket.onAny((_event: string, payload: unknown) => said.push(payload));
  const shown = next(socket, 'voter:state', ({ tallies }) => tallies.length > 0);
  await ask(socket, 'ballot:cast', cast(1, room.optionIds[0] ?? ''));
  await live.call('POST', `/askings/${room.askingId}/timer`, { addSeconds: 30 });
  await live.call('POST', `/askings/${room.askingId}/show`);
  expect((await shown).tallies[0]?.tally).toMatchObject({ ballots: 1 });
  expect(JSON.stringify(said.slice(0, -1))).not.toContain('counts');
});

test('a vote over plain HTTP is the same vote, and everybody hears of it', async () => {
  const phone = await live.phone(room.code);
  const tick = next(phone.socket, 'tally:changed', ({ tally }) => tally.ballots === 1);
  const body = { revision: 1, answer: { option: room.optionIds[0] } };
  const put = await live.call('PUT', `/askings/${room.askingId}/ballot`, body, bearer(phone.token));
  expect(put.status).toBe(200);
  expect((await tick).heads.ballots).toBe(1);
  expect(await ask(phone.socket, 'ballot:cast', cast(1, room.optionIds[0] ?? ''))).toMatchObject({
    ok: true,
  });
  expect(await ballotsNow()).toBe(1);
});

test('the next question comes to every phone by itself', async () => {
  const phones = await Promise.all([live.phone(room.code), live.phone(room.code)]);
  const second = await live.call('POST', `/events/${room.eventId}/askings`, {
    question: singleChoice({ prompt: 'And now?' }),
  });
  const { id } = second.body as { id: string };
  const told = phones.map(({ socket }) =>
    next(socket, 'voter:state', ({ askings }) => askings[0]?.id === id),
  );
  await live.call('POST', `/askings/${id}/open`, {});
  for (const state of await Promise.all(told)) expect(state.askings[0]?.question.prompt).toBe('And now?');
});

test('a ninth line of one voter is cut, a wrong token is turned away, an unknown event has no answer of its own', async () => {
  const { eventId } = room;
  const { token } = await live.phone(room.code);
  const more = await Promise.all(Array.from({ length: 7 }, () => live.phone(room.code, token)));
  const auth = { protocol: PROTOCOL_VERSION, as: 'voter', eventId, token };
  const ninth = await import('socket.io-client').then(({ io }) =>
    io(live.url, { auth, transports: ['websocket'], reconnection: false, forceNew: true }),
  );
  await once(ninth as never, 'disconnect');
  expect(more.every(({ socket }) => socket.connected)).toBe(true);
  expect(await live.knock({ ...auth, token: 'short' })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await live.knock({ ...auth, token: API_TOKEN })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await live.knock({ ...auth, eventId: 'nowhere' })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await live.knock({ ...auth, protocol: 0 })).toMatchObject({ code: 'PROTOCOL_OLD' });
  expect(await live.knock({ as: 'voter' })).toMatchObject({ code: 'BAD_REQUEST' });
});

test('ballots that race the close are acknowledged and counted, or refused and not counted', async () => {
  const phones = await Promise.all(Array.from({ length: 40 }, () => live.phone(room.code)));
  const casts = phones.map(({ socket }, index) =>
    ask(socket, 'ballot:cast', cast(1, room.optionIds[index % 2] ?? '')),
  );
  const closing = live.call('POST', `/askings/${room.askingId}/close`);
  const results = (await Promise.all(casts)) as { ok: boolean; error?: { code: string } }[];
  await closing;
  const counted = results.filter(({ ok }) => ok).length;
  expect(results.filter(({ ok }) => !ok).every(({ error }) => error?.code === 'ASKING_CLOSED')).toBe(true);
  expect(await ballotsNow()).toBe(counted);
  expect(await live.app.context.store.ballots.count(room.askingId as never)).toBe(counted);
});

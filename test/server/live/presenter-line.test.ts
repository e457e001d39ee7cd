import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../../shared/messages.ts';
import { API_TOKEN, aRoom, singleChoice, type RestApp, type Room } from '../rest/rest-app.ts';
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

async function screen(may: 'watch' | 'step' | 'present'): Promise<{ id: string; token: string }> {
  const made = await live.call('POST', `/events/${room.eventId}/screens`, { may, label: `to ${may}` });
  return made.body as { id: string; token: string };
}

async function present(may: 'watch' | 'step' | 'present', page: 'screen' | 'remote' = 'screen') {
  return live.presenter(room.eventId, (await screen(may)).token, page);
}

const cast = async (option: number) => {
  const { socket } = await live.phone(room.code);
  return ask(socket, 'ballot:cast', {
    askingId: room.askingId,
    revision: 1,
    answer: { option: room.optionIds[option] },
  });
};

test('the clicker walks through the running order: question, open, close and reveal', async () => {
  const { socket, snapshot } = await present('step');
  expect(snapshot).toMatchObject({ stage: { view: 'lobby' }, may: ['watch', 'step'], tally: null });
  let { version } = snapshot.stage;
  const states: string[] = [];
  for (let press = 0; press < 3; press += 1) {
    const told = next(socket, 'presenter:state', ({ stage }) => stage.version > version);
    // Presses closer than 400 ms are one; the host's clock is this machine's.
    await expect
      .poll(
        async () =>
          ((await ask(socket, 'stage:step', { press: 'next', version })) as { value: { version: number } })
            .value.version,
      )
      .toBeGreaterThan(version);
    const { stage, stops } = await told;
    version = stage.version;
    states.push(`${stage.view} ${stops[0]?.state} ${stops[0]?.shown}`);
  }
  expect(states).toEqual(['asking waiting false', 'asking open true', 'asking closed true']);
});

test('[ST1] a press that saw an older stage does nothing', async () => {
  const { socket, snapshot } = await present('step');
  const press = { press: 'next', version: snapshot.stage.version - 1 };
  expect(await ask(socket, 'stage:step', press)).toMatchObject({ ok: true, value: snapshot.stage });
});

test('a vote moves the screen at once, and a screen that watches sees no hidden number', async () => {
  await live.call('POST', `/askings/${room.askingId}/open`, {});
  const [watcher, reader] = await Promise.all([present('watch'), present('present', 'remote')]);
  const seen = next(watcher.socket, 'tally:changed');
  await cast(0);
  expect((await seen).tally).toMatchObject({ ballots: 1, counts: { [room.optionIds[0] ?? '']: 1 } });

  await live.call('POST', `/askings/${room.askingId}/hide`);
  const heads = next(watcher.socket, 'heads:changed', ({ ballots }) => ballots === 2);
  const whole = next(reader.socket, 'tally:changed', ({ tally }) => tally.ballots === 2);
  const said: string[] = [];
  watcher.socket.onAny((event: string) => said.push(event));
  await cast(1);
  expect(await heads).toMatchObject({ askingId: room.askingId, ballots: 2 });
  expect((await whole).tally).toMatchObject({ ballots: 2 });
  expect(said).not.toContain('tally:changed');
});

test('the remote has the finding before the reveal, the screen with it', async () => {
  await live.call('POST', `/askings/${room.askingId}/open`, {});
  await live.call('POST', `/askings/${room.askingId}/hide`);
  await cast(0);
  const [watcher, reader] = await Promise.all([present('watch'), present('present', 'remote')]);
  const closed = [watcher, reader].map(({ socket }) =>
    next(socket, 'presenter:state', ({ stops }) => stops[0]?.state === 'closed'),
  );
  await live.call('POST', `/askings/${room.askingId}/close`);
  const [onScreen, onRemote] = await Promise.all(closed);
  expect(onScreen?.tally).toBeNull();
  expect(onRemote?.tally?.finding).toMatchObject({ kind: 'leads', text: 'Designer leads' });
  const shown = next(watcher.socket, 'presenter:state', ({ tally }) => tally !== null);
  await live.call('POST', `/askings/${room.askingId}/show`);
  expect((await shown).tally?.finding).toMatchObject({ kind: 'leads' });
});

test.each([
  ['stage:step', () => ({ press: 'next', version: 1 }), ['watch']],
  ['stage:cover', () => ({ blank: true }), ['watch']],
  ['asking:show', () => ({ askingId: room.askingId }), ['watch']],
  ['asking:timer', () => ({ askingId: room.askingId, addSeconds: 10 }), ['watch']],
  ['stage:put', () => ({ view: 'asking', askingId: room.askingId }), ['watch', 'step']],
  ['asking:open', () => ({ askingId: room.askingId }), ['watch', 'step']],
  ['asking:close', () => ({ askingId: room.askingId }), ['watch', 'step']],
  ['text:decide', () => ({ askingId: room.askingId, text: 'x', shown: true }), ['watch', 'step']],
] as const)('%s is not for everybody', async (event, payload, refused) => {
  for (const may of refused) {
    const { socket } = await present(may);
    expect(await ask(socket, event, payload())).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  }
  const { socket } = await present('present', 'remote');
  const answer = (await ask(socket, event, payload())) as { ok: boolean; error?: { code: string } };
  expect(answer.error?.code ?? 'OK').not.toBe('FORBIDDEN');
});

test('a clicker may go home, and what is not understood changes nothing', async () => {
  const { socket, snapshot } = await present('step');
  expect(await ask(socket, 'stage:put', { view: 'lobby' })).toMatchObject({
    ok: true,
    value: { view: 'lobby' },
  });
  for (const wrong of [{}, null, { press: 'sideways', version: 2 }, { press: 'next', version: 2, more: 1 }])
    expect(await ask(socket, 'stage:step', wrong)).toMatchObject({ error: { code: 'BAD_REQUEST' } });
  expect(snapshot.stage.view).toBe('lobby');
});

test('a revoked screen is cut off at once and not let in again', async () => {
  const { id, token } = await screen('step');
  const { socket } = await live.presenter(room.eventId, token);
  const ended = once(socket as never, 'disconnect');
  await live.call('DELETE', `/screens/${id}`);
  await ended;
  const auth = { protocol: PROTOCOL_VERSION, as: 'presenter', eventId: room.eventId, token, page: 'screen' };
  expect(await live.knock(auth)).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a screen’s token opens 32 lines and no more; another token still opens its own', async () => {
  const { token } = await screen('watch');
  const lines = await Promise.all(Array.from({ length: 32 }, () => live.presenter(room.eventId, token)));
  const more = await import('socket.io-client').then(({ io }) =>
    io(live.url, {
      auth: { protocol: PROTOCOL_VERSION, as: 'presenter', eventId: room.eventId, token, page: 'screen' },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    }),
  );
  await once(more as never, 'disconnect');
  expect(lines.every(({ socket }) => socket.connected)).toBe(true);
  await present('watch');
  for (const { socket } of lines) socket.disconnect();
});

test('a screen that stops reading is sent no more, and the newest state when it reads again', async () => {
  const { socket } = await present('watch');
  const served = [...live.app.io.sockets.sockets.values()].at(-1);
  const raw = (
    socket as unknown as {
      io: { engine: { transport: { ws: { _socket: { pause(): void; resume(): void } } } } };
    }
  ).io.engine.transport.ws._socket;
  if (!served) throw new Error('the screen is not here');
  raw.pause();
  const waiting = () => (served.conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length;
  // More than the network holds by itself.
  while (waiting() < 8) served.emit('line:news', 'x'.repeat(1_000_000));
  for (let n = 0; n < 20; n += 1)
    await live.call('PUT', `/events/${room.eventId}/stage`, { view: n % 2 ? 'lobby' : 'blank' });
  expect(waiting()).toBe(8);
  const caughtUp = next(socket, 'presenter:snapshot');
  raw.resume();
  expect((await caughtUp).stage.version).toBeGreaterThan(20);
});

test('a revoked API token ends its lines too', async () => {
  const made = await live.call('POST', '/tokens', { name: 'A program', role: 'organiser' });
  const { id, token } = made.body as { id: string; token: string };
  const { socket } = await live.presenter(room.eventId, token, 'remote');
  const ended = once(socket as never, 'disconnect');
  await live.call('DELETE', `/tokens/${id}`);
  await ended;
});

test('a token opens its own event only, and a stranger is not told whether there is one', async () => {
  const { token } = await screen('step');
  const other = await aRoom(live as unknown as RestApp);
  const auth = { protocol: PROTOCOL_VERSION, as: 'presenter', page: 'screen', token };
  expect(await live.knock({ ...auth, eventId: other.eventId })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await live.knock({ ...auth, eventId: 'nowhere' })).toMatchObject({ code: 'FORBIDDEN' });
  const stranger = { ...auth, token: 'asc_unknown' };
  expect(await live.knock({ ...stranger, eventId: room.eventId })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await live.knock({ ...stranger, eventId: 'nowhere' })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await live.knock({ ...auth, token: API_TOKEN, eventId: 'nowhere' })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('who is connected is told to all; the preview of the console counts as no screen', async () => {
  const first = await present('step');
  const told = next(first.socket, 'presenter:state', ({ presenters }) => presenters.length === 2);
  const remote = await present('present', 'remote');
  expect((await told).presenters).toEqual([
    { page: 'screen', count: 1 },
    { page: 'remote', count: 1 },
  ]);
  const gone = next(first.socket, 'presenter:state', ({ presenters }) => presenters.length === 1);
  remote.socket.disconnect();
  expect((await gone).presenters).toEqual([{ page: 'screen', count: 1 }]);
});

test('words chosen for the screen reach it with the results, not before; who reads the event has them', async () => {
  room = await aRoom(live as unknown as RestApp, singleChoice({ settings: { other: true } }));
  const [watching, running] = [await present('watch'), await present('present', 'remote')];
  await live.call('POST', `/askings/${room.askingId}/open`, {});
  await live.call('POST', `/askings/${room.askingId}/hide`);
  const put = { text: 'A voter’s own words', shown: true };
  const said: string[] = [];
  watching.socket.onAny((...message) => said.push(JSON.stringify(message)));
  const phone = await live.phone(room.code);
  const answer = { other: put.text };
  await ask(phone.socket, 'ballot:cast', { askingId: room.askingId, revision: 1, answer });
  const told = next(running.socket, 'texts:changed', ({ askingId }) => askingId === room.askingId);
  await live.call('PATCH', `/askings/${room.askingId}/texts`, put);
  await told;
  const shown = next(watching.socket, 'presenter:state', ({ stops }) => stops[0]?.shown === true);
  await live.call('POST', `/askings/${room.askingId}/show`);
  expect((await shown).tally?.tally).toMatchObject({ others: { [put.text]: 1 } });
  expect(said.every((message) => !message.includes('texts:changed'))).toBe(true);
  expect(said.filter((message) => message.includes(put.text))).toHaveLength(1);
});

test('in a binned event nobody opens a vote, also not by a line that was there before', async () => {
  const { socket } = await present('present', 'remote');
  await live.call('DELETE', `/events/${room.eventId}`);
  expect(await ask(socket, 'asking:open', { askingId: room.askingId })).toMatchObject({
    ok: false,
    error: { code: 'STATE_CONFLICT' },
  });
});

test('an erased event ends for everybody', async () => {
  const { socket } = await present('watch');
  const phone = await live.phone(room.code);
  const ended = [socket, phone.socket].map((each) => once(each as never, 'disconnect'));
  await live.call('DELETE', `/events/${room.eventId}`);
  await live.call('POST', `/events/${room.eventId}/erase`, { title: 'Learning Lounge' });
  await Promise.all(ended);
});

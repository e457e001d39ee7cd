import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aRoom, type RestApp, type Room } from '../rest/rest-app.ts';
import { startLive, type LiveApp, type Phone } from './live-app.ts';

let live: LiveApp;
let room: Room;
beforeAll(async () => {
  live = await startLive();
  room = await aRoom(live as unknown as RestApp);
});
afterAll(() => live.close());

/** Its side of the line, as Socket.IO's client hides it. */
function rawOf({ socket }: Phone): { send(text: string): void; _socket: { pause(): void } } {
  return (socket as unknown as { io: { engine: { transport: { ws: never } } } }).io.engine.transport.ws;
}

test('a phone that floods is cut off, whatever it says; the others are not', async () => {
  const [loud, calm] = [await live.phone(room.code), await live.phone(room.code)];
  const ended = once(loud.socket as never, 'disconnect');
  for (let n = 0; n < 400; n += 1) rawOf(loud).send('42["nobody:knows-this"]');
  await ended;
  expect(await calm.socket.timeout(5000).emitWithAck('line:probe')).toMatchObject({ ok: true });
});

test('a line on which too much waits unread is cut off', async () => {
  const phone = await live.phone(room.code);
  const [line] = await live.app.io.fetchSockets().then((all) => all.slice(-1));
  const served = live.app.io.sockets.sockets.get(line?.id ?? '');
  if (!served) throw new Error('the phone is not here');
  const ended = once(served as never, 'disconnect');
  rawOf(phone)._socket.pause();
  const much = 'x'.repeat(1_000_000);
  for (let n = 0; n < 300; n += 1) served.emit('line:news', much);
  await ended;
}, 10_000);

test('a WebSocket on which nothing is said is closed in 15 s, also one that does not close on its side', async () => {
  const { port } = new URL(live.url);
  const mute = connect(Number(port), '127.0.0.1');
  mute.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  );
  mute.resume();
  await once(mute, 'close');
}, 15_000);

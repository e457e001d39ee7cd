import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Server, type Socket } from 'socket.io';
import { io, type Socket as Client } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Broadcaster } from '../../../server/live/broadcaster.ts';

let http: HttpServer;
let server: Server;
let clients: Client[];

beforeEach(async () => {
  http = createServer();
  server = new Server(http);
  clients = [];
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});
afterEach(async () => {
  for (const client of clients) client.disconnect();
  await server.close();
});

async function connect(transport: 'websocket' | 'polling'): Promise<{ client: Client; socket: Socket }> {
  const { port } = http.address() as AddressInfo;
  const arrived = once(server as never, 'connection');
  const client = io(`http://127.0.0.1:${port}`, {
    transports: [transport],
    forceNew: true,
    reconnection: false,
  });
  clients.push(client);
  const [socket] = (await arrived) as [Socket];
  return { client, socket };
}

const payload = { text: 'Was hat sich verändert? 何 👩🏽‍🏫', counts: { a: 1, b: [1, 2] }, nothing: null };

test.each(['websocket', 'polling'] as const)(
  'over %s arrives what a plain emit would bring',
  async (transport) => {
    const { client, socket } = await connect(transport);
    const heard: unknown[] = [];
    const both = new Promise<void>((settle) => {
      client.on('tally:changed', (said: unknown) => {
        heard.push(said);
        if (heard.length === 2) settle();
      });
    });
    socket.emit('tally:changed', payload);
    new Broadcaster(() => undefined).send([socket], 'tick', 'tally:changed', payload);
    await both;
    expect(heard).toEqual([payload, payload]);
  },
);

/** Stands for a socket; notes what is written to it. */
function stub(unread = 0): { socket: Socket; written: unknown[] } {
  const written: unknown[] = [];
  const socket = {
    connected: true,
    conn: { writeBuffer: { length: unread } },
    client: { writeToEngine: (packets: unknown[]) => written.push(packets[0]) },
  };
  return { socket: socket as unknown as Socket, written };
}

test('250 a turn; a newer message of the same kind ends the run of the older one', () => {
  const turns: (() => void)[] = [];
  const broadcaster = new Broadcaster(
    () => undefined,
    (next) => turns.push(next),
  );
  const stubs = Array.from({ length: 600 }, () => stub());
  const sockets = stubs.map(({ socket }) => socket);
  const wrote = () => stubs.map(({ written }) => written.length);
  broadcaster.send(sockets, 'tick', 'tally:changed', 1);
  expect(wrote().filter(Boolean)).toHaveLength(250);
  broadcaster.send(sockets, 'state', 'voter:state', 'another kind');
  broadcaster.send(sockets, 'tick', 'tally:changed', 2);
  while (turns.length > 0) turns.shift()?.();
  expect(stubs.map(({ written }) => written.at(-1)).every((last) => last !== '2["tally:changed",1]')).toBe(
    true,
  );
  expect(stubs[599]?.written).toHaveLength(2);
});

test('a phone that does not read is passed over and told of', () => {
  const behind: Socket[] = [];
  const [reads, sleeps] = [stub(), stub(8)];
  new Broadcaster((socket) => behind.push(socket)).send([reads.socket, sleeps.socket], 'tick', 'x', 1);
  expect(reads.written).toHaveLength(1);
  expect(sleeps.written).toHaveLength(0);
  expect(behind).toEqual([sleeps.socket]);
});

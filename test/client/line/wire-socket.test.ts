import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WireSocket } from '../../../client/line/wire-socket.ts';

interface Down {
  'told:this': (payload: { text: string }) => void;
}

/** A browser does not throw where nobody listens to errors. */
class BrowserLike extends WebSocket {
  constructor(url: string) {
    super(url);
    this.on('error', () => undefined);
  }
}

let http: HttpServer;
let io: Server;
let socket: WireSocket<Down> | undefined;

beforeEach(async () => {
  http = createServer();
  io = new Server(http, { pingInterval: 100, pingTimeout: 5000 });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  vi.stubGlobal('location', { origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
  vi.stubGlobal('WebSocket', BrowserLike);
});

afterEach(async () => {
  socket?.disconnect();
  await io.close();
  vi.unstubAllGlobals();
});

const told = () => ({ connected: vi.fn(), failed: vi.fn(), lost: vi.fn(), heard: vi.fn() });

function aSocket(auth: object = {}) {
  const listener = told();
  const made = new WireSocket<Down>(auth, listener);
  socket = made;
  return { socket: made, listener };
}

test.each(['websocket', 'polling'] as const)(
  'over %s: auth goes up, events come down, asks are answered',
  async (transport) => {
    io.use((client, next) => {
      client.data = client.handshake.auth;
      next();
    });
    io.on('connection', (client) => {
      client.emit('told:this', { text: `“${client.data.name as string}”, 12[] ` });
      client.on('say:back', (payload: unknown, ack: (answer: unknown) => void) =>
        ack({ ok: true, value: payload }),
      );
      client.on('no:payload', (ack: (answer: unknown) => void) => ack(client.conn.transport.name));
      client.on('never', () => undefined);
    });
    const { socket, listener } = aSocket({ name: 'Zoë' });
    const heard = new Promise((settle) => socket.on('told:this', settle));
    socket.connect([transport]);
    expect(await heard).toEqual({ text: '“Zoë”, 12[] ' });
    expect(socket.connected).toBe(true);
    expect(listener.connected).toHaveBeenCalledOnce();
    const asks = [1, 2, 3].map((n) => socket.ask('say:back', { n }, 5000));
    expect(await Promise.all(asks)).toEqual([1, 2, 3].map((n) => ({ ok: true, value: { n } })));
    expect(await socket.ask('no:payload', undefined, 5000)).toBe(transport);
    expect(socket.idleTransport).toBe(transport);
    await expect(socket.ask('never', {}, 20)).rejects.toThrow('no answer came');
    expect(socket.connected).toBe(true);
  },
);

test.each(['websocket', 'polling'] as const)('over %s the server’s pings are answered', async (transport) => {
  let pongs = 0;
  io.on('connection', (client) => {
    client.conn.on('packet', ({ type }) => (pongs += type === 'pong' ? 1 : 0));
  });
  const { socket } = aSocket();
  socket.connect([transport]);
  await expect.poll(() => pongs, { timeout: 5000 }).toBeGreaterThan(2);
  expect(socket.connected).toBe(true);
});

test.each(['websocket', 'polling'] as const)('over %s a refusal comes with its reason', async (transport) => {
  const refusal = { code: 'NOT_FOUND', message: 'not here' };
  io.use((_client, next) => next(Object.assign(new Error('no'), { data: refusal })));
  const { socket, listener } = aSocket();
  socket.connect([transport]);
  await vi.waitFor(() => expect(listener.failed).toHaveBeenCalledWith(refusal), 5000);
  expect(socket.connected).toBe(false);
  expect(listener.lost).not.toHaveBeenCalled();
});

test.each(['websocket', 'polling'] as const)(
  'over %s a line that ends is told once, and its asks fail',
  async (transport) => {
    io.on('connection', (client) => client.on('never', () => client.disconnect(true)));
    const { socket, listener } = aSocket();
    socket.connect([transport]);
    await vi.waitFor(() => expect(socket.connected).toBe(true), 5000);
    await expect(socket.ask('never', {}, 10_000)).rejects.toThrow('the line is gone');
    expect(listener.lost).toHaveBeenCalledOnce();
    expect(listener.failed).not.toHaveBeenCalled();
    await expect(socket.ask('never', {}, 10)).rejects.toThrow('there is no line');
  },
);

test.each(['websocket', 'polling'] as const)(
  'over %s the server sees that a page goes',
  async (transport) => {
    const gone = new Promise((settle) => io.on('connection', (client) => client.on('disconnect', settle)));
    const { socket, listener } = aSocket();
    socket.connect([transport]);
    await vi.waitFor(() => expect(socket.connected).toBe(true), 5000);
    socket.disconnect();
    await gone;
    expect(listener.lost).not.toHaveBeenCalled();
  },
);

test('where WebSocket is refused, the same try goes on with plain HTTP', async () => {
  http.prependListener('upgrade', (_request, line) => line.destroy());
  const { socket, listener } = aSocket();
  socket.connect(['websocket', 'polling']);
  await vi.waitFor(() => expect(listener.connected).toHaveBeenCalledOnce(), 5000);
  expect(socket.idleTransport).toBe('polling');
  expect(listener.failed).not.toHaveBeenCalled();
});

test('where nobody answers, the try fails once, without a reason', async () => {
  await io.close();
  const { socket, listener } = aSocket();
  socket.connect(['websocket', 'polling']);
  await vi.waitFor(() => expect(listener.failed).toHaveBeenCalledOnce(), 5000);
  expect(listener.failed).toHaveBeenCalledWith(undefined);
  expect(listener.lost).not.toHaveBeenCalled();
});

test('a new try lets go of the old one', async () => {
  const { socket, listener } = aSocket();
  socket.connect(['websocket']);
  socket.connect(['websocket']);
  await vi.waitFor(() => expect(listener.connected).toHaveBeenCalledOnce(), 5000);
  await vi.waitFor(() => expect(io.engine.clientsCount).toBe(1), 5000);
});

import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { keyPair } from './fixtures/key-pair.ts';
import { startLive, type LiveApp } from './live/live-app.ts';

const TLS = { TLS_CERT_FILE: keyPair.certFile, TLS_KEY_FILE: keyPair.keyFile };
/** Within this time a connection that does not finish is closed. */
const LATEST_MS = 15_000;

test.each([
  ['plain HTTP', {}],
  ['TLS', TLS],
])('a request that does not arrive is given up in time: %s', async (_line, env) => {
  const live = await startLive(env);
  const { requestTimeout, headersTimeout } = live.app.fastify.server as Server;
  await live.close();
  for (const limit of [requestTimeout, headersTimeout]) {
    expect(limit).toBeGreaterThan(5_000);
    expect(limit).toBeLessThan(LATEST_MS);
  }
});

test('whoever does not read does not hold up the end', async () => {
  const live = await startLive();
  const phone = await deafPhone(live);
  await live.close();
  phone.destroy();
}, 8_000);

/** A WebSocket that is open and never reads again, so that it answers no closing handshake. */
async function deafPhone({ app }: LiveApp): Promise<Socket> {
  const { port } = app.fastify.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
      '\r\n',
    ].join('\r\n'),
  );
  await once(socket, 'data');
  socket.pause();
  return socket;
}

import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOL_VERSION, type VoterSnapshot } from '../../shared/messages.ts';
import { startBuilt, type BuiltServer } from './built-server.ts';
import { keyPair } from './fixtures/key-pair.ts';
import { tempFolder } from './store/temp-folder.ts';

/** As a proxy that nobody trusts tells of somebody elsewhere: on plain HTTP the console would be refused. */
const ELSEWHERE = { 'x-forwarded-for': '203.0.113.7' };

let server: BuiltServer;
beforeAll(async () => {
  const env = { TLS_CERT_FILE: keyPair.certFile, TLS_KEY_FILE: keyPair.keyFile };
  server = await startBuilt({ folder: tempFolder(), env });
}, 30_000);
afterAll(() => server.end());

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** `fetch` takes no certificate of our own. */
async function ask(method: string, path: string, body?: object, more: object = {}): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...ELSEWHERE, ...more };
  const asked = request(`${server.url}${path}`, { method, headers, rejectUnauthorized: false });
  asked.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const part of response) text += String(part);
  return { status: response.statusCode, headers: response.headers, body: text };
}

test('all addresses that are printed say https', () => {
  expect(server.url).toMatch(/^https:/);
  expect(server.phones()).toMatch(/^https:/);
  expect(server.out()).toMatch(/--url https:\/\/localhost:\d+$/m);
});

test('the console answers from elsewhere, and the line stays secure', async () => {
  const { status, headers, body } = await ask('GET', '/organise');
  expect(status).toBe(200);
  expect(body).toContain('<div id="app">');
  expect(headers['strict-transport-security']).toMatch(/^max-age=\d{7,}/);
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['content-security-policy']).toContain(`wss://127.0.0.1:${server.port}`);
});

test('the session’s cookie goes over TLS only, and works', async () => {
  const token = /#sign-in=([\w-]+)/.exec(server.out())?.[1];
  const origin = { origin: server.url };
  const signedIn = await ask('POST', '/api/v1/sign-in', { token }, origin);
  expect(signedIn.status).toBe(200);
  const cookie = String(signedIn.headers['set-cookie']);
  expect(cookie.split('; ').slice(1)).toEqual(expect.arrayContaining(['Secure', 'HttpOnly', 'SameSite=Lax']));
  const session = { cookie: cookie.split(';')[0], ...origin };
  expect((await ask('GET', '/api/v1/me', undefined, session)).status).toBe(200);
  expect((await ask('GET', '/api/v1/me')).status).toBe(401);
});

test('a phone joins and comes in over WSS', async () => {
  const joined = await ask('POST', '/api/v1/join', { code: server.phones().split('/').at(-1) });
  const { eventId, voterToken } = JSON.parse(joined.body) as { eventId: string; voterToken: string };
  const auth = { protocol: PROTOCOL_VERSION, as: 'voter', eventId, token: voterToken };
  const socket = io(server.url, { auth, transports: ['websocket'], rejectUnauthorized: false });
  const [snapshot] = (await once(socket as never, 'voter:snapshot')) as [VoterSnapshot];
  expect(snapshot.askings[0]?.state).toBe('open');
  socket.disconnect();
});

test('plain HTTP on the same port is told nothing', async () => {
  await expect(fetch(server.url.replace('https', 'http'))).rejects.toThrow();
});

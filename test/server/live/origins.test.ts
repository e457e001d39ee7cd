import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../../shared/messages.ts';
import { aRoom, aSession, type RestApp, type Room } from '../rest/rest-app.ts';
import { NO_ANSWER, startLive, type LiveApp } from './live-app.ts';

let live: LiveApp;
let room: Room;

beforeAll(async () => {
  live = await startLive({ ASKAGAIN_PUBLIC_URL: 'https://ask.example.org' });
  room = await aRoom(live as unknown as RestApp);
});
afterAll(() => live.close());

const HOSTILE = [
  'http://evil.example',
  'https://evil.example',
  'null',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'http://localhost',
  'https://ask.example.org.evil.example',
  'https://ask.example.org@evil.example',
  'http://ask.example.org',
  'https://ask.example.org:8443',
  'https://xask.example.org',
  'file://',
  'chrome-extension://abcdef',
  'javascript:alert(1)',
  'not an origin',
];

test.each(HOSTILE)('%s gets in neither by WebSocket nor by polling', async (origin) => {
  const auth = { protocol: PROTOCOL_VERSION, as: 'voter', eventId: room.eventId, token: 'x'.repeat(22) };
  for (const transport of ['websocket', 'polling'] as const) {
    const more = { transports: [transport], extraHeaders: { origin } };
    expect(await live.knock(auth, more)).toEqual(NO_ANSWER);
  }
});

test('our own page and the public address get in', async () => {
  const { token } = await live.phone(room.code);
  const auth = { protocol: PROTOCOL_VERSION, as: 'voter', eventId: room.eventId, token };
  for (const origin of [live.url, 'https://ask.example.org'])
    expect(await live.knock(auth, { extraHeaders: { origin } })).toBeUndefined();
});

test('a session counts from our own page, never without an origin or from another page', async () => {
  const link = (await live.app.context.identity.newSignInLink()).replace('/organise#', '');
  const { cookie = '' } = await aSession({ app: live.app.fastify } as RestApp, link);
  const auth = { protocol: PROTOCOL_VERSION, as: 'presenter', eventId: room.eventId, page: 'console' };
  const knock = (origin?: string) =>
    live.knock(auth, { extraHeaders: origin === undefined ? { cookie } : { cookie, origin } });
  expect(await knock(live.url)).toBeUndefined();
  expect(await knock()).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await knock('http://evil.example')).toEqual(NO_ANSWER);
});

test('a session counts over polling, whose first request has no Origin, where the browser says it is our page', async () => {
  const link = (await live.app.context.identity.newSignInLink()).replace('/organise#', '');
  const { cookie = '' } = await aSession({ app: live.app.fastify } as RestApp, link);
  const auth = { protocol: PROTOCOL_VERSION, as: 'presenter', eventId: room.eventId, page: 'console' };
  const knock = (site: string) =>
    live.knock(auth, { transports: ['polling'], extraHeaders: { cookie, 'sec-fetch-site': site } });
  expect(await knock('same-origin')).toBeUndefined();
  expect(await knock('none')).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await knock('same-site')).toEqual(NO_ANSWER);
});

test('JSONP, which is for scripts of other pages, is refused', async () => {
  const status = await new Promise((settle) => {
    request(`${live.url}/socket.io/?EIO=4&transport=polling&j=0`, (response) => {
      response.resume();
      settle(response.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});

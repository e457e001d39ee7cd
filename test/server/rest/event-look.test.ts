import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
let path: string;

beforeAll(async () => {
  rest = await startRest();
  const { body } = await rest.call('POST', '/events', { title: 'Lounge' });
  path = `/events/${(body as { id: string }).id}`;
});
afterAll(() => rest.close());

const put = (setUp: unknown) => rest.call('PATCH', path, { setUp });

test('[TH1] an accent that bars would not stand out in is refused with its contrast, and nothing is stored', async () => {
  expect(await put({ accent: '#ffd400', language: 'de' })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'setUp.accent', message: expect.stringContaining('1.2 : 1') as string }] },
  });
  expect((await rest.call('GET', path)).body).toMatchObject({ setUp: { accent: null, language: null } });
});

test('[TH1] a logo that is not here is refused by name', async () => {
  expect(await put({ logo: 'nothing' })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'setUp.logo' }] },
  });
});

test('accent and language are the event’s from then on; what was not sent stays', async () => {
  expect((await put({ accent: '#1f5fbf' })).status).toBe(200);
  expect((await put({ language: 'ar' })).body).toMatchObject({
    setUp: { accent: '#1f5fbf', language: 'ar' },
  });
  expect((await put({ accent: null })).body).toMatchObject({ setUp: { accent: null, language: 'ar' } });
});

test('long notes on every stop of a long talk are taken', async () => {
  const note = '字'.repeat(2000);
  const stops = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`stop${at}`, { note }]));
  expect((await put({ stops })).status).toBe(200);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_TOKEN, aRoom, bearer, singleChoice, startRest, type Answer, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

let keys = 0;
const freshKey = () => `key-${(keys += 1)}`;

function post(key: string, path: string, body: unknown, headers = bearer(API_TOKEN)): Promise<Answer> {
  return rest.call('POST', path, body, { ...headers, 'idempotency-key': key });
}

async function events(): Promise<number> {
  const { body } = await rest.call('GET', '/events?limit=100');
  return (body as { items: object[] }).items.length;
}

describe('Idempotency-Key', () => {
  test('the same request again gets the same answer and does nothing', async () => {
    const key = freshKey();
    const first = await post(key, '/events', { title: 'Once', place: 'London' });
    expect(first.status).toBe(201);
    const before = await events();
    // The order of keys is no other body.
    const again = await post(key, '/events', { place: 'London', title: 'Once' });
    expect(again).toMatchObject({
      status: 201,
      text: first.text,
      headers: { 'idempotent-replayed': 'true' },
    });
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
    expect(await events()).toBe(before);
  });

  test('another body under the same key is 409, and nothing is done', async () => {
    const key = freshKey();
    await post(key, '/events', { title: 'One' });
    const before = await events();
    expect(await post(key, '/events', { title: 'Two' })).toMatchObject({
      status: 409,
      body: { code: 'CONTENT_CONFLICT' },
    });
    expect(await events()).toBe(before);
  });

  test('ten at the same moment are done once', async () => {
    const key = freshKey();
    const before = await events();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(key, '/events', { title: 'At once' })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(await events()).toBe(before + 1);
  });

  test('counts for one route and one caller', async () => {
    const key = freshKey();
    const { eventId } = await aRoom(rest);
    await post(key, '/events', { title: 'Mine' });
    expect((await post(key, `/events/${eventId}/copy`, { title: 'Mine' })).status).toBe(201);
    const { token } = (await rest.call('POST', '/tokens', { name: 'x', role: 'organiser' })).body as {
      token: string;
    };
    expect((await post(key, '/events', { title: 'Theirs' }, bearer(token))).status).toBe(201);
    expect((await post(key, '/events', { title: 'Mine' }, {})).status).toBe(401);
  });

  test('a refusal is repeated too; what failed here is tried anew', async () => {
    const key = freshKey();
    const { askingId } = await aRoom(rest);
    const close = () => post(key, `/askings/${askingId}/close`, {});
    expect((await close()).status).toBe(409);
    await rest.call('POST', `/askings/${askingId}/open`, {});
    expect(await close()).toMatchObject({ status: 409, headers: { 'idempotent-replayed': 'true' } });

    const failing = freshKey();
    const { create } = rest.store.events;
    rest.store.events.create = () => Promise.reject(new Error('the disk is gone'));
    expect((await post(failing, '/events', { title: 'Later' })).status).toBe(500);
    rest.store.events.create = create;
    expect((await post(failing, '/events', { title: 'Later' })).status).toBe(201);
  });

  test('a body that was refused as invalid may be sent again, mended', async () => {
    const key = freshKey();
    expect((await post(key, '/questions', { type: 'single' })).status).toBe(422);
    expect((await post(key, '/questions', singleChoice())).status).toBe(201);
  });

  test('works for answers without a body', async () => {
    const key = freshKey();
    const { eventId } = await aRoom(rest);
    const erase = () => post(key, `/events/${eventId}/erase`, { title: 'Learning Lounge' });
    expect(await erase()).toMatchObject({ status: 204, text: '' });
  });

  test('is not pushed out by strangers, who may send keys without an end', async () => {
    const key = freshKey();
    const first = await post(key, '/events', { title: 'Kept' });
    for (let n = 0; n < 1001; n += 1) await post(freshKey(), '/join', { code: 'K7M4QX' }, {} as never);
    expect((await post(key, '/events', { title: 'Kept' })).text).toBe(first.text);
  });

  test('is forgotten after a day', async () => {
    const key = freshKey();
    const first = await post(key, '/events', { title: 'A day' });
    rest.clock.now += 24 * 3_600_000 + 1;
    const next = await post(key, '/events', { title: 'A day' });
    expect(next.status).toBe(201);
    expect(next.text).not.toBe(first.text);
  });

  test('never brings back a session: a sign-in is done each time', async () => {
    const token = (await rest.identity.newSignInLink()).split('=')[1];
    const key = freshKey();
    const origin = { origin: 'http://localhost:80' };
    expect((await post(key, '/sign-in', { token }, origin)).status).toBe(200);
    expect((await post(key, '/sign-in', { token }, origin)).status).toBe(401);
  });
});

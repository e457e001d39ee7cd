import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPhone, aRoom, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

describe('the bin', () => {
  test('an event goes in, is read there, changes nothing there, and comes back', async () => {
    const { eventId, askingId, code } = await aRoom(rest);
    await rest.call('POST', `/askings/${askingId}/open`, {});
    const phone = await aPhone(rest, code);
    expect((await rest.call('DELETE', `/events/${eventId}`)).status).toBe(204);
    expect((await rest.call('DELETE', `/events/${eventId}`)).status).toBe(204);
    expect(await rest.call('GET', `/events/${eventId}`)).toMatchObject({
      status: 200,
      body: { deletedAt: '2026-05-04T09:00:00.000Z', askings: [{ state: 'closed' }] },
    });
    for (const [method, path] of [
      ['PATCH', `/events/${eventId}`],
      ['POST', `/askings/${askingId}/open`],
      ['POST', `/askings/${askingId}/show`],
    ] as const)
      expect(await rest.call(method, path, {})).toMatchObject({
        status: 409,
        body: { code: 'STATE_CONFLICT' },
      });
    expect((await rest.call('POST', '/join', { code }, {})).status).toBe(404);
    expect((await rest.call('GET', `/askings/${askingId}/results`, undefined, phone)).status).toBe(403);
    expect((await rest.call('GET', `/askings/${askingId}/ballot`, undefined, phone)).status).toBe(404);
    const restored = await rest.call('POST', `/events/${eventId}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { deletedAt: null } });
    expect((await rest.call('POST', '/join', { code }, {})).status).toBe(200);
  });

  test('erasing asks for the title, and leaves nothing', async () => {
    const { eventId, askingId, questionId, code } = await aRoom(rest);
    await rest.call('DELETE', `/events/${eventId}`);
    for (const title of ['learning lounge', '', 'Learning Lounge '])
      expect(await rest.call('POST', `/events/${eventId}/erase`, { title })).toMatchObject({
        status: 422,
        body: { code: 'INVALID', errors: [{ path: 'title' }] },
      });
    const erased = await rest.call('POST', `/events/${eventId}/erase`, { title: 'Learning Lounge' });
    expect(erased.status).toBe(204);
    expect((await rest.call('GET', `/events/${eventId}`)).status).toBe(404);
    expect((await rest.call('GET', `/askings/${askingId}`)).status).toBe(404);
    expect((await rest.call('POST', `/events/${eventId}/restore`)).status).toBe(404);
    expect((await rest.call('POST', '/join', { code }, {})).status).toBe(404);
    expect((await rest.call('GET', `/questions/${questionId}`)).status).toBe(200);
  });

  test('an event that is read while it is being erased is not kept in memory', async () => {
    const { eventId: id } = await aRoom(rest);
    const { erase } = rest.store.events;
    rest.store.events.erase = async (...args) => {
      expect((await rest.call('GET', `/events/${id}`)).status).toBe(200);
      return erase(...args);
    };
    await rest.call('POST', `/events/${id}/erase`, { title: 'Learning Lounge' });
    rest.store.events.erase = erase;
    expect((await rest.call('GET', `/events/${id}`)).status).toBe(404);
  });
});

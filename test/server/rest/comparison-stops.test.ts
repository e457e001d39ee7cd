import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aRoom, startRest, type RestApp, type Room } from './rest-app.ts';

let rest: RestApp;
let room: Room;
let questionId: string;

beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(async () => {
  room = await aRoom(rest);
  const asked = (await rest.call('GET', `/askings/${room.askingId}`)).body as { questionId: string };
  questionId = asked.questionId;
});

const event = async (id = room.eventId) =>
  (await rest.call('GET', `/events/${id}`)).body as {
    order: string[];
    askings: { id: string }[];
    comparisons: { id: string; questionId: string; prompt: string }[];
  };
const add = (body: object) => rest.call('POST', `/events/${room.eventId}/comparisons`, body);

describe('the comparison of a question as a stop', () => {
  test('comes at the end, or where it is put, and is moved with the rest', async () => {
    const stop = `compare:${questionId}`;
    expect(await add({ questionId })).toMatchObject({ status: 201, body: { id: stop, questionId } });
    expect((await event()).order).toEqual([room.askingId, stop]);
    await add({ questionId, position: 0 });
    expect((await event()).order).toEqual([stop, room.askingId]);
    const order = [room.askingId, stop];
    expect(await rest.call('PATCH', `/events/${room.eventId}`, { order })).toMatchObject({
      status: 200,
      body: { order, askings: [{ id: room.askingId }], comparisons: [{ id: stop }] },
    });
  });

  test('goes, once', async () => {
    await add({ questionId });
    const path = `/events/${room.eventId}/comparisons/${questionId}`;
    expect(await rest.call('DELETE', path)).toMatchObject({ status: 204 });
    expect(await rest.call('DELETE', path)).toMatchObject({ status: 404 });
    expect((await event()).order).toEqual([room.askingId]);
  });

  test('is copied with its event, and kept over a restart', async () => {
    await add({ questionId });
    const copy = (await rest.call('POST', `/events/${room.eventId}/copy`, {})).body as { id: string };
    expect((await event(copy.id)).order).toEqual([expect.any(String), `compare:${questionId}`]);
    await rest.hosts.forget(room.eventId as never);
    expect((await event()).comparisons).toMatchObject([{ questionId, prompt: expect.any(String) }]);
  });

  test('may be of a question that this event does not ask', async () => {
    const made = await rest.call('POST', '/questions', {
      type: 'single',
      prompt: 'Elsewhere?',
      options: [{ label: 'Yes' }, { label: 'No' }],
    });
    const { id } = made.body as { id: string };
    expect(await add({ questionId: id })).toMatchObject({ status: 201, body: { prompt: 'Elsewhere?' } });
    expect(await add({ questionId: 'nowhere' })).toMatchObject({ status: 404 });
    expect(await add({ questionId, position: -1 })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'position' }] },
    });
  });

  test('goes through a file and back', async () => {
    await add({ questionId });
    const file = await rest.call('GET', `/events/${room.eventId}/export.json`);
    await rest.call('DELETE', `/events/${room.eventId}`);
    expect(file.body).toMatchObject({ event: { order: [room.askingId, `compare:${questionId}`] } });
  });

  test('is put on the stage by its question', async () => {
    const put = (body: object) => rest.call('PUT', `/events/${room.eventId}/stage`, body);
    expect(await put({ view: 'comparison', questionId })).toMatchObject({
      status: 200,
      body: { view: 'comparison', questionId, step: 0 },
    });
    expect(await put({ view: 'comparison' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'questionId' }] },
    });
    expect(await put({ view: 'comparison', questionId: 'nowhere' })).toMatchObject({ status: 404 });
  });
});

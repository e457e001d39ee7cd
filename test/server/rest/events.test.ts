import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAsking, aPhone, aRoom, singleChoice, startRest, type RestApp } from './rest-app.ts';

interface EventBody {
  id: string;
  code: string;
  title: string;
  order: string[];
  askings: { id: string; questionId: string; state: string; settings: object }[];
}

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

async function create(fields: object = {}): Promise<EventBody> {
  const made = await rest.call('POST', '/events', { title: 'Learning Lounge', ...fields });
  expect(made.status).toBe(201);
  return made.body as EventBody;
}

describe('POST /events', () => {
  test('gives the event whole, with its code and what the caller may do', async () => {
    const made = await create({
      title: '  LPI 2019 ',
      startsOn: '2019-02-14',
      place: 'London',
      audience: 'leaders in learning',
      audienceTags: ['leaders', 'uk'],
      roomSize: 100,
    });
    expect(made).toMatchObject({
      title: 'LPI 2019',
      state: 'draft',
      startsOn: '2019-02-14',
      place: 'London',
      audience: 'leaders in learning',
      audienceTags: ['leaders', 'uk'],
      roomSize: { low: 100, high: 100 },
      isPrivate: false,
      theme: 'light',
      order: [],
      askings: [],
      deletedAt: null,
      createdAt: '2026-05-04T09:00:00.000Z',
      may: ['watch', 'step', 'read', 'run', 'organise'],
    });
    expect(made.code).toMatch(/^[23456789ABCDEFGHJKMNPQRSTVWXYZ]{6}$/);
    expect(made).toHaveProperty('joinUrl', `${rest.reach.url()}/${made.code}`);
  });

  test('takes a range for the room', async () => {
    expect(await create({ roomSize: { low: 280, high: 320 } })).toMatchObject({
      roomSize: { low: 280, high: 320 },
    });
  });

  test.each([
    [{}, 'title'],
    [{ title: '   ' }, 'title'],
    [{ title: 'x'.repeat(121) }, 'title'],
    [{ title: 7 }, 'title'],
    [{ title: 'x', startsOn: '14.2.2019' }, 'startsOn'],
    [{ title: 'x', startsOn: '2019-02-30' }, 'startsOn'],
    [{ title: 'x', roomSize: { low: 9, high: 3 } }, 'roomSize'],
    [{ title: 'x', roomSize: -1 }, 'roomSize'],
    [{ title: 'x', roomSize: { low: 'a', high: 3 } }, 'roomSize.low'],
    [{ title: 'x', audienceTags: ['a', ''] }, 'audienceTags.1'],
    [{ title: 'x', theme: 'blue' }, 'theme'],
  ])('refuses %j and names %s', async (body, path) => {
    const refused = await rest.call('POST', '/events', body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'INVALID', errors: [{ path }] } });
  });

  test('refuses what it does not know', async () => {
    const refused = await rest.call('POST', '/events', { title: 'x', code: 'ABC234' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'INVALID' } });
    expect(refused.text).toContain('Not known here: code.');
  });
});

describe('PATCH /events/:id', () => {
  test('changes what is named and leaves the rest', async () => {
    const { id } = await create({ place: 'London', audience: 'leaders' });
    const changed = await rest.call('PATCH', `/events/${id}`, { title: 'New', place: null, roomSize: 40 });
    expect(changed).toMatchObject({
      status: 200,
      body: { title: 'New', place: null, audience: 'leaders', roomSize: { low: 40, high: 40 } },
    });
    expect((await rest.call('GET', `/events/${id}`)).body).toEqual(changed.body);
    expect(await rest.call('PATCH', `/events/${id}`, { roomSize: null })).toMatchObject({
      body: { roomSize: null },
    });
  });

  test('[CO2] a room smaller than its ballots is kept, with a warning', async () => {
    const { eventId, askingId, code, optionIds } = await aRoom(rest);
    await rest.call('POST', `/askings/${askingId}/open`, {});
    for (let n = 0; n < 3; n += 1) {
      const phone = await aPhone(rest, code);
      const cast = { revision: 1, answer: { option: optionIds[0] } };
      await rest.call('PUT', `/askings/${askingId}/ballot`, cast, phone);
    }
    const sized = async (roomSize: unknown) =>
      (await rest.call('PATCH', `/events/${eventId}`, { roomSize })).body;
    expect(await sized(3)).toMatchObject({ roomSize: { low: 3, high: 3 }, warnings: [] });
    const warnings = [{ path: 'roomSize', message: expect.stringContaining('more votes (3)') as string }];
    expect(await sized(2)).toMatchObject({ roomSize: { low: 2, high: 2 }, warnings });
    expect(await sized({ low: 2, high: 9 })).toMatchObject({ warnings });
    expect((await rest.call('GET', `/events/${eventId}`)).body).toMatchObject({ warnings });
    expect(await sized(null)).toMatchObject({ warnings: [] });
  });

  test('[LE5] reorders while live; the order names each asking once', async () => {
    const { eventId, askingId: first } = await aRoom(rest);
    const { askingId: second } = await anAsking(rest, eventId, singleChoice());
    await rest.call('POST', `/askings/${first}/open`, {});
    const patched = await rest.call('PATCH', `/events/${eventId}`, { order: [second, first] });
    expect(patched).toMatchObject({
      status: 200,
      body: { order: [second, first], askings: [{ id: second }, { id: first, state: 'open' }] },
    });
    for (const order of [[first], [first, first], [first, second, 'other'], []])
      expect(await rest.call('PATCH', `/events/${eventId}`, { order })).toMatchObject({
        status: 422,
        body: { code: 'INVALID', errors: [{ path: 'order' }] },
      });
  });
});

describe('the state of an event', () => {
  test('[LE1] draft, live, ended, live again; the same again is 200', async () => {
    const { eventId, askingId } = await aRoom(rest);
    const to = (state: string) => rest.call('POST', `/events/${eventId}/state`, { state });
    expect(await to('ended')).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
    expect(await to('live')).toMatchObject({ status: 200, body: { state: 'live' } });
    expect((await to('live')).status).toBe(200);
    await rest.call('POST', `/askings/${askingId}/open`, {});
    expect(await to('ended')).toMatchObject({ body: { state: 'ended', askings: [{ state: 'closed' }] } });
    expect(await rest.call('POST', `/askings/${askingId}/open`, {})).toMatchObject({
      status: 409,
      body: { code: 'STATE_CONFLICT' },
    });
    expect(await to('live')).toMatchObject({ status: 200, body: { state: 'live' } });
    expect((await to('draft')).status).toBe(422);
  });
});

describe('POST /events/:id/copy', () => {
  test('has fresh askings of the same questions, with their settings, in the same order', async () => {
    const { eventId, askingId, questionId } = await aRoom(rest);
    const second = await anAsking(rest, eventId, singleChoice({ settings: { other: true } }));
    const settings = { changeAllowed: false, barsWhileVoting: false, seconds: 90, closeAtEnd: false };
    await rest.call('PATCH', `/askings/${askingId}`, { settings, position: 1 });
    await rest.call('PATCH', `/events/${eventId}`, { place: 'London', roomSize: 50, audienceTags: ['uk'] });
    await rest.call('POST', `/askings/${second.askingId}/open`, {});
    const copied = await rest.call('POST', `/events/${eventId}/copy`, {});
    expect(copied).toMatchObject({
      status: 201,
      body: {
        title: 'Learning Lounge',
        state: 'draft',
        place: 'London',
        audienceTags: ['uk'],
        roomSize: null,
      },
    });
    const copy = copied.body as EventBody;
    expect(copy.askings).toMatchObject([
      { questionId: second.questionId, state: 'waiting', ballots: 0, number: null },
      { questionId, state: 'waiting', settings },
    ]);
    const ids = [eventId, askingId, second.askingId];
    expect(ids).not.toContain(copy.id);
    for (const { id } of copy.askings) expect(ids).not.toContain(id);
    expect((await rest.call('GET', `/events/${copy.id}`)).body).toEqual(copy);
  });

  test('takes another title', async () => {
    const { id, code } = await create();
    const copied = await rest.call('POST', `/events/${id}/copy`, { title: 'Again' });
    expect(copied.body).toMatchObject({ title: 'Again' });
    expect((copied.body as EventBody).code).not.toBe(code);
  });
});

describe('GET /events/:id/log', () => {
  test('tells who did what, newest first, never a voter', async () => {
    const { eventId, askingId, code } = await aRoom(rest);
    await rest.call('POST', `/askings/${askingId}/open`, {});
    await aPhone(rest, code);
    const { status, body } = await rest.call('GET', `/events/${eventId}/log?limit=2`);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          at: '2026-05-04T09:00:00.000Z',
          by: 'ASKAGAIN_API_TOKEN',
          what: 'asking:open',
          detail: { askingId },
        },
        {
          at: '2026-05-04T09:00:00.000Z',
          by: 'ASKAGAIN_API_TOKEN',
          what: 'asking:add',
          detail: { askingId },
        },
      ],
      cursor: null,
    });
    expect((await rest.call('GET', `/events/${eventId}/log?limit=0`)).status).toBe(422);
  });
});

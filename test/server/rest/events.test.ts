import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aMember, anAsking, aPhone, aRoom, singleChoice, startRest, type RestApp } from './rest-app.ts';

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

describe('GET /events', () => {
  let own: RestApp;
  beforeAll(async () => {
    own = await startRest();
    for (const day of ['2021-06-21', '2019-02-14', '2024-01-01', '2023-01-01', '2022-01-01'])
      await own.call('POST', '/events', { title: `On ${day}`, startsOn: day });
  });
  afterAll(() => own.close());

  interface PageBody {
    items: { id: string; title: string }[];
    cursor: string | null;
  }
  const list = async (query: string, headers?: Record<string, string>) =>
    (await own.call('GET', `/events${query}`, undefined, headers)).body as PageBody;

  test('pages by cursor, newest day first, each event once', async () => {
    const titles: string[] = [];
    let query = '?limit=2';
    for (let pages = 0; pages < 4; pages += 1) {
      const { items, cursor } = await list(query);
      expect(items.length).toBeLessThanOrEqual(2);
      titles.push(...items.map(({ title }) => title));
      if (cursor === null) break;
      query = `?limit=2&cursor=${encodeURIComponent(cursor)}`;
    }
    expect(titles).toEqual([
      'On 2024-01-01',
      'On 2023-01-01',
      'On 2022-01-01',
      'On 2021-06-21',
      'On 2019-02-14',
    ]);
  });

  test.each(['?limit=0', '?limit=101', '?limit=ten', '?cursor=nonsense', '?cursor=%00', '?deleted=maybe'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await own.call('GET', `/events${query}`);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(body).toHaveProperty('code');
    },
  );

  test('counts stops, what was asked and phones, without the askings themselves', async () => {
    const room = await aRoom(own);
    await anAsking(own, room.eventId, singleChoice());
    await own.call('POST', `/askings/${room.askingId}/open`, {});
    const phone = await aPhone(own, room.code);
    await own.call(
      'PUT',
      `/askings/${room.askingId}/ballot`,
      { revision: 1, answer: { option: room.optionIds[0] } },
      phone,
    );
    const rowOf = async () => (await list('?limit=100')).items.find(({ id }) => id === room.eventId);
    expect(await rowOf()).toMatchObject({ state: 'live', stops: 2, asked: 1, phones: 1 });
    expect(await rowOf()).not.toHaveProperty('askings');
    await own.hosts.forget(room.eventId as never);
    expect(await rowOf()).toMatchObject({ state: 'live', stops: 2, asked: 1, phones: 1 });
    await own.call('POST', `/events/${room.eventId}/state`, { state: 'ended' });
    await own.hosts.forget(room.eventId as never);
    expect(await rowOf()).toMatchObject({ state: 'ended', stops: 2, asked: 1, phones: 1 });
    await own.call('DELETE', `/events/${room.eventId}`);
  });

  test('asks the store as often for forty events as for two', async () => {
    for (let n = 0; n < 36; n += 1) await own.call('POST', '/events', { title: `More ${n}` });
    let calls = 0;
    const { load } = own.store.events;
    own.store.events.load = (id) => {
      calls += 1;
      return load(id);
    };
    expect((await list('?limit=40')).items).toHaveLength(40);
    own.store.events.load = load;
    expect(calls).toBe(0);
  });

  test('lists for a member the events they have a part in, and nobody else’s', async () => {
    const room = await aRoom(own);
    const viewer = await aMember(own, room.eventId, 'viewer');
    const { items, cursor } = await list('', viewer);
    expect(items).toMatchObject([{ id: room.eventId, may: ['watch', 'read'] }]);
    expect(cursor).toBeNull();
    await own.call('DELETE', `/events/${room.eventId}`);
    expect((await list('', viewer)).items).toEqual([]);
    expect((await list('?deleted=1', viewer)).items).toMatchObject([{ id: room.eventId }]);
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

  test('reorders while live; the order names each asking once', async () => {
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
      body: { title: 'Learning Lounge', state: 'draft', place: 'London', audienceTags: ['uk'], roomSize: null },
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
      expect(await rest.call(method, path, {})).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
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
    const { id } = await create();
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

describe('GET /events/:id/log', () => {
  test('tells who did what, newest first, never a voter', async () => {
    const { eventId, askingId, code } = await aRoom(rest);
    await rest.call('POST', `/askings/${askingId}/open`, {});
    await aPhone(rest, code);
    const { status, body } = await rest.call('GET', `/events/${eventId}/log?limit=2`);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        { at: '2026-05-04T09:00:00.000Z', by: 'ASKAGAIN_API_TOKEN', what: 'asking:open', detail: { askingId } },
        { at: '2026-05-04T09:00:00.000Z', by: 'ASKAGAIN_API_TOKEN', what: 'asking:add', detail: { askingId } },
      ],
      cursor: null,
    });
    expect((await rest.call('GET', `/events/${eventId}/log?limit=0`)).status).toBe(422);
  });
});

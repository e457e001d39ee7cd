import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aMember, anAsking, aPhone, aRoom, singleChoice, startRest, type RestApp } from './rest-app.ts';

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

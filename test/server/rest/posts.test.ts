import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importEvent } from '../../../server/import/import-event.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import { parse } from 'csv-parse/sync';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aMember, aPhone, aRoom, aScreen, startRest, type RestApp, type Room } from './rest-app.ts';

let rest: RestApp;
let room: Room;
let phone: Record<string, string>;
let other: Record<string, string>;

beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(async () => {
  room = await aRoom(rest);
  [phone, other] = [await aPhone(rest, room.code), await aPhone(rest, room.code)];
});

interface PostBody {
  id: string;
}
const ID = '0123456789abcdefghjk';

const ask = (body: object, headers = phone) =>
  rest.call('POST', `/events/${room.eventId}/posts`, body, headers);
const asked = async (text: string, headers = phone) => ((await ask({ text }, headers)).body as PostBody).id;
const back = (id: string, headers = other, body: object = {}) =>
  rest.call('PUT', `/posts/${id}/backing`, body, headers);
const list = (query = '', headers?: Record<string, string>) =>
  rest.call('GET', `/events/${room.eventId}/posts${query}`, undefined, headers);
const texts = async (query = '', headers?: Record<string, string>) =>
  ((await list(query, headers)).body as { items: { text: string }[] }).items.map(({ text }) => text);
const setUpWall = (wall: object) =>
  rest.call('PATCH', `/events/${room.eventId}`, {
    setUp: { wall: { isOpen: true, names: 'optional', isModerated: false, ...wall } },
  });

describe('asking', () => {
  test('gives what is on the wall, with an id that the phone may choose', async () => {
    expect(await ask({ id: ID.replace('0', '9'), text: ' Why\nthis? ', name: 'Ada' })).toMatchObject({
      status: 201,
      body: {
        id: ID.replace('0', '9'),
        text: 'Why this?',
        name: 'Ada',
        state: 'shown',
        backings: 0,
        pinned: false,
        answered: false,
        createdAt: expect.stringMatching(/Z$/) as string,
      },
    });
    expect((await ask({ text: 'Why?' })).status).toBe(201);
  });

  test('[PW2] is done once for one id, and refused to others', async () => {
    await ask({ id: ID, text: 'Why?' });
    expect(await ask({ id: ID, text: 'Why?' })).toMatchObject({ status: 201, body: { id: ID } });
    expect((await ask({ id: ID, text: 'How?' })).status).toBe(409);
    expect((await ask({ id: ID, text: 'Why?' }, other)).status).toBe(409);
    const elsewhere = await aRoom(rest);
    const there = await aPhone(rest, elsewhere.code);
    const body = { id: ID, text: 'Why?' };
    expect((await rest.call('POST', `/events/${elsewhere.eventId}/posts`, body, there)).status).toBe(409);
    expect(await texts()).toEqual(['Why?']);
  });

  test.each([
    [{}, 'text'],
    [{ text: ' ' }, 'text'],
    [{ text: 'x'.repeat(281) }, 'text'],
    [{ text: 'Why?', name: 'x'.repeat(61) }, 'name'],
    [{ text: 'Why?', id: 'mine' }, 'id'],
  ])('names what is wrong with %j', async (body, path) => {
    expect(await ask(body)).toMatchObject({ status: 422, body: { code: 'INVALID', errors: [{ path }] } });
    expect(await texts()).toEqual([]);
  });

  test('[PW9] is refused while the wall is closed, and to those who are no phones', async () => {
    await setUpWall({ isOpen: false });
    expect(await ask({ text: 'Why?' })).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
    expect((await ask({ text: 'Why?' }, {})).status).toBe(401);
    expect((await ask({ text: 'Why?' }, await aScreen(rest, room.eventId, 'watch'))).status).toBe(403);
  });
});

describe('backing', () => {
  test('[PW5] counts a phone once, until it takes it back', async () => {
    const id = await asked('Why?');
    await back(id);
    expect(await back(id)).toMatchObject({ status: 200, body: { postId: id, on: true, backings: 1 } });
    expect(await back(id, other, { on: false })).toMatchObject({ body: { on: false, backings: 0 } });
    expect((await back(id, phone)).status).toBe(409);
    expect((await back('nowhere')).status).toBe(404);
    expect((await back(id, {})).status).toBe(401);
  });
});

describe('reading the wall', () => {
  test('[PW6] the most backed first, or the newest', async () => {
    await asked('First');
    rest.clock.now += 1000;
    const second = await asked('Second');
    rest.clock.now += 1000;
    await asked('Third');
    await back(second);
    expect(await texts()).toEqual(['Second', 'First', 'Third']);
    expect(await texts('?order=newest')).toEqual(['Third', 'Second', 'First']);
  });

  test('comes page by page', async () => {
    for (const text of ['1', '2', '3']) await asked(text, text === '3' ? other : phone);
    const first = (await list('?limit=2')).body as { cursor: string };
    const second = await texts(`?limit=2&cursor=${encodeURIComponent(first.cursor)}`);
    expect([...(await texts('?limit=2')), ...second].sort()).toEqual(['1', '2', '3']);
    expect(await list('?cursor=nonsense')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'cursor' }] },
    });
  });

  test('[PW7] a screen and another phone see what is shown; its asker and readers also the rest', async () => {
    await setUpWall({ isModerated: true });
    const id = await asked('Why?');
    const screen = await aScreen(rest, room.eventId, 'watch');
    expect(await texts('', screen)).toEqual([]);
    expect((await list('', screen)).body).not.toHaveProperty('counts');
    expect((await list('', other)).body).toMatchObject({ items: [], total: 0, mine: [], backed: [] });
    expect((await list('', phone)).body).toMatchObject({ items: [], mine: [{ id, state: 'waiting' }] });
    const viewer = await aMember(rest, room.eventId, 'viewer');
    expect((await list('?state=waiting', viewer)).body).toMatchObject({
      items: [{ id }],
      counts: { waiting: 1, shown: 0 },
    });
    await back(id, other);
    expect(await texts('?state=waiting', screen)).toEqual([]);
  });

  test('finds words in text and name, in any case', async () => {
    await ask({ text: 'Who owns the budget?', name: 'Ada' });
    await ask({ text: 'Why?' });
    expect(await texts('?search=BUDGET')).toEqual(['Who owns the budget?']);
    expect(await texts('?search=ada')).toEqual(['Who owns the budget?']);
  });

  test('[PW7] tells nobody who asked or who backs', async () => {
    const id = await asked('Why?');
    await back(id);
    for (const headers of [undefined, phone, other])
      expect((await list('', headers)).text).not.toMatch(/voter|hash|asker/i);
  });
});

describe('deciding', () => {
  test('[PW4] shows, pins, marks as answered, hides', async () => {
    const id = await asked('Why?');
    const decide = (body: object) => rest.call('PATCH', `/posts/${id}`, body);
    expect(await decide({ pinned: true, answered: true })).toMatchObject({
      status: 200,
      body: { pinned: true, answered: true, state: 'shown' },
    });
    expect(await decide({ state: 'hidden' })).toMatchObject({ body: { state: 'hidden' } });
    expect(await decide({ state: 'waiting' })).toMatchObject({ status: 422 });
    expect(await texts('', phone)).toEqual([]);
    const log = await rest.call('GET', `/events/${room.eventId}/log?limit=1`);
    expect(log.body).toMatchObject({
      items: [{ what: 'post:moderate', detail: { postId: id, state: 'hidden' } }],
    });
  });
});

describe('the wall as a stop', () => {
  const order = async () =>
    ((await rest.call('GET', `/events/${room.eventId}`)).body as { order: string[] }).order;
  const stops = '/stops';

  test('is put in once, moved, copied and taken out', async () => {
    const add = (body: object) => rest.call('POST', `/events/${room.eventId}${stops}`, body);
    expect(await add({ kind: 'wall' })).toMatchObject({ status: 201, body: { id: 'wall', kind: 'wall' } });
    expect(await order()).toEqual([room.askingId, 'wall']);
    await add({ kind: 'wall', position: 0 });
    expect(await order()).toEqual(['wall', room.askingId]);
    const copy = (await rest.call('POST', `/events/${room.eventId}/copy`, {})).body as { order: string[] };
    expect(copy.order).toEqual(['wall', expect.any(String)]);
    expect((await rest.call('DELETE', `/events/${room.eventId}${stops}/wall`)).status).toBe(204);
    expect(await order()).toEqual([room.askingId]);
    expect((await rest.call('DELETE', `/events/${room.eventId}${stops}/wall`)).status).toBe(404);
  });
});

describe('taking the wall out', () => {
  test('as a table, with formulas made harmless and without who asked', async () => {
    await setUpWall({ isModerated: true });
    await ask({ text: '=1+1', name: '@Ada' });
    const shown = await asked('Why; and, "how"?', other);
    await rest.call('PATCH', `/posts/${shown}`, { state: 'shown', answered: true });
    await back(shown, phone);
    const csv = await rest.call('GET', `/events/${room.eventId}/posts.csv`);
    expect(csv.headers['content-disposition']).toContain('questions.csv');
    const rows = parse(csv.text, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ state, backings, name, text }) => [state, backings, name, text]).sort()).toEqual([
      ['shown', '1', '', 'Why; and, "how"?'],
      ['waiting', '0', "'@Ada", "'=1+1"],
    ]);
  });

  test('whole as JSON, and back without loss', async () => {
    const id = await asked('Why?');
    await back(id);
    await rest.call('PATCH', `/posts/${id}`, { pinned: true, answered: true });
    await rest.call('PUT', `/events/${room.eventId}/stage`, { view: 'wall', postId: id });
    const file = await rest.call('GET', `/events/${room.eventId}/export.json`);
    const folder = mkdtempSync(join(tmpdir(), 'askagain-posts-'));
    const store = await openSqliteStore({ folder });
    await importEvent(store, file.body, { now: 5, by: null });
    expect(await store.posts.ofEvent(room.eventId as never)).toEqual(
      await rest.store.posts.ofEvent(room.eventId as never),
    );
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['voter', { voter: 99 }, 'posts.0.voter'],
    ['backers', { backers: [99] }, 'posts.0.backers'],
    ['event', { eventId: 'elsewhere' }, 'posts.0.eventId'],
    ['text', { text: 'x'.repeat(281) }, 'posts.0.text'],
  ])('a file with a wrong %s is refused by name', async (_what, wrong, path) => {
    await asked('Why?');
    const file = (await rest.call('GET', `/events/${room.eventId}/export.json`)).body as { posts: object[] };
    const posts = file.posts.map((post) => ({ ...post, ...wrong }));
    await expect(importEvent(rest.store, { ...file, posts }, { now: 5, by: null })).rejects.toMatchObject({
      refusal: { code: 'INVALID', errors: [{ path }] },
    });
  });
});

describe('[PW9] a closed wall', () => {
  test('is nothing to phones but their own, and all to those who read the event', async () => {
    await asked('Mine?');
    await asked('Yours?', other);
    await setUpWall({ isOpen: false });
    expect(await list('', phone)).toMatchObject({ body: { items: [], total: 0, mine: [{ text: 'Mine?' }] } });
    expect(await texts()).toHaveLength(2);
    await rest.call('PUT', `/events/${room.eventId}/stage`, { view: 'wall' });
    expect(await texts('', phone)).toHaveLength(2);
  });
});

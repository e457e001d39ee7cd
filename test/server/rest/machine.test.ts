import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreDatabase } from '../../../server/store/sqlite/restore-database.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import { API_TOKEN, aMember, aPhone, aRoom, aScreen, bearer, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

describe('this machine', () => {
  test('tells its version, its size and its last backup', async () => {
    expect((await rest.call('GET', '/machine')).body).toEqual({
      version: '0.0.0',
      databaseBytes: expect.any(Number) as number,
      lastBackupAt: null,
    });
  });

  test('gives all of its data as one file, and leaves no copy behind', async () => {
    const { eventId } = await aRoom(rest);
    const sent = await rest.app.inject({ method: 'GET', url: '/api/v1/backup', headers: bearer(API_TOKEN) });
    expect(sent.statusCode).toBe(200);
    expect(sent.headers).toMatchObject({
      'content-type': 'application/vnd.sqlite3',
      'content-disposition': 'attachment; filename="askagain-2026-05-04.db"',
    });
    expect((await rest.call('GET', '/machine')).body).toMatchObject({
      lastBackupAt: '2026-05-04T09:00:00.000Z',
    });
    const folder = mkdtempSync(join(tmpdir(), 'askagain-backup-'));
    const file = join(folder, 'copy.db');
    writeFileSync(file, sent.rawPayload);
    restoreDatabase({ folder, file, now: 1 });
    const store = await openSqliteStore({ folder });
    expect((await store.events.load(eventId as never))?.event).toMatchObject({ title: 'Learning Lounge' });
    expect(readdirSync(folder)).toContain('copy.db');
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('export and import', () => {
  test('an event goes out as a file named like it, and comes back unchanged', async () => {
    const { eventId } = await aRoom(rest);
    await rest.call('PATCH', `/events/${eventId}`, { title: 'Café “1/2”' });
    const json = await rest.call('GET', `/events/${eventId}/export.json`);
    expect(json.headers['content-disposition']).toBe(
      `attachment; filename="Cafe 12.json"; filename*=UTF-8''Caf%C3%A9%20%E2%80%9C1%202%E2%80%9D.json`,
    );
    const things = 3;
    expect(await rest.call('POST', '/import', json.body)).toMatchObject({
      status: 200,
      body: { eventId, added: 0, skipped: things },
    });
    await rest.call('POST', `/events/${eventId}/erase`, { title: 'Café “1/2”' });
    expect(await rest.call('POST', '/import', json.body)).toMatchObject({ body: { added: 2, skipped: 1 } });
    expect((await rest.call('GET', `/events/${eventId}/export.json`)).text).toBe(json.text);
    const changed = {
      ...(json.body as { event: object }),
      event: { ...(json.body as { event: object }).event, title: 'x' },
    };
    expect(await rest.call('POST', '/import', changed)).toMatchObject({
      status: 409,
      body: { code: 'CONTENT_CONFLICT' },
    });
    expect(await rest.call('POST', '/import', {})).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  });

  test('a table takes ?bom=1 and ?share=1, for people only', async () => {
    const { eventId, code } = await aRoom(rest);
    const csv = (query: string, headers?: Record<string, string>) =>
      rest.call('GET', `/events/${eventId}/export.csv${query}`, undefined, headers);
    const plain = await csv('');
    expect(plain.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect((await csv('?bom=1')).text).toBe(`\uFEFF${plain.text}`);
    expect((await csv('?share=1')).text).not.toContain('voter');
    expect((await csv('?bom=maybe')).status).toBe(422);
    expect((await csv('', await aMember(rest, eventId, 'viewer'))).status).toBe(200);
    for (const headers of [await aScreen(rest, eventId, 'present'), await aPhone(rest, code)])
      expect((await csv('', headers)).status).toBe(403);
  });

  test('the same table is there as a spreadsheet', async () => {
    const { eventId } = await aRoom(rest);
    const answer = await rest.app.inject({
      method: 'GET',
      url: `/api/v1/events/${eventId}/export.xlsx?share=1`,
      headers: bearer(API_TOKEN),
    });
    expect(answer.headers['content-disposition']).toContain('Lounge shared.xlsx"');
    const [head = []] = await readSheet(answer.rawPayload);
    expect(head).toContain('answer');
    expect(head).not.toContain('voter');
  });
});

describe('can phones reach this?', () => {
  test('tells the address, who tried and who joined by which host', async () => {
    const { code } = await aRoom(rest);
    const phone = { ...(await aPhone(rest, code)), 'user-agent': 'A phone' };
    expect((await rest.call('POST', '/reach/tries', { ms: 120 }, { 'user-agent': 'A phone' })).status).toBe(
      204,
    );
    expect((await rest.call('GET', '/reach')).body).toMatchObject({
      url: rest.reach.url(),
      isFixed: false,
      changedFrom: null,
      tries: [{ at: '2026-05-04T09:00:00.000Z', host: 'localhost:80', agent: 'A phone', ms: 120 }],
      joins: [{ host: 'localhost:80' }],
    });
    expect((await rest.call('GET', '/reach', undefined, phone)).status).toBe(403);
    expect(await rest.call('PUT', '/reach', { url: 'http://1.2.3.4:3000' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'url' }] },
    });
    expect((await rest.call('PUT', '/reach', { url: null })).status).toBe(200);
    expect((await rest.call('POST', '/reach/tries', { ms: -1 }, {})).status).toBe(422);
  });
});

describe('a screen that waits', () => {
  const begin = async () =>
    (await rest.call('POST', '/pairings', {}, {})).body as { code: string; claim: string; expiresAt: string };
  const stands = (claim: string) => rest.call('GET', `/pairings/${claim}`, undefined, {});

  test('is paired by its letters, gets its token once, and steps', async () => {
    const { eventId } = await aRoom(rest);
    const { code, claim, expiresAt } = await begin();
    expect(code).toMatch(/^[ABCDEFGHJKMNPRSTVWXYZ]{4}$/);
    expect(expiresAt).toBe('2026-05-04T09:10:00.000Z');
    expect((await stands(claim)).body).toEqual({ state: 'waiting' });
    const typed = ` ${code.slice(0, 2).toLowerCase()} ${code.slice(2)}`;
    expect((await rest.call('POST', `/events/${eventId}/pairings`, { code: typed })).status).toBe(204);
    expect((await rest.call('POST', `/events/${eventId}/pairings`, { code })).status).toBe(404);
    const { body } = await stands(claim);
    expect(body).toMatchObject({ state: 'paired', eventId });
    expect((await stands(claim)).status).toBe(404);
    const headers = bearer((body as { token: string }).token);
    expect((await rest.call('PUT', `/events/${eventId}/stage`, { view: 'blank' }, headers)).status).toBe(200);
    expect((await rest.call('GET', `/events/${eventId}`, undefined, headers)).status).toBe(403);
  });

  test('is paired with one event, even when two type its letters at once', async () => {
    const rooms = [await aRoom(rest), await aRoom(rest)];
    const { code, claim } = await begin();
    const answers = await Promise.all(
      rooms.map(({ eventId }) => rest.call('POST', `/events/${eventId}/pairings`, { code })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    const winner = rooms[answers.findIndex(({ status }) => status === 204)];
    expect((await stands(claim)).body).toMatchObject({ eventId: winner?.eventId });
  });

  test('waits ten minutes; nobody guesses its letters for long', async () => {
    const { eventId } = await aRoom(rest);
    const { code, claim } = await begin();
    const guess = () => rest.call('POST', `/events/${eventId}/pairings`, { code: 'QQQQ' });
    for (let n = 0; n < 30; n += 1) expect((await guess()).status).toBe(404);
    expect((await guess()).status).toBe(429);
    rest.clock.now += 10 * 60_000;
    expect((await stands(claim)).status).toBe(404);
    expect((await rest.call('POST', `/events/${eventId}/pairings`, { code })).status).toBe(404);
    expect((await stands(randomBytes(24).toString('base64url'))).status).toBe(404);
  });
});

import { readSheet } from 'read-excel-file/node';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import { cast, openRoom } from '../store/sample.ts';
import { aFolder, run, type Ran } from './commands.ts';

let here: ReturnType<typeof aFolder>;
let there: ReturnType<typeof aFolder>;
let event: { id: string; code: string };

beforeAll(async () => {
  [here, there] = [aFolder(), aFolder()];
  const store = await openSqliteStore({ folder: here.path });
  const room = await openRoom(store);
  await store.ballots.castAll([cast(room.asking.id, 1)]);
  await store.voters.addAll(room.event.id, [{ voter: 1, hash: 'x' }], 1);
  event = room.event;
  await store.close();
}, 60_000);
afterAll(() => {
  here.remove();
  there.remove();
});

const inHere = (...args: string[]): Promise<Ran> => run([...args, '--data', here.path]);
const inThere = (...args: string[]): Promise<Ran> => run([...args, '--data', there.path]);
const file = (name: string) => join(there.path, name);

describe('events out and in', () => {
  test('a table goes to the terminal, by id or by code in any case', async () => {
    const byCode = await inHere('export', event.code.toLowerCase());
    expect(byCode).toMatchObject({ code: 0, err: '' });
    expect(byCode.out.split('\r\n')).toHaveLength(3);
    expect(byCode.out).toContain('The manager');
    expect((await inHere('export', event.id)).out).toBe(byCode.out);
    expect(await inHere('export', 'nowhere')).toEqual({
      code: 1,
      out: '',
      err: 'There is no event with the id or code nowhere.\n',
    });
  }, 60_000);

  test('a spreadsheet goes into a file', async () => {
    const made = await inHere('export', event.code, '--format', 'xlsx', '-o', file('event.xlsx'));
    expect(made).toEqual({ code: 0, out: '', err: '' });
    const [head = [], ...rows] = await readSheet(file('event.xlsx'));
    rmSync(file('event.xlsx'));
    expect(rows.map((row) => row[head.indexOf('answer')])).toEqual(['The manager']);
  }, 60_000);

  test('JSON goes into a file and into another folder, once', async () => {
    const exported = await inHere('export', event.id, '--format', 'json', '-o', file('event.json'));
    expect(exported).toEqual({ code: 0, out: '', err: '' });
    expect(readdirSync(there.path)).toEqual(['event.json']);
    expect(await inThere('import', file('event.json'))).toMatchObject({
      code: 0,
      out: 'Imported: 4 added, 0 here already.\n',
    });
    expect(await inThere('import', file('event.json'))).toMatchObject({
      code: 0,
      out: 'All of it was here already. Nothing was changed.\n',
    });
    const again = await inThere('export', event.code, '--format', 'json');
    expect(again.out).toBe(readFileSync(file('event.json'), 'utf8'));
  }, 60_000);

  test('what cannot be imported is named in one line', async () => {
    writeFileSync(file('text.json'), 'no json');
    writeFileSync(file('other.json'), '{"format":"other","two\\nlines":1}');
    const changed = readFileSync(file('event.json'), 'utf8').replace('Learning Lounge', 'Another title');
    writeFileSync(file('changed.json'), changed);
    for (const [name, words] of [
      ['text.json', 'is not JSON'],
      ['other.json', '(event: This is missing.)'],
      ['changed.json', `The event ${event.id} is already here with other content.`],
    ] as const) {
      const { code, out, err } = await inThere('import', file(name));
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(words);
      expect(err).toMatch(/^[^\n]+\n$/);
    }
  }, 60_000);
});

describe('all data out and back', () => {
  test('a backup is restored; what was there is kept; no file is overwritten', async () => {
    const copy = file('copy.db');
    expect(await inHere('backup', copy)).toEqual({ code: 0, out: `All data is in ${copy}.\n`, err: '' });
    expect(await inHere('backup', copy)).toMatchObject({ code: 1, out: '' });
    const restored = await inThere('restore', copy);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toMatch(/is restored\. What was there before is kept in .+\.\n$/);
    expect((await inThere('export', event.id)).code).toBe(0);
    expect(await inThere('restore', file('text.json'))).toMatchObject({ code: 1, out: '' });
    expect(existsSync(copy)).toBe(true);
  }, 60_000);

  test('migrate says that nothing is to be done', async () => {
    expect(await inHere('migrate')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/up to date/) as string,
    });
  }, 60_000);

  test('while somebody holds the data, restore and migrate refuse, and others ask for a token', async () => {
    const holder = await openSqliteStore({ folder: here.path });
    for (const args of [['restore', file('copy.db')], ['migrate'], ['export', event.id], ['token', 'list']]) {
      const { code, out, err } = await inHere(...args);
      expect({ args, code, out }).toEqual({ args, code: 1, out: '' });
      expect(err).toMatch(/^[^\n]+\n$/);
    }
    const env = { ASKAGAIN_API_TOKEN: 'a-token-of-at-least-24-letters' };
    const unreachable = await run(['token', 'list', '--data', here.path, '--url', 'http://127.0.0.1:1'], env);
    expect(unreachable).toMatchObject({ code: 1, out: '' });
    expect(unreachable.err).toContain('none answers at http://127.0.0.1:1');
    await holder.close();
  }, 60_000);
});

describe('tokens and people', () => {
  test('a token is made, listed without itself, and revoked', async () => {
    const made = await inHere('token', 'create', 'Slides', '--role', 'owner');
    expect(made.out).toMatch(/^aak_[\w-]{32}\n$/);
    const listed = await inHere('token', 'list');
    expect(listed.out).toMatch(/^ID +NAME +ROLE +LAST USED\n[a-z0-9]{20} +Slides +owner +never\n$/);
    expect(listed.out).not.toContain(made.out.trim());
    const id = listed.out.split('\n')[1]?.split(' ')[0] ?? '';
    expect(await inHere('token', 'revoke', id)).toMatchObject({ code: 0, out: 'The token works no more.\n' });
    expect(await inHere('token', 'revoke', id)).toMatchObject({ code: 1 });
  }, 60_000);

  test('people are invited, to the machine or an event, and reset by name', async () => {
    const invited = await inHere('user', 'invite');
    expect(invited.out).toMatch(
      /^http:\/\/localhost:3000\/organise#invite=[\w-]{32}\nIt works once, until .+ UTC\.\n$/,
    );
    expect((await inHere('user', 'invite', '--role', 'viewer', '--event', event.code)).code).toBe(0);
    expect((await inHere('user', 'invite', '--role', 'viewer', '--event', 'nowhere')).code).toBe(1);
    expect(await inHere('user', 'reset', 'Nobody')).toMatchObject({ code: 1 });
    expect((await inHere('user', 'list')).out).toMatch(/^NAME +ROLE +SIGNS IN BY\n/);
  }, 60_000);
});

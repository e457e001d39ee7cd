import Database from 'better-sqlite3';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openForWriting } from '../../../server/store/sqlite/connection.ts';
import { holdDataFolder } from '../../../server/store/sqlite/data-folder.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import { StoreUnusable } from '../../../server/store/store-unusable.ts';
import { anAct, cast, openRoom } from './sample.ts';
import { tempFolder } from './temp-folder.ts';

/** A data folder with one room and its ballots in it. */
async function usedFolder(): Promise<{
  folder: string;
  file: string;
  room: Awaited<ReturnType<typeof openRoom>>;
}> {
  const folder = tempFolder();
  const store = await openSqliteStore({ folder });
  const room = await openRoom(store);
  await store.ballots.castAll(Array.from({ length: 300 }, (_, voter) => cast(room.asking.id, voter + 1)));
  await store.close();
  return { folder, file: join(folder, 'askagain.db'), room };
}

/** Opening is refused with one line that names what it is about, and the file is the same to the byte. */
async function expectRefusal(folder: string, file: string, words: RegExp): Promise<void> {
  const before = readFileSync(file);
  const error: unknown = await openSqliteStore({ folder }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreUnusable);
  const { message } = error as StoreUnusable;
  expect(message).toMatch(words);
  expect(message).toContain(file);
  expect(message).not.toContain('\n');
  expect(readFileSync(file).equals(before)).toBe(true);
}

describe('opening a data folder', { timeout: 30_000 }, () => {
  test('a missing folder is made', async () => {
    const folder = join(tempFolder(), 'a', 'b');
    const store = await openSqliteStore({ folder });
    expect(await store.size()).toBeGreaterThan(0);
    await store.close();
    expect(existsSync(join(folder, 'askagain.db'))).toBe(true);
  });

  // Linux says ENOENT of a new folder there, though its parent exists.
  test.skipIf(!existsSync('/proc/self'))('where nobody can make a folder it is refused', async () => {
    await expect(openSqliteStore({ folder: '/proc/askagain/data' })).rejects.toThrow(/cannot be written/);
  });

  test('everything is there after a restart, in one file', async () => {
    const { folder, room } = await usedFolder();
    expect(readdirSync(folder).sort()).toEqual(['askagain.db', 'askagain.lock']);
    const store = await openSqliteStore({ folder });
    expect((await store.events.load(room.event.id))?.event).toEqual(room.event);
    expect(await store.ballots.count(room.asking.id)).toBe(300);
    await store.close();
  });

  test('the writer’s connection waits for the disk, and keeps what it was told', () => {
    const db = openForWriting(join(tempFolder(), 'settings.db'));
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'wal_autocheckpoint'];
    expect(settings.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1, 0]);
    db.close();
  });

  test('ballots carry the time of the clock that was given', async () => {
    const store = await openSqliteStore({ folder: tempFolder(), clock: () => 1234 });
    const { asking } = await openRoom(store);
    expect(await store.ballots.castAll([cast(asking.id, 1)])).toMatchObject([
      { kind: 'counted', new: { castAt: 1234 } },
    ]);
    await store.close();
  });

  test('a second server on the same data is refused and named, and may open it after the first has closed', async () => {
    const { folder } = await usedFolder();
    const store = await openSqliteStore({ folder });
    await expect(openSqliteStore({ folder })).rejects.toThrow(
      `Another Askagain is using the data folder ${folder}.`,
    );
    expect(() => holdDataFolder(folder)).toThrow(StoreUnusable);
    expect(await store.size()).toBeGreaterThan(0);
    await store.close();
    holdDataFolder(folder).release();
    await (await openSqliteStore({ folder })).close();
  });

  test('a folder that cannot be made is refused', async () => {
    const file = join(tempFolder(), 'a-file');
    writeFileSync(file, '');
    await expect(openSqliteStore({ folder: file })).rejects.toThrow(
      `The data folder ${file} cannot be written.`,
    );
    await expect(openSqliteStore({ folder: join(file, 'data') })).rejects.toThrow(StoreUnusable);
  });

  test('a database newer than the program is refused, untouched', async () => {
    const { folder, file } = await usedFolder();
    const db = new Database(file);
    db.pragma('user_version = 999');
    db.close();
    await expectRefusal(folder, file, /newer Askagain \(version 999; this one knows up to \d+\)/);
  });

  test('a database with a damaged page is refused, untouched', async () => {
    const { folder, file } = await usedFolder();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096, 5 * 4096);
    writeFileSync(file, bytes);
    await expectRefusal(folder, file, /is damaged/);
  });

  test('a database that was cut short is refused, untouched', async () => {
    const { folder, file } = await usedFolder();
    truncateSync(file, readFileSync(file).length - 3 * 4096);
    await expectRefusal(folder, file, /is damaged/);
  });

  test('a file that is no database is refused, untouched', async () => {
    const { folder, file } = await usedFolder();
    writeFileSync(file, 'Dear diary');
    await expectRefusal(folder, file, /not a database of Askagain/);
  });

  test('another program’s database is refused, untouched', async () => {
    const folder = tempFolder();
    const file = join(folder, 'askagain.db');
    const db = new Database(file);
    db.exec('CREATE TABLE recipes (name TEXT)');
    db.close();
    await expectRefusal(folder, file, /not a database of Askagain/);
  });

  test('an empty file, or an empty database of a first start that was cut short, is as good as none', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'askagain.db'), '');
    await (await openSqliteStore({ folder })).close();
    const other = tempFolder();
    openForWriting(join(other, 'askagain.db')).close();
    await (await openSqliteStore({ folder: other })).close();
  });

  test('a closed store refuses, and what was begun before is done', async () => {
    const folder = tempFolder();
    const store = await openSqliteStore({ folder });
    const { event } = await openRoom(store);
    const begun = store.acts.add(anAct(event.id));
    await store.close();
    await begun;
    await expect(store.acts.add(anAct())).rejects.toMatchObject({ refusal: { code: 'RESTARTING' } });
    const again = await openSqliteStore({ folder });
    expect(await again.acts.ofEvent(event.id, 10)).toHaveLength(3);
    await again.close();
  });

  test('the log of acts refuses to be changed, or thinned out', async () => {
    const { folder, file, room } = await usedFolder();
    const held = holdDataFolder(folder);
    const db = new Database(file);
    expect(() => db.exec("UPDATE acts SET what = 'nothing'")).toThrow('append-only');
    expect(() => db.prepare('DELETE FROM acts WHERE event_id = ?').run(room.event.id)).toThrow('append-only');
    db.close();
    held.release();
  });
});

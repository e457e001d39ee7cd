import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { QuestionId } from '../../../shared/ids.ts';
import { MIGRATIONS } from '../../../server/store/migrations/all.ts';
import { holdDataFolder } from '../../../server/store/sqlite/data-folder.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import { migrate, migrateDataFolder } from '../../../server/store/sqlite/migrate-database.ts';
import { aDataPoint, anAct } from './sample.ts';
import { tempFolder } from './temp-folder.ts';

const NOON = Date.parse('2026-05-04T12:00:00Z');
const [first] = MIGRATIONS;
if (!first) throw new Error('there are no migrations');
const second = {
  number: 2,
  name: 'pets',
  sql: 'CREATE TABLE pets (name TEXT); CREATE TABLE toys (name TEXT);',
};

function look(file: string): { version: unknown; tables: string[] } {
  const db = new Database(file, { readonly: true });
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const version = db.pragma('user_version', { simple: true });
  db.close();
  return { version, tables };
}

describe('migrations', () => {
  test('are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });

  test('run once, on an empty folder without a backup', () => {
    const folder = tempFolder();
    expect(migrateDataFolder({ folder, now: NOON })).toEqual({
      from: 0,
      to: MIGRATIONS.length,
      backup: null,
    });
    expect(migrateDataFolder({ folder, now: NOON })).toEqual({
      from: MIGRATIONS.length,
      to: MIGRATIONS.length,
      backup: null,
    });
  });

  test('make a named backup of what is there before', () => {
    const held = holdDataFolder(tempFolder());
    migrate(held, NOON, [first]);
    const backup = join(held.folder, 'before-0002-2026-05-04.db');
    expect(migrate(held, NOON, [first, second])).toEqual({ from: 1, to: 2, backup });
    expect(look(held.database)).toMatchObject({
      version: 2,
      tables: expect.arrayContaining(['events', 'pets', 'toys']) as string[],
    });
    expect(look(backup)).toMatchObject({ version: 1 });
    expect(look(backup).tables).not.toContain('pets');
    held.release();
  });

  test('of a database from before data points keep what is in it', async () => {
    const held = holdDataFolder(tempFolder());
    migrate(held, NOON, [first]);
    const db = new Database(held.database);
    db.exec(`INSERT INTO questions VALUES ('q', 'single', 5, 6);
      INSERT INTO question_versions VALUES ('q', 1, 'Who?', '[{"id":"a","label":"Ada"}]', '{}', 5);`);
    db.close();
    held.release();
    const store = await openSqliteStore({ folder: held.folder, clock: () => NOON });
    const options = [{ id: 'a', label: 'Ada' }];
    expect(await store.questions.get('q' as QuestionId)).toEqual({
      id: 'q',
      type: 'single',
      versions: [
        { version: 1, prompt: 'Who?', options, settings: {}, translations: {}, change: null, createdAt: 5 },
      ],
      isPublic: false,
      createdAt: 5,
      updatedAt: 6,
    });
    const point = aDataPoint('q' as QuestionId);
    await store.dataPoints.saveAll([point], [], anAct());
    expect(await store.dataPoints.ofQuestion('q' as QuestionId)).toEqual([{ point, evidence: null }]);
    await store.close();
    expect(existsSync(join(held.folder, 'before-0002-2026-05-04.db'))).toBe(true);
  });

  test('leave the old version when one fails half way', () => {
    const held = holdDataFolder(tempFolder());
    migrate(held, NOON, [first]);
    const broken = { ...second, sql: `${second.sql} CREATE TABLE pets (name TEXT);` };
    expect(() => migrate(held, NOON, [first, broken])).toThrow('already exists');
    expect(look(held.database).version).toBe(1);
    expect(look(held.database).tables).not.toContain('toys');
    expect(existsSync(join(held.folder, 'before-0002-2026-05-04.db'))).toBe(true);
    held.release();
  });

  test('are refused while a server uses the folder', () => {
    const held = holdDataFolder(tempFolder());
    expect(() => migrateDataFolder({ folder: held.folder, now: NOON })).toThrow('Another Askagain');
    held.release();
  });

  test('own words that were shown before texts had decisions stay shown', () => {
    const held = holdDataFolder(tempFolder());
    migrate(held, NOON, MIGRATIONS.slice(0, 2));
    const db = new Database(held.database);
    db.pragma('foreign_keys = OFF');
    db.exec(`INSERT INTO askings
      (id, event_id, question_id, question_version, state, shown, settings, joined, opened_at, shown_others)
      VALUES ('a', 'e', 'q', 1, 'closed', 1, '{}', 0, 7, '["A coach","Ann’s “friend”","A coach"]'),
             ('b', 'e', 'q', 1, 'waiting', 0, '{}', 0, NULL, '[]')`);
    db.close();
    migrate(held, NOON, MIGRATIONS);
    const after = new Database(held.database, { readonly: true });
    expect(after.prepare('SELECT * FROM text_decisions').all()).toEqual([
      { asking_id: 'a', text: 'A coach', shown: 1, label: null, decided_at: 7 },
      { asking_id: 'a', text: 'Ann’s “friend”', shown: 1, label: null, decided_at: 7 },
    ]);
    after.close();
    held.release();
  });
});

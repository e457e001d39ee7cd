import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../server/store/migrations/all.ts';
import { holdDataFolder } from '../../../server/store/sqlite/data-folder.ts';
import { migrate, migrateDataFolder } from '../../../server/store/sqlite/migrate-database.ts';
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
});

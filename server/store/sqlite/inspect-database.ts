import type Database from 'better-sqlite3';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { MIGRATIONS } from '../migrations/all.ts';
import { StoreUnusable } from '../store-unusable.ts';
import { openForReading } from './connection.ts';

/** "AskA" in the header of every database of ours, so that no other program's file is taken for one. */
export const APPLICATION_ID = 0x41736b41;

const MAGIC = 'SQLite format 3\0';

/**
 * The version of a database, 0 when there is none yet; changes no byte of it. Throws `StoreUnusable` for a file that is
 * damaged, not ours, or newer than this program. Call it only while nothing in this process has the file open: closing
 * any handle on a file lets go of all of the process's locks on it.
 */
export function inspectDatabase(file: string, newest: number = MIGRATIONS.length): number {
  if (!existsSync(file) || statSync(file).size === 0) return 0;
  if (!hasMagic(file)) throw notOurs(file);
  const db = openOrRefuse(file);
  try {
    return readVersion(db, file, newest);
  } catch (error) {
    throw error instanceof StoreUnusable ? error : damaged(file, error);
  } finally {
    db.close();
  }
}

function readVersion(db: Database.Database, file: string, newest: number): number {
  const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  const id = db.pragma('application_id', { simple: true });
  // A first start that was cut short leaves an empty database behind: as good as none.
  if (tables === 0 && id === 0) return 0;
  if (id !== APPLICATION_ID) throw notOurs(file);
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > newest) throw tooNew(file, version, newest);
  const check = db.pragma('quick_check(1)', { simple: true });
  if (check !== 'ok') throw damaged(file, check);
  return version;
}

function openOrRefuse(file: string): Database.Database {
  try {
    return openForReading(file);
  } catch (error) {
    throw damaged(file, error);
  }
}

function hasMagic(file: string): boolean {
  const start = Buffer.alloc(MAGIC.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  return start.toString('latin1') === MAGIC;
}

function notOurs(file: string): StoreUnusable {
  return new StoreUnusable(
    `${file} is not a database of Askagain, or is damaged. It was left as it is. Move it away, or restore a backup.`,
  );
}

function tooNew(file: string, version: number, newest: number): StoreUnusable {
  return new StoreUnusable(
    `${file} was written by a newer Askagain (version ${version}; this one knows up to ${newest}). It was left as it is. Start the newer program.`,
  );
}

function damaged(file: string, why: unknown): StoreUnusable {
  const reason = why instanceof Error ? why.message : String(why);
  return new StoreUnusable(
    `${file} is damaged (${reason.replace(/\s+/g, ' ').slice(0, 120)}). It was left as it is. Restore a backup.`,
  );
}

import Database from 'better-sqlite3';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StoreInUse, StoreUnusable } from '../store-unusable.ts';

/** A data folder that nobody else may use while it is held. */
export interface HeldFolder {
  /** Absolute. */
  folder: string;
  /** The database in it, whether it is there yet or not. */
  database: string;
  release(): void;
}

/**
 * Takes the data folder for this process, or throws `StoreUnusable`. Makes the folder if it is missing. The lock is an
 * open exclusive transaction on a tiny SQLite file: the kernel frees it when the process dies, however it dies.
 */
export function holdDataFolder(name: string): HeldFolder {
  const folder = resolve(name);
  makeFolder(folder);
  const lock = openLock(folder);
  return { folder, database: join(folder, 'askagain.db'), release: () => lock.close() };
}

/** A path in the folder for a named backup: `before-0002-2026-11-24.db`, numbered when the day has one already. */
export function backupPath(folder: string, before: string, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10);
  for (let n = 1; ; n += 1) {
    const file = join(folder, `before-${before}-${day}${n === 1 ? '' : `-${n}`}.db`);
    if (!existsSync(file)) return file;
  }
}

function makeFolder(folder: string): void {
  try {
    makeWithParents(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw unwritable(folder);
  }
}

/** Not Node's `recursive`: where the system says "no such file" of a parent that is there, it never comes back. */
function makeWithParents(folder: string): void {
  if (existsSync(folder)) return;
  makeWithParents(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another start may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function openLock(folder: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(folder, 'askagain.lock'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    throw isBusy ? inUse(folder) : unwritable(folder);
  }
}

function inUse(folder: string): StoreUnusable {
  return new StoreInUse(
    `Another Askagain is using the data folder ${folder}. Stop it first, or choose another folder.`,
  );
}

function unwritable(folder: string): StoreUnusable {
  return new StoreUnusable(
    `The data folder ${folder} cannot be written. Give this user the right to write there, or choose another folder.`,
  );
}

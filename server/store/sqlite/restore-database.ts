import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StoreUnusable } from '../store-unusable.ts';
import { openForReading, openForWriting } from './connection.ts';
import { copyDatabase, flush, isWithoutLinks } from './copy-database.ts';
import { backupPath, holdDataFolder, type HeldFolder } from './data-folder.ts';
import { inspectDatabase } from './inspect-database.ts';

export interface Restored {
  /** The version that was restored; the next start migrates an older one. */
  version: number;
  /** Where what was there before is kept now; null when there was nothing. */
  kept: string | null;
}

/**
 * `askagain restore FILE`: puts a backup in the place of the database. Throws `StoreUnusable` when a server uses the
 * folder, or the file is damaged, not ours or newer than this program; nothing is changed then.
 */
export function restoreDatabase(options: { folder: string; file: string; now: number }): Restored {
  const held = holdDataFolder(options.folder);
  try {
    return restore(held, resolve(options.file), options.now);
  } finally {
    held.release();
  }
}

function restore(held: HeldFolder, file: string, now: number): Restored {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new StoreUnusable(`There is no file ${file}. Nothing was changed.`);
  if (file === held.database)
    throw new StoreUnusable(`${file} is the database in use. Name a backup to restore it from.`);
  const version = inspectDatabase(file);
  if (version === 0)
    throw new StoreUnusable(`${file} is empty: there is nothing to restore from it. Nothing was changed.`);
  const fresh = join(held.folder, 'restoring.db');
  rmSync(fresh, { force: true });
  copyWhole(file, fresh);
  const kept = keepOld(held, now);
  renameSync(fresh, held.database);
  flush(held.folder);
  return { version, kept };
}

/** A copy through SQLite takes along what still stands in the file's log. */
function copyWhole(from: string, to: string): void {
  const db = openForReading(from);
  try {
    copyDatabase(db, to);
  } finally {
    db.close();
  }
}

/**
 * Keeps the old database under a name of its own. Its log must be gone before another file takes its place: SQLite
 * would play it into that one.
 */
function keepOld(held: HeldFolder, now: number): string | null {
  if (!existsSync(held.database)) return null;
  const kept = backupPath(held.folder, 'restore', now);
  if (foldLog(held.database)) linkOrCopy(held.database, kept);
  else for (const part of ['-wal', '-shm', '']) moveAway(held.database + part, kept + part);
  return kept;
}

/** Writes the log into the database and removes it; false when the database is too damaged for that. */
function foldLog(file: string): boolean {
  try {
    const db = openForWriting(file);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    return !existsSync(`${file}-wal`);
  } catch {
    return false;
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!isWithoutLinks(error)) throw error;
    copyFileSync(from, to);
    flush(to);
  }
}

function moveAway(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

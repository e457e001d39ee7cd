import type { Database } from 'better-sqlite3';
import { MIGRATIONS } from '../migrations/all.ts';
import type { Migration } from '../migrations/migration.ts';
import { openForReading, openForWriting } from './connection.ts';
import { copyDatabase } from './copy-database.ts';
import { backupPath, holdDataFolder, type HeldFolder } from './data-folder.ts';
import { APPLICATION_ID, inspectDatabase } from './inspect-database.ts';

export interface Migrated {
  from: number;
  to: number;
  /** The backup made before, when there was something to keep. */
  backup: string | null;
}

/** `askagain migrate`: takes the folder, brings its database up to date, lets go. Throws `StoreUnusable`. */
export function migrateDataFolder(options: { folder: string; now: number }): Migrated {
  const held = holdDataFolder(options.folder);
  try {
    return migrate(held, options.now);
  } finally {
    held.release();
  }
}

/**
 * Brings the database of a held folder up to date: a named backup first, then each migration in a transaction of its
 * own that also writes the version, so that a crash leaves the old or the new, never something between.
 */
export function migrate(
  held: HeldFolder,
  now: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Migrated {
  const from = inspectDatabase(held.database, migrations.length);
  const todo = migrations.filter(({ number }) => number > from);
  const first = todo[0];
  const backup = first && from > 0 ? backUp(held, first.number, now) : null;
  if (first) run(held.database, todo);
  return { from, to: migrations.length, backup };
}

function backUp(held: HeldFolder, next: number, now: number): string {
  const file = backupPath(held.folder, String(next).padStart(4, '0'), now);
  const db = openForReading(held.database);
  try {
    copyDatabase(db, file);
  } finally {
    db.close();
  }
  return file;
}

function run(file: string, todo: readonly Migration[]): void {
  const db = openForWriting(file);
  try {
    for (const migration of todo) apply(db, migration);
  } finally {
    db.close();
  }
}

function apply(db: Database, { number, sql }: Migration): void {
  const whole = db.transaction(() => {
    db.exec(sql);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${number}`);
  });
  whole.immediate();
}

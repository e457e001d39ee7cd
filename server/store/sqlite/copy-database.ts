import type { Database } from 'better-sqlite3';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Writes a whole, consistent copy of the database to `file`, which must not exist; on disk when it returns. The copy
 * appears under its name only when it is complete. `VACUUM INTO` reads one snapshot: in WAL mode it never holds the
 * writer, while the backup API would start over at each of its commits.
 */
export function copyDatabase(db: Database, file: string): void {
  const part = `${resolve(file)}.part`;
  // One that a crash left behind.
  rmSync(part, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(part);
    flush(part);
    publish(part, file);
    flush(dirname(part));
  } finally {
    rmSync(part, { force: true });
  }
}

/** SQLite writes such a copy without flushing it. Folders are flushed for the names in them. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A link refuses to replace what is there, in one step. */
function publish(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch (error) {
    if (!isWithoutLinks(error)) throw error;
    // The file system has no links (a USB stick's): claim the name first.
    closeSync(openSync(file, 'wx'));
    renameSync(part, file);
  }
}

export function isWithoutLinks(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EPERM', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'].includes(String(error.code))
  );
}

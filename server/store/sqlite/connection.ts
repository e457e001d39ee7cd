import Database from 'better-sqlite3';

/** How long a statement waits for another process (a person with the `sqlite3` shell) to let go. */
const PATIENCE_MS = 2000;

/**
 * The writer's connection. `synchronous=FULL` is set although it is SQLite's default, because better-sqlite3 compiles
 * WAL as NORMAL, which forgets commits in a power loss. `secure_delete=ON`, not FAST: FAST leaves what stood on freed
 * pages, and erasing an event must leave no byte of it (`scrubbing.ts` does the rest). Each setting is read back: an unknown one is silently ignored.
 */
export function openForWriting(file: string, mostPages?: number): Database.Database {
  const db = new Database(file, { timeout: PATIENCE_MS });
  set(db, 'journal_mode', 'WAL', 'wal');
  set(db, 'synchronous', 'FULL', 2);
  set(db, 'foreign_keys', 'ON', 1);
  set(db, 'secure_delete', 'ON', 1);
  set(db, 'wal_autocheckpoint', '0', 0);
  db.pragma('cache_size = -65536');
  if (mostPages !== undefined) db.pragma(`max_page_count = ${mostPages}`);
  return db;
}

/** A connection that cannot write, whatever is asked of it. */
export function openForReading(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS });
  set(db, 'temp_store', 'MEMORY', 2);
  return db;
}

function set(db: Database.Database, name: string, value: string, expected: unknown): void {
  db.pragma(`${name} = ${value}`);
  const is = db.pragma(name, { simple: true });
  if (is !== expected) throw new Error(`SQLite did not take ${name} = ${value}: it is ${String(is)}`);
}

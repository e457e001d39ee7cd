import type { Database } from 'better-sqlite3';

/** Stands in `settings` from an erasure until no byte of it is left, across restarts. */
export const SCRUB_DUE = 'store:scrub-due';

/** So long without a ballot is a quiet moment … */
const QUIET_MS = 2000;
/** … and so long after an erasure it is done in any case, or tried again after it failed. */
const LATEST_MS = 30_000;

/**
 * Rewrites the database after an erasure. `secure_delete` overwrites what is deleted, but not the stale copies that
 * SQLite leaves in the gaps of pages when it moved rows to other pages before; only VACUUM drops those. It holds the
 * writer (0.4 s with a million ballots), so it waits until nobody votes, and does several erasures at once.
 */
export class Scrubbing {
  readonly #db: Database;
  #dueSince: number | undefined;
  #lastVote = -Infinity;
  #notBefore = -Infinity;

  constructor(db: Database, now: number) {
    this.#db = db;
    const due = db.prepare('SELECT 1 FROM settings WHERE name = ?').get(SCRUB_DUE);
    if (due) this.#dueSince = now;
  }

  erased(now: number): void {
    this.#dueSince ??= now;
  }

  voted(now: number): void {
    this.#lastVote = now;
  }

  /** Call it each second; true when it did its work, and the log wants emptying. Times are monotonic milliseconds. */
  tick(now: number): boolean {
    if (this.#dueSince === undefined || now < this.#notBefore) return false;
    if (now - this.#lastVote < QUIET_MS && now - this.#dueSince < LATEST_MS) return false;
    // It needs as much space again: on a full disk it fails, and is tried again later.
    this.#notBefore = now + LATEST_MS;
    this.#db.exec('VACUUM');
    this.#db.prepare('DELETE FROM settings WHERE name = ?').run(SCRUB_DUE);
    this.#notBefore = -Infinity;
    this.#dueSince = undefined;
    return true;
  }
}

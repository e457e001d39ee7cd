import type { Database } from 'better-sqlite3';

interface Progress {
  busy: number;
  log: number;
  checkpointed: number;
}

/**
 * Moves the log into the database between the batches: each second when there was writing, and down to nothing when an
 * asking closes or an event is erased. SQLite's automatic checkpoints come in the middle of a commit: 5 ms spikes.
 */
export class Checkpoints {
  readonly #db: Database;
  #isDue = false;
  #truncateIsDue = false;

  constructor(db: Database) {
    this.#db = db;
  }

  /** There is something in the log. */
  wrote(): void {
    this.#isDue = true;
  }

  /** Empties the log, now or, when a reader still looks at it, as soon as it has gone. Never waits for it. */
  truncate(): void {
    this.#truncateIsDue = true;
    const patience = Number(this.#db.pragma('busy_timeout', { simple: true }));
    this.#db.pragma('busy_timeout = 0');
    try {
      const { busy } = this.#checkpoint('TRUNCATE');
      this.#truncateIsDue = busy !== 0;
      this.#isDue = busy !== 0;
    } finally {
      this.#db.pragma(`busy_timeout = ${patience}`);
    }
  }

  /** Call it each second. */
  tick(): void {
    if (this.#truncateIsDue) return this.truncate();
    if (!this.#isDue) return;
    const { busy, log, checkpointed } = this.#checkpoint('PASSIVE');
    this.#isDue = busy !== 0 || checkpointed < log;
  }

  #checkpoint(mode: 'PASSIVE' | 'TRUNCATE'): Progress {
    const [progress] = this.#db.pragma(`wal_checkpoint(${mode})`) as Progress[];
    return progress ?? { busy: 1, log: 0, checkpointed: 0 };
  }
}

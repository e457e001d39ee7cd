import type { Asking } from '../../shared/asking.ts';
import type { AskingId } from '../../shared/ids.ts';

/** How long a timer may sleep: longer ones are taken in parts, because setTimeout holds 31 bits. */
const LONGEST_SLEEP_MS = 3_600_000;
/** When a close that could not be stored, on a full disk for instance, is tried again; at once would be for ever. */
const AGAIN_MS = 1_000;

/** Closes each open asking when its time is up. */
export class ClosingTimer {
  readonly #now: () => number;
  /** Closes it if its time is up; false when that could not be stored. */
  readonly #timeIsUp: (id: AskingId) => Promise<boolean>;
  readonly #timers = new Map<AskingId, NodeJS.Timeout>();

  constructor(now: () => number, timeIsUp: (id: AskingId) => Promise<boolean>) {
    this.#now = now;
    this.#timeIsUp = timeIsUp;
  }

  /** Looks at what is open now; to be called after every change. */
  set(open: Iterable<Asking>): void {
    this.stop();
    for (const { id, closesAt, settings } of open) {
      if (closesAt === null || !settings.closeAtEnd) continue;
      this.#sleep(id, Math.min(Math.max(0, closesAt - this.#now()), LONGEST_SLEEP_MS));
    }
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #sleep(id: AskingId, wait: number): void {
    this.#timers.set(
      id,
      setTimeout(() => void this.#wake(id), wait),
    );
  }

  async #wake(id: AskingId): Promise<void> {
    const isDone = await this.#timeIsUp(id).catch(() => false);
    if (!isDone) this.#sleep(id, AGAIN_MS);
  }
}

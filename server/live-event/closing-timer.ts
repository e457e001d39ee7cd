import type { Asking } from '../../shared/asking.ts';
import type { AskingId } from '../../shared/ids.ts';

/** How long a timer may sleep: longer ones are taken in parts, because setTimeout holds 31 bits. */
const LONGEST_SLEEP_MS = 3_600_000;
/** When a close that could not be stored, on a full disk for instance, is tried again; at once would be for ever. */
const AGAIN_MS = 1_000;

/** Closes the open asking when its time is up. */
export class ClosingTimer {
  readonly #now: () => number;
  /** Closes it if its time is up; false when that could not be stored. */
  readonly #timeIsUp: (id: AskingId) => Promise<boolean>;
  #timer: NodeJS.Timeout | undefined;

  constructor(now: () => number, timeIsUp: (id: AskingId) => Promise<boolean>) {
    this.#now = now;
    this.#timeIsUp = timeIsUp;
  }

  /** Looks at what is open now; to be called after every change. */
  set(open: Asking | undefined): void {
    this.stop();
    if (!open || open.closesAt === null || !open.settings.closeAtEnd) return;
    const wait = Math.min(Math.max(0, open.closesAt - this.#now()), LONGEST_SLEEP_MS);
    this.#sleep(open.id, wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #sleep(id: AskingId, wait: number): void {
    this.#timer = setTimeout(() => void this.#wake(id), wait);
  }

  async #wake(id: AskingId): Promise<void> {
    const isDone = await this.#timeIsUp(id).catch(() => false);
    if (!isDone) this.#sleep(id, AGAIN_MS);
  }
}

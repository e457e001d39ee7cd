import type { Asking } from '../../shared/asking.ts';

/** How long a timer may sleep: longer ones are taken in parts, because setTimeout holds 31 bits. */
const LONGEST_SLEEP_MS = 3_600_000;
/** When a close that could not be stored, on a full disk for instance, is tried again; at once would be for ever. */
const AGAIN_MS = 1_000;

/** Wakes when the first of the open askings is out of time. */
export class ClosingTimer {
  readonly #now: () => number;
  /** Closes whatever is out of time; false when that could not be stored. */
  readonly #timeIsUp: () => Promise<boolean>;
  #timer: NodeJS.Timeout | undefined;

  constructor(now: () => number, timeIsUp: () => Promise<boolean>) {
    this.#now = now;
    this.#timeIsUp = timeIsUp;
  }

  /** Looks at what is open now; to be called after every change. */
  set(open: Iterable<Asking>): void {
    this.stop();
    const ends = [...open].flatMap(({ closesAt, settings }) => (settings.closeAtEnd ? (closesAt ?? []) : []));
    if (ends.length === 0) return;
    this.#sleep(Math.min(Math.max(0, Math.min(...ends) - this.#now()), LONGEST_SLEEP_MS));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #sleep(wait: number): void {
    this.#timer = setTimeout(() => void this.#wake(), wait);
  }

  async #wake(): Promise<void> {
    const isDone = await this.#timeIsUp().catch(() => false);
    if (!isDone) this.#sleep(AGAIN_MS);
  }
}

const SAMPLES = 8;

/**
 * What the server's clock says. A message's time is old by its way here, so the newest of the last few samples, held
 * against this phone's clock, is the nearest to the truth.
 */
export class ServerClock {
  readonly #now: () => number;
  #offsets: number[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `serverTime` as it stood in a message that arrived now; `tookMs` where the way there and back was measured. */
  hear(serverTime: number, tookMs = 0): void {
    this.#offsets = [...this.#offsets, serverTime + tookMs / 2 - this.#now()].slice(-SAMPLES);
  }

  /** After a sleep this phone's clock may have been set: what was learned before counts no more. */
  forget(): void {
    this.#offsets = [];
  }

  /** Milliseconds; this phone's own time until the server was heard. */
  serverNow(): number {
    return this.#now() + (this.#offsets.length === 0 ? 0 : Math.max(...this.#offsets));
  }
}

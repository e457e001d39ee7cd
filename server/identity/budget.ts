interface Spent {
  count: number;
  since: number;
}

/** So many tries in so long, per key. The oldest keys are forgotten when there are too many to keep. */
export class Budget {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  readonly #keys: number;
  readonly #spent = new Map<string, Spent>();

  constructor(parts: { most: number; windowMs: number; now: () => number; keys?: number }) {
    this.#most = parts.most;
    this.#windowMs = parts.windowMs;
    this.#now = parts.now;
    this.#keys = parts.keys ?? 10_000;
  }

  /** Whether there is nothing left, or nothing of the first `most`; takes nothing. */
  isSpent(key: string, most = this.#most): boolean {
    return (this.#current(key)?.count ?? 0) >= most;
  }

  /** Takes one; false when there was none left. */
  take(key: string): boolean {
    const spent = this.#current(key) ?? this.#begin(key);
    if (spent.count >= this.#most) return false;
    spent.count += 1;
    return true;
  }

  /** What was taken was not due after all. */
  giveBack(key: string): void {
    const spent = this.#spent.get(key);
    if (spent) spent.count = Math.max(0, spent.count - 1);
  }

  /** What was spent in the time that still runs. */
  #current(key: string): Spent | undefined {
    const spent = this.#spent.get(key);
    const now = this.#now();
    // With a clock that was set back the window would else last until it has caught up.
    return spent && spent.since <= now && now - spent.since < this.#windowMs ? spent : undefined;
  }

  #begin(key: string): Spent {
    const spent = { count: 0, since: this.#now() };
    this.#spent.delete(key);
    this.#spent.set(key, spent);
    if (this.#spent.size > this.#keys) this.#forgetOldest();
    return spent;
  }

  #forgetOldest(): void {
    const [oldest] = this.#spent.keys();
    if (oldest !== undefined) this.#spent.delete(oldest);
  }
}

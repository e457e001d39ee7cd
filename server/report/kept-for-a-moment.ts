interface Kept<Value> {
  until: number;
  value: Promise<Value>;
}

/** Values that are made at most once in a while for each key, however many ask at the same time. What fails is not kept. */
export class KeptForAMoment<Value> {
  readonly #kept = new Map<string, Kept<Value>>();
  readonly #ms: number;
  readonly #most: number;
  readonly #now: () => number;

  constructor({ ms, most, now }: { ms: number; most: number; now: () => number }) {
    this.#ms = ms;
    this.#most = most;
    this.#now = now;
  }

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const kept = this.#kept.get(key);
    if (kept && kept.until > this.#now()) return kept.value;
    const value = make();
    this.#kept.delete(key);
    this.#kept.set(key, { until: this.#now() + this.#ms, value });
    value.catch(() => this.#forget(key, value));
    this.#dropOldest();
    return value;
  }

  #forget(key: string, value: Promise<Value>): void {
    if (this.#kept.get(key)?.value === value) this.#kept.delete(key);
  }

  #dropOldest(): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }
}

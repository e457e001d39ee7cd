const APART_MS = 250;

/** A value that follows another at most four times a second, the last one always: numbers that flicker cannot be read. */
export class Paced<T> {
  value = $state.raw() as T;
  #latest: T;
  #changedAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #now: () => number;

  constructor(first: T, now: () => number = Date.now) {
    this.value = first;
    this.#latest = first;
    this.#now = now;
  }

  offer(next: T): void {
    this.#latest = next;
    if (this.#timer !== undefined) return;
    const wait = this.#changedAt + APART_MS - this.#now();
    if (wait <= 0) return this.#take();
    this.#timer = setTimeout(() => this.#take(), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #take(): void {
    this.stop();
    this.#changedAt = this.#now();
    this.value = this.#latest;
  }
}

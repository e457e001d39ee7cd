/** Lets the first of many calls through at once and the rest as one, at most every so often. */
export class Pace {
  readonly #act: () => void;
  readonly #everyMs: () => number;
  readonly #now: () => number;
  #last = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  /** `everyMs` is asked each time: it may depend on how many listen. */
  constructor(act: () => void, everyMs: () => number, now: () => number = () => performance.now()) {
    this.#act = act;
    this.#everyMs = everyMs;
    this.#now = now;
  }

  call(): void {
    if (this.#timer !== undefined) return;
    const wait = this.#last + this.#everyMs() - this.#now();
    if (wait <= 0) this.#run();
    else this.#timer = setTimeout(() => this.#run(), wait);
  }

  /** What was to be sent is sent otherwise, or to nobody. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #run(): void {
    this.#timer = undefined;
    this.#last = this.#now();
    this.#act();
  }
}

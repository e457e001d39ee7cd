import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchAsking } from './api.ts';
import { byTheClock } from './by-the-clock.ts';
import { watching } from './cpu.ts';
import type { LeanPhone, OnAck } from './lean-phone.ts';

const LAST_ANSWERS_MS = 3_000;

/** What one stretch of ballots at one rate has shown. */
export interface Stretch {
  acks: number[];
  /** Why ballots were not acknowledged, each once. */
  failed: string[];
  /** Server processor time per ballot, microseconds. */
  cpu: number;
  /** Share of a core of the load generator. */
  generator: number;
}

/**
 * Ballots in turn from all phones. In each pass every phone votes for the next option, so that a tally tells exactly
 * how many of all ballots are in it.
 */
export class Ballots {
  readonly #phones: LeanPhone[];
  readonly #asking: BenchAsking;
  /** Called for each ballot as it leaves: its number from 0. */
  readonly #onCast: (number: number) => void;
  #cast = 0;

  constructor(phones: LeanPhone[], asking: BenchAsking, onCast: (number: number) => void = () => undefined) {
    this.#phones = phones;
    this.#asking = asking;
    this.#onCast = onCast;
  }

  /** How many ballots a tally holds, replaced ones included. */
  countedIn(counts: Record<string, number>): number {
    const { options } = this.#asking;
    const passes = Math.ceil(this.#cast / this.#phones.length);
    return options.reduce((sum, id, at) => {
      // The newest pass that voted for this option; phones lag behind by far less than all options.
      const pass = passes - 1 - ((((passes - 1 - at) % options.length) + options.length) % options.length);
      return sum + Math.max(0, pass + 1) * (counts[id] ?? 0);
    }, 0);
  }

  async stretch(rate: number, seconds: number, pid: number): Promise<Stretch> {
    const acks: number[] = [];
    const failed: string[] = [];
    const { serverMs, generator } = await watching(pid, async () => {
      const onAck: OnAck = (tookMs, code) => (code ? failed.push(code) : acks.push(tookMs));
      await byTheClock(rate, Math.round(rate * seconds), () => this.#castNext(onAck));
      await this.#lastAnswers();
    });
    for (let left = this.#waiting; left > 0; left -= 1) failed.push('NO_ANSWER');
    return {
      acks,
      failed,
      cpu: (serverMs * 1000) / Math.max(1, acks.length),
      generator,
    };
  }

  #castNext(onAck: OnAck): void {
    const number = this.#cast++;
    const pass = Math.floor(number / this.#phones.length);
    const { id: askingId, options } = this.#asking;
    const ballot = { askingId, revision: pass + 1, answer: { option: options[pass % options.length] } };
    this.#onCast(number);
    this.#phones[number % this.#phones.length]?.cast(ballot, onAck);
  }

  get #waiting(): number {
    return this.#phones.reduce((sum, { waiting }) => sum + waiting, 0);
  }

  async #lastAnswers(): Promise<void> {
    const until = performance.now() + LAST_ANSWERS_MS;
    while (this.#waiting > 0 && performance.now() < until) await sleep(10);
  }
}

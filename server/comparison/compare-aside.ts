import type { Worker } from 'node:worker_threads';
import type { compare } from '../../shared/comparison/compare.ts';
import { startThread } from '../store/start-thread.ts';

type Args = Parameters<typeof compare>;

export interface Asked {
  id: number;
  args: Args;
}

/** A comparison that cannot be made is the matter of whoever asked for it, and of nobody else who waits. */
export type Answer = { id: number } & ({ text: string } | { failure: unknown });

interface Waiting {
  resolve(text: string): void;
  reject(reason: unknown): void;
}

/**
 * Compares on a thread of its own: a table drawn at random takes up to a tenth of a second, a thousand askings more, and
 * votes must not wait for either. The thread starts when it is first needed and holds nothing and nobody up. What it
 * gives is the comparison as JSON: a text comes over from a thread in no time, megabytes of small things do not.
 */
export class CompareAside {
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #last = 0;

  compare(...args: Args): Promise<string> {
    this.#last += 1;
    const asked: Asked = { id: this.#last, args };
    return new Promise((resolve, reject) => {
      this.#waiting.set(asked.id, { resolve, reject });
      const thread = (this.#thread ??= this.#start());
      thread.ref();
      thread.postMessage(asked);
    });
  }

  #start(): Worker {
    const thread = startThread('./compare-thread', import.meta.url);
    thread.on('message', ({ id, ...answer }: Answer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if ('text' in answer) waiting?.resolve(answer.text);
      else waiting?.reject(answer.failure);
      // The process may end while nobody waits.
      if (this.#waiting.size === 0) thread.unref();
    });
    thread.on('error', (reason) => this.#fail(thread, reason));
    thread.on('exit', () => this.#fail(thread, new Error('the thread of comparisons has ended')));
    return thread;
  }

  /** Whoever waits hears of it; the next one gets a new thread. */
  #fail(thread: Worker, reason: unknown): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

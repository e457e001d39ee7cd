import type { Worker } from 'node:worker_threads';
import { Refused, type Refusal } from '../../../shared/result.ts';
import { startThread } from '../start-thread.ts';
import type { Calls, Question, Reply, ThreadData } from './calls.ts';

/** A thread's methods of one noun, as seen from outside: the same, with promises. */
export type Remote<Noun> = {
  [Verb in keyof Noun]: Noun[Verb] extends (...args: infer Args) => infer Value
    ? (...args: Args) => Promise<Value>
    : never;
};

interface Waiting {
  settle(result: unknown): void;
  fail(reason: Refused): void;
}

/** A worker thread of the store, asked by messages. Never terminated: it is asked to close, and ends by itself. */
export class StoreThread<Served extends Calls> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #log: (line: string) => void;
  readonly #ended: Promise<void>;
  #nextId = 1;
  /** Why nothing can be asked any more. */
  #end: Refusal | undefined;

  /** Resolves when the thread has its connection; rejects with what kept it from opening one. */
  static async start<Served extends Calls>(
    data: ThreadData,
    log: (line: string) => void,
  ): Promise<StoreThread<Served>> {
    const worker = startThread('./worker', import.meta.url, data);
    await new Promise<void>((settle, fail) => {
      worker.once('message', () => settle());
      worker.once('error', fail);
    });
    return new StoreThread<Served>(worker, log);
  }

  private constructor(worker: Worker, log: (line: string) => void) {
    this.#worker = worker;
    this.#log = log;
    worker.on('message', (reply: Reply) => this.#receive(reply));
    worker.on('error', (error) => log(`the store's thread failed: ${error.message}`));
    this.#ended = new Promise((settle) => worker.once('exit', () => settle(this.#lose())));
  }

  /** The named methods of one noun, to be called from here. */
  remote<Noun extends keyof Served & string, Verb extends keyof Served[Noun] & string>(
    noun: Noun,
    ...verbs: Verb[]
  ): Pick<Remote<Served[Noun]>, Verb> {
    const methods = verbs.map((verb) => [verb, (...args: unknown[]) => this.#ask(`${noun}.${verb}`, args)]);
    return Object.fromEntries(methods) as Pick<Remote<Served[Noun]>, Verb>;
  }

  /** Waits for what was asked before, then for the thread's end. */
  async close(): Promise<void> {
    if (this.#end === undefined) {
      const closed = this.#ask('close', []);
      this.#end = new Refused('RESTARTING').refusal;
      await closed;
    }
    await this.#ended;
  }

  #ask(method: string, args: unknown[]): Promise<unknown> {
    if (this.#end) return Promise.reject(new Refused(this.#end.code, this.#end.message));
    const id = this.#nextId++;
    return new Promise((settle, fail) => {
      this.#waiting.set(id, { settle, fail });
      this.#worker.postMessage({ id, method, args } satisfies Question);
    });
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'ready') return;
    if (reply.kind === 'log') return this.#log(reply.line);
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === 'done') waiting?.settle(reply.result);
    else waiting?.fail(toRefused(reply.error));
  }

  /** The thread is gone; if that was not asked for, nothing can be saved until a restart. */
  #lose(): void {
    this.#end ??= new Refused(
      'INTERNAL',
      'The store has stopped. What was saved is kept. Restart Askagain.',
    ).refusal;
    for (const { fail } of this.#waiting.values()) fail(toRefused(this.#end));
    this.#waiting.clear();
  }
}

function toRefused({ code, message, ...more }: Refusal): Refused {
  return new Refused(code, message, more);
}

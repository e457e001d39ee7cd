import type { Database } from 'better-sqlite3';
import type { MessagePort } from 'node:worker_threads';
import { refusal } from '../../../shared/result.ts';
import type { Calls, Question, Reply } from './calls.ts';
import { BROKEN, toFailure, type Failure } from './failures.ts';

type AnyCall = (...args: unknown[]) => unknown;

export interface Serving {
  db: Database;
  calls: Calls;
  /** Whether its answers promise that something is on disk: then it must not answer after the disk failed. */
  isSaving: boolean;
  /** How a call is made: within which transaction. */
  within(call: () => unknown): unknown;
  /** When the answer is on its way. */
  afterAnswer?(method: string, args: readonly unknown[]): void;
  beforeClose?(): void;
}

/** Answers the calls that come through a port, one after the other, until it is told to close. */
export class CallServer {
  readonly #port: MessagePort;
  readonly #serving: Serving;
  readonly #calls: ReadonlyMap<string, AnyCall>;
  #isBroken = false;

  constructor(port: MessagePort, serving: Serving) {
    this.#port = port;
    this.#serving = serving;
    this.#calls = byMethod(serving.calls);
    port.on('message', (question: Question) => this.#answer(question));
    this.#send({ kind: 'ready' });
  }

  /** Does something beside the calls; what goes wrong is logged, and ends the saving if it was the disk. */
  attempt(what: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#note(toFailure(error, what));
    }
  }

  #answer({ id, method, args }: Question): void {
    if (method === 'close') return this.#close(id);
    if (this.#isBroken) return this.#send({ kind: 'failed', id, error: refusal('INTERNAL', BROKEN) });
    try {
      const result = this.#serving.within(() => this.#call(method)(...args));
      this.#send({ kind: 'done', id, result });
    } catch (error) {
      const failure = toFailure(error, method);
      this.#note(failure);
      return this.#send({ kind: 'failed', id, error: failure.refusal });
    }
    this.attempt(`after ${method}`, () => this.#serving.afterAnswer?.(method, args));
  }

  #note({ log, isFatal }: Failure): void {
    if (log) this.#send({ kind: 'log', line: log });
    this.#isBroken ||= isFatal && this.#serving.isSaving;
  }

  #call(method: string): AnyCall {
    const call = this.#calls.get(method);
    if (!call) throw new Error(`this thread has no ${method}`);
    return call;
  }

  /** Frees everything, so that the thread ends by itself: better-sqlite3 does not survive being terminated. */
  #close(id: number): void {
    try {
      this.#serving.beforeClose?.();
      this.#serving.db.close();
      this.#send({ kind: 'done', id, result: undefined });
    } catch (error) {
      this.#send({ kind: 'failed', id, error: toFailure(error, 'close').refusal });
    }
    this.#port.close();
  }

  #send(reply: Reply): void {
    this.#port.postMessage(reply);
  }
}

function byMethod(calls: Calls): Map<string, AnyCall> {
  const named = Object.entries(calls).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, call]): [string, AnyCall] => [`${noun}.${verb}`, call as AnyCall]),
  );
  return new Map(named);
}

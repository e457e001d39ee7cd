import type { Receipt } from '../../shared/ballot.ts';
import type { MyBallot } from '../../shared/messages.ts';
import { mayRetry, type Refusal, type Result } from '../../shared/result.ts';
import { backoff } from './backoff.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';

/** A way to the server. `undefined`: no answer came, and nobody knows whether it arrived. */
export type Route = (entry: OutboxEntry) => Promise<Result<Receipt> | undefined>;

export interface Surroundings {
  isLive(): boolean;
  overSocket: Route;
  /** For networks that let HTTP through and nothing else. */
  overHttp: Route;
  now(): number;
  random(): number;
  /** The outbox has changed. */
  changed(): void;
  /** An answer was refused for good and is out of the outbox. */
  refused(entry: OutboxEntry, refusal: Refusal): void;
}

/** How long an answer waits for a live line before it is sent over plain HTTP. */
export const HTTP_AFTER_MS = 3_000;

/**
 * Carries answers to the server until it has said yes or never. A repeat with the same revision changes nothing there,
 * so in doubt it is sent again.
 */
export class BallotCourier {
  readonly #outbox: Outbox;
  readonly #with: Surroundings;
  readonly #onTheWay = new Set<string>();
  #setbacks = 0;
  #notBefore = 0;

  constructor(outbox: Outbox, surroundings: Surroundings) {
    this.#outbox = outbox;
    this.#with = surroundings;
  }

  /** A new line or a wish of the voter: what was put off is due. */
  hurry(): void {
    this.#setbacks = 0;
    this.#notBefore = 0;
    this.carry();
  }

  /** Sends whatever is due; called at each change and by a clock. */
  carry(): void {
    const { isLive, overSocket, overHttp, now } = this.#with;
    if (now() < this.#notBefore) return;
    for (const entry of this.#outbox.pending) {
      if (isLive()) void this.#send(entry, 'socket', overSocket);
      else if (now() - entry.saidAt >= HTTP_AFTER_MS) void this.#send(entry, 'http', overHttp);
    }
  }

  /** One answer by one route; by the other it may be on its way too, held up on a line that is gone. */
  async #send(entry: OutboxEntry, route: string, send: Route): Promise<void> {
    const key = `${route} ${entry.askingId} ${entry.revision}`;
    if (this.#onTheWay.has(key)) return;
    this.#onTheWay.add(key);
    this.#outbox.tried(entry, this.#with.now());
    this.#with.changed();
    const answer = await send(entry);
    this.#onTheWay.delete(key);
    // A socket that broke is no setback: the line has its own pause, and HTTP is free to try.
    if (answer || this.#with.isLive() || route === 'http') this.#settle(entry, answer);
  }

  #settle(entry: OutboxEntry, answer: Result<Receipt> | undefined): void {
    if (!answer || (!answer.ok && mayRetry(answer.error.code))) return this.#putOff();
    this.#setbacks = 0;
    const wasPending = this.#outbox.settle(entry);
    if (answer.ok) this.#outbox.remember({ ...entryAsBallot(entry), castAt: answer.value.castAt });
    else if (wasPending) this.#refuse(entry, answer.error);
    this.#with.changed();
  }

  #refuse(entry: OutboxEntry, refusal: Refusal): void {
    if (refusal.code === 'REVISION_STALE' && isStored(refusal.stored))
      this.#outbox.remember({ ...refusal.stored, askingId: entry.askingId });
    this.#with.refused(entry, refusal);
  }

  #putOff(): void {
    this.#notBefore = this.#with.now() + backoff(this.#setbacks, this.#with.random);
    this.#setbacks += 1;
  }
}

function entryAsBallot({ askingId, revision, answer }: OutboxEntry): Omit<MyBallot, 'castAt'> {
  return { askingId, revision, answer };
}

function isStored(stored: unknown): stored is Omit<MyBallot, 'askingId'> {
  return typeof stored === 'object' && stored !== null && 'revision' in stored && 'answer' in stored;
}

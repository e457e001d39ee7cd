import type { Asked, PostWithState } from '../../shared/posts.ts';
import { mayRetry, type Refusal, type Result } from '../../shared/result.ts';
import { backoff } from './backoff.ts';
import type { PostOutbox } from './post-outbox.ts';

interface Surroundings {
  isLive(): boolean;
  /** `undefined`: no answer came, and nobody knows whether it arrived. */
  send(post: Asked): Promise<Result<PostWithState> | undefined>;
  random(): number;
  asked(post: PostWithState): void;
  /** Refused for good, and out of the outbox. */
  refused(post: Asked, why: Refusal): void;
  /** The outbox has changed. */
  changed(): void;
}

/** Carries questions to the server, one after the other, until it has said yes or never. */
export class PostCourier {
  readonly #outbox: PostOutbox;
  readonly #with: Surroundings;
  #isCarrying = false;
  #setbacks = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(outbox: PostOutbox, surroundings: Surroundings) {
    this.#outbox = outbox;
    this.#with = surroundings;
  }

  /** Sends what there is, now: a new line, a new question, a wish. */
  carry(): void {
    clearTimeout(this.#pause);
    if (!this.#isCarrying) void this.#carryOn();
  }

  stop(): void {
    clearTimeout(this.#pause);
  }

  async #carryOn(): Promise<void> {
    this.#isCarrying = true;
    for (;;) {
      const [post] = this.#outbox.pending;
      if (!post || !this.#with.isLive()) break;
      if (!this.#settle(post, await this.#with.send(post))) break;
    }
    this.#isCarrying = false;
  }

  /** False when it has to wait. */
  #settle(post: Asked, answer: Result<PostWithState> | undefined): boolean {
    if (!answer || (!answer.ok && mayRetry(answer.error.code))) {
      this.#pause = setTimeout(() => this.carry(), backoff(this.#setbacks, this.#with.random));
      this.#setbacks += 1;
      return false;
    }
    this.#setbacks = 0;
    this.#outbox.settle(post);
    if (answer.ok) this.#with.asked(answer.value);
    else this.#with.refused(post, answer.error);
    this.#with.changed();
    return true;
  }
}

import { Refused } from '../../shared/result.ts';
import type { PostStore, PostWrite } from '../store/store.ts';

interface Waiting {
  write: PostWrite;
  settle(isDone: boolean): void;
  fail(reason: unknown): void;
}

/** More than this on their way to the disk means that it does not keep up: refuse with BUSY and let phones retry. */
const MOST_UNDERWAY = 10_000;

/**
 * Writes to the wall of one event, in order. What comes while others are on their way to the disk goes after them in one
 * transaction: the fuller the room, the more share one fsync.
 */
export class PostWrites {
  readonly #posts: Pick<PostStore, 'writeAll'>;
  readonly #onDisk: (write: PostWrite) => void;
  #waiting: Waiting[] = [];
  #underway = 0;
  #last: Promise<void> = Promise.resolve();
  #isWriting = false;

  /** `onDisk` is called with each that was done, in order, before whoever added it goes on. */
  constructor(posts: Pick<PostStore, 'writeAll'>, onDisk: (write: PostWrite) => void) {
    this.#posts = posts;
    this.#onDisk = onDisk;
  }

  /** Whether it was done. Rejects when nothing was stored. */
  add(write: PostWrite): Promise<boolean> {
    if (this.#underway >= MOST_UNDERWAY) return Promise.reject(new Refused('BUSY'));
    this.#underway += 1;
    return new Promise((settle, fail) => {
      this.#waiting.push({ write, settle, fail });
      if (!this.#isWriting) this.#last = this.#writeOn();
    });
  }

  /** Resolves when all that was added is settled, stored or not. */
  done(): Promise<void> {
    return this.#last;
  }

  async #writeOn(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      await this.#write(group);
      this.#underway -= group.length;
    }
    this.#isWriting = false;
  }

  async #write(group: Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#posts.writeAll(group.map(({ write }) => write));
      group.forEach(({ write, settle }, index) => {
        const isDone = outcomes[index] === true;
        if (isDone) this.#onDisk(write);
        settle(isDone);
      });
    } catch (reason) {
      for (const { fail } of group) fail(reason);
    }
  }
}

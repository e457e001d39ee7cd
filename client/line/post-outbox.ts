import type { EventId } from '../../shared/ids.ts';
import type { Asked } from '../../shared/posts.ts';
import type { KeptStore } from './kept-store.ts';
import { keptPosts, postsKey } from './kept-posts.ts';

/** Questions of one event that are not acknowledged yet, oldest first. Lives through a reload; each is asked once, by its id. */
export class PostOutbox {
  readonly #store: KeptStore;
  readonly #key: string;
  #pending: Asked[];

  constructor(store: KeptStore, eventId: EventId) {
    this.#store = store;
    this.#key = postsKey(eventId);
    this.#pending = keptPosts(store, eventId);
  }

  get pending(): readonly Asked[] {
    return this.#pending;
  }

  put(post: Asked): void {
    this.#keep([...this.#pending, post]);
  }

  settle({ id }: Pick<Asked, 'id'>): void {
    this.#keep(this.#pending.filter((post) => post.id !== id));
  }

  #keep(pending: Asked[]): void {
    this.#pending = pending;
    if (pending.length > 0) this.#store.set(this.#key, JSON.stringify(pending));
    else this.#store.remove(this.#key);
  }
}

import type { PostId } from '../../../shared/ids.ts';
import type { PostState } from '../../../shared/posts.ts';
import type { Result } from '../../../shared/result.ts';
import { api } from '../api.ts';
import { Notice } from '../parts/notice.svelte.ts';

/** A question of the room, as REST gives it. */
export interface PostRow {
  id: PostId;
  text: string;
  name: string | null;
  state: PostState;
  pinned: boolean;
  answered: boolean;
  backings: number;
  createdAt: string;
}

interface PostPage {
  items: PostRow[];
  cursor: string | null;
}

const A_PAGE = 50;
/** The wall of a full room changes many times a second; a list that is read need not. */
const PAUSE_MS = 700;

/** The questions of one state that fit what is searched for, as far as they were asked for. */
export class WallList {
  state = $state.raw<PostState>('shown');
  search = $state('');
  items = $state.raw<PostRow[]>([]);
  hasMore = $state(false);
  readonly notice = new Notice();
  readonly #eventId: string;
  #pages = 1;
  #asked = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(eventId: string) {
    this.#eventId = eventId;
  }

  look(state: PostState): Promise<void> {
    this.state = state;
    this.#pages = 1;
    return this.load();
  }

  more(): Promise<void> {
    this.#pages += 1;
    return this.load();
  }

  /** The wall has changed: what of it is shown here is read again, in a moment. */
  again(): void {
    this.#pause ??= setTimeout(() => void this.load(), PAUSE_MS);
  }

  close(): void {
    clearTimeout(this.#pause);
  }

  /** The last one asked for wins. */
  async load(): Promise<void> {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    const asked = (this.#asked += 1);
    const items: PostRow[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < this.#pages; page += 1) {
      const read: Result<PostPage> = await api.get<PostPage>(this.#path(cursor));
      if (asked !== this.#asked || !this.notice.check(read)) return;
      items.push(...read.value.items);
      cursor = read.value.cursor;
      if (cursor === null) break;
    }
    [this.items, this.hasMore] = [items, cursor !== null];
  }

  #path(cursor: string | null): string {
    const search = this.search.trim();
    const query = [
      `state=${this.state}`,
      `limit=${A_PAGE}`,
      ...(search === '' ? [] : [`search=${encodeURIComponent(search)}`]),
      ...(cursor === null ? [] : [`cursor=${encodeURIComponent(cursor)}`]),
    ];
    return `/events/${this.#eventId}/posts?${query.join('&')}`;
  }
}

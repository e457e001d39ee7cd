import type { VoterNumber } from '../../shared/ballot.ts';
import type { PostId } from '../../shared/ids.ts';
import { comparePosts, cursorAt, postsAfter, type PostOrder } from '../../shared/post-order.ts';
import {
  onWall,
  withState,
  type Post,
  type PostOnWall,
  type PostState,
  type PostWithState,
} from '../../shared/posts.ts';
import {
  POSTS_A_PAGE,
  type MyPosts,
  type PostPage,
  type WallDesk,
  type WallPage,
  type WallQueue,
} from '../../shared/wall.ts';
import type { PostWrite, StoredPost } from '../store/store.ts';

interface HeldPost {
  post: Post;
  backers: Set<VoterNumber>;
}

/** What a voter has to do with the wall. */
interface Part {
  asked: PostId[];
  backed: Set<PostId>;
}

/** Which posts a reader of the event asks for. */
export interface PostsWanted {
  order: PostOrder;
  after?: string | undefined;
  limit: number;
  /** Absent: all of them. */
  state?: PostState | undefined;
  /** Words that stand in the text or the name, in any case. */
  search?: string | undefined;
}

/** The wall of one event in memory: every post with who backs it. Only what has been committed is taken in. */
export class HeldWall {
  readonly #posts = new Map<PostId, HeldPost>();
  readonly #parts = new Map<VoterNumber, Part>();
  /** What the room sees, in its orders; put together when it is asked for. */
  readonly #shown = new Map<PostOrder, PostOnWall[]>();
  #version = 1;

  /** Grows with everything that is taken in. */
  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#posts.size;
  }

  get(id: PostId): Post | undefined {
    return this.#posts.get(id)?.post;
  }

  /** Everybody who asked or backed something. */
  voters(): Iterable<VoterNumber> {
    return this.#parts.keys();
  }

  askedBy(voter: VoterNumber): Post[] {
    return (this.#parts.get(voter)?.asked ?? []).map((id) => this.#mustHave(id).post);
  }

  isBackedBy(id: PostId, voter: VoterNumber): boolean {
    return this.#posts.get(id)?.backers.has(voter) ?? false;
  }

  /** Throws for an id it does not have. */
  view(id: PostId): PostWithState {
    return viewOf(this.#mustHave(id));
  }

  /** [PW7] What the room sees of the wall, in an order, from `after` on. */
  page(order: PostOrder, after?: string): PostPage {
    return pageOf(postsAfter(this.#inOrder(order), order, after), order, POSTS_A_PAGE);
  }

  first(order: PostOrder): WallPage {
    return { version: this.#version, order, total: this.#inOrder(order).length, ...this.page(order) };
  }

  /** [PW7] What only this voter is told. */
  mine(voter: VoterNumber | undefined): MyPosts {
    const part = voter === undefined ? undefined : this.#parts.get(voter);
    return { mine: (part?.asked ?? []).map((id) => this.view(id)), backed: [...(part?.backed ?? [])] };
  }

  desk(staged: PostId | null, mayRead: boolean): WallDesk {
    const shown = this.#inOrder('backed');
    const askers = new Set(shown.map(({ id }) => this.#mustHave(id).post.voter)).size;
    return {
      version: this.#version,
      posts: shown.slice(0, POSTS_A_PAGE),
      total: shown.length,
      askers,
      staged: shown.find(({ id }) => id === staged) ?? null,
      queue: mayRead ? this.#queue() : null,
    };
  }

  /** For readers: also what waits or is hidden. */
  list({ order, after, limit, state, search }: PostsWanted): { posts: PostWithState[]; next: string | null } {
    const wanted = search?.toLocaleLowerCase();
    const fits = ({ post }: HeldPost) =>
      (state === undefined || post.state === state) &&
      (wanted === undefined || `${post.text} ${post.name ?? ''}`.toLocaleLowerCase().includes(wanted));
    const posts = [...this.#posts.values()].filter(fits).map(viewOf).sort(comparePosts(order));
    return pageOf(postsAfter(posts, order, after), order, limit);
  }

  load(stored: readonly StoredPost[]): void {
    for (const { post, backers } of stored) {
      this.#add(post);
      for (const voter of backers) this.#back(post.id, voter, true);
    }
  }

  /** Takes in what is on disk. */
  take(write: PostWrite): void {
    if (write.kind === 'ask') this.#add(write.post);
    else if (write.kind === 'back') this.#back(write.postId, write.voter, write.on);
    else this.#mustHave(write.post.id).post = write.post;
    this.#version += 1;
    this.#shown.clear();
  }

  #add(post: Post): void {
    this.#posts.set(post.id, { post, backers: new Set() });
    this.#partOf(post.voter).asked.push(post.id);
  }

  #back(id: PostId, voter: VoterNumber, on: boolean): void {
    const { backers } = this.#mustHave(id);
    const { backed } = this.#partOf(voter);
    if (on) {
      backers.add(voter);
      backed.add(id);
    } else {
      backers.delete(voter);
      backed.delete(id);
    }
  }

  #partOf(voter: VoterNumber): Part {
    const part = this.#parts.get(voter) ?? { asked: [], backed: new Set() };
    this.#parts.set(voter, part);
    return part;
  }

  #mustHave(id: PostId): HeldPost {
    const held = this.#posts.get(id);
    if (!held) throw new Error('the wall has no such post');
    return held;
  }

  #inOrder(order: PostOrder): PostOnWall[] {
    const known = this.#shown.get(order);
    if (known) return known;
    const shown = [...this.#posts.values()].filter(({ post }) => post.state === 'shown');
    const sorted = shown.map(({ post, backers }) => onWall(post, backers.size)).sort(comparePosts(order));
    this.#shown.set(order, sorted);
    return sorted;
  }

  #queue(): WallQueue {
    const counts = { waiting: 0, shown: 0, hidden: 0, answered: 0 };
    const waiting: PostWithState[] = [];
    for (const held of this.#posts.values()) {
      counts[held.post.state] += 1;
      if (held.post.state === 'shown' && held.post.answeredAt !== null) counts.answered += 1;
      if (held.post.state === 'waiting' && waiting.length < POSTS_A_PAGE) waiting.push(viewOf(held));
    }
    return { waiting, counts };
  }
}

function viewOf({ post, backers }: HeldPost): PostWithState {
  return withState(post, backers.size);
}

function pageOf<View extends PostOnWall>(
  posts: readonly View[],
  order: PostOrder,
  limit: number,
): { posts: View[]; next: string | null } {
  const page = posts.slice(0, limit);
  const last = page.at(-1);
  return { posts: page, next: last && posts.length > limit ? cursorAt(last, order) : null };
}

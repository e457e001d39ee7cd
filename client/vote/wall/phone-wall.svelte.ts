import { newId, type PostId } from '../../../shared/ids.ts';
import type { PostOrder } from '../../../shared/post-order.ts';
import type { Asked, PostOnWall, PostWithState } from '../../../shared/posts.ts';
import type { Refusal } from '../../../shared/result.ts';
import type { MyPosts, WallPage } from '../../../shared/wall.ts';
import { PostCourier } from '../../line/post-courier.ts';
import { PostOutbox } from '../../line/post-outbox.ts';
import type { VoterConnection } from '../../voter-connection.svelte.ts';
import { t } from '../../words/words.svelte.ts';
import { refusalWords } from '../refusal-words.ts';
import { belowTheFocus, withPage } from './below-the-focus.ts';

/** One phone at the wall: what it sees there, what it asks, what it backs. Questions are kept until they are on it. */
export class PhoneWall {
  posts = $state.raw<PostOnWall[]>([]);
  total = $state(0);
  /** Pass it on for more; null at the end. */
  next = $state.raw<string | null>(null);
  order = $state.raw<PostOrder>('backed');
  mine = $state.raw<PostWithState[]>([]);
  backed = $state.raw<readonly PostId[]>([]);
  pending = $state.raw<readonly Asked[]>([]);
  /** What was refused for good, and why. */
  refused = $state.raw<{ post: Asked; refusal: Refusal } | null>(null);
  isLoaded = $state(false);
  /** Stands in the field; nothing of it is lost by looking elsewhere. */
  text = $state('');
  name = $state('');
  /** Said once, politely. */
  said = $state('');
  /** The post somebody is at: nothing above it moves. */
  at: string | undefined;
  /** More than the first page is here. */
  #hasMore = false;
  readonly #connection: VoterConnection;
  readonly #outbox: PostOutbox;
  readonly #courier: PostCourier;

  constructor(connection: VoterConnection) {
    this.#connection = connection;
    this.#outbox = new PostOutbox(connection.store, connection.eventId);
    this.pending = this.#outbox.pending;
    this.#courier = new PostCourier(this.#outbox, {
      isLive: () => connection.line === 'live',
      send: (post) => connection.ask('post:ask', post),
      random: Math.random,
      asked: (post) => this.#asked(post),
      refused: (post, refusal) => this.#refused(post, refusal),
      changed: () => (this.pending = this.#outbox.pending),
    });
    connection.listen('wall:changed', (page) => this.#takePage(page));
    connection.listen('posts:mine', (mine) => this.#takeMine(mine));
  }

  /** Sends what was kept; to be called when the line is there. */
  send(): void {
    this.#courier.carry();
  }

  close(): void {
    this.#courier.stop();
  }

  /** Looks at the wall in an order from now on, as it stands. */
  async watch(order: PostOrder = this.order): Promise<void> {
    const seen = await this.#connection.ask('wall:watch', { order });
    if (!seen?.ok || !seen.value) return;
    this.at = undefined;
    this.#hasMore = false;
    this.order = order;
    this.isLoaded = true;
    this.#takeMine(seen.value);
    this.#takePage(seen.value);
  }

  async leave(): Promise<void> {
    await this.#connection.ask('wall:watch', { order: null });
  }

  async more(): Promise<void> {
    if (this.next === null) return;
    const page = await this.#connection.ask('post:list', { order: this.order, after: this.next });
    if (!page?.ok) return;
    this.#hasMore = true;
    this.posts = withPage(this.posts, page.value.posts);
    this.next = page.value.next;
  }

  /** Keeps the question in the field and sends it. False when there is none. */
  ask(takesName: boolean): boolean {
    const [text, name] = [plain(this.text), plain(this.name)];
    if (text === '') return false;
    const id = newId<PostId>((length) => crypto.getRandomValues(new Uint8Array(length)));
    this.#outbox.put({ id, text, ...(takesName && name ? { name } : {}) });
    this.pending = this.#outbox.pending;
    this.refused = null;
    this.text = '';
    this.said = this.#connection.line === 'live' ? '' : t('wall.kept');
    this.#courier.carry();
    return true;
  }

  /** Takes a refused question back into the field, or lets it go. */
  takeBack(): void {
    if (this.refused && this.text === '') this.text = this.refused.post.text;
    this.refused = null;
  }

  /** At once on this phone; taken back where it was not counted. */
  async back(post: PostOnWall): Promise<void> {
    const on = !this.backed.includes(post.id);
    this.#setBacked(post.id, on, post.backings + (on ? 1 : -1));
    const done = await this.#connection.ask('post:back', { postId: post.id, on });
    if (done?.ok) return this.#setBacked(post.id, on, done.value.backings);
    this.#setBacked(post.id, !on, post.backings);
    this.said = done ? refusalWords(done.error) : t('wall.not-sent');
  }

  #setBacked(id: PostId, on: boolean, backings: number): void {
    const others = this.backed.filter((backed) => backed !== id);
    this.backed = on ? [...others, id] : others;
    this.posts = this.posts.map((post) => (post.id === id ? { ...post, backings } : post));
  }

  #takePage({ posts, total, next, order }: WallPage): void {
    if (order !== this.order) return;
    const newer = this.#hasMore ? withPage(posts, this.posts) : posts;
    this.posts = belowTheFocus(this.posts, newer, this.at);
    this.total = total;
    if (!this.#hasMore) this.next = next;
  }

  #takeMine({ mine, backed }: MyPosts): void {
    for (const { id, state } of mine)
      if (state === 'shown' && this.mine.some((post) => post.id === id && post.state === 'waiting'))
        this.said = t('wall.on-it');
    this.mine = mine;
    this.backed = backed;
  }

  #asked(post: PostWithState): void {
    this.mine = [...this.mine.filter(({ id }) => id !== post.id), post];
    this.said = t(post.state === 'waiting' ? 'wall.read-first' : 'wall.on-it');
    if (post.state === 'shown' && !this.posts.some(({ id }) => id === post.id)) {
      this.posts = [...this.posts, post];
      this.total += 1;
    }
  }

  #refused(post: Asked, refusal: Refusal): void {
    this.refused = { post, refusal };
  }
}

/** As the server keeps it: spaces of any kind are one. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

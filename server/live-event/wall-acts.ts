import type { VoterNumber } from '../../shared/ballot.ts';
import type { PostId } from '../../shared/ids.ts';
import {
  isSamePost,
  mayAsk,
  moderated,
  newPost,
  type Asked,
  type Moderation,
  type Post,
  type PostWithState,
} from '../../shared/posts.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { PostStore, PostWrite } from '../store/store.ts';
import type { By, EventChanges } from './event-changes.ts';
import type { HeldEvent } from './held-event.ts';
import { PostWrites } from './post-writes.ts';

/** Who hears of the wall. Nothing of it is part of the event's state: a post is no news to every phone. */
export interface WallListener {
  wallChanged(): void;
  /** Somebody decided on a post that this voter asked. */
  postsDecided(asker: VoterNumber): void;
}

interface WallParts {
  held: HeldEvent;
  changes: EventChanges;
  posts: PostStore;
  now: () => number;
}

/** What is done with the wall: asked and backed by phones, decided by those who run the event. Committed first, published after. */
export class WallActs {
  readonly #parts: WallParts;
  readonly #writes: PostWrites;
  readonly #underway = new Map<PostId, Post>();
  readonly #listeners = new Set<WallListener>();

  constructor(parts: WallParts) {
    this.#parts = parts;
    this.#writes = new PostWrites(parts.posts, (write) => this.#take(write));
  }

  async load(): Promise<void> {
    const { held, posts } = this.#parts;
    held.wall.load(await posts.ofEvent(held.id));
    for (const voter of held.wall.voters()) held.voters.setAside(voter);
  }

  /** Resolves when all that was begun is done. */
  done(): Promise<void> {
    return this.#writes.done();
  }

  listen(listener: WallListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when the post is on disk; the same once more gets what is stored. */
  async ask(hash: string, asked: Asked): Promise<Result<PostWithState>> {
    await this.#betweenChanges();
    const { held, now } = this.#parts;
    const voter = held.voters.numberOf(hash);
    if (this.#underway.has(asked.id)) await this.#writes.done();
    const known = held.wall.get(asked.id);
    if (known) return this.#again(known, { ...asked, voter });
    const refusal = this.#whyClosed() ?? this.#whyTooMany(voter);
    if (refusal) return refusal;
    const post = newPost(asked, { eventId: held.id, voter, createdAt: now() }, held.event.setUp.wall);
    this.#underway.set(post.id, post);
    try {
      const isDone = await this.#save({ kind: 'ask', post }, voter);
      return isDone ? ok(held.wall.view(post.id)) : refused('CONTENT_CONFLICT');
    } finally {
      this.#underway.delete(post.id);
    }
  }

  /** [PW5] Resolves when it is on disk; the same once more changes nothing. */
  async back(hash: string, id: PostId, on: boolean): Promise<Result<{ postId: PostId; backings: number }>> {
    await this.#betweenChanges();
    const { held } = this.#parts;
    const post = held.wall.get(id);
    if (post?.state !== 'shown') return refused('NOT_FOUND', 'This question is not on the wall any more.');
    const refusal = this.#whyClosed();
    if (refusal) return refusal;
    const voter = held.voters.numberOf(hash);
    if (post.voter === voter)
      return refused('STATE_CONFLICT', 'A question is backed by others, not by the phone that asked it.');
    const isDone = held.wall.isBackedBy(id, voter) === on;
    if (isDone || (await this.#save({ kind: 'back', postId: id, voter, on }, voter)))
      return ok({ postId: id, backings: held.wall.view(id).backings });
    return refused('NOT_FOUND');
  }

  /** [PW4] Part of a change: what goes from the wall goes from the screen. */
  async moderate(id: PostId, decision: Moderation, by: By): Promise<Result<PostWithState>> {
    const { held, changes, now } = this.#parts;
    const before = held.wall.get(id);
    if (!before) return refused('NOT_FOUND', 'There is no such question.');
    const post = moderated(before, decision, now());
    if (post === before) return ok(held.wall.view(id));
    const act = {
      at: now(),
      by,
      what: 'post:moderate',
      eventId: held.id,
      detail: { postId: id, ...decision },
    };
    if (!(await this.#writes.add({ kind: 'moderate', post, act }))) return refused('NOT_FOUND');
    if (post.state === 'hidden' && held.stage.postId === id)
      await changes.commit({ stage: changes.stageTo({ postId: null }) }, 'stage:put', by, { view: 'wall' });
    return ok(held.wall.view(id));
  }

  /** A change of state is a line: whoever comes while it is drawn waits to see on which side it stands. */
  async #betweenChanges(): Promise<void> {
    const { changes } = this.#parts;
    while (changes.isChanging) await changes.done();
  }

  /** [PW2] */
  #again(known: Post, asked: Asked & { voter: VoterNumber }): Result<PostWithState> {
    return isSamePost(known, asked) ? ok(this.#parts.held.wall.view(known.id)) : refused('CONTENT_CONFLICT');
  }

  /** [PW9] */
  #whyClosed(): Result<never> | undefined {
    const { event } = this.#parts.held;
    const isOpen = event.setUp.wall.isOpen && event.state !== 'ended' && event.deletedAt === null;
    return isOpen ? undefined : refused('STATE_CONFLICT', 'No questions are taken at the moment.');
  }

  #whyTooMany(voter: VoterNumber): Result<never> | undefined {
    const { wall } = this.#parts.held;
    const underway = [...this.#underway.values()].filter((post) => post.voter === voter);
    const own = [...wall.askedBy(voter), ...underway];
    const may = mayAsk(own, wall.size + this.#underway.size, this.#parts.now());
    return may.ok ? undefined : may;
  }

  /** A post whose voter is not on disk could not be found again after a restart: it is no saved one yet. */
  async #save(write: PostWrite, voter: VoterNumber): Promise<boolean> {
    const { voters } = this.#parts.held;
    if (voters.hasUnwritten) void voters.write().catch(() => undefined);
    const isDone = await this.#writes.add(write);
    if (voters.isUnwritten(voter)) await voters.write();
    return isDone;
  }

  #take(write: PostWrite): void {
    this.#parts.held.wall.take(write);
    this.#publish();
    if (write.kind !== 'moderate') return;
    for (const listener of this.#listeners) listener.postsDecided(write.post.voter);
  }

  #publish(): void {
    for (const listener of this.#listeners) listener.wallChanged();
  }
}

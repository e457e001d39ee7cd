import { decideBallot, type Ballot } from '../../shared/ballot.ts';
import type { AskingId } from '../../shared/ids.ts';
import type { TextDecision } from '../../shared/questions/written-text.ts';
import type {
  EventChange,
  PostWrite,
  Store,
  StoredCast,
  StoredDecision,
  StoredPost,
} from '../../server/store/store.ts';

/** As much of a store as a host needs, in memory. Each method answers a turn later, as a disk would. */
export class FakeStore {
  readonly changes: EventChange[] = [];
  readonly decisions: StoredDecision[] = [];
  readonly posts: StoredPost[] = [];
  /** How many posts and backings were written together, each time. */
  readonly postGroups: number[] = [];
  readonly rows = new Map<AskingId, Map<number, Ballot>>();
  /** What the next commit, or the next group of ballots, fails with. */
  failsWith: Error | undefined;
  /** What the writing of voters fails with, as long as it stands here. */
  votersFailWith: Error | undefined;
  #held: Promise<void> = Promise.resolve();
  #written = 0;

  /** The part of `Store` that this is. */
  get asStore(): Store {
    const ballots = { castAll: this.castAll.bind(this), ofAsking: this.ofAsking.bind(this) };
    const events = { commit: this.commit.bind(this) };
    const voters = { addAll: this.addVoters.bind(this) };
    const texts = { ofEvent: async () => [], decide: this.decide.bind(this) };
    const posts = {
      ofEvent: async () => structuredClone(this.posts),
      writeAll: this.writePosts.bind(this),
    };
    const tickets = { ofEvent: async () => [], add: async () => undefined, save: async () => undefined };
    return { events, ballots, voters, posts, texts, tickets } as unknown as Store;
  }

  /** From now on every call waits until what comes back is called. */
  hold(): () => void {
    let letGo = () => {};
    this.#held = new Promise((resolve) => (letGo = resolve));
    return () => letGo();
  }

  ballotsOf(id: AskingId): Ballot[] {
    return [...(this.rows.get(id)?.values() ?? [])];
  }

  async commit(change: EventChange): Promise<void> {
    await this.#turn();
    this.changes.push(structuredClone(change));
    for (const id of change.removed ?? []) this.rows.delete(id);
  }

  async decide(askingId: AskingId, decision: TextDecision): Promise<void> {
    await this.#turn();
    this.decisions.push({ askingId, ...decision });
  }

  async castAll(casts: Omit<Ballot, 'castAt'>[]): Promise<StoredCast[]> {
    await this.#turn();
    return casts.map((cast) => this.#castOne(cast));
  }

  async addVoters(): Promise<void> {
    await this.#held;
    if (this.votersFailWith) throw this.votersFailWith;
  }

  async writePosts(writes: PostWrite[]): Promise<boolean[]> {
    await this.#turn();
    this.postGroups.push(writes.length);
    return writes.map((write) => this.#writePost(structuredClone(write)));
  }

  async ofAsking(id: AskingId): Promise<Ballot[]> {
    await this.#turn();
    return structuredClone(this.ballotsOf(id));
  }

  #castOne(cast: Omit<Ballot, 'castAt'>): StoredCast {
    const room = this.rows.get(cast.askingId) ?? new Map<number, Ballot>();
    this.rows.set(cast.askingId, room);
    const outcome = decideBallot(room.get(cast.voter), { ...cast, castAt: (this.#written += 1) });
    if (outcome.kind === 'counted') room.set(cast.voter, outcome.new);
    return structuredClone(outcome);
  }

  #writePost(write: PostWrite): boolean {
    const id = write.kind === 'back' ? write.postId : write.post.id;
    const stored = this.posts.find(({ post }) => post.id === id);
    if (write.kind === 'ask') {
      if (!stored) this.posts.push({ post: write.post, backers: [] });
      return !stored;
    }
    if (!stored) return false;
    if (write.kind === 'moderate') stored.post = write.post;
    else {
      const others = stored.backers.filter((voter) => voter !== write.voter);
      stored.backers = write.on ? [...others, write.voter] : others;
    }
    return true;
  }

  async #turn(): Promise<void> {
    await this.#held;
    const failure = this.failsWith;
    this.failsWith = undefined;
    if (failure) throw failure;
  }
}

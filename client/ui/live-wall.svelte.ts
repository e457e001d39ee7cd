import type { PostId } from '../../shared/ids.ts';
import { nextToAnswer } from '../../shared/post-order.ts';
import type { Moderation, PostOnWall } from '../../shared/posts.ts';
import type { Result } from '../../shared/result.ts';
import type { PresenterConnection } from '../connection.svelte.ts';

/** The wall in the hands of those who run the event, whichever page they have. */
export class LiveWall {
  /** Why the last act was not done; empty when it was. */
  problem = $state('');
  readonly #connection: PresenterConnection;

  constructor(connection: PresenterConnection) {
    this.#connection = connection;
  }

  /** How many questions the room sees. */
  get total(): number {
    return this.#connection.wall?.total ?? 0;
  }

  /** Grows with everything that happens to it. */
  get version(): number {
    return this.#connection.wall?.version ?? 0;
  }

  /** How many wait to be read, as far as this page may know. */
  get waiting(): number {
    return this.#connection.wall?.queue?.counts.waiting ?? 0;
  }

  get counts(): { waiting: number; shown: number; hidden: number; answered: number } | undefined {
    return this.#connection.wall?.queue?.counts;
  }

  get isOnStage(): boolean {
    return this.#connection.state?.stage.view === 'wall';
  }

  /** The one that stands large. */
  get staged(): PostOnWall | null {
    return this.isOnStage ? (this.#connection.wall?.staged ?? null) : null;
  }

  /** What *next question* would put there. */
  get nextUp(): PostOnWall | undefined {
    return nextToAnswer(this.#connection.wall?.posts ?? [], this.staged?.id ?? null);
  }

  showList(): Promise<void> {
    return this.#note(this.#connection.request('stage:put', { view: 'wall' }));
  }

  putLarge(postId: PostId): Promise<void> {
    return this.#note(this.#connection.request('stage:put', { view: 'wall', postId }));
  }

  async next(): Promise<void> {
    if (this.nextUp) await this.putLarge(this.nextUp.id);
  }

  /** Says of the one that stands large that it is answered, or takes that back. */
  async toggleAnswered(): Promise<void> {
    const { staged } = this;
    if (staged) await this.decide(staged.id, { answered: !staged.isAnswered });
  }

  decide(postId: PostId, decision: Moderation): Promise<void> {
    return this.#note(this.#connection.request('post:moderate', { postId, ...decision }));
  }

  async #note(asking: Promise<Result<unknown>>): Promise<void> {
    const done = await asking;
    this.problem = done.ok ? '' : done.error.message;
  }
}

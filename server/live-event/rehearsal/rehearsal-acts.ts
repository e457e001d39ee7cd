import { UNASKED, type Asking } from '../../../shared/asking.ts';
import {
  DEFAULT_REHEARSAL,
  mayRehearse,
  withSettings,
  type RehearsalPatch,
  type RehearsalSettings,
  type RehearsalState,
  type Tried,
} from '../../../shared/rehearsal.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { elsewhere } from '../../../shared/stage.ts';
import type { PostStore } from '../../store/store.ts';
import type { ActParts } from '../asking-acts.ts';
import type { By } from '../event-changes.ts';
import type { Voting } from '../voting.ts';
import { Rehearsal } from './rehearsal.ts';

interface Parts extends Pick<ActParts, 'held' | 'changes' | 'batch' | 'now'> {
  voting: Voting;
  posts: Pick<PostStore, 'ofEvent'>;
  random: () => number;
}

/** An event that is rehearsed: begun, set, cleared. Each act is part of a change. */
export class RehearsalActs {
  readonly #parts: Parts;
  #rehearsal: Rehearsal | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What is known of it; null while the event is not rehearsed. */
  get state(): RehearsalState | null {
    return this.#rehearsal?.state ?? null;
  }

  /** After a restart a rehearsal goes on with a room as it is at first. Once, before use. */
  load(): void {
    if (this.#parts.held.event.isRehearsal) this.#begin(DEFAULT_REHEARSAL);
  }

  /** Begins, or changes the one that runs. */
  async set(settings: RehearsalPatch, by: By): Promise<Result<null>> {
    const { held, changes } = this.#parts;
    if (this.#rehearsal) {
      this.#rehearsal.set(settings);
      changes.publish();
      return ok(null);
    }
    const { event } = held;
    const allowed = mayRehearse(event, held.askings(), (await this.#parts.posts.ofEvent(event.id)).length);
    if (!allowed.ok) return allowed;
    await changes.commit({ event: { ...event, isRehearsal: true } }, 'rehearsal:begin', by);
    this.#begin(withSettings(DEFAULT_REHEARSAL, settings));
    changes.publish();
    return ok(null);
  }

  /**
   * [RE2] Throws everything away that was cast, written and decided, in one transaction. Whoever holds the event in memory
   * must drop it then: what it remembers never was.
   */
  async end(by: By): Promise<Result<null>> {
    const { held, changes, batch, now } = this.#parts;
    const { event } = held;
    if (!event.isRehearsal) return ok(null);
    // Nobody made up comes in from here on, and whoever has is stored before all of them are cleared.
    this.#rehearsal?.stop();
    await held.voters.write();
    await batch.flush();
    const askings = held.askings().map(unasked);
    const stage = changes.stageTo(elsewhere({ view: 'lobby', blank: false, qr: false }));
    const real = { ...event, isRehearsal: false, state: 'draft' as const, updatedAt: now() };
    await changes.commit({ event: real, stage, askings, clears: true }, 'rehearsal:end', by);
    this.stop();
    return ok(null);
  }

  follow(): void {
    this.#rehearsal?.follow();
  }

  wasTried(what: Tried): void {
    this.#rehearsal?.wasTried(what);
  }

  stop(): void {
    this.#rehearsal?.stop();
    this.#rehearsal = null;
  }

  #begin(settings: RehearsalSettings): void {
    const { held, voting, changes, random, now } = this.#parts;
    this.#rehearsal = new Rehearsal({ held, voting, publish: () => changes.publish(), random, now });
    this.#rehearsal.follow();
    this.#rehearsal.set(settings);
  }
}

function unasked(asking: Asking): Asking {
  return { ...asking, ...UNASKED };
}

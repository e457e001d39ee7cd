import type { Asking } from '../../shared/asking.ts';
import { refusesSetUp, type EventSetUp } from '../../shared/event-set-up.ts';
import { changeEventState, type LiveEvent, type LiveEventState } from '../../shared/live-event.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { AskingActs } from './asking-acts.ts';
import type { By, EventChanges } from './event-changes.ts';
import type { Changed, HeldEvent } from './held-event.ts';

export type EventPatch = Partial<
  Pick<
    LiveEvent,
    | 'title'
    | 'startsOn'
    | 'place'
    | 'audience'
    | 'audienceTags'
    | 'roomSize'
    | 'isPrivate'
    | 'theme'
    | 'order'
    | 'isTemplate'
  >
> & { setUp?: Partial<EventSetUp> };

const ENTRY_STAYS =
  'People have voted here already, and one room is not counted in two ways. Copy the event to let them in otherwise.';

/** What is done with the event itself. Each is part of a change. */
export class EventActs {
  readonly #held: HeldEvent;
  readonly #changes: EventChanges;
  readonly #asking: AskingActs;
  readonly #now: () => number;

  constructor(held: HeldEvent, changes: EventChanges, asking: AskingActs, now: () => number) {
    this.#held = held;
    this.#changes = changes;
    this.#asking = asking;
    this.#now = now;
  }

  async change(patch: EventPatch, by: By): Promise<Result<LiveEvent>> {
    const { order } = this.#held.event;
    if (patch.order && !isSameSet(patch.order, order)) {
      const message = 'Name every stop of the running order exactly once.';
      return refused('INVALID', undefined, { errors: [{ path: 'order', message }] });
    }
    const setUp = { ...this.#held.event.setUp, ...patch.setUp };
    const errors = refusesSetUp(setUp);
    if (errors.length > 0) return refused('INVALID', errors[0]?.message, { errors });
    const { entry } = this.#held.event.setUp;
    if (setUp.entry !== entry && this.#held.askings().some(({ number }) => number !== null))
      return refused('STATE_CONFLICT', ENTRY_STAYS);
    if (setUp.pace === 'presenter' && [...this.#held.openAskings()].length > 1)
      return refused('STATE_CONFLICT', 'Several questions are open. Close all but one first.');
    // Another order is another "next".
    const stage = patch.order ? { stage: this.#changes.stageTo() } : {};
    const askings = this.#withClock(setUp);
    return this.#commit({ ...patch, setUp }, { ...stage, askings }, 'event:change', by);
  }

  /** [SP4] Another end of the clock is the end of what it was to close. */
  #withClock(setUp: EventSetUp): Asking[] {
    const { openUntil } = this.#held.event.setUp;
    if (setUp.openUntil === openUntil || openUntil === null) return [];
    const byClock = [...this.#held.openAskings()].filter(({ closesAt }) => closesAt === openUntil);
    return byClock.map((asking) => ({ ...asking, closesAt: setUp.openUntil }));
  }

  async setState(state: LiveEventState, by: By): Promise<Result<LiveEvent>> {
    const { event } = this.#held;
    const allowed = changeEventState(event.state, state);
    if (!allowed.ok) return allowed;
    if (state === event.state) return ok(event);
    if (event.isRehearsal)
      return refused('STATE_CONFLICT', 'This event is being rehearsed. End the rehearsal first.');
    const askings = state === 'ended' ? await this.#asking.closedOnes(this.#now()) : [];
    return this.#commit({ state }, { askings, stage: this.#changes.stageTo() }, `event:${state}`, by);
  }

  /** Into the bin; voting closes. */
  async bin(by: By): Promise<Result<LiveEvent>> {
    if (this.#held.event.deletedAt !== null) return ok(this.#held.event);
    const now = this.#now();
    const askings = await this.#asking.closedOnes(now);
    return this.#commit({ deletedAt: now }, { askings, stage: this.#changes.stageTo() }, 'event:bin', by);
  }

  restore(by: By): Promise<Result<LiveEvent>> {
    return this.#commit({ deletedAt: null }, {}, 'event:restore', by);
  }

  async #commit(
    patch: Partial<LiveEvent>,
    more: Omit<Changed, 'event'>,
    what: string,
    by: By,
  ): Promise<Result<LiveEvent>> {
    const event = { ...this.#held.event, ...patch, updatedAt: this.#now() };
    await this.#changes.commit({ event, ...more }, what, by);
    return ok(event);
  }
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set(a).size === a.length && a.every((id) => b.includes(id));
}

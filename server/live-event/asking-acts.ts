import {
  closeAsking,
  moveTimer,
  notingLastTime,
  openAsking,
  reopenAsking,
  showAsking,
  type Asking,
  type Opening,
} from '../../shared/asking.ts';
import type { AskingId, QuestionId } from '../../shared/ids.ts';
import type { TimerChange } from '../../shared/messages.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { isByClock } from '../../shared/event-set-up.ts';
import { elsewhere } from '../../shared/stage.ts';
import type { BallotBatch } from './ballot-batch.ts';
import type { By, EventChanges } from './event-changes.ts';
import type { Changed, HeldEvent } from './held-event.ts';
import type { LookingBack } from './looking-back.ts';

const COUNTED_BY_HAND =
  'Hands were counted for this question, so no phone answers it. Ask it again to let phones vote.';

export interface OpenHow {
  seconds?: number | undefined;
  closeAtEnd?: boolean | undefined;
}

/** What acts work with. */
export interface ActParts {
  held: HeldEvent;
  changes: EventChanges;
  batch: BallotBatch;
  lookingBack: LookingBack;
  now: () => number;
}

/** What is done with an asking while the event runs. Each is part of a change: call them in order. */
export class AskingActs {
  readonly #held: HeldEvent;
  readonly #changes: EventChanges;
  readonly #batch: BallotBatch;
  readonly #lookingBack: LookingBack;
  readonly #now: () => number;

  constructor({ held, changes, batch, lookingBack, now }: ActParts) {
    this.#held = held;
    this.#changes = changes;
    this.#batch = batch;
    this.#lookingBack = lookingBack;
    this.#now = now;
  }

  /** Also reopens. Makes a draft live, puts it on the stage, and closes the one that was open. */
  async open(id: AskingId, how: OpenHow, by: By): Promise<Result<Asking>> {
    const asking = this.#held.asking(id);
    if (!asking) return refused('NOT_FOUND');
    const able = this.#held.mayAsk();
    if (!able.ok) return able;
    if (asking.state === 'open') return ok(asking);
    if (asking.hands) return refused('STATE_CONFLICT', COUNTED_BY_HAND);
    const opened = await this.opened(asking, how);
    const others = this.#held.isSelfPaced ? [] : await this.closedOnes(this.#now(), id);
    const stage = this.#changes.stageTo(elsewhere({ view: 'asking', askingId: id, blank: false, qr: false }));
    const change = { ...this.goingLive(), askings: [...others, opened], stage };
    await this.#changes.commit(change, 'asking:open', by, { askingId: id });
    return ok(opened);
  }

  /** The asking as it is once it is open; nothing has changed yet. */
  async opened(asking: Asking, how: OpenHow = {}, nextNumber?: number): Promise<Asking> {
    const { setUp } = this.#held.event;
    const now = this.#now();
    const isOnTime = isByClock(setUp);
    const opening: Opening = {
      now,
      ...how,
      shuffled: this.#held.specOf(asking.id).settings['shuffle'] === true,
      nextNumber: nextNumber ?? this.lastNumber(asking.questionId) + 1,
      pace: setUp.pace,
      duplicateControl: setUp.entry === 'tickets' ? 'ticket' : 'device',
      reach: isOnTime ? 'link' : 'room',
      // Opened by hand after the end it stays open.
      until: isOnTime && now < (setUp.openUntil ?? now) ? (setUp.openUntil ?? undefined) : undefined,
    };
    await this.#lookingBack.loadPast(asking);
    return this.#noting(
      asking.state === 'closed' ? reopenAsking(asking, opening) : openAsking(asking, opening),
    );
  }

  /** A draft is live from its first question on. */
  goingLive(): Pick<Changed, 'event'> {
    const { event } = this.#held;
    return event.state === 'draft' ? { event: { ...event, state: 'live', updatedAt: this.#now() } } : {};
  }

  async close(id: AskingId, reveal: boolean, by: By): Promise<Result<Asking>> {
    const asking = this.#held.asking(id);
    if (!asking) return refused('NOT_FOUND');
    await this.#lookAgain(asking);
    // Ballots accepted before the line are counted before it is drawn.
    await this.#batch.flush();
    const closed = closeAsking(asking, this.#now(), this.#held.joinedOf(id));
    if (!closed.ok || (closed.value === asking && !reveal)) return closed;
    const changed = { ...closed.value, shown: reveal || closed.value.shown };
    const change = { askings: [changed], stage: this.#changes.stageTo() };
    await this.#changes.commit(change, 'asking:close', by, { askingId: id, reveal });
    return ok(changed);
  }

  /** Closes whatever has run out of time, in one change. */
  async closeInTime(): Promise<Result<null>> {
    const now = this.#now();
    const { setUp } = this.#held.event;
    const isUp = ({ closesAt, settings }: Asking) =>
      closesAt !== null &&
      closesAt <= now &&
      (settings.closeAtEnd || (isByClock(setUp) && closesAt === setUp.openUntil));
    for (const asking of this.#held.openAskings()) if (isUp(asking)) await this.#lookAgain(asking);
    const askings = await this.#closed(isUp, now);
    const askingIds = askings.map(({ id }) => id);
    const change = { askings, stage: this.#changes.stageTo() };
    if (askings.length > 0) await this.#changes.commit(change, 'asking:close', null, { askingIds });
    return ok(null);
  }

  async show(id: AskingId, isShown: boolean, by: By): Promise<Result<Asking>> {
    const asking = this.#held.asking(id);
    if (asking && isShown) await this.#lookAgain(asking);
    const what = isShown ? 'asking:show' : 'asking:hide';
    return this.#change(id, (asking) => this.#shown(asking, isShown), what, by, true);
  }

  timer(id: AskingId, change: TimerChange, by: By): Promise<Result<Asking>> {
    return this.#change(id, (asking) => this.#timed(asking, change), 'asking:timer', by);
  }

  /** [SP4] Whatever is done to its timer, what closes by the clock closes with it at the latest. */
  #timed(asking: Asking, change: TimerChange): Result<Asking> {
    const moved = moveTimer(asking, change, this.#now());
    const { setUp } = this.#held.event;
    const isBound = isByClock(setUp) && asking.closesAt !== null && asking.closesAt <= (setUp.openUntil ?? 0);
    if (!moved.ok || !isBound) return moved;
    return ok({ ...moved.value, closesAt: Math.min(moved.value.closesAt ?? Infinity, setUp.openUntil ?? 0) });
  }

  /** The open askings other than `except`, closed, with every ballot that was accepted before. */
  closedOnes(now: number, except?: AskingId): Promise<Asking[]> {
    return this.#closed(({ id }) => id !== except, now);
  }

  async #closed(isMeant: (asking: Asking) => boolean, now: number): Promise<Asking[]> {
    const open = [...this.#held.openAskings()].filter(isMeant);
    if (open.length > 0) await this.#batch.flush();
    return open.flatMap((asking) => {
      const closed = closeAsking(asking, now, this.#held.joinedOf(asking.id));
      return closed.ok ? [closed.value] : [];
    });
  }

  /** A result may have been brought in or matched while people voted; what they have seen meanwhile stays. */
  async #lookAgain(asking: Asking): Promise<void> {
    if (!asking.conditions?.lastResultVisible) await this.#lookingBack.loadPast(asking);
  }

  #shown(asking: Asking, isShown: boolean): Result<Asking> {
    const shown = showAsking(asking, isShown);
    return shown.ok ? ok(this.#noting(shown.value)) : shown;
  }

  #noting(asking: Asking): Asking {
    return notingLastTime(asking, this.#held.lastTimeOf(asking.id) !== null);
  }

  /** The highest number so far: after one was deleted, no two askings of a question have the same. */
  lastNumber(id: QuestionId): number {
    const askings = this.#held.askings().filter(({ questionId }) => questionId === id);
    return Math.max(0, ...askings.map(({ number }) => number ?? 0));
  }

  async #change(
    id: AskingId,
    change: (asking: Asking) => Result<Asking>,
    what: string,
    by: By,
    isStep = false,
  ): Promise<Result<Asking>> {
    const asking = this.#held.asking(id);
    if (!asking) return refused('NOT_FOUND');
    const changed = change(asking);
    if (!changed.ok || changed.value === asking) return changed;
    const stage = isStep ? { stage: this.#changes.stageTo() } : {};
    await this.#changes.commit({ askings: [changed.value], ...stage }, what, by, { askingId: id });
    return changed;
  }
}

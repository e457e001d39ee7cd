import {
  closeAsking,
  isChangeAllowed,
  moveTimer,
  openAsking,
  reopenAsking,
  showAsking,
  type Asking,
  type AskingSettings,
  type Opening,
} from '../shared/asking.ts';
import { joinedAtLeast, type CastOutcome, type Receipt, type VoterNumber } from '../shared/ballot.ts';
import type { AskingId, EventId, QuestionId } from '../shared/ids.ts';
import { changeEventState, MOST_STOPS, type LiveEvent, type LiveEventState } from '../shared/live-event.ts';
import type { Heads, MyBallot, StepPress, TimerChange } from '../shared/messages.ts';
import { latestVersion, specOf, type Question, type QuestionSpec } from '../shared/question.ts';
import type { RoomCount, TallyBase } from '../shared/questions/question-type.ts';
import { ok, refused, Refused, type Result } from '../shared/result.ts';
import { pressCounts, step, type Stage, type StageView, type StepOutcome } from '../shared/stage.ts';
import { foldOutcome, recount } from '../shared/tally.ts';
import type { BallotBatch } from './ballot-batch.ts';
import { AskingRoom } from './asking-room.ts';
import type { Act, EventChange, Store, StoredEvent } from './store/store.ts';
import type { VotersHere } from './voters-here.ts';

/** Who acts: a user's or token's name; null is the machine itself. */
export type By = string | null;

/** What the world outside hears of an event. State is sent whole; tallies and heads are coalesced by who listens. */
export interface HostListener {
  stateChanged(): void;
  tallyChanged(askingId: AskingId): void;
  headsChanged(): void;
  /** The event is dropped from memory; whoever still listens must come in anew. */
  released(): void;
}

export interface HostParts {
  store: Store;
  batch: BallotBatch;
  now: () => number;
}

type EventPatch = Partial<
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
  >
>;

/** How long a timer may sleep: longer ones are taken in parts, because setTimeout holds 31 bits. */
const LONGEST_SLEEP_MS = 3_600_000;
/** When a close that could not be stored is tried again. */
const CLOSE_AGAIN_MS = 1_000;

/**
 * The authority for one live event. Every change of state is committed first and published after; changes happen one
 * after the other; ballots go in batches between them. Nothing else writes this event's rows.
 */
export class LiveEventHost {
  readonly voters: VotersHere;
  readonly #parts: HostParts;
  readonly #askings = new Map<AskingId, Asking>();
  readonly #questions = new Map<AskingId, Question>();
  readonly #rooms = new Map<AskingId, AskingRoom>();
  readonly #listeners = new Set<HostListener>();
  #event: LiveEvent;
  #stage: Stage;
  #version = 1;
  #lastPressAt: number | null = null;
  #change: Promise<unknown> = Promise.resolve();
  #isChanging = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: HostParts, stored: StoredEvent, questions: Question[], voters: VotersHere) {
    this.#parts = parts;
    this.#event = stored.event;
    this.#stage = stored.stage;
    this.voters = voters;
    for (const { asking, tally } of stored.askings) {
      const question = questions.find(({ id }) => id === asking.questionId);
      if (!question) throw new Error(`asking ${asking.id} has no question`);
      this.#questions.set(asking.id, question);
      this.#askings.set(asking.id, this.#withLatestVersion(asking));
      this.#rooms.set(asking.id, new AskingRoom(this.specOf(asking.id), tally));
    }
  }

  // What stands now ----------------------------------------------------------------------------------------------

  get id(): EventId {
    return this.#event.id;
  }
  get event(): LiveEvent {
    return this.#event;
  }
  get stage(): Stage {
    return this.#stage;
  }
  /** Grows with everything that is published. */
  get version(): number {
    return this.#version;
  }
  get isBusy(): boolean {
    return this.#listeners.size > 0 || this.voters.connectedCount > 0 || this.openAsking() !== undefined;
  }

  /** Askings in running order. */
  askings(): Asking[] {
    return this.#event.order.map((id) => this.#asking(id));
  }
  asking(id: AskingId): Asking | undefined {
    return this.#askings.get(id);
  }
  openAsking(): Asking | undefined {
    return this.askings().find(({ state }) => state === 'open');
  }
  /** What phones show: the open asking, else the one on stage once it was asked. */
  askingOnAir(): Asking | undefined {
    const staged =
      this.#stage.view === 'asking' && this.#stage.askingId
        ? this.#askings.get(this.#stage.askingId)
        : undefined;
    return this.openAsking() ?? (staged && staged.state !== 'waiting' ? staged : undefined);
  }
  questionOf(id: AskingId): Question {
    const question = this.#questions.get(id);
    if (!question) throw new Refused('NOT_FOUND');
    return question;
  }
  specOf(id: AskingId): QuestionSpec {
    return specOf(this.questionOf(id), this.#asking(id).questionVersion);
  }
  tallyOf(id: AskingId): TallyBase {
    return this.#room(id).tally;
  }
  ballotsOf(id: AskingId): number {
    return this.tallyOf(id).ballots;
  }
  joinedOf(id: AskingId): number {
    const asking = this.#asking(id);
    // After a restart and a reopening, memory knows fewer than the last close has stored.
    const known =
      asking.state === 'open' ? Math.max(this.#room(id).joined.size, asking.joined) : asking.joined;
    return joinedAtLeast(known, this.ballotsOf(id));
  }
  roomOf(id: AskingId): RoomCount {
    return { joined: this.joinedOf(id), roomSize: this.#event.roomSize };
  }
  heads(askingId: AskingId | null): Heads {
    const connected = this.voters.connectedCount;
    if (!askingId) return { askingId, ballots: 0, joined: connected, connected };
    return { askingId, ballots: this.ballotsOf(askingId), joined: this.joinedOf(askingId), connected };
  }

  listen(listener: HostListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // Voters and ballots -------------------------------------------------------------------------------------------

  /** A phone is known from here on, and counts as joined for what is open. */
  join(hash: string): VoterNumber {
    const voter = this.voters.numberOf(hash);
    const open = this.openAsking();
    if (open) this.#room(open.id).joined.add(voter);
    return voter;
  }

  /** A phone's line opens; call what comes back when it ends. */
  connect(hash: string): () => void {
    const voter = this.join(hash);
    this.voters.arrive(voter);
    this.#headsChanged();
    return () => {
      this.voters.leave(voter);
      this.#headsChanged();
    };
  }

  mine(hash: string, askingId: AskingId): MyBallot | null {
    const voter = this.voters.known(hash);
    const stored = voter === undefined ? undefined : this.#room(askingId).ballots.get(voter);
    return stored ? { askingId, ...stored } : null;
  }

  /** Resolves when the ballot is on disk and in the tally, or refused with nothing stored. */
  async cast(
    hash: string,
    cast: { askingId: AskingId; revision: number; answer: unknown },
  ): Promise<Result<Receipt>> {
    // A change of state is a line: whoever comes while it is drawn waits to see on which side it stands.
    while (this.#isChanging) await this.#change;
    const asking = this.#askings.get(cast.askingId);
    if (!asking) return refused('NOT_FOUND');
    const room = this.#room(cast.askingId);
    const checked = room.check(cast.answer);
    if (!checked.ok) return checked;
    const voter = this.join(hash);
    const mine = room.ballots.get(voter);
    if (asking.state !== 'open' && mine?.revision !== cast.revision) return refused('ASKING_CLOSED');
    if (!isChangeAllowed(asking) && mine && mine.revision !== cast.revision) {
      return refused('STATE_CONFLICT', 'This vote can no longer be changed. The first one is counted.');
    }
    if (this.voters.hasUnwritten) void this.voters.write().catch(() => undefined);
    const outcome = await this.#parts.batch.add({
      askingId: asking.id,
      voter,
      revision: cast.revision,
      answer: checked.value,
    });
    return this.#settle(asking.id, outcome);
  }

  #settle(askingId: AskingId, outcome: CastOutcome): Result<Receipt> {
    if (outcome.kind === 'stale') {
      const { revision, answer, castAt } = outcome.stored;
      return refused('REVISION_STALE', undefined, { stored: { askingId, revision, answer, castAt } });
    }
    const counted = outcome.kind === 'counted' ? outcome.new : outcome.stored;
    if (outcome.kind === 'counted') this.#fold(askingId, outcome);
    return ok({ revision: counted.revision, castAt: counted.castAt, saved: true });
  }

  #fold(askingId: AskingId, outcome: Extract<CastOutcome, { kind: 'counted' }>): void {
    const room = this.#rooms.get(askingId);
    if (!room) return;
    room.tally = foldOutcome(room.spec, room.tally, outcome);
    const { voter, revision, answer, castAt } = outcome.new;
    room.ballots.set(voter, { revision, answer, castAt });
    this.#version += 1;
    for (const listener of this.#listeners) listener.tallyChanged(askingId);
  }

  // Changes of state ---------------------------------------------------------------------------------------------

  step(press: StepPress, by: By): Promise<Result<Stage>> {
    return this.#inOrder(async () => {
      const now = this.#parts.now();
      if (!pressCounts(this.#stage, press.version, now, this.#lastPressAt)) return ok(this.#stage);
      const done = await this.#follow(step(this.#stage, this.askings(), press.press), by);
      if (!done.ok) return done;
      this.#lastPressAt = now;
      return ok(this.#stage);
    });
  }

  async #follow(outcome: StepOutcome, by: By): Promise<Result<unknown>> {
    switch (outcome.kind) {
      case 'none':
        return ok(null);
      case 'unblank':
        return this.#restage({ blank: false }, by);
      case 'closeQr':
        return this.#restage({ qr: false }, by);
      case 'go':
        return this.#restage(
          { view: outcome.to.view, askingId: 'askingId' in outcome.to ? outcome.to.askingId : null },
          by,
        );
      case 'open':
        return this.#open(outcome.askingId, {}, by);
      case 'closeAndReveal':
        return this.#close(outcome.askingId, true, by);
      case 'reveal':
        return this.#show(outcome.askingId, true, by);
      case 'reopen':
        return this.#open(outcome.askingId, {}, by);
    }
  }

  putStage(
    to: { view: StageView; askingId?: AskingId | undefined; questionId?: QuestionId | undefined },
    by: By,
  ): Promise<Result<Stage>> {
    return this.#inOrder(async () => {
      if (to.view === 'wall' || to.view === 'comparison') return refused('NOT_BUILT');
      if (to.view === 'blank') return this.#restage({ blank: true }, by);
      if (to.view === 'lobby')
        return this.#restage({ view: 'lobby', askingId: null, blank: false, qr: false }, by);
      if (!to.askingId) {
        const errors = [{ path: 'askingId', message: 'Say which question.' }];
        return refused('INVALID', undefined, { errors });
      }
      if (!this.#askings.has(to.askingId))
        return refused('NOT_FOUND', 'This question is not in the running order.');
      return this.#restage({ view: 'asking', askingId: to.askingId, blank: false, qr: false }, by);
    });
  }

  /** Blank and the big QR code lie over what is shown. */
  cover(cover: { blank?: boolean | undefined; qr?: boolean | undefined }, by: By): Promise<Result<Stage>> {
    return this.#inOrder(() =>
      this.#restage({ blank: cover.blank ?? this.#stage.blank, qr: cover.qr ?? this.#stage.qr }, by),
    );
  }

  open(
    id: AskingId,
    how: { seconds?: number | undefined; closeAtEnd?: boolean | undefined },
    by: By,
  ): Promise<Result<Asking>> {
    return this.#inOrder(() => this.#open(id, how, by));
  }
  close(id: AskingId, by: By): Promise<Result<Asking>> {
    return this.#inOrder(() => this.#close(id, false, by));
  }
  show(id: AskingId, by: By): Promise<Result<Asking>> {
    return this.#inOrder(() => this.#show(id, true, by));
  }
  hide(id: AskingId, by: By): Promise<Result<Asking>> {
    return this.#inOrder(() => this.#show(id, false, by));
  }

  timer(id: AskingId, change: TimerChange, by: By): Promise<Result<Asking>> {
    return this.#inOrder(() =>
      this.#changeAsking(id, (asking, now) => moveTimer(asking, change, now), 'asking:timer', by),
    );
  }

  showOther(id: AskingId, text: string, isShown: boolean, by: By): Promise<Result<Asking>> {
    return this.#inOrder(() =>
      this.#changeAsking(
        id,
        (asking) => {
          const others = asking.shownOthers.filter((other) => other !== text);
          return ok({ ...asking, shownOthers: isShown ? [...others, text] : others });
        },
        'asking:other',
        by,
      ),
    );
  }

  async #open(
    id: AskingId,
    how: { seconds?: number | undefined; closeAtEnd?: boolean | undefined },
    by: By,
  ): Promise<Result<Asking>> {
    const asking = this.#askings.get(id);
    if (!asking) return refused('NOT_FOUND');
    if (this.#event.state === 'ended')
      return refused('STATE_CONFLICT', 'This event has ended. Make it live again first.');
    if (asking.state === 'open') return ok(asking);
    const now = this.#parts.now();
    const opening: Opening = {
      now,
      seconds: how.seconds,
      closeAtEnd: how.closeAtEnd,
      shuffled: this.specOf(id).settings['shuffle'] === true,
      nextNumber: this.#lastNumber(asking.questionId) + 1,
    };
    const opened = asking.state === 'closed' ? reopenAsking(asking, opening) : openAsking(asking, opening);
    const others = await this.#closedOnes(id, now);
    const event: LiveEvent =
      this.#event.state === 'draft' ? { ...this.#event, state: 'live', updatedAt: now } : this.#event;
    await this.#commit(
      {
        event,
        askings: [...others, opened],
        stage: this.#stageTo({ view: 'asking', askingId: id, blank: false, qr: false }),
      },
      'asking:open',
      by,
      { askingId: id },
    );
    return ok(this.#asking(id));
  }

  /** The highest number so far: after one was deleted, no two askings of a question have the same. */
  #lastNumber(id: QuestionId): number {
    const numbers = this.askings().map(({ questionId, number }) => (questionId === id ? (number ?? 0) : 0));
    return Math.max(0, ...numbers);
  }

  /** The open askings other than `except`, closed. */
  async #closedOnes(except: AskingId | null, now: number): Promise<Asking[]> {
    const open = this.askings().filter(({ id, state }) => state === 'open' && id !== except);
    if (open.length > 0) await this.#parts.batch.flush();
    return open.flatMap((asking) => {
      const closed = closeAsking(asking, now, this.joinedOf(asking.id));
      return closed.ok ? [closed.value] : [];
    });
  }

  async #close(id: AskingId, reveal: boolean, by: By): Promise<Result<Asking>> {
    const asking = this.#askings.get(id);
    if (!asking) return refused('NOT_FOUND');
    // Ballots accepted before the line are counted before it is drawn.
    await this.#parts.batch.flush();
    const closed = closeAsking(asking, this.#parts.now(), this.joinedOf(id));
    if (!closed.ok || (closed.value === asking && !reveal)) return closed;
    const changed = { ...closed.value, shown: reveal ? true : closed.value.shown };
    await this.#commit({ askings: [changed], stage: this.#stageTo({}) }, 'asking:close', by, {
      askingId: id,
      reveal,
    });
    return ok(changed);
  }

  #show(id: AskingId, isShown: boolean, by: By): Promise<Result<Asking>> {
    return this.#changeAsking(
      id,
      (asking) => showAsking(asking, isShown),
      isShown ? 'asking:show' : 'asking:hide',
      by,
      true,
    );
  }

  async #changeAsking(
    id: AskingId,
    change: (asking: Asking, now: number) => Result<Asking>,
    what: string,
    by: By,
    isStep = false,
  ): Promise<Result<Asking>> {
    const asking = this.#askings.get(id);
    if (!asking) return refused('NOT_FOUND');
    const changed = change(asking, this.#parts.now());
    if (!changed.ok || changed.value === asking) return changed;
    await this.#commit(
      { askings: [changed.value], ...(isStep ? { stage: this.#stageTo({}) } : {}) },
      what,
      by,
      { askingId: id },
    );
    return changed;
  }

  async #restage(to: Partial<Stage>, by: By): Promise<Result<Stage>> {
    const stage = this.#stageTo(to);
    await this.#commit({ stage }, 'stage:put', by, { view: stage.view });
    return ok(stage);
  }

  #stageTo(to: Partial<Stage>): Stage {
    return { ...this.#stage, step: 0, ...to, version: this.#stage.version + 1 };
  }

  // The event and its running order ------------------------------------------------------------------------------

  change(patch: EventPatch, by: By): Promise<Result<LiveEvent>> {
    return this.#inOrder(async () => {
      if (patch.order && !isSameSet(patch.order, this.#event.order)) {
        return refused('INVALID', undefined, {
          errors: [{ path: 'order', message: 'Name every question of the running order exactly once.' }],
        });
      }
      // Another order is another "next".
      const stage = patch.order ? this.#stageTo({}) : undefined;
      return this.#changeEvent({ ...this.#event, ...patch }, 'event:change', by, stage);
    });
  }

  setState(state: LiveEventState, by: By): Promise<Result<LiveEvent>> {
    return this.#inOrder(async () => {
      const allowed = changeEventState(this.#event.state, state);
      if (!allowed.ok) return allowed;
      if (state === this.#event.state) return ok(this.#event);
      const now = this.#parts.now();
      const askings = state === 'ended' ? await this.#closedOnes(null, now) : [];
      await this.#commit(
        { event: { ...this.#event, state, updatedAt: now }, askings, stage: this.#stageTo({}) },
        `event:${state}`,
        by,
      );
      return ok(this.#event);
    });
  }

  /** Into the bin; voting closes. */
  bin(by: By): Promise<Result<LiveEvent>> {
    return this.#inOrder(async () => {
      if (this.#event.deletedAt !== null) return ok(this.#event);
      const now = this.#parts.now();
      const askings = await this.#closedOnes(null, now);
      await this.#commit(
        { event: { ...this.#event, deletedAt: now, updatedAt: now }, askings, stage: this.#stageTo({}) },
        'event:bin',
        by,
      );
      return ok(this.#event);
    });
  }

  restore(by: By): Promise<Result<LiveEvent>> {
    return this.#inOrder(() => this.#changeEvent({ ...this.#event, deletedAt: null }, 'event:restore', by));
  }

  async #changeEvent(event: LiveEvent, what: string, by: By, stage?: Stage): Promise<Result<LiveEvent>> {
    const changed = { ...event, updatedAt: this.#parts.now() };
    await this.#commit({ event: changed, ...(stage ? { stage } : {}) }, what, by);
    return ok(this.#event);
  }

  addAsking(asking: Asking, question: Question, by: By): Promise<Result<Asking>> {
    return this.#inOrder(async () => {
      if (this.#event.order.length >= MOST_STOPS)
        return refused('STATE_CONFLICT', `A running order takes at most ${MOST_STOPS} questions.`);
      this.#questions.set(asking.id, question);
      this.#askings.set(asking.id, asking);
      this.#rooms.set(asking.id, new AskingRoom(specOf(question, asking.questionVersion), null));
      const event = {
        ...this.#event,
        order: [...this.#event.order, asking.id],
        updatedAt: this.#parts.now(),
      };
      try {
        await this.#commit({ event, askings: [asking] }, 'asking:add', by, { askingId: asking.id });
      } catch (reason) {
        this.#forgetAsking(asking.id);
        throw reason;
      }
      return ok(asking);
    });
  }

  changeSettings(
    id: AskingId,
    patch: {
      position?: number | undefined;
      settings?: { [K in keyof AskingSettings]?: AskingSettings[K] | undefined } | undefined;
    },
    by: By,
  ): Promise<Result<Asking>> {
    return this.#inOrder(async () => {
      const asking = this.#askings.get(id);
      if (!asking) return refused('NOT_FOUND');
      const settings = { ...asking.settings, ...withoutUndefined(patch.settings ?? {}) };
      const others = this.#event.order.filter((other) => other !== id);
      const order =
        patch.position === undefined ? this.#event.order : others.toSpliced(patch.position, 0, id);
      const stage = patch.position === undefined ? {} : { stage: this.#stageTo({}) };
      await this.#commit(
        { event: { ...this.#event, order }, askings: [{ ...asking, settings }], ...stage },
        'asking:change',
        by,
        { askingId: id },
      );
      return ok(this.#asking(id));
    });
  }

  removeAsking(id: AskingId, evenWithBallots: boolean, by: By): Promise<Result<null>> {
    return this.#inOrder(async () => {
      if (!this.#askings.has(id)) return refused('NOT_FOUND');
      await this.#parts.batch.flush();
      const ballots = this.ballotsOf(id);
      if (ballots > 0 && !evenWithBallots) {
        return refused(
          'STATE_CONFLICT',
          `This question holds ${ballots} ${ballots === 1 ? 'ballot' : 'ballots'}. Deleting it deletes them: confirm with ?confirm=ballots.`,
        );
      }
      const order = this.#event.order.filter((other) => other !== id);
      const stage =
        this.#stage.askingId === id ? this.#stageTo({ view: 'lobby', askingId: null }) : this.#stageTo({});
      await this.#commit({ event: { ...this.#event, order }, removed: [id], stage }, 'asking:remove', by, {
        askingId: id,
        ballots,
      });
      this.#forgetAsking(id);
      return ok(null);
    });
  }

  /** An edited question: askings of it that wait take its newest version. After a change that is under way. */
  async questionChanged(question: Question): Promise<void> {
    await this.#inOrder(() => {
      this.#takeQuestion(question);
      this.#publish();
      return Promise.resolve(ok(null));
    });
  }

  #takeQuestion(question: Question): void {
    for (const asking of this.#askings.values()) {
      if (asking.questionId !== question.id) continue;
      this.#questions.set(asking.id, question);
      this.#askings.set(asking.id, this.#withLatestVersion(asking));
      if (asking.state === 'waiting')
        this.#rooms.set(asking.id, new AskingRoom(this.specOf(asking.id), null));
    }
  }

  // Underneath ---------------------------------------------------------------------------------------------------

  /** Reads what open and staged askings need in memory: their ballots; and starts the timer. Once, before use. */
  async load(): Promise<void> {
    await Promise.all(this.askings().map((asking) => this.#loadBallots(asking)));
    this.#setTimer();
  }

  async #loadBallots(asking: Asking): Promise<void> {
    if (asking.state === 'waiting') return;
    const room = this.#room(asking.id);
    const ballots = await this.#parts.store.ballots.ofAsking(asking.id);
    for (const { voter, revision, answer, castAt } of ballots) {
      room.ballots.set(voter, { revision, answer, castAt });
      room.joined.add(voter);
    }
    if (asking.state === 'open' || !room.isStored)
      room.tally = recount(
        room.spec,
        ballots.map(({ answer }) => answer),
      );
  }

  /** Stops the timer; the event may be dropped from memory. */
  async release(): Promise<void> {
    await this.#change;
    clearTimeout(this.#timer);
    await this.voters.write().catch(() => undefined);
    for (const listener of this.#listeners) listener.released();
  }

  /** Runs one change after the other. While one runs, ballots wait to see on which side of it they stand. */
  #inOrder<T>(change: () => Promise<Result<T>>): Promise<Result<T>> {
    const run = async (): Promise<Result<T>> => {
      this.#isChanging = true;
      try {
        return await change();
      } catch (reason) {
        if (reason instanceof Refused) return { ok: false, error: reason.refusal };
        throw reason;
      } finally {
        this.#isChanging = false;
      }
    };
    const done = this.#change.then(run);
    this.#change = done.catch(() => undefined);
    return done;
  }

  async #commit(
    change: { event?: LiveEvent; stage?: Stage; askings?: Asking[]; removed?: AskingId[] },
    what: string,
    by: By,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const act: Act = { at: this.#parts.now(), by, what, eventId: this.#event.id, detail };
    const askings = (change.askings ?? []).map((asking) => ({
      asking,
      tally: asking.state === 'closed' ? this.tallyOf(asking.id) : null,
    }));
    const stored: EventChange = { ...change, askings, acts: [act] };
    await this.#parts.store.events.commit(stored);
    if (change.event) this.#event = change.event;
    if (change.stage) this.#stage = change.stage;
    for (const asking of change.askings ?? []) this.#take(asking);
    this.#setTimer();
    this.#publish();
  }

  #take(asking: Asking): void {
    const before = this.#askings.get(asking.id);
    this.#askings.set(asking.id, asking);
    if (asking.state !== 'open' || before?.state === 'open') return;
    // Whoever is connected when it opens has joined it.
    for (const voter of this.voters.connected()) this.#room(asking.id).joined.add(voter);
  }

  #forgetAsking(id: AskingId): void {
    this.#askings.delete(id);
    this.#questions.delete(id);
    this.#rooms.delete(id);
  }

  #publish(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener.stateChanged();
  }

  #headsChanged(): void {
    for (const listener of this.#listeners) listener.headsChanged();
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    const open = this.askings().find(
      ({ state, closesAt, settings }) => state === 'open' && closesAt !== null && settings.closeAtEnd,
    );
    if (!open || open.closesAt === null) return;
    const wait = Math.min(Math.max(0, open.closesAt - this.#parts.now()), LONGEST_SLEEP_MS);
    this.#timer = setTimeout(() => void this.#timeIsUp(open.id), wait);
  }

  async #timeIsUp(id: AskingId): Promise<void> {
    const done = await this.#inOrder(async () => {
      const asking = this.#askings.get(id);
      const isUp =
        asking?.state === 'open' && asking.closesAt !== null && asking.closesAt <= this.#parts.now();
      if (isUp) return this.#close(id, false, null);
      this.#setTimer();
      return ok(null);
    }).catch(() => undefined);
    // What could not be stored, on a full disk for instance, is tried again; not at once, which would be for ever.
    if (!done?.ok) this.#timer = setTimeout(() => void this.#timeIsUp(id), CLOSE_AGAIN_MS);
  }

  #withLatestVersion(asking: Asking): Asking {
    return asking.number === null
      ? { ...asking, questionVersion: latestVersion(this.questionOf(asking.id)).version }
      : asking;
  }

  #asking(id: AskingId): Asking {
    const asking = this.#askings.get(id);
    if (!asking) throw new Refused('NOT_FOUND');
    return asking;
  }

  #room(id: AskingId): AskingRoom {
    const room = this.#rooms.get(id);
    if (!room) throw new Refused('NOT_FOUND');
    return room;
  }
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set(a).size === a.length && a.every((id) => b.includes(id));
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

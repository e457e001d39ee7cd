import type { Asking, Hands } from '../shared/asking.ts';
import type { Receipt } from '../shared/ballot.ts';
import type { AskingId, PostId, QuestionId } from '../shared/ids.ts';
import type { LiveEvent, LiveEventState, StopId } from '../shared/live-event.ts';
import type { MyBallot, StepPress, TimerChange } from '../shared/messages.ts';
import type { Asked, Moderation, PostWithState } from '../shared/posts.ts';
import type { Picture } from '../shared/picture.ts';
import type { Question } from '../shared/question.ts';
import { questionType } from '../shared/questions/registry.ts';
import { sightOfRoom, type TextDecision, type TextSight } from '../shared/questions/written-text.ts';
import type { RehearsalPatch, RehearsalState } from '../shared/rehearsal.ts';
import { ok, refused, type Result } from '../shared/result.ts';
import type { Stage } from '../shared/stage.ts';
import { AskingActs, type OpenHow } from './live-event/asking-acts.ts';
import type { BallotBatch } from './live-event/ballot-batch.ts';
import { AllAtOnce } from './live-event/all-at-once.ts';
import { ClosingTimer } from './live-event/closing-timer.ts';
import { EventActs, type EventPatch } from './live-event/event-acts.ts';
import { EventChanges, type By, type HostListener } from './live-event/event-changes.ts';
import { HandActs } from './live-event/hand-acts.ts';
import { HeldEvent } from './live-event/held-event.ts';
import { LateBallots } from './live-event/late-ballots.ts';
import type { LookBack } from './live-event/look-back.ts';
import { LookingBack } from './live-event/looking-back.ts';
import { RehearsalActs } from './live-event/rehearsal/rehearsal-acts.ts';
import { RunningOrder, type AskingPatch } from './live-event/running-order.ts';
import { StageActs, type Cover, type StageTo } from './live-event/stage-acts.ts';
import type { Store, StoredEvent } from './store/store.ts';
import type { VotersHere } from './live-event/voters-here.ts';
import { TextActs, type TextDeciding } from './live-event/text-acts.ts';
import { TicketBook } from './live-event/ticket-book.ts';
import { Voting, type Cast } from './live-event/voting.ts';
import { WallActs, type WallListener } from './live-event/wall-acts.ts';

export interface HostParts {
  store: Store;
  batch: BallotBatch;
  lookBack: LookBack;
  /** Hears of questions whose results changed here; absent: nobody else shows them. */
  onResults?: (questions: QuestionId[]) => void;
  /** Whether a word of a text is on the held-back list; absent: none is. */
  isHeldBack?: (text: string) => boolean;
  now: () => number;
  /** 0 to 1, 1 left out: what the made-up phones of a rehearsal do. */
  random?: () => number;
}

/**
 * The authority for one live event. Every change of state is committed first and published after; changes happen one
 * after the other; ballots go in batches between them. Nothing else writes this event's rows.
 */
export class LiveEventHost extends HeldEvent {
  readonly isHeldBack: (text: string) => boolean;
  readonly tickets: TicketBook;
  readonly #now: () => number;
  readonly #store: Store;
  readonly #changes: EventChanges;
  readonly #lookingBack: LookingBack;
  readonly #late: LateBallots;
  readonly #voting: Voting;
  readonly #asking: AskingActs;
  readonly #allAtOnce: AllAtOnce;
  readonly #hands: HandActs;
  readonly #rehearsal: RehearsalActs;
  readonly #stageActs: StageActs;
  readonly #eventActs: EventActs;
  readonly #order: RunningOrder;
  readonly #texts: TextActs;
  readonly #wall: WallActs;
  readonly #timer: ClosingTimer;

  constructor(
    {
      store,
      batch,
      lookBack,
      onResults = () => undefined,
      isHeldBack = () => false,
      now,
      random = Math.random,
    }: HostParts,
    stored: StoredEvent,
    questions: Question[],
    voters: VotersHere,
  ) {
    super(stored, questions, voters);
    this.#now = now;
    this.#store = store;
    this.isHeldBack = isHeldBack;
    this.#lookingBack = new LookingBack(this, lookBack);
    const lookingBack = this.#lookingBack;
    this.#changes = new EventChanges({ held: this, events: store.events, lookingBack, onResults, now });
    const parts = { held: this, changes: this.#changes, batch, lookingBack, now };
    this.tickets = new TicketBook({ held: this, store: store.tickets, now });
    this.#late = new LateBallots(this, this.#changes);
    this.#voting = new Voting(this, this.#changes, batch, this.#late);
    this.#asking = new AskingActs(parts);
    this.#allAtOnce = new AllAtOnce(parts, this.#asking);
    this.#hands = new HandActs(parts, this.#asking);
    this.#wall = new WallActs({ held: this, changes: this.#changes, posts: store.posts, now });
    this.#rehearsal = new RehearsalActs({ ...parts, voting: this.#voting, posts: store.posts, random });
    this.#stageActs = new StageActs(parts, this.#asking);
    this.#eventActs = new EventActs(this, this.#changes, this.#asking, now);
    this.#order = new RunningOrder(parts);
    this.#texts = new TextActs(this, this.#changes, { texts: store.texts, now });
    this.#timer = new ClosingTimer(now, () => this.#timeIsUp());
  }

  /** Reads what is needed in memory, and starts the timer. Once, before use. */
  async start(): Promise<void> {
    await this.load(this.#store.ballots);
    await this.#wall.load();
    for (const { askingId, ...decision } of await this.#store.texts.ofEvent(this.id))
      this.room(askingId).decisions.set(decision.text, decision);
    await this.tickets.load();
    await this.#lookingBack.load();
    this.#timer.set(this.openAskings());
    this.#rehearsal.load();
  }

  /** Stops the timer; the event may be dropped from memory. */
  async release(): Promise<void> {
    this.#rehearsal.stop();
    await this.#late.tell().catch(() => undefined);
    await this.#changes.done();
    await this.#wall.done();
    this.#timer.stop();
    await this.voters.write().catch(() => undefined);
    await this.tickets.write().catch(() => undefined);
    this.#changes.released();
  }

  /** Grows with everything that is published. */
  get version(): number {
    return this.#changes.version;
  }
  get isBusy(): boolean {
    return this.#changes.isListenedTo || this.voters.connectedCount > 0 || this.openAsking() !== undefined;
  }
  listen(listener: HostListener): () => void {
    return this.#changes.listen(listener);
  }

  join(hash: string): void {
    this.#voting.join(hash);
    this.tickets.used(hash);
  }
  /** `phone`: with a ticket, which phone it is. */
  connect(hash: string, phone?: string): () => void {
    const leave = this.#voting.connect(hash);
    const give = this.tickets.arrive(hash, phone);
    return () => {
      give();
      leave();
    };
  }
  mine(hash: string, askingId: AskingId): MyBallot | null {
    return this.#voting.mine(hash, askingId);
  }
  cast(hash: string, cast: Cast): Promise<Result<Receipt>> {
    if (!this.tickets.admits(hash)) return Promise.resolve(refused('TICKET_NEEDED'));
    return this.#voting.cast(hash, cast);
  }

  listenToWall(listener: WallListener): () => void {
    return this.#wall.listen(listener);
  }
  ask(hash: string, asked: Asked): Promise<Result<PostWithState>> {
    return this.#wall.ask(hash, asked);
  }
  back(hash: string, id: PostId, on: boolean): Promise<Result<{ postId: PostId; backings: number }>> {
    return this.#wall.back(hash, id, on);
  }
  moderate(id: PostId, decision: Moderation, by: By): Promise<Result<PostWithState>> {
    return this.#change(() => this.#wall.moderate(id, decision, by));
  }

  /** New tickets, by the hashes of what is printed on them; gives their numbers. */
  makeTickets(hashes: readonly string[], by: By): Promise<Result<number[]>> {
    const detail = { count: hashes.length };
    const act = { at: this.#now(), by, what: 'tickets:make', eventId: this.id, detail };
    return this.#change(() => this.tickets.make(hashes, act));
  }

  /** What its made-up phones do and what was noticed; null while it is not rehearsed. */
  get rehearsal(): RehearsalState | null {
    return this.#rehearsal.state;
  }
  rehearse(settings: RehearsalPatch, by: By): Promise<Result<null>> {
    return this.#change(() => this.#rehearsal.set(settings, by));
  }
  /** The event must be dropped from memory then. */
  endRehearsal(by: By): Promise<Result<null>> {
    return this.#change(async () => {
      await this.#wall.done();
      const ended = await this.#rehearsal.end(by);
      if (ended.ok) this.tickets.dropUnwritten();
      return ended;
    });
  }

  step(press: StepPress, by: By): Promise<Result<Stage>> {
    this.#rehearsal.wasTried(press.press);
    return this.#change(() => this.#stageActs.step(press, by));
  }
  putStage(to: StageTo, by: By): Promise<Result<Stage>> {
    return this.#change(() => this.#stageActs.put(to, by));
  }
  cover(cover: Cover, by: By): Promise<Result<Stage>> {
    if (cover.blank) this.#rehearsal.wasTried('blank');
    return this.#change(() => this.#stageActs.cover(cover, by));
  }

  open(id: AskingId, how: OpenHow, by: By): Promise<Result<Asking>> {
    return this.#change(() => this.#asking.open(id, how, by));
  }
  openAll(by: By): Promise<Result<null>> {
    return this.#change(() => this.#allAtOnce.open(by));
  }
  closeAll(by: By): Promise<Result<null>> {
    return this.#change(() => this.#allAtOnce.close(by));
  }
  /** What waits opens, if its time has come. */
  openInTime(): Promise<Result<null>> {
    return this.#change(() => this.#allAtOnce.openInTime());
  }
  /** What has run out of time closes. */
  closeInTime(): Promise<Result<null>> {
    return this.#change(() => this.#asking.closeInTime());
  }
  /** [CL2] Nobody has done anything for a day. */
  closeIdle(): Promise<Result<null>> {
    return this.closeAll(null);
  }
  close(id: AskingId, by: By): Promise<Result<Asking>> {
    return this.#change(() => this.#asking.close(id, false, by));
  }
  show(id: AskingId, by: By): Promise<Result<Asking>> {
    return this.#change(() => this.#asking.show(id, true, by));
  }
  hide(id: AskingId, by: By): Promise<Result<Asking>> {
    return this.#change(() => this.#asking.show(id, false, by));
  }
  countHands(id: AskingId, hands: Hands, by: By): Promise<Result<Asking>> {
    return this.#change(() => this.#hands.count(id, hands, by));
  }
  timer(id: AskingId, change: TimerChange, by: By): Promise<Result<Asking>> {
    return this.#change(() => this.#asking.timer(id, change, by));
  }
  /** Decides about a text that people wrote. */
  decideText(id: AskingId, deciding: TextDeciding, by: By): Promise<Result<TextDecision>> {
    return this.#change(() => this.#texts.decide(id, deciding, by));
  }
  /** What the room may see of what people wrote to an asking. */
  sightOfRoom(id: AskingId): TextSight {
    const spec = this.specOf(id);
    const isWaiting = questionType(spec.type).texts?.wait(spec) ?? false;
    return sightOfRoom(isWaiting, this.room(id).decisions, this.isHeldBack);
  }
  /** What is held back by itself is another list now. */
  heldBackChanged(): void {
    this.#changes.publish();
  }

  change(patch: EventPatch, by: By): Promise<Result<LiveEvent>> {
    return this.#change(() => this.#eventActs.change(patch, by));
  }
  setState(state: LiveEventState, by: By): Promise<Result<LiveEvent>> {
    return this.#change(() => this.#eventActs.setState(state, by));
  }
  bin(by: By): Promise<Result<LiveEvent>> {
    return this.#change(() => this.#eventActs.bin(by));
  }
  restore(by: By): Promise<Result<LiveEvent>> {
    return this.#change(() => this.#eventActs.restore(by));
  }

  addAsking(asking: Asking, question: Question, by: By, after?: StopId | null): Promise<Result<Asking>> {
    return this.#change(() => this.#order.add(asking, question, by, after));
  }
  changeSettings(id: AskingId, patch: AskingPatch, by: By): Promise<Result<Asking>> {
    return this.#change(() => this.#order.change(id, patch, by));
  }
  removeAsking(id: AskingId, evenWithBallots: boolean, by: By): Promise<Result<null>> {
    return this.#change(() => this.#order.remove(id, evenWithBallots, by));
  }
  addPicture(picture: Picture, position: number | undefined, by: By): Promise<Result<StopId>> {
    return this.#change(() => this.#order.addPicture(picture, position, by));
  }
  addStop(stop: StopId, position: number | undefined, by: By): Promise<Result<StopId>> {
    return this.#change(() => this.#order.addStop(stop, position, by));
  }
  removeStop(stop: StopId, by: By): Promise<Result<null>> {
    return this.#change(() => this.#order.removeStop(stop, by));
  }
  addComparison(question: Question, position: number | undefined, by: By): Promise<Result<StopId>> {
    return this.#change(() => this.#order.addComparison(question, position, by));
  }
  removeComparison(id: QuestionId, by: By): Promise<Result<null>> {
    return this.#change(() => this.#order.removeComparison(id, by));
  }
  /** Edits a question at its turn: askings of it that wait take its newest version before anything else changes. */
  editQuestion(edit: () => Promise<Result<Question>>): Promise<Result<Question>> {
    return this.#change(async () => {
      const edited = await edit();
      if (edited.ok) this.#order.questionChanged(edited.value);
      return edited;
    });
  }

  /** Results of a question changed elsewhere: what this event shows of them is read anew, at its turn. */
  lookBackAgain(questionId: QuestionId): Promise<Result<null>> {
    return this.#change(async () => {
      await this.#lookingBack.again(questionId);
      this.#changes.publish();
      return ok(null);
    });
  }

  #change<T>(change: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#changes.inOrder(async () => {
      const done = await change();
      this.#timer.set(this.openAskings());
      this.#rehearsal.follow();
      return done;
    });
  }

  async #timeIsUp(): Promise<boolean> {
    const done = await this.#changes.inOrder(() => this.#asking.closeInTime());
    if (done.ok) this.#timer.set(this.openAskings());
    this.#rehearsal.follow();
    return done.ok;
  }
}

import { joinedAtLeast } from '../../shared/ballot.ts';
import type { EventRight } from '../../shared/access.ts';
import { isRevealed, type Asking } from '../../shared/asking.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import type { LastTime, Shift } from '../../shared/comparison/last-time.ts';
import type { AskingId, EventId, QuestionId, PictureId } from '../../shared/ids.ts';
import {
  comparedQuestion,
  comparisonStop,
  isAskingStop,
  shownPicture,
  WALL_STOP,
  type LiveEvent,
} from '../../shared/live-event.ts';
import { tallyOfHands } from '../../shared/hands.ts';
import type { Heads } from '../../shared/messages.ts';
import type { Picture } from '../../shared/picture.ts';
import { latestVersion, specOf, type Question, type QuestionSpec } from '../../shared/question.ts';
import { roomOfHands } from '../../shared/questions/hands.ts';
import type { RoomCount, TallyBase } from '../../shared/questions/question-type.ts';
import { questionType } from '../../shared/questions/registry.ts';
import { ok, Refused, refused, type Result } from '../../shared/result.ts';
import { rightToPut, type Stage, type StageView, type StepStop } from '../../shared/stage.ts';
import { recount } from '../../shared/tally.ts';
import { AskingRoom } from './asking-room.ts';
import { HeldWall } from './held-wall.ts';
import type { AskedNow } from './look-back.ts';
import { PastResults } from './past-results.ts';
import type { BallotStore, StoredEvent } from '../store/store.ts';
import type { VotersHere } from './voters-here.ts';

/** What changes together; absent is as it was. */
export interface Changed {
  event?: LiveEvent;
  stage?: Stage;
  askings?: Asking[];
  removed?: AskingId[];
  /** [RE2] With it goes whatever was cast and written in the event. */
  clears?: boolean;
  /** What the stage shows of it; absent: as it was, unless the stage goes elsewhere. */
  comparison?: Comparison;
}

/** One live event as it stands, in memory. Everybody reads; only what has been committed is taken in. */
export class HeldEvent {
  readonly voters: VotersHere;
  readonly #askings = new Map<AskingId, Asking>();
  readonly #questions = new Map<AskingId, Question>();
  readonly #rooms = new Map<AskingId, AskingRoom>();
  readonly #open = new Map<AskingId, Asking>();
  readonly #pictures = new Map<PictureId, Picture>();
  /** Questions whose comparison is a stop. */
  readonly #compared = new Map<QuestionId, Question>();
  readonly past = new PastResults();
  readonly wall = new HeldWall();
  #event: LiveEvent;
  #stage: Stage;
  #comparison: Comparison | null = null;

  constructor(stored: StoredEvent, questions: Question[], voters: VotersHere) {
    this.#event = stored.event;
    this.#stage = stored.stage;
    this.voters = voters;
    for (const { asking, tally } of stored.askings) {
      const question = questions.find(({ id }) => id === asking.questionId);
      if (!question) throw new Error(`asking ${asking.id} has no question`);
      this.add(asking, question, tally);
    }
    for (const question of questions) this.compare(question);
  }

  get id(): EventId {
    return this.#event.id;
  }
  get event(): LiveEvent {
    return this.#event;
  }
  get stage(): Stage {
    return this.#stage;
  }
  /** What the stage compares, as it was when it came to it; null while it shows something else. */
  get comparison(): Comparison | null {
    return this.#comparison;
  }

  /** Askings in running order. */
  askings(): Asking[] {
    return this.#event.order.filter(isAskingStop).map((id) => this.mustHave(id));
  }
  /** All stops in running order, as a press sees them. */
  stops(): StepStop[] {
    return this.#event.order.map((stop) => {
      const comparison = comparedQuestion(stop);
      if (comparison) return { comparison };
      const picture = shownPicture(stop);
      if (picture) return { picture };
      return stop === WALL_STOP ? { wall: true as const } : this.mustHave(stop as AskingId);
    });
  }
  /** Throws `NOT_FOUND`. */
  comparedQuestion(id: QuestionId): Question {
    return found(this.#compared.get(id));
  }
  asking(id: AskingId): Asking | undefined {
    return this.#askings.get(id);
  }
  /** Throws `NOT_FOUND`. */
  mustHave(id: AskingId): Asking {
    return found(this.#askings.get(id));
  }
  /** What is open now. Asked with every ballot, so nothing is looked for. */
  openAskings(): Iterable<Asking> {
    return this.#open.values();
  }
  openAsking(): Asking | undefined {
    for (const asking of this.#open.values()) return asking;
    return undefined;
  }
  /** What phones show: the open asking, else the one on stage once it was asked. */
  askingOnAir(): Asking | undefined {
    const { view, askingId } = this.#stage;
    const staged = view === 'asking' && askingId ? this.#askings.get(askingId) : undefined;
    return this.openAsking() ?? (staged?.state === 'waiting' ? undefined : staged);
  }
  get isSelfPaced(): boolean {
    return this.#event.setUp.pace === 'self';
  }
  /** [SP1] All that phones have to answer: one after the other, or whatever was opened, each at its own pace. */
  askingsOnAir(): Asking[] {
    if (this.isSelfPaced) return this.askings().filter(({ state, hands }) => state !== 'waiting' && !hands);
    const asking = this.askingOnAir();
    return asking ? [asking] : [];
  }
  /** Whether anything can be asked here now. */
  mayAsk(): Result<null> {
    const { deletedAt, state } = this.#event;
    if (deletedAt !== null) return refused('STATE_CONFLICT', 'This event is in the bin. Take it back first.');
    if (state === 'ended')
      return refused('STATE_CONFLICT', 'This event has ended. Make it live again first.');
    return ok(null);
  }
  questionOf(id: AskingId): Question {
    return found(this.#questions.get(id));
  }
  specOf(id: AskingId): QuestionSpec {
    return specOf(this.questionOf(id), this.mustHave(id).questionVersion);
  }
  room(id: AskingId): AskingRoom {
    return found(this.#rooms.get(id));
  }
  tallyOf(id: AskingId): TallyBase {
    return this.room(id).tally;
  }
  /** What an asking adds up to as it is about to stand: its ballots, or the hands that were counted for it. */
  tallyWith({ id, hands }: Asking): TallyBase {
    return hands ? tallyOfHands(this.specOf(id), hands) : this.tallyOf(id);
  }
  /** Answers: ballots, or hands where those were counted. */
  ballotsOf(id: AskingId): number {
    return this.tallyOf(id).ballots;
  }
  joinedOf(id: AskingId): number {
    const { state, joined } = this.mustHave(id);
    // After a restart and a reopening, memory knows fewer than the last close has stored.
    const known = state === 'open' ? Math.max(this.room(id).joined.size, joined) : joined;
    return joinedAtLeast(known, this.ballotsOf(id));
  }
  /** What an asking stores of its room as it is about to stand. */
  keptWith({ id, state, late, languages }: Asking): Pick<Asking, 'late' | 'languages'> {
    if (state === 'waiting') return { late, languages };
    return { late: this.lateOf(id), languages: state === 'closed' ? this.room(id).languages() : languages };
  }
  lateOf(id: AskingId): number {
    return this.room(id).lateCount;
  }
  /** Asked with every tick: while it is open everybody who is connected has joined it, so nobody is looked for. */
  outOfReachOf(id: AskingId): number {
    const room = this.room(id);
    if (this.mustHave(id).state === 'open') return room.joined.size - this.voters.connectedCount;
    return room.outOfReach((voter) => this.voters.isConnected(voter));
  }
  roomOf(id: AskingId): RoomCount {
    const { hands } = this.mustHave(id);
    const { roomSize } = this.#event;
    if (hands) return roomOfHands(hands, questionType(this.specOf(id).type).picks, roomSize);
    return { joined: this.joinedOf(id), roomSize };
  }
  /** What it takes to put something on the stage, as it stands now. */
  rightToPut(to: {
    view: StageView;
    askingId?: string | undefined;
    questionId?: string | undefined;
  }): EventRight {
    // Results of other events are for those who organise, unless the running order has them.
    const asked = to.view === 'comparison' ? to.questionId : undefined;
    if (asked !== undefined && !this.isAbout(asked as QuestionId)) return 'organise';
    const { askingId, questionId } = this.#stage;
    return rightToPut(
      this.#stage,
      to,
      askingId ? this.asking(askingId)?.questionId : (questionId ?? undefined),
    );
  }
  heads(askingId: AskingId | null): Heads {
    const connected = this.voters.connectedCount;
    if (!askingId) return { askingId, ballots: 0, joined: connected, connected, outOfReach: 0 };
    const [ballots, joined] = [this.ballotsOf(askingId), this.joinedOf(askingId)];
    return { askingId, ballots, joined, connected, outOfReach: this.outOfReachOf(askingId) };
  }

  /** The result before this asking. That of an asking of this event is nobody's to see before it is revealed. */
  lastTimeOf(id: AskingId): LastTime | null {
    const lastTime = this.past.of(id)?.lastTime ?? null;
    const asked = lastTime && this.#askings.get(lastTime.pointId as AskingId);
    return asked && !isRevealed(asked) ? null : lastTime;
  }
  /** What moved since then; null before the close, and without a last time. */
  shiftsOf(id: AskingId): Shift[] | null {
    const asking = this.mustHave(id);
    if (asking.state !== 'closed' || !this.lastTimeOf(id)) return null;
    return this.past.shifts(this.askedNow(asking));
  }
  askedNow(asking: Asking): AskedNow {
    const { id } = asking;
    const tally = this.tallyOf(id);
    return { asking, event: this.#event, question: this.questionOf(id), tally, joined: this.joinedOf(id) };
  }

  /** Takes in what has been committed. */
  take({ event, stage, askings = [], removed = [], comparison }: Changed): void {
    if (event) this.#event = event;
    if (stage) this.#stage = stage;
    if (comparison) this.#comparison = comparison;
    else if (this.#stage.view !== 'comparison') this.#comparison = null;
    for (const asking of askings) this.#takeAsking(asking);
    for (const id of removed) this.forget(id);
  }

  #takeAsking(asking: Asking): void {
    const before = this.#askings.get(asking.id);
    // A rehearsal is over: whatever this held of it was never there.
    if (asking.state === 'waiting' && before && before.state !== 'waiting')
      return this.add(asking, this.questionOf(asking.id));
    this.#put(asking);
    if (asking.hands) this.room(asking.id).tally = this.tallyWith(asking);
    if (asking.state !== 'open' || before?.state === 'open') return;
    this.room(asking.id).reopened();
    // Whoever is connected when it opens has joined it.
    for (const voter of this.voters.connected()) this.room(asking.id).joined.add(voter);
  }

  add(asking: Asking, question: Question, tally: TallyBase | null = null): void {
    const latest = asking.number === null ? latestVersion(question).version : asking.questionVersion;
    this.#questions.set(asking.id, question);
    this.#put({ ...asking, questionVersion: latest });
    this.#rooms.set(asking.id, new AskingRoom(this.specOf(asking.id), tally, asking.late));
  }

  #put(asking: Asking): void {
    this.#askings.set(asking.id, asking);
    if (asking.state === 'open') this.#open.set(asking.id, asking);
    else this.#open.delete(asking.id);
  }

  forget(id: AskingId): void {
    this.past.forget(id);
    this.#askings.delete(id);
    this.#open.delete(id);
    this.#questions.delete(id);
    this.#rooms.delete(id);
  }

  /** The questions whose results a change may show, hide, add or take away: of its askings, of all when the event goes or comes back. */
  questionsTouchedBy({ event, askings = [], removed = [] }: Changed): QuestionId[] {
    const isMoved = event !== undefined && event.deletedAt !== this.#event.deletedAt;
    const gone = removed.flatMap((id) => this.asking(id) ?? []);
    const touched = isMoved ? this.askings() : [...askings, ...gone];
    return [...new Set(touched.map(({ questionId }) => questionId))];
  }

  /** Whether a stop asks this question or compares it. */
  isAbout(id: QuestionId): boolean {
    const isAsked = this.askings().some(({ questionId }) => questionId === id);
    return isAsked || this.#event.order.includes(comparisonStop(id));
  }

  /** Whether anything of this question's results may be on its screens. */
  shows(id: QuestionId): boolean {
    return this.isAbout(id) || this.#stage.questionId === id;
  }

  /** Keeps a picture that is a stop, or is about to be one. */
  keepPicture(picture: Picture): void {
    this.#pictures.set(picture.id, picture);
  }
  /** A picture of a stop. Throws `NOT_FOUND`. */
  picture(id: PictureId): Picture {
    return found(this.#pictures.get(id));
  }

  /** Keeps a question whose comparison is a stop, or is about to be one. */
  compare(question: Question): void {
    this.#compared.set(question.id, question);
  }

  putComparison(comparison: Comparison | null): void {
    this.#comparison = comparison;
  }

  /** An edited question: those of its askings that wait take its newest version. */
  takeQuestion(question: Question): void {
    this.compare(question);
    for (const asking of [...this.#askings.values()]) {
      if (asking.questionId !== question.id) continue;
      if (asking.state === 'waiting') this.add(asking, question);
      else this.#questions.set(asking.id, question);
    }
  }

  /** Reads the ballots of what was asked. Once, before use. */
  async load(ballots: Pick<BallotStore, 'ofAsking'>): Promise<void> {
    await Promise.all(this.askings().map((asking) => this.#loadBallots(asking, ballots)));
  }

  async #loadBallots(asking: Asking, store: Pick<BallotStore, 'ofAsking'>): Promise<void> {
    const { id, state } = asking;
    if (state === 'waiting') return;
    const room = this.room(id);
    const ballots = await store.ofAsking(id);
    for (const { voter, revision, answer, language, castAt } of ballots) {
      room.ballots.set(voter, { revision, answer, language, castAt });
      room.joined.add(voter);
      this.voters.setAside(voter);
    }
    const answers = ballots.map(({ answer }) => answer);
    if (asking.hands) room.tally = this.tallyWith(asking);
    else if (state === 'open' || !room.isStored) room.tally = recount(room.spec, answers);
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Refused('NOT_FOUND');
  return value;
}

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
import type { Heads } from '../../shared/messages.ts';
import type { Picture } from '../../shared/picture.ts';
import type { Question } from '../../shared/question.ts';
import { roomOfHands } from '../../shared/questions/hands.ts';
import type { RoomCount } from '../../shared/questions/question-type.ts';
import { questionType } from '../../shared/questions/registry.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { rightToPut, type Stage, type StageView, type StepStop } from '../../shared/stage.ts';
import { found, HeldAskings } from './held-askings.ts';
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
export class HeldEvent extends HeldAskings {
  readonly #pictures = new Map<PictureId, Picture>();
  /** Questions whose comparison is a stop. */
  readonly #compared = new Map<QuestionId, Question>();
  readonly past = new PastResults();
  readonly wall = new HeldWall();
  #event: LiveEvent;
  #stage: Stage;
  #comparison: Comparison | null = null;

  constructor(stored: StoredEvent, questions: Question[], voters: VotersHere) {
    super(voters);
    this.#event = stored.event;
    this.#stage = stored.stage;
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
  /** What phones show: the open asking, else the one on stage once it was asked. */
  askingOnAir(): Asking | undefined {
    const { view, askingId } = this.#stage;
    const staged = view === 'asking' && askingId ? this.asking(askingId) : undefined;
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
    const asked = lastTime && this.asking(lastTime.pointId as AskingId);
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
    for (const asking of askings) this.takeAsking(asking);
    for (const id of removed) this.forget(id);
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
    this.takeVersion(question);
  }

  override forget(id: AskingId): void {
    this.past.forget(id);
    super.forget(id);
  }

  /** Reads the ballots of what was asked. Once, before use. */
  async load(ballots: Pick<BallotStore, 'ofAsking'>): Promise<void> {
    await Promise.all(this.askings().map((asking) => this.loadBallots(asking, ballots)));
  }
}

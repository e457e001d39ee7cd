import type { Receipt } from '../../shared/ballot.ts';
import type { AskingId } from '../../shared/ids.ts';
import type { AskingOnAir, MyBallot, VoterSnapshot, VoterState } from '../../shared/messages.ts';
import { mayRetry, type ErrorCode, type Result } from '../../shared/result.ts';
import { backoff } from './backoff.ts';
import { answerTo } from './opinions.ts';
import type { Cast } from './phone-line.ts';
import type { Random } from './random.ts';
import type { Room } from './room.ts';
import { CHANGES_MIND, reconsidering, thinking } from './timing.ts';

/** The phone in this voter's hand. */
export interface Hand {
  readonly isUp: boolean;
  cast(ballot: Cast): Promise<Result<Receipt> | undefined>;
  /** An answer was tapped and is on its way. */
  tapped(): void;
  acknowledged(ballot: Cast, receipt: Receipt): void;
}

/** A ballot on its way, until the server has said yes or never. */
interface Underway extends Cast {
  tries: number;
  isOnTheWire: boolean;
}

/** Where this voter stands with one asking. */
interface Mind {
  timer: NodeJS.Timeout | undefined;
  hasAnswered: boolean;
  /** What is said, one after the other: two answers where the mind is changed. */
  answers: unknown[];
  underway: Underway | undefined;
  counted: Cast | undefined;
}

/** Thinks about what is open, answers, sometimes changes the answer, and sends it until it is counted or refused. */
export class Voter {
  readonly #mind: Random;
  readonly #luck: Random;
  readonly #room: Room;
  readonly #hand: Hand;
  readonly #minds = new Map<AskingId, Mind>();
  readonly #retries = new Set<NodeJS.Timeout>();
  #open: AskingOnAir[] = [];
  #isOver = false;

  /** `mind` decides what is answered and when, `luck` the pauses: bad luck with the line changes no opinion. */
  constructor({ mind, luck }: { mind: Random; luck: Random }, room: Room, hand: Hand) {
    this.#mind = mind;
    this.#luck = luck;
    this.#room = room;
    this.#hand = hand;
  }

  get isWaitingForAnswer(): boolean {
    return [...this.#minds.values()].some(({ underway }) => underway?.isOnTheWire === true);
  }

  /** On every connect: what could not be sent or was not answered goes again, with the same revision. */
  takeSnapshot({ mine, ...state }: VoterSnapshot): void {
    for (const { id } of state.askings)
      this.#compare(
        id,
        mine.find(({ askingId }) => askingId === id),
      );
    this.take(state);
    for (const mind of this.#minds.values()) void this.#send(mind);
  }

  take({ askings }: VoterState): void {
    const open = askings.filter(({ state }) => state === 'open');
    for (const { id } of this.#open) if (!open.some((asking) => asking.id === id)) this.#stopThinking(id);
    this.#open = open;
    for (const asking of open) if (!this.#isOver && !this.#minds.has(asking.id)) this.#think(asking);
  }

  /** No new ballots; answers to those on the wire are still taken. */
  stop(): void {
    this.#isOver = true;
    for (const timer of this.#retries) clearTimeout(timer);
    for (const { timer } of this.#minds.values()) clearTimeout(timer);
  }

  /** What was acknowledged must be there, at that revision or a later one. */
  #compare(askingId: AskingId, mine: MyBallot | undefined): void {
    const counted = this.#minds.get(askingId)?.counted;
    if (counted && (mine?.revision ?? 0) < counted.revision) this.#room.figures.add('missing');
  }

  #think(asking: AskingOnAir): void {
    const answers = this.#answersTo(asking);
    const mind: Mind = {
      timer: undefined,
      hasAnswered: false,
      answers,
      underway: undefined,
      counted: undefined,
    };
    this.#minds.set(asking.id, mind);
    const takes = thinking(asking.question.options.length, this.#room.pace, this.#mind);
    mind.timer = setTimeout(() => this.#answer(asking, mind), takes);
  }

  /** The last answer is what the room thinks, so that its opinion holds however many change their mind. */
  #answersTo({ question, changeAllowed }: AskingOnAir): unknown[] {
    const draw = (): unknown => answerTo(question, this.#room.opinion(question), this.#mind);
    const last = draw();
    if (last === undefined) return [];
    if (!changeAllowed || this.#mind() >= CHANGES_MIND) return [last];
    for (let tries = 0; tries < 8; tries += 1) {
      const first = draw();
      if (!isSame(first, last)) return [first, last];
    }
    return [last];
  }

  /** Too late. Should it be opened again, a voter who has not answered thinks afresh. */
  #stopThinking(askingId: AskingId): void {
    const mind = this.#minds.get(askingId);
    clearTimeout(mind?.timer);
    if (mind && !mind.hasAnswered) this.#minds.delete(askingId);
  }

  #answer({ id: askingId }: AskingOnAir, mind: Mind): void {
    const answer = mind.answers.shift();
    if (answer === undefined) return;
    mind.hasAnswered = true;
    const revision = (mind.counted?.revision ?? 0) + 1;
    mind.underway = { askingId, revision, answer, tries: 0, isOnTheWire: false };
    this.#room.figures.add('sent');
    void this.#send(mind);
    this.#hand.tapped();
  }

  async #send(mind: Mind): Promise<void> {
    const { underway } = mind;
    if (!underway || underway.isOnTheWire || !this.#hand.isUp) return;
    const { askingId, revision, answer } = underway;
    if (underway.tries > 0) this.#room.figures.add('sentAgain');
    underway.tries += 1;
    underway.isOnTheWire = true;
    const sentAt = performance.now();
    const result = await this.#hand.cast({ askingId, revision, answer });
    underway.isOnTheWire = false;
    if (result?.ok)
      this.#count(mind, { askingId, revision, answer }, result.value, performance.now() - sentAt);
    else this.#failed(mind, underway.tries, result);
  }

  #count(mind: Mind, ballot: Cast, receipt: Receipt, tookMs: number): void {
    const { figures, pace } = this.#room;
    figures.acknowledged(tookMs);
    if (ballot.revision > 1) figures.add('changed');
    mind.underway = undefined;
    mind.counted = ballot;
    this.#hand.acknowledged(ballot, receipt);
    const asking = this.#open.find(({ id }) => id === ballot.askingId);
    if (mind.answers.length === 0 || this.#isOver || !asking) return;
    mind.timer = setTimeout(() => this.#answer(asking, mind), reconsidering(pace, this.#mind));
  }

  #failed(mind: Mind, tries: number, result: Exclude<Result<Receipt>, { ok: true }> | undefined): void {
    const isForGood = result !== undefined && !mayRetry(result.error.code);
    if (result) this.#room.figures.refused(result.error.code, isForGood);
    if (isForGood) this.#giveUp(mind, result.error.code);
    // Where the line is gone, the snapshot of the next one sends it.
    else if (!this.#isOver) this.#sendLater(mind, backoff(tries - 1, this.#luck));
  }

  /** Whoever came too late with a first vote votes when the question is opened again. */
  #giveUp(mind: Mind, code: ErrorCode): void {
    const { underway } = mind;
    mind.underway = undefined;
    if (underway && !mind.counted && code === 'ASKING_CLOSED') this.#minds.delete(underway.askingId);
  }

  #sendLater(mind: Mind, ms: number): void {
    const timer = setTimeout(() => {
      this.#retries.delete(timer);
      void this.#send(mind);
    }, ms);
    this.#retries.add(timer);
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

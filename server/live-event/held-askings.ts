import type { Asking } from '../../shared/asking.ts';
import { joinedAtLeast } from '../../shared/ballot.ts';
import { tallyOfHands } from '../../shared/hands.ts';
import type { AskingId } from '../../shared/ids.ts';
import { latestVersion, specOf, type Question, type QuestionSpec } from '../../shared/question.ts';
import type { TallyBase } from '../../shared/questions/question-type.ts';
import { Refused } from '../../shared/result.ts';
import { recount } from '../../shared/tally.ts';
import type { BallotStore } from '../store/store.ts';
import { AskingRoom } from './asking-room.ts';
import type { VotersHere } from './voters-here.ts';

/** The askings of one event in memory, with their questions, their ballots, and which of them are open. */
export class HeldAskings {
  readonly voters: VotersHere;
  readonly #askings = new Map<AskingId, Asking>();
  readonly #questions = new Map<AskingId, Question>();
  readonly #rooms = new Map<AskingId, AskingRoom>();
  readonly #open = new Map<AskingId, Asking>();

  constructor(voters: VotersHere) {
    this.voters = voters;
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

  /** An asking as it has been committed. */
  protected takeAsking(asking: Asking): void {
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
    this.#askings.delete(id);
    this.#open.delete(id);
    this.#questions.delete(id);
    this.#rooms.delete(id);
  }

  /** Those of a question's askings that wait take its newest version. */
  protected takeVersion(question: Question): void {
    for (const asking of [...this.#askings.values()]) {
      if (asking.questionId !== question.id) continue;
      if (asking.state === 'waiting') this.add(asking, question);
      else this.#questions.set(asking.id, question);
    }
  }

  protected async loadBallots(asking: Asking, store: Pick<BallotStore, 'ofAsking'>): Promise<void> {
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

/** What must be there; throws `NOT_FOUND`. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Refused('NOT_FOUND');
  return value;
}

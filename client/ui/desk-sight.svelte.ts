import { haveNotAnswered } from '../../shared/asking.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import type { StopId } from '../../shared/live-event.ts';
import type { OrderEntry, PresenterState, Stop, TallyTick } from '../../shared/messages.ts';
import type {
  Finding,
  NoFinding,
  OptionResult,
  ResultTable,
  RoomCount,
} from '../../shared/questions/question-type.ts';
import { handsTable } from '../../shared/questions/hands.ts';
import { questionType } from '../../shared/questions/registry.ts';
import type { RehearsalState } from '../../shared/rehearsal.ts';
import type { Refusal } from '../../shared/result.ts';
import { isAt, LOBBY, type Stage } from '../../shared/stage.ts';
import type { PresenterConnection } from '../connection.svelte.ts';
import { backPress, nextPress, type PressStop, type PressWords } from './next-press.ts';
import { lateWords, notAnsweredWords, outOfReachWords } from './words.ts';

/** By so many a timer grows with a press. */
export const MORE_SECONDS = 30;
const CLOCK_MS = 250;

/** What is going on in an event, for whichever page follows the presenter. */
export class DeskSight {
  /** Why the last act was not done; empty when it was. */
  problem = $state('');
  #now = $state(0);
  protected readonly connection: PresenterConnection;

  constructor(connection: PresenterConnection) {
    this.connection = connection;
  }

  /** Lets the clock run; returns how to stop it. */
  startClock(): () => void {
    let wasLost = false;
    const tick = () => {
      this.#now = this.connection.serverNow();
      // "No connection" is not true any more.
      if (wasLost && !this.isLost) this.problem = '';
      wasLost = this.isLost;
    };
    tick();
    const timer = setInterval(tick, CLOCK_MS);
    return () => clearInterval(timer);
  }

  get state(): PresenterState | undefined {
    return this.connection.state ?? undefined;
  }

  get isLost(): boolean {
    return this.connection.line === 'lost';
  }

  /** The connection was refused for good: signed out, revoked, out of date. */
  get refusal(): Refusal | undefined {
    return this.connection.refusal ?? undefined;
  }

  get isEnded(): boolean {
    return this.state?.event.state === 'ended';
  }

  get stage(): Stage {
    return this.state?.stage ?? LOBBY;
  }

  get stops(): Stop[] {
    return this.state?.stops ?? [];
  }

  /** The stop on the stage. */
  get stop(): Stop | undefined {
    return this.stage.view === 'asking' ? this.stops.find(({ id }) => id === this.stage.askingId) : undefined;
  }

  /** All stops of the running order, as a press meets them. */
  get entries(): PressStop[] {
    return (this.state?.order ?? []).flatMap((entry): PressStop[] => {
      const { prompt } = entry;
      if (entry.kind === 'comparison') return [{ comparison: entry.questionId, prompt }];
      if (entry.kind === 'picture') return [{ picture: entry.pictureId, prompt }];
      if (entry.kind === 'wall') return [{ wall: true, prompt }];
      return this.stops.filter(({ id }) => id === entry.askingId);
    });
  }

  /** The stop of the running order that the stage stands at. */
  get entry(): OrderEntry | undefined {
    return this.state?.order[this.place - 1];
  }

  get nextEntry(): OrderEntry | undefined {
    return this.state?.order[this.place];
  }

  /** What the stage compares. */
  get comparison(): Comparison | null {
    return this.stage.view === 'comparison' ? (this.state?.comparison ?? null) : null;
  }

  /** What is known of a rehearsal, while there is one. */
  get rehearsal(): RehearsalState | null {
    return this.state?.rehearsal ?? null;
  }

  /** Whether a rehearsal would throw nothing away that counts. */
  get mayRehearse(): boolean {
    return !this.isEnded && this.stops.length > 0 && this.stops.every(({ state }) => state === 'waiting');
  }

  /** Its place in the running order, from 1; 0 in the lobby. */
  get place(): number {
    return this.entries.findIndex((entry) => isAt(this.stage, entry)) + 1;
  }

  get next(): PressWords {
    // The screen shows the end whatever is pressed, and nothing opens.
    if (this.isEnded)
      return { words: 'This event has ended', then: 'nothing opens until it is live again', isIdle: true };
    return nextPress(this.stage, this.entries, this.comparison);
  }

  get back(): PressWords {
    if (this.isEnded) return { words: 'Back', then: '', isIdle: true };
    return backPress(this.stage, this.entries, this.comparison);
  }

  /** Milliseconds left of the timer, never below zero; nothing without one. */
  get left(): number | undefined {
    const closesAt = this.stop?.state === 'open' ? this.stop.closesAt : null;
    return closesAt === null ? undefined : Math.max(0, closesAt - this.#now);
  }

  get tally(): TallyTick | undefined {
    const tally = this.state?.tally;
    return tally && tally.askingId === this.stop?.id ? tally : undefined;
  }

  get ballots(): number {
    return this.tally?.heads.ballots ?? this.stop?.ballots ?? 0;
  }

  get joined(): number {
    return Math.max(this.tally?.heads.joined ?? this.stop?.joined ?? 0, this.ballots);
  }

  get unanswered(): number {
    return haveNotAnswered(this.ballots, this.joined, this.state?.event.roomSize?.high ?? null);
  }

  get notAnswered(): string {
    return notAnsweredWords(this.unanswered, this.joined - this.ballots, this.state?.event.roomSize ?? null);
  }

  /** Phones that joined this and cannot be reached, and votes that came after its close; empty without any. */
  get missedWords(): string[] {
    const { stop } = this;
    if (!stop || stop.state === 'waiting') return [];
    const heads = this.state?.heads;
    // Whoever had a link and went is no phone that cannot be reached.
    const isRoom = stop.conditions?.reach !== 'link';
    const outOfReach = isRoom && heads?.askingId === stop.id ? heads.outOfReach : 0;
    return [outOfReachWords(outOfReach), lateWords(stop.late)].filter((words) => words !== '');
  }

  get finding(): Finding | NoFinding | undefined {
    return this.tally?.finding ?? undefined;
  }

  get room(): RoomCount {
    return { joined: this.joined, roomSize: this.state?.event.roomSize ?? null };
  }

  /** The shares of a choice in ballot order; empty for other types, and while this page may not see them. */
  get rows(): OptionResult[] {
    const { stop, tally } = this;
    if (!stop || !tally) return [];
    const { comparedBy, results } = questionType(stop.question.type);
    return comparedBy === 'shares' ? results(stop.question, tally.tally, this.room).options : [];
  }

  /** The result as a table, whatever the type; nothing while this page may not see it. */
  get table(): ResultTable | undefined {
    const { stop, tally } = this;
    if (!stop || !tally) return undefined;
    const table = questionType(stop.question.type).table(stop.question, tally.tally, this.room);
    return stop.isByHand ? handsTable(table) : table;
  }

  get barsWords(): string {
    return this.stop?.shown ? 'Hide bars' : 'Show bars';
  }

  get timerWords(): string {
    return this.left === undefined ? 'Start timer' : `Add ${MORE_SECONDS} s`;
  }

  /** Whole seconds since a moment of this page's own clock. */
  secondsSince(at: number): number {
    // Read so that whoever shows it follows the clock.
    void this.#now;
    return Math.max(0, Math.round((Date.now() - at) / 1000));
  }

  /** Of the running order; null in the lobby. */
  get hereId(): StopId | null {
    return this.entry?.id ?? null;
  }
}

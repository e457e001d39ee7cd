import { haveNotAnswered } from '../../shared/asking.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import type { AskingId, QuestionId } from '../../shared/ids.ts';
import type { StopId } from '../../shared/live-event.ts';
import type {
  NewAsking,
  OrderEntry,
  PresenterToServer,
  PresenterState,
  Stop,
  TallyTick,
} from '../../shared/messages.ts';
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
import type { Refusal, Result } from '../../shared/result.ts';
import { isAt, LOBBY, type Press, type Stage } from '../../shared/stage.ts';
import type { PresenterConnection } from '../connection.svelte.ts';
import { backPress, nextPress, type PressStop, type PressWords } from './next-press.ts';
import { lateWords, notAnsweredWords, outOfReachWords } from './words.ts';

/** What the server says to a request. */
type Answer<Name extends Exclude<keyof PresenterToServer, 'line:probe'>> = Parameters<
  Parameters<PresenterToServer[Name]>[1]
>[0];

export const MORE_SECONDS = 30;
/** Long enough for a vote that is on a phone to be sent with one tap. */
export const REOPEN_SECONDS = 20;
const CLOCK_MS = 250;

/** The live controls, whichever page they stand on: what is going on, and every act there is. */
export class LiveDesk {
  /** Why the last act was not done; empty when it was. */
  problem = $state('');
  #now = $state(0);
  readonly #connection: PresenterConnection;

  constructor(connection: PresenterConnection) {
    this.#connection = connection;
  }

  /** Lets the clock run; returns how to stop it. */
  startClock(): () => void {
    let wasLost = false;
    const tick = () => {
      this.#now = this.#connection.serverNow();
      // "No connection" is not true any more.
      if (wasLost && !this.isLost) this.problem = '';
      wasLost = this.isLost;
    };
    tick();
    const timer = setInterval(tick, CLOCK_MS);
    return () => clearInterval(timer);
  }

  get state(): PresenterState | undefined {
    return this.#connection.state ?? undefined;
  }

  get isLost(): boolean {
    return this.#connection.line === 'lost';
  }

  /** The connection was refused for good: signed out, revoked, out of date. */
  get refusal(): Refusal | undefined {
    return this.#connection.refusal ?? undefined;
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

  pressNext(): Promise<void> {
    return this.#press('next');
  }

  pressBack(): Promise<void> {
    return this.#press('back');
  }

  async toggleBars(): Promise<void> {
    const { stop } = this;
    if (stop && stop.state !== 'waiting')
      await this.#do(stop.shown ? 'asking:hide' : 'asking:show', { askingId: stop.id });
  }

  /** Starts the timer as it was set up, or adds half a minute to the one that runs. */
  async moreTime(): Promise<void> {
    const { stop } = this;
    if (stop?.state !== 'open') return;
    const addSeconds = this.left === undefined ? (stop.settings.seconds ?? MORE_SECONDS) : MORE_SECONDS;
    await this.#do('asking:timer', { askingId: stop.id, addSeconds });
  }

  async stopTimer(): Promise<void> {
    if (this.stop?.state === 'open') await this.#do('asking:timer', { askingId: this.stop.id, stop: true });
  }

  toggleQr(): Promise<void> {
    return this.#do('stage:cover', { qr: !this.stage.qr });
  }

  toggleBlank(): Promise<void> {
    return this.#do('stage:cover', { blank: !this.stage.blank });
  }

  /** Opens the closed question for a moment: phones offer the vote that came late, and it closes by itself. */
  async reopenBriefly(): Promise<void> {
    if (this.stop?.state === 'closed')
      await this.#do('asking:open', { askingId: this.stop.id, seconds: REOPEN_SECONDS, closeAtEnd: true });
  }

  /** Puts a question in; its id once it is there. */
  async add(asking: NewAsking): Promise<AskingId | undefined> {
    const added = await this.#ask('asking:add', asking);
    return added.ok ? added.value.askingId : undefined;
  }

  /** The same question once more, right after itself. */
  async askAgain({ id, questionId }: Pick<Stop, 'id' | 'questionId'>): Promise<void> {
    const askingId = await this.add({ questionId, after: id });
    if (askingId) await this.#do('stage:put', { view: 'asking', askingId });
  }

  /** Closes with the bars hidden, so that whoever holds the remote reads the finding before the room does. */
  async closeUnseen(): Promise<void> {
    const { stop } = this;
    if (stop?.state !== 'open') return;
    if (stop.shown) await this.#do('asking:hide', { askingId: stop.id });
    await this.#do('asking:close', { askingId: stop.id });
  }

  /** Hands, counted by the presenter. */
  countHands(
    askingId: AskingId,
    counts: Record<string, number>,
    present: number | undefined,
  ): Promise<Result<null>> {
    return this.#ask('asking:hands', { askingId, counts, ...(present === undefined ? {} : { present }) });
  }

  /** Says the finding on the screen, or leaves it off. */
  async sayFinding(shown: boolean): Promise<void> {
    if (this.stop) await this.#do('asking:finding', { askingId: this.stop.id, shown });
  }

  /** Of the running order; null in the lobby. */
  get hereId(): StopId | null {
    return this.entry?.id ?? null;
  }

  openAll(): Promise<void> {
    return this.#do('askings:open', {});
  }

  closeAll(): Promise<void> {
    return this.#do('askings:close', {});
  }

  goToLobby(): Promise<void> {
    return this.#do('stage:put', { view: 'lobby' });
  }

  goTo(stop: Stop): Promise<void> {
    return this.#do('stage:put', { view: 'asking', askingId: stop.id });
  }

  /** Any stop of the running order. */
  goToStop(entry: OrderEntry): Promise<void> {
    if (entry.kind === 'asking') return this.#do('stage:put', { view: 'asking', askingId: entry.askingId });
    if (entry.kind === 'comparison') return this.goToComparison(entry.questionId);
    if (entry.kind === 'wall') return this.#do('stage:put', { view: 'wall' });
    return this.#do('stage:put', { view: 'picture', pictureId: entry.pictureId });
  }

  goToComparison(questionId: QuestionId): Promise<void> {
    return this.#do('stage:put', { view: 'comparison', questionId });
  }

  /** The comparison of the question on the stage, or the way back from it. */
  async toggleComparison(): Promise<void> {
    const { view, askingId } = this.stage;
    if (view === 'comparison') {
      if (askingId) await this.#do('stage:put', { view: 'asking', askingId });
      return;
    }
    const questionId = this.stop?.questionId;
    if (questionId) await this.#do('stage:put', { view: 'comparison', questionId });
  }

  /** Keeps the host's note of what was said; false when it was not kept. */
  async note(said: string): Promise<boolean> {
    const askingId = this.stop?.id;
    if (askingId === undefined) return false;
    await this.#do('asking:said', { askingId, said });
    return this.problem === '';
  }

  async #press(press: Press): Promise<void> {
    if (!(press === 'next' ? this.next : this.back).isIdle)
      await this.#do('stage:step', { press, version: this.stage.version });
  }

  async #do<Name extends Exclude<keyof PresenterToServer, 'line:probe'>>(
    name: Name,
    payload: Parameters<PresenterToServer[Name]>[0],
  ): Promise<void> {
    await this.#ask(name, payload);
  }

  /** The same with its answer. */
  async #ask<Name extends Exclude<keyof PresenterToServer, 'line:probe'>>(
    name: Name,
    payload: Parameters<PresenterToServer[Name]>[0],
  ): Promise<Answer<Name>> {
    const done = await this.#connection.request(name, payload);
    this.problem = done.ok ? '' : done.error.message;
    return done;
  }
}

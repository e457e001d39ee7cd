import type { Receipt } from '../shared/ballot.ts';
import type { AskingId, EventId } from '../shared/ids.ts';
import {
  PROTOCOL_VERSION,
  type MyBallot,
  type ServerToVoter,
  type VoterSnapshot,
  type VoterState,
  type VoterToServer,
} from '../shared/messages.ts';
import { answeredOf, nextLeft, NOTHING_ANSWERED } from './line/own-way.ts';
import type { Refusal, Result } from '../shared/result.ts';
import { BallotCourier } from './line/ballot-courier.ts';
import { ballotOverHttp } from './line/ballot-over-http.ts';
import type { KeptStore } from './line/kept-store.ts';
import { Line, type LineState } from './line/line.svelte.ts';
import { fits, Outbox, type OutboxEntry } from './line/outbox.ts';
import { atAsking, withTally, type PhoneState } from './line/phone-state.ts';

const COURIER_MS = 500;
/** Without an acknowledgement for so long the line is probed; and for so long the answer counts as lost. */
const DOUBT_MS = 2_000;
const ACK_MS = 8_000;

/** An answer that was not counted, and why. `at` is this phone's clock. */
export interface NotCounted {
  entry: OutboxEntry;
  refusal: Refusal;
  at: number;
}

export interface VoterConnectionOptions {
  eventId: EventId;
  token: string;
  /** With a ticket: which phone it is. */
  phone?: string | undefined;
  store: KeptStore;
}

/** What a phone may ask of the server, beside its ballots. */
type Requests = Omit<VoterToServer, 'line:probe'>;
type Answer<Event extends keyof Requests> = Parameters<Parameters<Requests[Event]>[1]>[0];

/** A phone's line to its event, and its answers on their way. What was said stays while the line is lost. */
export class VoterConnection {
  /** What the server says, at the asking that stands on the page. */
  state = $state.raw<PhoneState | null>(null);
  /** Of the askings in `state`: those this phone has answered, counted or on their way. */
  answered = $state.raw(NOTHING_ANSWERED);
  /** What is counted of this voter for the asking in `state`, and what is on its way there. */
  mine = $state.raw<MyBallot | null>(null);
  pending = $state.raw<OutboxEntry | null>(null);
  /** An answer to the asking in `state` that came after its close; kept through a reload, until one is counted. */
  late = $state.raw<NotCounted | null>(null);
  /** The last answer that was refused for good, until it is dismissed or another one is counted. */
  lastRefusal = $state.raw<NotCounted | null>(null);
  readonly eventId: EventId;
  /** What is kept on this phone. */
  readonly store: KeptStore;
  #told: VoterState | null = null;
  /** Where a phone is that goes at its own pace; null: at the end. */
  #chosen: AskingId | null = null;
  #hasChosen = false;
  readonly #line: Line<ServerToVoter>;
  readonly #outbox: Outbox;
  readonly #courier: BallotCourier;
  readonly #clock: ReturnType<typeof setInterval>;

  constructor({ eventId, token, phone, store }: VoterConnectionOptions) {
    this.eventId = eventId;
    this.store = store;
    this.#line = new Line({
      protocol: PROTOCOL_VERSION,
      as: 'voter',
      eventId,
      token,
      ...(phone ? { phone } : {}),
    });
    this.#outbox = new Outbox(store, `askagain.ballots.${eventId}`);
    this.#courier = new BallotCourier(this.#outbox, {
      isLive: () => this.#line.socket.connected,
      overSocket: (entry) => this.#overSocket(entry),
      overHttp: (entry) => ballotOverHttp(entry, token),
      now: Date.now,
      random: Math.random,
      changed: () => this.#look(),
      refused: (entry, why) => this.#refused(entry, why),
    });
    const { socket } = this.#line;
    socket.on('voter:snapshot', (snapshot) => this.#takeSnapshot(snapshot));
    socket.on('voter:state', (state) => this.#take(state));
    socket.on('tally:changed', (tick) => this.#told && this.#show(withTally(this.#told, tick)));
    socket.on('heads:changed', (heads) => this.#told && this.#show({ ...this.#told, heads }));
    this.#clock = setInterval(() => this.#courier.carry(), COURIER_MS);
    this.#line.open();
  }

  get line(): LineState {
    return this.#line.state;
  }

  /** Why the line was refused for good. */
  get refusal(): Refusal | null {
    return this.#line.refusal;
  }

  /** When anything last came from the server, in milliseconds of this page's clock. */
  get lastHeardAt(): number {
    return this.#line.lastHeardAt;
  }

  serverNow(): number {
    return this.#line.clock.serverNow();
  }

  /** Goes to a question, at one's own pace; null: to the end. */
  choose(id: AskingId | null): void {
    this.#chosen = id;
    this.#hasChosen = true;
    if (this.#told) this.#show(this.#told);
  }

  isOnItsWay(id: AskingId): boolean {
    return this.answered.has(id) && this.#outbox.pendingOf(id) !== null;
  }

  /** Answers the asking in `state`: kept on this phone first, then sent until it is counted or refused for good. */
  cast(answer: unknown, words: string[], read: Pick<OutboxEntry, 'prompt' | 'language'>): void {
    const asking = this.state?.asking;
    if (!asking) return;
    const said = { askingId: asking.id, answer, words, ...read, saidAt: Date.now() };
    this.lastRefusal = null;
    if (fits(answer)) this.#outbox.put(said);
    else
      this.lastRefusal = {
        entry: { ...said, revision: 0, triedAt: null },
        refusal: { code: 'TOO_LARGE', message: '' },
        at: Date.now(),
      };
    this.#look();
    this.#courier.hurry();
  }

  /** One listener per event. */
  listen<Event extends 'wall:changed' | 'posts:mine'>(event: Event, listener: ServerToVoter[Event]): void {
    this.#line.socket.on(event, listener as never);
  }

  /** Tries to connect and to send, now. */
  tryNow(): void {
    this.#line.tryNow();
    this.#courier.hurry();
  }

  dismissRefusal(): void {
    this.lastRefusal = null;
  }

  close(): void {
    clearInterval(this.#clock);
    this.#line.close();
  }

  #takeSnapshot({ mine, ...state }: VoterSnapshot): void {
    // The server's word, also where it knows less than this phone: it may have been restored from a backup.
    for (const { id } of state.askings) this.#outbox.forget(id);
    for (const ballot of mine) this.#outbox.remember(ballot);
    this.#take(state);
    this.#courier.hurry();
  }

  #take(state: VoterState): void {
    this.#line.clock.hear(state.serverTime);
    this.#show(state);
  }

  #refused(entry: OutboxEntry, why: Refusal): void {
    const at = Date.now();
    this.lastRefusal = { entry, refusal: why, at };
    if (why.code === 'ASKING_CLOSED') this.#outbox.keepLate(entry, at);
  }

  #show(told: VoterState): void {
    this.#told = told;
    this.#note(told);
    // Whoever comes back goes on where something is left.
    if (!this.#hasChosen) this.#chosen = nextLeft(told.askings, this.answered, null);
    this.#hasChosen ||= this.#chosen !== null;
    this.state = atAsking(told, this.#chosen);
    this.#look();
  }

  #note({ askings }: VoterState): void {
    const isAnswered = (id: AskingId) =>
      this.#outbox.storedOf(id) !== null || this.#outbox.pendingOf(id) !== null;
    this.answered = answeredOf(askings, isAnswered);
  }

  #look(): void {
    if (this.#told) this.#note(this.#told);
    const askingId = this.state?.asking?.id;
    this.mine = this.#outbox.storedOf(askingId);
    this.pending = this.#outbox.pendingOf(askingId);
    const late = this.#outbox.lateOf(askingId);
    this.late = late && { ...late, refusal: { code: 'ASKING_CLOSED', message: '' } };
  }

  #overSocket({ askingId, revision, answer, language }: OutboxEntry): Promise<Result<Receipt> | undefined> {
    return this.ask('ballot:cast', { askingId, revision, answer, language });
  }

  /** Asks once over the line; undefined: no answer came, and nobody knows whether it was done. Never throws. */
  async ask<Event extends keyof Requests>(
    event: Event,
    payload: Parameters<Requests[Event]>[0],
  ): Promise<Answer<Event> | undefined> {
    const doubt = setTimeout(() => this.#line.probe(), DOUBT_MS);
    try {
      return (await this.#line.socket.ask(event, payload, ACK_MS)) as Answer<Event>;
    } catch {
      return undefined;
    } finally {
      clearTimeout(doubt);
    }
  }
}

import type { Socket } from 'socket.io';
import type { AskingId } from '../../shared/ids.ts';
import type { PresenterHere, PresenterPage } from '../../shared/messages.ts';
import { questionType } from '../../shared/questions/registry.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import { Broadcaster, isBehind } from './broadcaster.ts';
import type { LiveContext } from './context.ts';
import type { PresenterArrival } from './handshake.ts';
import { Pace } from './pace.ts';
import { presenterState, presenterTick, stagedAsking } from './presenter-state.ts';
import type { PresenterSocket } from './presenter-line.ts';
import { tickForRoom } from './on-air.ts';
import type { VoterSocket } from './voter-line.ts';
import { oneOnAir, voterState } from './voter-state.ts';
import { WallRoom } from './wall-room.ts';

const PRESENTER_TICK_MS = 50;
const PRESENTER_HEADS_MS = 500;
const TEXTS_MS = 500;
const PHONE_TICK_MS = 250;
const MANY_PHONES = 500;
const MANY_PHONES_TICK_MS = 1000;
const PHONE_HEADS_MS = 5000;

/** Everybody who is connected to one event, and what they are told: state whole, tallies and heads coalesced. */
export class EventRoom {
  readonly host: LiveEventHost;
  readonly wall: WallRoom;
  readonly voters = new Set<VoterSocket>();
  /** Who does not read at the moment; they get the newest state when they do. */
  readonly behind = new Set<Socket>();
  /** Askings whose texts changed since the desks heard of it. */
  readonly #written = new Set<AskingId>();
  /** Askings with ballots since phones heard of their tally. */
  readonly #counted = new Set<AskingId>();
  readonly #presenters = new Map<PresenterSocket, PresenterArrival>();
  readonly #context: LiveContext;
  readonly #broadcaster = new Broadcaster((socket) => this.behind.add(socket));
  readonly #paces = {
    presenterTick: new Pace(
      () => this.#tickPresenters(),
      () => PRESENTER_TICK_MS,
    ),
    presenterHeads: new Pace(
      () => this.#headsToPresenters(),
      () => PRESENTER_HEADS_MS,
    ),
    texts: new Pace(
      () => this.#textsToReaders(),
      () => TEXTS_MS,
    ),
    phoneTick: new Pace(
      () => this.#tickPhones(),
      () => this.#phoneTickMs(),
    ),
    phoneHeads: new Pace(
      () => this.#headsToPhones(),
      () => PHONE_HEADS_MS,
    ),
  };
  readonly #stopListening: () => void;

  constructor(context: LiveContext, host: LiveEventHost) {
    this.#context = context;
    this.host = host;
    this.wall = new WallRoom({
      host,
      broadcaster: this.#broadcaster,
      voters: this.voters,
      presenters: () => this.#reading(),
    });
    this.#stopListening = host.listen({
      stateChanged: () => this.#stateToAll(),
      tallyChanged: (askingId) => this.#tallyChanged(askingId),
      headsChanged: () => this.#headsChanged(),
      released: () => this.#cutOff(),
    });
  }

  get isEmpty(): boolean {
    return this.voters.size === 0 && this.#presenters.size === 0;
  }

  enter(socket: PresenterSocket, arrival: PresenterArrival): void {
    this.#presenters.set(socket, arrival);
    this.catchUp(socket);
    this.#stateToPresenters(socket);
  }

  /** The whole state, at first and whenever it has missed something. */
  catchUp(socket: PresenterSocket): void {
    const arrival = this.#presenters.get(socket);
    if (!arrival) return;
    // First: a question that stands large must be there when the stage says so.
    this.wall.tell(socket, arrival.may);
    socket.emit('presenter:snapshot', this.#stateFor(arrival));
  }

  leave(socket: PresenterSocket): void {
    this.behind.delete(socket);
    this.#presenters.delete(socket);
    this.#stateToPresenters();
  }

  /** The presenters' sockets with who they are, to cut off those whose rights have ended. */
  presenters(): Iterable<[PresenterSocket, PresenterArrival]> {
    return this.#presenters;
  }

  /** Nobody is here any more. */
  close(): void {
    this.#stopListening();
    this.wall.close();
    for (const pace of Object.values(this.#paces)) pace.stop();
  }

  #cutOff(): void {
    for (const socket of [...this.voters, ...this.#presenters.keys()]) socket.disconnect(true);
  }

  #stateToAll(): void {
    // What waits is part of the state that goes out now.
    for (const pace of Object.values(this.#paces)) pace.stop();
    this.#stateToPresenters();
    const state = voterState(this.host, this.#context.now());
    this.#broadcaster.send(this.voters, 'state', 'voter:state', state);
  }

  #stateToPresenters(except?: PresenterSocket): void {
    const isWall = this.host.stage.view === 'wall';
    for (const [socket, arrival] of this.#reading()) {
      if (socket === except) continue;
      if (isWall) this.wall.tell(socket, arrival.may);
      socket.emit('presenter:state', this.#stateFor(arrival));
    }
  }

  /** Presenters that read; the others are noted, to catch up when they do. */
  #reading(): [PresenterSocket, PresenterArrival][] {
    for (const socket of this.#presenters.keys()) if (isBehind(socket)) this.behind.add(socket);
    return [...this.#presenters].filter(([socket]) => !this.behind.has(socket));
  }

  #stateFor({ may }: PresenterArrival) {
    const presenters = this.#presentersHere();
    const joinUrl = `${this.#context.reach.url()}/${this.host.event.code}`;
    return presenterState(this.host, { may, presenters, joinUrl, now: this.#context.now() });
  }

  #presentersHere(): PresenterHere[] {
    const counts = new Map<PresenterPage, number>();
    for (const { page } of this.#presenters.values()) counts.set(page, (counts.get(page) ?? 0) + 1);
    return [...counts].map(([page, count]) => ({ page, count }));
  }

  #tallyChanged(askingId: AskingId): void {
    this.#noteTexts(askingId);
    this.#paces.presenterTick.call();
    if (this.#isSeenOnPhones(askingId)) {
      this.#counted.add(askingId);
      this.#paces.phoneTick.call();
    } else this.#paces.phoneHeads.call();
  }

  /** Asked with every ballot: nothing is listed for it. */
  #isSeenOnPhones(id: AskingId): boolean {
    const asking = this.host.isSelfPaced ? this.host.asking(id) : this.host.askingOnAir();
    return asking?.id === id && asking.shown;
  }

  #headsChanged(): void {
    this.#paces.presenterHeads.call();
    this.#paces.phoneHeads.call();
  }

  #tickPresenters(): void {
    for (const [socket, { may }] of this.#reading()) {
      const tick = presenterTick(this.host, may);
      if (tick) socket.emit('tally:changed', tick);
      else socket.emit('heads:changed', this.#stagedHeads());
    }
  }

  /** Of types that take words: what was written or decided comes to the desks that read it when they ask for it. */
  #noteTexts(askingId: AskingId): void {
    if (!questionType(this.host.specOf(askingId).type).texts) return;
    this.#written.add(askingId);
    this.#paces.texts.call();
  }

  #textsToReaders(): void {
    for (const [socket, { may }] of this.#reading())
      if (may.includes('read'))
        for (const askingId of this.#written) socket.emit('texts:changed', { askingId });
    this.#written.clear();
  }

  #headsToPresenters(): void {
    for (const [socket] of this.#reading()) socket.emit('heads:changed', this.#stagedHeads());
  }

  #stagedHeads() {
    return this.host.heads(stagedAsking(this.host)?.id ?? null);
  }

  #tickPhones(): void {
    for (const id of this.#counted) {
      const tick = this.#isSeenOnPhones(id) ? tickForRoom(this.host, this.host.asking(id)) : null;
      if (tick) this.#broadcaster.send(this.voters, `tick ${id}`, 'tally:changed', tick);
    }
    this.#counted.clear();
  }

  #headsToPhones(): void {
    const heads = this.host.heads(oneOnAir(this.host));
    this.#broadcaster.send(this.voters, 'heads', 'heads:changed', heads);
  }

  #phoneTickMs(): number {
    return this.voters.size > MANY_PHONES ? MANY_PHONES_TICK_MS : PHONE_TICK_MS;
  }
}

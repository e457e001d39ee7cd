import { io, type Socket } from 'socket.io-client';
import type { Receipt } from '../../shared/ballot.ts';
import type { AskingId, EventId } from '../../shared/ids.ts';
import {
  PROTOCOL_VERSION,
  type ServerToVoter,
  type VoterHandshake,
  type VoterSnapshot,
  type VoterState,
  type VoterToServer,
} from '../../shared/messages.ts';
import { mayRetry, type Refusal, type Result } from '../../shared/result.ts';
import { backoff } from './backoff.ts';
import { checksCertificate } from './http-json.ts';
import type { Random } from './random.ts';

export interface LineEvents {
  isUp(isAgain: boolean): void;
  isDown(): void;
  snapshot(snapshot: VoterSnapshot): void;
  state(state: VoterState): void;
  /** For good: there is no use in trying again. */
  refused(refusal: Refusal): void;
}

export interface Cast {
  askingId: AskingId;
  revision: number;
  answer: unknown;
}

const TRY_MS = 10_000;
const ACK_MS = 8_000;

/** One phone's socket. Like the page's, it reconnects by itself, with jitter, until it is closed. */
export class PhoneLine {
  readonly #socket: Socket<ServerToVoter, VoterToServer>;
  readonly #random: Random;
  readonly #events: LineEvents;
  #tries = 0;
  #wasUp = false;
  #isUp = false;
  #isClosed = false;
  #pause: NodeJS.Timeout | undefined;

  constructor(url: string, joined: { eventId: EventId; token: string }, random: Random, events: LineEvents) {
    const auth: VoterHandshake = { protocol: PROTOCOL_VERSION, as: 'voter', ...joined };
    this.#random = random;
    this.#events = events;
    this.#socket = io(url, {
      auth,
      autoConnect: false,
      forceNew: true,
      reconnection: false,
      rejectUnauthorized: checksCertificate(url),
      timeout: TRY_MS,
      transports: ['websocket'],
    });
    this.#socket.on('connect', () => this.#up());
    this.#socket.on('connect_error', (error: Error & { data?: Refusal }) => this.#fails(error.data));
    this.#socket.on('disconnect', () => this.#lose(backoff(this.#tries, this.#random)));
    this.#socket.on('voter:snapshot', (snapshot) => this.#events.snapshot(snapshot));
    this.#socket.on('voter:state', (state) => this.#events.state(state));
    this.#socket.connect();
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** `undefined`: no answer came, and nobody knows whether the ballot is counted. */
  async cast(ballot: Cast): Promise<Result<Receipt> | undefined> {
    try {
      return (await this.#socket.timeout(ACK_MS).emitWithAck('ballot:cast', ballot)) as Result<Receipt>;
    } catch {
      return undefined;
    }
  }

  /** The phone is put away or out of reach, and comes back by itself. What it has just sent may still arrive. */
  drop(awayMs: number): void {
    this.#lose(awayMs);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#pause);
    this.#socket.disconnect();
  }

  #up(): void {
    this.#tries = 0;
    this.#isUp = true;
    this.#events.isUp(this.#wasUp);
    this.#wasUp = true;
  }

  #fails(refusal: Refusal | undefined): void {
    if (!refusal || mayRetry(refusal.code)) return this.#lose(backoff(this.#tries, this.#random));
    this.close();
    this.#events.refused(refusal);
  }

  #lose(pauseMs: number): void {
    if (this.#isUp) this.#events.isDown();
    this.#isUp = false;
    if (this.#isClosed || this.#pause !== undefined) return;
    this.#tries += 1;
    this.#pause = setTimeout(() => this.#again(), pauseMs);
    // Ends what is left of a line; the "disconnect" it tells of finds the pause already begun.
    this.#socket.disconnect();
  }

  #again(): void {
    this.#pause = undefined;
    this.#socket.connect();
  }
}

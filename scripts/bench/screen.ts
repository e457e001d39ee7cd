import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION, type ServerToPresenter, type TallyTick } from '../../shared/messages.ts';
import { API_TOKEN } from './children.ts';

/** A presenter's socket, and how long each ballot takes until a tally that holds it arrives there. */
export class Screen {
  readonly #socket: Socket<ServerToPresenter>;
  readonly #taps: number[] = [];
  #seen = 0;
  #took: number[] = [];

  /** `counted`: how many ballots of the asking a tally holds. */
  constructor(
    url: string,
    eventId: string,
    askingId: string,
    counted: (counts: Record<string, number>) => number,
  ) {
    const auth = { protocol: PROTOCOL_VERSION, as: 'presenter', eventId, token: API_TOKEN, page: 'console' };
    this.#socket = io(url, { auth, transports: ['websocket'], reconnection: false });
    this.#socket.on('tally:changed', (tick: TallyTick) => {
      const { counts } = tick.tally as { counts?: Record<string, number> };
      if (tick.askingId === askingId && counts) this.#take(counted(counts));
    });
  }

  isReady(): Promise<void> {
    return new Promise((settle, fail) => {
      this.#socket.on('presenter:snapshot', () => settle());
      this.#socket.on('connect_error', fail);
    });
  }

  /** A phone is tapped: ballot `number` leaves now. */
  tapped(number: number): void {
    this.#taps[number] = performance.now();
  }

  /** Milliseconds from tap to tally since the last call. */
  took(): number[] {
    const took = this.#took;
    this.#took = [];
    return took;
  }

  close(): void {
    this.#socket.disconnect();
  }

  #take(counted: number): void {
    const now = performance.now();
    for (; this.#seen < counted; this.#seen += 1) {
      const tappedAt = this.#taps[this.#seen];
      if (tappedAt !== undefined) this.#took.push(now - tappedAt);
    }
  }
}

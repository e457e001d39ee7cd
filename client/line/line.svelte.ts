import { io, type Socket } from 'socket.io-client';
import type { Handshake } from '../../shared/messages.ts';
import { mayRetry, type Refusal, type Result } from '../../shared/result.ts';
import { backoff, transportsFor, tryLimit } from './backoff.ts';
import { ServerClock } from './server-clock.ts';
import { onWake } from './wake.ts';

/** `lost` means: not there, and being tried again. `refused` is for good. */
export type LineState = 'connecting' | 'live' | 'lost' | 'refused';

const SILENCE_MS = 12_000;
const PROBE_MS = 2_000;
const WATCH_MS = 1_000;

type Timer = ReturnType<typeof setTimeout>;

/**
 * One socket that is kept alive. Reconnecting is done here and not by Socket.IO: its timer loses all jitter at its cap,
 * and iOS may never tell that a connection is gone, so silence is probed.
 */
export class Line {
  state = $state<LineState>('connecting');
  refusal = $state.raw<Refusal | null>(null);
  /** This page's clock, milliseconds. */
  lastHeardAt = $state(Date.now());
  readonly clock = new ServerClock(Date.now);
  readonly socket: Socket;
  /** Since the line was last live: tries that failed, and pauses between tries. */
  #failed = 0;
  #pauses = 0;
  #pause: Timer | undefined;
  #limit: Timer | undefined;
  #probe: Timer | undefined;
  #isClosed = false;
  readonly #watch = setInterval(() => this.#watchSilence(), WATCH_MS);
  readonly #stopWaking = onWake(() => this.#wake());

  constructor(auth: Handshake) {
    // Where WebSocket is refused, the same try goes on with polling.
    this.socket = io({
      auth,
      autoConnect: false,
      forceNew: true,
      reconnection: false,
      tryAllTransports: true,
    });
    this.socket.on('connect', () => this.#isLive());
    this.socket.on('connect_error', (error: Error & { data?: Refusal }) => this.#fails(error.data));
    this.socket.on('disconnect', () => this.#lose());
    this.socket.onAny(() => this.heard());
    this.socket.io.on('ping', () => this.heard());
  }

  /** The first connect; separate so that whoever made the line can listen first. */
  open(): void {
    this.#connect();
  }

  /** Something arrived, so the line is there. */
  heard(): void {
    this.lastHeardAt = Date.now();
  }

  /** Ends the pause between two tries. */
  tryNow(): void {
    if (this.#pause !== undefined) this.#connect();
  }

  /** Asks "are you there?"; without an answer in 2 s the line counts as lost. */
  probe(): void {
    if (this.#probe !== undefined || !this.socket.connected) return;
    const askedAt = Date.now();
    this.#probe = setTimeout(() => this.#lose(), PROBE_MS);
    this.socket.emit('line:probe', (answer: Result<{ serverTime: number }>) => {
      this.#stopProbe();
      this.heard();
      if (answer.ok) this.clock.hear(answer.value.serverTime, Date.now() - askedAt);
    });
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#watch);
    clearTimeout(this.#pause);
    clearTimeout(this.#limit);
    this.#stopProbe();
    this.#stopWaking();
    this.socket.disconnect();
  }

  #connect(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    // Our limit instead of the manager's, which ends where the engine is open but the handshake not answered.
    this.socket.io.timeout(false);
    this.#limit = setTimeout(() => this.#fails(undefined), tryLimit(this.#failed));
    this.socket.io.opts.transports = transportsFor(this.#failed);
    this.socket.connect();
  }

  #isLive(): void {
    clearTimeout(this.#limit);
    this.#failed = 0;
    this.#pauses = 0;
    this.state = 'live';
    this.heard();
  }

  #fails(refusal: Refusal | undefined): void {
    if (!refusal || mayRetry(refusal.code)) {
      this.#failed += 1;
      return this.#lose();
    }
    this.refusal = refusal;
    this.state = 'refused';
    this.close();
  }

  #lose(): void {
    if (this.#isClosed || this.#pause !== undefined) return;
    clearTimeout(this.#limit);
    this.#stopProbe();
    this.state = 'lost';
    this.#pause = setTimeout(() => this.#connect(), backoff(this.#pauses, Math.random));
    this.#pauses += 1;
    // Ends a half-open socket too; the "disconnect" it tells of finds the pause already begun.
    this.socket.disconnect();
  }

  #stopProbe(): void {
    clearTimeout(this.#probe);
    this.#probe = undefined;
  }

  #watchSilence(): void {
    const isVisible = document.visibilityState === 'visible';
    if (isVisible && Date.now() - this.lastHeardAt > SILENCE_MS) this.probe();
  }

  #wake(): void {
    this.clock.forget();
    this.probe();
    this.tryNow();
  }
}

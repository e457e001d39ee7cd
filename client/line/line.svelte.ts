import type { Handshake } from '../../shared/messages.ts';
import { mayRetry, type Refusal, type Result } from '../../shared/result.ts';
import { backoff, transportsFor, tryLimit } from './backoff.ts';
import { letsWebSocketThrough } from './over-web-socket.ts';
import { ServerClock } from './server-clock.ts';
import { onWake } from './wake.ts';
import { WireSocket } from './wire-socket.ts';

/** `lost` means: not there, and being tried again. `refused` is for good. */
export type LineState = 'connecting' | 'live' | 'lost' | 'refused';

const SILENCE_MS = 12_000;
const PROBE_MS = 2_000;
const WATCH_MS = 1_000;
/** Over plain HTTP: after so long, and as long again at random, it is tried whether WebSocket gets through by now. */
const BETTER_MS = 20_000;

type Timer = ReturnType<typeof setTimeout>;

/**
 * One socket that is kept alive. All of a room that lost its line at once must not come back at once, and iOS may never
 * tell that a connection is gone, so silence is probed.
 */
export class Line<Down> {
  state = $state<LineState>('connecting');
  refusal = $state.raw<Refusal | null>(null);
  /** This page's clock, milliseconds. */
  lastHeardAt = $state(Date.now());
  readonly clock = new ServerClock(Date.now);
  readonly socket: WireSocket<Down>;
  /** Since the line was last live: tries that failed, and pauses between tries. */
  #failed = 0;
  #pauses = 0;
  #pause: Timer | undefined;
  #limit: Timer | undefined;
  #probe: Timer | undefined;
  #better: Timer | undefined;
  #isClosed = false;
  readonly #watch = setInterval(() => this.#watchSilence(), WATCH_MS);
  readonly #stopWaking = onWake(() => this.#wake());

  constructor(auth: Handshake) {
    this.socket = new WireSocket(auth, {
      connected: () => this.#isLive(),
      failed: (refusal) => this.#fails(refusal),
      lost: () => this.#lose(),
      heard: () => this.heard(),
    });
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
    void this.socket.ask('line:probe', undefined, PROBE_MS).then(
      (said) => {
        const answer = said as Result<{ serverTime: number }>;
        this.#stopProbe();
        if (answer.ok) this.clock.hear(answer.value.serverTime, Date.now() - askedAt);
      },
      () => undefined,
    );
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#watch);
    clearTimeout(this.#pause);
    clearTimeout(this.#limit);
    clearTimeout(this.#better);
    this.#stopProbe();
    this.#stopWaking();
    this.socket.disconnect();
  }

  #connect(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    clearTimeout(this.#limit);
    this.#limit = setTimeout(() => this.#fails(undefined), tryLimit(this.#failed));
    // Where the first is refused, the same try goes on with the other.
    this.socket.connect(transportsFor(this.#failed));
  }

  #isLive(): void {
    clearTimeout(this.#limit);
    this.#failed = 0;
    this.#pauses = 0;
    this.state = 'live';
    this.heard();
    clearTimeout(this.#better);
    if (this.socket.idleTransport === 'polling')
      this.#better = setTimeout(() => void this.#seekBetter(), BETTER_MS * (1 + Math.random()));
  }

  /** A line that came about over plain HTTP changes to WebSocket where that gets through after all. */
  async #seekBetter(): Promise<void> {
    const isBetter = await letsWebSocketThrough();
    if (isBetter && !this.#isClosed && this.socket.idleTransport === 'polling') this.#connect();
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
    // Ends a half-open socket too.
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

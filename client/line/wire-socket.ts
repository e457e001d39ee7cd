import type { Refusal } from '../../shared/result.ts';
import type { Transport } from './backoff.ts';
import type { Carrier, OpenCarrier } from './carrier.ts';
import { overPolling } from './over-polling.ts';
import { overWebSocket } from './over-web-socket.ts';

/** The engine's packets, and within its messages Socket.IO's. */
const ENGINE = { open: '0', close: '1', ping: '2', pong: '3', message: '4' };
const MESSAGE = { connect: '0', disconnect: '1', event: '2', answer: '3', refused: '4' };
const CARRIERS: Record<Transport, OpenCarrier> = { websocket: overWebSocket, polling: overPolling };

export interface WireListener {
  connected(): void;
  /** No connection came about; with the reason, if the server gave one. */
  failed(refusal: Refusal | undefined): void;
  lost(): void;
  /** Anything has arrived. */
  heard(): void;
}

interface Ask {
  settle(answer: unknown): void;
  fail(reason: Error): void;
}

/**
 * Socket.IO's protocol (revision 5 over Engine.IO 4), as much of it as these pages speak: JSON, one namespace. Its own
 * client took 11 kB of a phone's download (brotli), for binary data, namespaces and a way of reconnecting that is not
 * ours. Never connects by itself.
 */
export class WireSocket<Down> {
  readonly #auth: object;
  readonly #listener: WireListener;
  readonly #events = new Map<unknown, (payload: never) => void>();
  readonly #asks = new Map<number, Ask>();
  #carrier: Carrier | undefined;
  #transport: Transport | undefined;
  #isConnected = false;
  #asked = 0;

  constructor(auth: object, listener: WireListener) {
    this.#auth = auth;
    this.#listener = listener;
  }

  get connected(): boolean {
    return this.#isConnected;
  }

  /** What carries it, while nothing is asked that was not answered. */
  get idleTransport(): Transport | undefined {
    return this.#isConnected && this.#asks.size === 0 ? this.#transport : undefined;
  }

  /** One listener per event. */
  on<Event extends keyof Down>(event: Event, listener: Down[Event] & ((payload: never) => void)): void {
    this.#events.set(event, listener);
  }

  /** Lets go of what was, and tries these in turn until one opens. */
  connect([transport, ...others]: Transport[]): void {
    this.disconnect();
    if (!transport) return;
    let isOpen = false;
    const packet = (packet: string): void => {
      isOpen = true;
      this.#take(packet);
    };
    const ended = (): void => (isOpen || others.length === 0 ? this.#end() : this.connect(others));
    this.#transport = transport;
    try {
      this.#carrier = CARRIERS[transport]({ packet, ended });
    } catch {
      // Some browsers throw where a policy forbids it; others tell later.
      ended();
    }
  }

  /** Tells nobody: whoever calls it knows. */
  disconnect(): void {
    this.#carrier?.close();
    this.#carrier = undefined;
    this.#isConnected = false;
    for (const { fail } of this.#asks.values()) fail(new Error('the line is gone'));
    this.#asks.clear();
  }

  /** Gives the answer; rejects without one after `ms`, or when the line is gone. */
  async ask(event: string, payload: object | undefined, ms: number): Promise<unknown> {
    if (!this.#isConnected) throw new Error('there is no line');
    const id = this.#asked++;
    const said = payload === undefined ? [event] : [event, payload];
    let limit: ReturnType<typeof setTimeout> | undefined;
    const answer = new Promise((settle, fail) => {
      this.#asks.set(id, { settle, fail });
      limit = setTimeout(() => fail(new Error('no answer came')), ms);
    });
    this.#carrier?.send(`${ENGINE.message}${MESSAGE.event}${id}${JSON.stringify(said)}`);
    return answer.finally(() => {
      clearTimeout(limit);
      this.#asks.delete(id);
    });
  }

  #take(packet: string): void {
    this.#listener.heard();
    const type = packet.charAt(0);
    if (type === ENGINE.open)
      this.#carrier?.send(ENGINE.message + MESSAGE.connect + JSON.stringify(this.#auth));
    else if (type === ENGINE.ping) this.#carrier?.send(ENGINE.pong);
    else if (type === ENGINE.message) this.#takeMessage(packet.slice(1));
    else if (type === ENGINE.close) this.#end();
  }

  #takeMessage(message: string): void {
    const [, type, id, json] = /^(\d)(\d*)(.*)$/s.exec(message) ?? [];
    const content: unknown = json ? JSON.parse(json) : undefined;
    if (type === MESSAGE.connect) {
      this.#isConnected = true;
      this.#listener.connected();
    } else if (type === MESSAGE.event) {
      const [event, payload] = content as [string, never];
      this.#events.get(event)?.(payload);
    } else if (type === MESSAGE.answer) this.#asks.get(Number(id))?.settle((content as unknown[])[0]);
    else if (type === MESSAGE.refused) this.#end((content as { data?: Refusal }).data);
    else if (type === MESSAGE.disconnect) this.#end();
  }

  #end(refusal?: Refusal): void {
    const wasConnected = this.#isConnected;
    this.disconnect();
    if (wasConnected) this.#listener.lost();
    else this.#listener.failed(refusal);
  }
}

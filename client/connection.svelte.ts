import type { AskingId, EventId } from '../shared/ids.ts';
import {
  PROTOCOL_VERSION,
  type Heads,
  type PresenterPage,
  type PresenterState,
  type PresenterToServer,
  type ServerToPresenter,
  type TallyTick,
} from '../shared/messages.ts';
import { refused, type Refusal } from '../shared/result.ts';
import type { WallDesk } from '../shared/wall.ts';
import { Line, type LineState } from './line/line.svelte.ts';
import { withTick } from './line/with-tick.ts';

const ANSWER_MS = 8_000;

export interface PresenterConnectionOptions {
  eventId: string;
  /** Without one the console's session cookie counts. */
  token?: string;
  page: PresenterPage;
}

type Requests = Omit<PresenterToServer, 'line:probe'>;
type Answer<Event extends keyof Requests> = Parameters<Parameters<Requests[Event]>[1]>[0];

/** A screen's, remote's or console's line to one event. The last state stays while the line is lost. */
export class PresenterConnection {
  state = $state.raw<PresenterState | null>(null);
  /** The wall as this page may see it; it comes by itself, before the first state. */
  wall = $state.raw<WallDesk | null>(null);
  /** Called when what people wrote to an asking, or what was decided about it, is not as it was. */
  onTexts: (askingId: AskingId) => void = () => {};
  readonly #line: Line<ServerToPresenter>;

  constructor({ eventId, token, page }: PresenterConnectionOptions) {
    this.#line = new Line({
      protocol: PROTOCOL_VERSION,
      as: 'presenter',
      eventId: eventId as EventId,
      page,
      ...(token === undefined ? {} : { token }),
    });
    const { socket } = this.#line;
    socket.on('presenter:snapshot', (state) => this.#take(state));
    socket.on('presenter:state', (state) => this.#take(state));
    socket.on('tally:changed', (tick) => this.#takeTick(tick));
    socket.on('heads:changed', (heads) => this.#takeHeads(heads));
    socket.on('texts:changed', ({ askingId }) => this.onTexts(askingId));
    socket.on('wall:changed', (wall) => (this.wall = wall));
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

  /** Sends a request and gives its answer. Never throws, and keeps nothing: without a line it is refused at once. */
  async request<Event extends keyof Requests>(
    event: Event,
    payload: Parameters<Requests[Event]>[0],
  ): Promise<Answer<Event>> {
    if (!this.#line.socket.connected)
      return refused('BUSY', 'No connection at the moment. That was not sent.') as Answer<Event>;
    try {
      return (await this.#line.socket.ask(event, payload, ANSWER_MS)) as Answer<Event>;
    } catch {
      this.#line.probe();
      return refused(
        'BUSY',
        'No answer came. Look whether it was done before you try again.',
      ) as Answer<Event>;
    }
  }

  close(): void {
    this.#line.close();
  }

  #take(state: PresenterState): void {
    this.#line.clock.hear(state.serverTime);
    this.state = state;
  }

  #takeTick(tick: TallyTick): void {
    if (this.state) this.state = withTick(this.state, tick, this.state.stage.askingId);
  }

  #takeHeads(heads: Heads): void {
    if (this.state) this.state = { ...this.state, heads };
  }
}

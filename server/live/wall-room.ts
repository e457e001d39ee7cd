import type { EventRight } from '../../shared/access.ts';
import type { VoterNumber } from '../../shared/ballot.ts';
import type { PostOrder } from '../../shared/post-order.ts';
import type { MyPosts, WallPage } from '../../shared/wall.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { Broadcaster } from './broadcaster.ts';
import type { PresenterArrival, VoterArrival } from './handshake.ts';
import { Pace } from './pace.ts';
import type { PresenterSocket } from './presenter-line.ts';
import type { VoterSocket } from './voter-line.ts';
import { wallOnPhones } from '../live-event/wall-on-phones.ts';

const DESK_MS = 250;
const PHONE_MS = 1000;

interface WallRoomParts {
  host: LiveEventHost;
  broadcaster: Broadcaster;
  voters: ReadonlySet<VoterSocket>;
  /** Those that read at the moment. */
  presenters: () => Iterable<[PresenterSocket, PresenterArrival]>;
}

/** [PW10] Who hears of the wall of one event: screens and consoles always, phones while they look at it. */
export class WallRoom {
  readonly #parts: WallRoomParts;
  readonly #watching = new Map<VoterSocket, PostOrder>();
  readonly #desks = new Pace(
    () => this.#toDesks(),
    () => DESK_MS,
  );
  readonly #phones = new Pace(
    () => this.#toPhones(),
    () => PHONE_MS,
  );
  readonly #stopListening: () => void;

  constructor(parts: WallRoomParts) {
    this.#parts = parts;
    this.#stopListening = parts.host.listenToWall({
      wallChanged: () => this.#changed(),
      postsDecided: (asker) => this.#toAsker(asker),
    });
  }

  /** A phone opens the wall in an order, or closes it. */
  watch(socket: VoterSocket, hash: string, order: PostOrder | null): (WallPage & MyPosts) | null {
    if (order === null) {
      this.leave(socket);
      return null;
    }
    const { wall, voters } = this.#parts.host;
    this.#watching.set(socket, order);
    return { ...wall.first(order), ...wall.mine(voters.known(hash)) };
  }

  leave(socket: VoterSocket): void {
    this.#watching.delete(socket);
  }

  tell(socket: PresenterSocket, may: readonly EventRight[]): void {
    const { wall, stage } = this.#parts.host;
    socket.emit('wall:changed', wall.desk(stage.postId, may.includes('read')));
  }

  close(): void {
    this.#stopListening();
    this.#desks.stop();
    this.#phones.stop();
  }

  #changed(): void {
    this.#desks.call();
    if (this.#watching.size > 0) this.#phones.call();
  }

  #toDesks(): void {
    for (const [socket, { may }] of this.#parts.presenters()) this.tell(socket, may);
  }

  #toPhones(): void {
    const { host, broadcaster } = this.#parts;
    if (!wallOnPhones(host)) return;
    for (const order of ['backed', 'newest'] as const) {
      const watching = [...this.#watching].filter(([, asked]) => asked === order);
      if (watching.length === 0) continue;
      const sockets = watching.map(([socket]) => socket);
      broadcaster.send(sockets, `wall ${order}`, 'wall:changed', host.wall.first(order));
    }
  }

  #toAsker(asker: VoterNumber): void {
    const { host, voters } = this.#parts;
    for (const socket of voters) {
      const { hash } = socket.data as VoterArrival;
      if (host.voters.known(hash) === asker) socket.emit('posts:mine', host.wall.mine(asker));
    }
  }
}

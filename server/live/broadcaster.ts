import type { Socket } from 'socket.io';
import { Encoder, PacketType } from 'socket.io-parser';
import * as ws from 'ws';

/** Sockets a turn of the event loop; ballots that came meanwhile are taken between two turns. */
const A_TURN = 250;
/** Who has not read so many messages is sent no more, and gets the newest state when it reads again. */
const MOST_UNREAD = 8;

const TEXT_FRAME = { readOnly: false, mask: false, rsv1: false, opcode: 1, fin: true };

interface Encoded {
  packets: unknown[];
  options: object;
}

/** What Socket.IO does not document: how its own adapter writes one encoded packet to many. */
interface Writable {
  client: { writeToEngine?: (packets: unknown[], options: object) => void };
}

/** Nor is this in the types of ws. */
interface Framing {
  Sender?: { frame(data: Buffer, options: object): Buffer[] };
}

/**
 * Sends one message to many sockets: encoded once, a few sockets a turn, dropped when a newer message of its kind comes.
 * A plain emit to 10,000 phones holds the loop for 200 ms. This is the only file that uses undocumented parts of
 * Socket.IO; where they are missing it emits.
 */
export class Broadcaster {
  readonly #encoder = new Encoder();
  readonly #runs = new Map<string, symbol>();
  readonly #yield: (next: () => void) => void;
  readonly #behind: (socket: Socket) => void;

  /** `behind` is told of each socket that was passed over because it does not read. */
  constructor(behind: (socket: Socket) => void, yielding: (next: () => void) => void = setImmediate) {
    this.#behind = behind;
    this.#yield = yielding;
  }

  /** `kind`: of the same kind only the newest message matters. */
  send(sockets: Iterable<Socket>, kind: string, event: string, payload: unknown): void {
    const targets = [...sockets];
    if (targets.length === 0) return;
    const run = Symbol(kind);
    this.#runs.set(kind, run);
    this.#turn(targets, 0, this.#encode(event, payload), { kind, run, event, payload });
  }

  #turn(
    targets: Socket[],
    from: number,
    encoded: Encoded,
    what: { kind: string; run: symbol; event: string; payload: unknown },
  ): void {
    if (this.#runs.get(what.kind) !== what.run) return;
    const to = Math.min(from + A_TURN, targets.length);
    for (const socket of targets.slice(from, to)) this.#write(socket, encoded, what);
    if (to < targets.length) this.#yield(() => this.#turn(targets, to, encoded, what));
    else this.#runs.delete(what.kind);
  }

  #write(socket: Socket, encoded: Encoded, { event, payload }: { event: string; payload: unknown }): void {
    if (!socket.connected) return;
    if (isBehind(socket)) return this.#behind(socket);
    const { client } = socket as unknown as Writable;
    if (client.writeToEngine) client.writeToEngine(encoded.packets, encoded.options);
    else socket.emit(event, payload);
  }

  /** A text message of the Engine.IO protocol ("4"), framed for WebSocket once for all. */
  #encode(event: string, payload: unknown): Encoded {
    const packets = this.#encoder.encode({ type: PacketType.EVENT, data: [event, payload], nsp: '/' });
    const frame = (ws as Framing).Sender?.frame(Buffer.from(`4${String(packets[0])}`), TEXT_FRAME);
    return { packets, options: { preEncoded: true, ...(frame ? { wsPreEncodedFrame: frame } : {}) } };
  }
}

/** Whether too many messages wait because the other end does not read. */
export function isBehind(socket: Pick<Socket, 'conn'>): boolean {
  const { writeBuffer } = socket.conn as unknown as { writeBuffer?: unknown[] };
  return (writeBuffer?.length ?? 0) >= MOST_UNREAD;
}

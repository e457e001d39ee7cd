import type { Server } from 'socket.io';
import { Budget } from '../identity/budget.ts';

/** A page says a few things a minute, a clicker at most sixty in this time; a program that floods takes the others' time. */
const HEARD = { most: 300, windowMs: 10_000 };
/** Whoever lets so many messages wait does not read: answers to what it asks would pile up here without an end. */
const MOST_UNREAD = 256;
/** How long the other end may take to close on its side; ws alone would hold its half for 30 s. */
const GOODBYE_MS = 2_000;

/** As much of an Engine.IO socket as is needed here; its types name neither `writeBuffer` nor what the transport runs on. */
interface Connection {
  writeBuffer?: unknown[];
  transport: { socket?: { terminate?(): void } };
  on(event: 'packet' | 'packetCreate' | 'close', listener: () => void): unknown;
  close(discard: boolean): void;
}

/** What holds for every connection, whoever it is of and before it has said so: it is cut when it floods or does not read. */
export function limitConnections(io: Server, now: () => number): void {
  io.engine.on('connection', (connection: Connection) => {
    const heard = new Budget({ ...HEARD, now });
    connection.on('close', () => setTimeout(() => cut(connection), GOODBYE_MS).unref());
    connection.on('packet', () => {
      if (!heard.take('')) cut(connection);
    });
    connection.on('packetCreate', () => {
      if ((connection.writeBuffer?.length ?? 0) >= MOST_UNREAD) cut(connection);
    });
  });
}

/** At once: a WebSocket that does not read would answer the closing handshake half a minute later, or never. */
function cut(connection: Connection): void {
  const { socket } = connection.transport;
  if (socket?.terminate) socket.terminate();
  else connection.close(true);
}

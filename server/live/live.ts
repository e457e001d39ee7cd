import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Server, type Socket } from 'socket.io';
import type { EventId } from '../../shared/ids.ts';
import { refusal, Refused } from '../../shared/result.ts';
import type { Revoked } from '../identity.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import { refuseUnknown } from './answer.ts';
import { limitConnections } from './connection-limits.ts';
import type { LiveContext } from './context.ts';
import { EventRoom } from './event-room.ts';
import { arrivalOf, hostNamed, type Arrival, type PresenterArrival } from './handshake.ts';
import { openPresenterLine } from './presenter-line.ts';
import { openVoterLine } from './voter-line.ts';

const MOST_BYTES = 16 * 1024;
/** A connection that does not finish its handshake. */
const HANDSHAKE_MS = 10_000;
/** Many tabs of one person are fine; a thousand lines of one token are not. */
const LINES_OF_A_VOTER = 8;
/** Nor are they of one screen's token or one person: each that comes is told to all others. */
const LINES_OF_A_PRESENTER = 32;

/** Socket.IO beside Fastify, which never sees its requests: origin, limits and identity are checked here again. */
export function addLive(app: FastifyInstance, context: LiveContext): Server {
  const io = new Server(app.server, {
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MOST_BYTES,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    connectTimeout: HANDSHAKE_MS,
    upgradeTimeout: HANDSHAKE_MS,
    destroyUpgradeTimeout: 1_000,
    allowRequest: (request, answer) => answer(null, isWelcome(context, request)),
  });
  limitConnections(io, context.now);
  const rooms = new Rooms(context);

  io.use((socket, next) => {
    arrivalOf(context, socket).then(
      (arrival) => {
        socket.data = arrival;
        next();
      },
      (reason: unknown) => next(toldAs(context, reason)),
    );
  });
  io.on('connection', (socket) => {
    refuseUnknown(socket);
    rooms.enter(socket, socket.data as Arrival);
  });
  const stopRevoking = context.identity.onRevoked((what) => rooms.revoke(what));

  app.addHook('preClose', async () => {
    stopRevoking();
    io.disconnectSockets(true);
    io.engine.close();
  });
  return io;
}

/** Scripts of other pages, and JSONP, which is for them, are refused. */
function isWelcome({ identity, proxies }: LiveContext, request: IncomingMessage): boolean {
  const isJsonp = new URL(request.url ?? '/', 'http://localhost').searchParams.has('j');
  const isOfProxy = proxies.has(request.socket.remoteAddress ?? '');
  const headers = { ...request.headers, host: hostNamed(request.headers, isOfProxy) };
  return !isJsonp && identity.sourceOf(headers) !== 'foreign';
}

/** A refusal as Socket.IO tells it: `connect_error` with the refusal as its data. */
function toldAs({ log }: LiveContext, reason: unknown): Error {
  const what = reason instanceof Refused ? reason.refusal : refusal('INTERNAL');
  if (!(reason instanceof Refused)) log.error({ err: reason }, 'a handshake failed');
  return Object.assign(new Error(what.code), { data: what });
}

/** The rooms of all events that somebody is connected to. */
class Rooms {
  readonly #context: LiveContext;
  readonly #rooms = new Map<EventId, EventRoom>();

  constructor(context: LiveContext) {
    this.#context = context;
  }

  enter(socket: Socket, arrival: Arrival): void {
    const room = this.#roomOf(arrival.host);
    socket.on('disconnect', () => this.#dropIfEmpty(room));
    if (arrival.as === 'presenter') this.#enterAsPresenter(room, socket, arrival);
    else if (arrival.host.voters.linesOf(arrival.hash) >= LINES_OF_A_VOTER) socket.disconnect(true);
    else openVoterLine(this.#context, room, socket, arrival);
  }

  #enterAsPresenter(room: EventRoom, socket: Socket, arrival: PresenterArrival): void {
    const id = idOf(arrival.caller);
    const lines = [...room.presenters()].filter(([, { caller }]) => idOf(caller) === id);
    if (lines.length >= LINES_OF_A_PRESENTER) socket.disconnect(true);
    else openPresenterLine(this.#context, room, socket, arrival);
  }

  /** Cuts off whoever was connected by what has ended; a page whose rights only changed comes back by itself. */
  revoke(what: Revoked): void {
    for (const room of this.#rooms.values()) {
      for (const [socket, { caller }] of room.presenters()) if (isBy(caller, what)) socket.disconnect(true);
    }
  }

  #roomOf(host: LiveEventHost): EventRoom {
    const known = this.#rooms.get(host.id);
    if (known?.host === host) return known;
    const room = new EventRoom(this.#context, host);
    this.#rooms.set(host.id, room);
    return room;
  }

  #dropIfEmpty(room: EventRoom): void {
    // Socket.IO calls the listeners of a disconnect in order; the room's own may come after this one.
    queueMicrotask(() => {
      if (!room.isEmpty) return;
      room.close();
      if (this.#rooms.get(room.host.id) === room) this.#rooms.delete(room.host.id);
    });
  }
}

function idOf(caller: PresenterArrival['caller']): string | undefined {
  if (caller.kind === 'screen') return caller.grant.id;
  return caller.kind === 'user' ? caller.user.id : caller.kind === 'api-token' ? caller.id : undefined;
}

function isBy(caller: PresenterArrival['caller'], { screenId, tokenId, userId }: Revoked): boolean {
  if (caller.kind === 'screen') return screenId !== undefined && caller.grant.id === screenId;
  if (caller.kind === 'api-token') return tokenId !== undefined && caller.id === tokenId;
  return caller.kind === 'user' && userId !== undefined && caller.user.id === userId;
}

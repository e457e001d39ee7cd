import type { Socket } from 'socket.io';
import type { AskingId } from '../../shared/ids.ts';
import type { ServerToVoter, VoterToServer } from '../../shared/messages.ts';
import { ok, refused } from '../../shared/result.ts';
import { ballotCast } from '../../shared/schemas.ts';
import { Budget } from '../identity/budget.ts';
import { answering } from './answer.ts';
import type { LiveContext } from './context.ts';
import type { EventRoom } from './event-room.ts';
import type { VoterArrival } from './handshake.ts';
import { voterSnapshot } from './voter-state.ts';
import { openVoterWall } from './voter-wall.ts';

export type VoterSocket = Socket<VoterToServer, ServerToVoter>;

/** More than a person changes their mind; a phone that repeats stays far below. */
const CASTS = { most: 40, windowMs: 10_000 };

/** One phone's line: the whole state on every connect, then its ballots. */
export function openVoterLine(
  context: LiveContext,
  room: EventRoom,
  socket: VoterSocket,
  { host, hash, phone }: VoterArrival,
): void {
  const casts = new Budget({ ...CASTS, now: context.now });
  const leave = host.connect(hash, phone);
  room.voters.add(socket);
  socket.on('disconnect', () => {
    room.voters.delete(socket);
    room.behind.delete(socket);
    room.wall.leave(socket);
    leave();
  });
  socket.on(
    'ballot:cast',
    answering(context.log, ballotCast, async ({ askingId, ...cast }) => {
      if (!casts.take('')) return refused('RATE_LIMITED');
      return host.cast(hash, { askingId: askingId as AskingId, ...cast });
    }),
  );
  openVoterWall(context, room, socket, { as: 'voter', host, hash });
  socket.on('line:probe', (ack) => {
    if (typeof ack === 'function') ack(ok({ serverTime: context.now(), version: host.version }));
  });
  // A phone that had stopped reading gets the newest state as soon as it reads again.
  socket.conn.on('drain', () => {
    if (room.behind.delete(socket)) socket.emit('voter:snapshot', voterSnapshot(host, hash, context.now()));
  });
  socket.emit('voter:snapshot', voterSnapshot(host, hash, context.now()));
}

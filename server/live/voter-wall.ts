import type { PostId } from '../../shared/ids.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { postAsked, postBacked, postsListed, wallWatched } from '../../shared/schemas.ts';
import { Budget } from '../identity/budget.ts';
import { answering } from './answer.ts';
import type { LiveContext } from './context.ts';
import type { EventRoom } from './event-room.ts';
import type { VoterArrival } from './handshake.ts';
import type { VoterSocket } from './voter-line.ts';
import { wallOnPhones } from '../live-event/wall-on-phones.ts';

/** More than a thumb can tap down a list. */
const REQUESTS = { most: 40, windowMs: 10_000 };

/** What a phone does with the wall: looks at it, asks, backs. */
export function openVoterWall(
  { log, now }: LiveContext,
  room: EventRoom,
  socket: VoterSocket,
  { host, hash }: VoterArrival,
): void {
  const requests = new Budget({ ...REQUESTS, now });
  const within = async <Value>(act: () => Result<Value> | Promise<Result<Value>>): Promise<Result<Value>> =>
    requests.take('') ? act() : refused('RATE_LIMITED');
  const admitted = <Value>(act: () => Promise<Result<Value>>): Promise<Result<Value>> =>
    within(() => (host.tickets.admits(hash) ? act() : refused('TICKET_NEEDED')));
  const seeing = <Value>(see: () => Value): Result<Value> =>
    wallOnPhones(host)
      ? ok(see())
      : refused('STATE_CONFLICT', 'There are no questions to see at the moment.');

  socket.on(
    'wall:watch',
    answering(log, wallWatched, ({ order }) =>
      within(() =>
        order === null
          ? ok(room.wall.watch(socket, hash, null))
          : seeing(() => room.wall.watch(socket, hash, order)),
      ),
    ),
  );
  socket.on(
    'post:list',
    answering(log, postsListed, ({ order, after }) =>
      within(() => seeing(() => host.wall.page(order, after))),
    ),
  );
  socket.on(
    'post:ask',
    answering(log, postAsked, ({ id, text, name }) =>
      // [TK1] It may have come before tickets were needed.
      admitted(() => host.ask(hash, { id: id as PostId, text, name })),
    ),
  );
  socket.on(
    'post:back',
    answering(log, postBacked, ({ postId, on }) => admitted(() => host.back(hash, postId as PostId, on))),
  );
}

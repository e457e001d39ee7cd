import type { Socket } from 'socket.io';
import type * as z from 'zod/mini';
import type { EventRight } from '../../shared/access.ts';
import type { AskingId, PostId } from '../../shared/ids.ts';
import type { PresenterToServer, ServerToPresenter } from '../../shared/messages.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import {
  askingAdd,
  askingHands,
  askingOpen,
  askingRef,
  askingSaid,
  askingTimer,
  nothing,
  findingShown,
  postModerated,
  stageBody,
  stageCover,
  stepPress,
  textDecide,
} from '../../shared/schemas.ts';
import { askNow } from '../ask-now.ts';
import { Budget } from '../identity/budget.ts';
import type { StageTo } from '../live-event/stage-acts.ts';
import { answering } from './answer.ts';
import type { LiveContext } from './context.ts';
import type { EventRoom } from './event-room.ts';
import type { PresenterArrival } from './handshake.ts';

export type PresenterSocket = Socket<PresenterToServer, ServerToPresenter>;

/** A clicker's bounce is far below; a program that floods is told to wait. */
const REQUESTS = { most: 60, windowMs: 10_000 };

/** A screen's, remote's or console's line: the whole state on every connect, then what it may do. */
export function openPresenterLine(
  context: LiveContext,
  room: EventRoom,
  socket: PresenterSocket,
  arrival: PresenterArrival,
): void {
  const { host, may, by } = arrival;
  const requests = new Budget({ ...REQUESTS, now: context.now });

  const asking = <Payload, Value>(
    schema: z.ZodMiniType<Payload>,
    right: (payload: Payload) => EventRight,
    act: (payload: Payload) => Promise<Result<Value>>,
  ) =>
    answering(context.log, schema, async (payload: Payload) => {
      if (!may.includes(right(payload))) return refused('FORBIDDEN');
      if (!requests.take('')) return refused('RATE_LIMITED');
      return act(payload);
    });
  const step = () => 'step' as const;
  const run = () => 'run' as const;

  socket.on(
    'stage:step',
    asking(stepPress, step, (press) => host.step(press, by)),
  );
  socket.on(
    'stage:cover',
    asking(stageCover, step, (cover) => host.cover(cover, by)),
  );
  socket.on(
    'stage:put',
    asking(
      stageBody,
      (to) => host.rightToPut(to),
      (to) => host.putStage(to as StageTo, by),
    ),
  );
  socket.on(
    'asking:open',
    asking(askingOpen, run, ({ askingId, ...how }) => done(host.open(askingId as AskingId, how, by))),
  );
  socket.on(
    'asking:close',
    asking(askingRef, run, ({ askingId }) => done(host.close(askingId as AskingId, by))),
  );
  socket.on(
    'askings:open',
    asking(nothing, run, () => host.openAll(by)),
  );
  socket.on(
    'askings:close',
    asking(nothing, run, () => host.closeAll(by)),
  );
  socket.on(
    'asking:show',
    asking(askingRef, step, ({ askingId }) => done(host.show(askingId as AskingId, by))),
  );
  socket.on(
    'asking:hide',
    asking(askingRef, step, ({ askingId }) => done(host.hide(askingId as AskingId, by))),
  );
  socket.on(
    'asking:timer',
    asking(askingTimer, step, ({ askingId, ...change }) =>
      done(host.timer(askingId as AskingId, change, by)),
    ),
  );
  socket.on(
    'asking:said',
    asking(askingSaid, run, ({ askingId, said }) =>
      done(host.changeSettings(askingId as AskingId, { said }, by)),
    ),
  );
  socket.on(
    'text:decide',
    asking(textDecide, run, ({ askingId, ...deciding }) =>
      done(host.decideText(askingId as AskingId, deciding, by)),
    ),
  );
  socket.on(
    'asking:add',
    asking(askingAdd, run, (asked) => askNow(context, host, asked, { by, may })),
  );
  socket.on(
    'asking:hands',
    asking(askingHands, run, ({ askingId, counts, present = null }) =>
      done(host.countHands(askingId as AskingId, { counts, present }, by)),
    ),
  );
  socket.on(
    'asking:finding',
    asking(findingShown, run, ({ askingId, shown }) =>
      done(host.changeSettings(askingId as AskingId, { settings: { showFinding: shown } }, by)),
    ),
  );
  socket.on(
    'post:moderate',
    asking(postModerated, run, ({ postId, ...decision }) =>
      done(host.moderate(postId as PostId, decision, by)),
    ),
  );
  socket.on('line:probe', (ack) => {
    if (typeof ack === 'function') ack(ok({ serverTime: context.now(), version: host.version }));
  });
  socket.conn.on('drain', () => {
    if (room.behind.delete(socket)) room.catchUp(socket);
  });
  room.enter(socket, arrival);
  socket.on('disconnect', () => room.leave(socket));
}

/** The state that changed comes to everybody by itself; the answer says only that it was done. */
async function done(changing: Promise<Result<unknown>>): Promise<Result<null>> {
  const result = await changing;
  return result.ok ? ok(null) : result;
}

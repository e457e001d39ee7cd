import type { Socket } from 'socket.io';
import type * as z from 'zod/mini';
import { refused, Refused, type Result } from '../../shared/result.ts';
import type { LiveContext } from './context.ts';

type Ack = (result: Result<unknown>) => void;

/**
 * A handler of one message: its payload is read by the schema, and whatever happens is acknowledged with a `Result`.
 * Wrong input changes nothing and keeps the connection; what nobody foresaw is logged and told without details.
 */
export function answering<Payload, Value>(
  log: LiveContext['log'],
  schema: z.ZodMiniType<Payload>,
  act: (payload: Payload) => Promise<Result<Value>>,
): (payload: unknown, ack: unknown) => void {
  return (payload, ack) => {
    // Without an acknowledgement nobody would hear of a refusal; such a message is no request of ours.
    if (typeof ack !== 'function') return;
    const parsed = schema.safeParse(payload);
    const done = parsed.success ? act(parsed.data) : Promise.resolve(notUnderstood(parsed.error));
    done.catch((reason: unknown) => failed(log, reason)).then((result) => (ack as Ack)(result), noop);
  };
}

function notUnderstood(error: z.core.$ZodError): Result<never> {
  const errors = error.issues.slice(0, 5).map(({ path, message }) => ({ path: path.join('.'), message }));
  return refused('BAD_REQUEST', undefined, { errors });
}

function failed(log: LiveContext['log'], reason: unknown): Result<never> {
  if (reason instanceof Refused) return { ok: false, error: reason.refusal };
  log.error({ err: reason }, 'a message failed');
  return refused('INTERNAL');
}

function noop(): void {
  // The socket is gone; there is nobody left to tell.
}

/** A message by a name that nobody here listens to is refused like any other that cannot be understood. */
export function refuseUnknown(socket: Socket): void {
  socket.onAny((name: string, ...sent: unknown[]) => {
    const acknowledge = sent.at(-1);
    if (socket.listenerCount(name) > 0 || typeof acknowledge !== 'function') return;
    (acknowledge as Ack)(refused('BAD_REQUEST', 'There is no such message.'));
  });
}

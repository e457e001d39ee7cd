import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { AskingId } from '../../shared/ids.ts';
import { Refused, type FieldError, type Result } from '../../shared/result.ts';
import { ballotBody } from '../../shared/schemas.ts';
import { Budget } from '../identity/budget.ts';
import { mayEnter } from '../may-enter.ts';
import type { RestContext } from './context.ts';
import { denied } from './guard.ts';
import { idParam } from './params.ts';
import { iso } from '../times.ts';
import { unwrap } from './unwrap.ts';
import { receiptSchema, receiptView } from './views/asking-view.ts';

const MOST_BYTES = 16 * 1024;
/** More than a person changes their mind; a phone that repeats stays far below. */
const LIMIT = { most: 40, windowMs: 10_000, keys: 50_000 };

const mineSchema = z.object({ revision: z.int(), answer: z.unknown(), castAt: z.string() });

/** The ballot over plain HTTP, for networks that block WebSocket: the same handler as the socket's. */
export const ballotRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { hosts, identity, now } = context;
  const casts = new Budget({ ...LIMIT, now });
  const onRequest = async (request: FastifyRequest): Promise<void> => void voterOf(request);

  app.put(
    '/askings/:id/ballot',
    {
      onRequest,
      bodyLimit: MOST_BYTES,
      schema: { params: idParam, body: ballotBody, response: { 200: receiptSchema } },
    },
    async (request) => {
      const askingId = request.params.id as AskingId;
      const host = await hosts.ofAsking(askingId);
      const hash = host && identity.voterHash(host.id, voterOf(request));
      if (!host || !hash || !mayEnter(host, hash)) throw new Refused('NOT_FOUND');
      if (!casts.take(hash)) throw new Refused('RATE_LIMITED');
      const receipt = unwrap(readable(await host.cast(hash, { askingId, ...request.body })));
      // A phone that came back over HTTP alone has not joined again.
      host.tickets.used(hash);
      return receiptView(receipt);
    },
  );

  app.get(
    '/askings/:id/ballot',
    { onRequest, schema: { params: idParam, response: { 200: mineSchema } } },
    async (request) => {
      const askingId = request.params.id as AskingId;
      const host = await hosts.ofAsking(askingId);
      const isHere = host?.event.deletedAt === null;
      const mine = isHere ? host.mine(identity.voterHash(host.id, voterOf(request)), askingId) : null;
      if (!mine) throw new Refused('NOT_FOUND', 'This phone has no vote here yet.');
      return { revision: mine.revision, answer: mine.answer, castAt: iso(mine.castAt) };
    },
  );
};

function voterOf({ caller }: FastifyRequest): string {
  if (caller.kind !== 'voter') throw denied(caller);
  return caller.token;
}

/** A refusal as REST tells it: paths begin at the body, not at the answer, and times are ISO 8601. */
function readable<T>(result: Result<T>): Result<T> {
  if (result.ok) return result;
  const { errors, stored, ...rest } = result.error;
  return {
    ok: false,
    error: {
      ...rest,
      ...(errors ? { errors: errors.map(ofAnswer) } : {}),
      ...(stored === undefined ? {} : { stored: withIsoTime(stored) }),
    },
  };
}

function ofAnswer({ path, message }: FieldError): FieldError {
  return { path: path === '' ? 'answer' : `answer.${path}`, message };
}

function withIsoTime(stored: unknown): unknown {
  return stored === null ? null : { ...stored, castAt: iso((stored as { castAt: number }).castAt) };
}

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { Refused } from '../../shared/result.ts';
import { Budget } from '../identity/budget.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf, hostOf } from './guard.ts';
import { PairingDesk } from './pairing-desk.ts';
import { claimParam, idParam, noContent } from './params.ts';
import { iso } from '../times.ts';

const begun = z.object({ code: z.string(), claim: z.string(), expiresAt: z.string() });
const stands = z.union([
  z.object({ state: z.literal('paired'), eventId: z.string(), token: z.string() }),
  z.object({ state: z.literal('waiting') }),
]);
const pairBody = z.strictObject({
  code: z.string().check(z.maxLength(12)),
  may: z.optional(z.enum(['watch', 'step'])),
});

const BEGUN_PER_ADDRESS = { most: 30, windowMs: 10 * 60_000 };
const WRONG_PER_EVENT = { most: 30, windowMs: 10 * 60_000 };

/** A screen without a token shows four letters; the console or the remote types them. */
export const pairingRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { identity, now } = context;
  const guard = guardOf(context);
  const desk = new PairingDesk(context);
  const begins = new Budget({ ...BEGUN_PER_ADDRESS, now });
  const wrong = new Budget({ ...WRONG_PER_EVENT, now });

  app.post('/pairings', { schema: { response: { 201: begun } } }, async (request, reply) => {
    if (!begins.take(request.ip)) throw new Refused('RATE_LIMITED');
    const { code, claim, expiresAt } = desk.begin();
    return reply.code(201).send({ code, claim, expiresAt: iso(expiresAt) });
  });

  app.get(
    '/pairings/:claim',
    { schema: { params: claimParam, response: { 200: stands } } },
    async ({ params }) => {
      const pairing = desk.collect(params.claim);
      if (!pairing) throw new Refused('NOT_FOUND', 'This pairing is over. Ask for new letters.');
      return pairing.paired ? { state: 'paired' as const, ...pairing.paired } : { state: 'waiting' as const };
    },
  );

  app.post(
    '/events/:id/pairings',
    { onRequest: guard.event('run'), schema: { params: idParam, body: pairBody, response: noContent } },
    async (request, reply) => {
      const host = hostOf(request);
      if (wrong.isSpent(host.id)) throw new Refused('RATE_LIMITED');
      const pairing = desk.waiting(request.body.code);
      if (!pairing) {
        wrong.take(host.id);
        throw new Refused('NOT_FOUND', 'No screen shows these letters. Read them off the screen again.');
      }
      // From here on it is this event's: whoever types the letters a moment later is too late.
      pairing.isTaken = true;
      const { token } = await identity.grants
        .addScreen(host.id, request.body.may ?? 'step', `Screen ${pairing.code}`, byOf(request))
        .catch((reason: unknown) => {
          pairing.isTaken = false;
          throw reason;
        });
      pairing.paired = { eventId: host.id, token };
      return reply.code(204).send(null);
    },
  );
};

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { ANSWERS, MOST_MADE_UP, NETWORKS } from '../../shared/rehearsal.ts';
import { rehearsalBody } from '../../shared/schemas.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf, hostOf } from './guard.ts';
import { idParam } from './params.ts';
import { unwrap } from './unwrap.ts';

/** `rehearsal` is null while the event is not rehearsed. */
const rehearsalSchema = z.object({
  isRehearsal: z.boolean(),
  rehearsal: z.nullable(
    z.object({
      phones: z.int().check(z.maximum(MOST_MADE_UP)),
      network: z.enum(NETWORKS),
      answers: z.enum(ANSWERS),
      tried: z.array(z.enum(['next', 'back', 'blank'])),
      walked: z.int(),
      slowestMs: z.nullable(z.number()),
    }),
  ),
});

/** An event with made-up phones: begun, changed while it runs, and thrown away. */
export const rehearsalRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const guard = guardOf(context);

  app.post(
    '/events/:id/rehearsal',
    {
      onRequest: guard.event('run'),
      schema: { params: idParam, body: rehearsalBody, response: { 200: rehearsalSchema } },
    },
    async (request) => {
      const host = hostOf(request);
      const { on, ...settings } = request.body;
      if (!on) {
        unwrap(await context.hosts.endRehearsal(host.id, byOf(request)));
        return { isRehearsal: false, rehearsal: null };
      }
      unwrap(await host.rehearse(settings, byOf(request)));
      return { isRehearsal: true, rehearsal: host.rehearsal };
    },
  );
};

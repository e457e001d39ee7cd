import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { Budget } from '../identity/budget.ts';
import type { RestContext } from './context.ts';
import { guardOf } from './guard.ts';
import { iso } from '../times.ts';
import { noContent } from './params.ts';

const reachBody = z.strictObject({ url: z.nullable(z.string().check(z.maxLength(200))) });
const tryBody = z.strictObject({ ms: z.number().check(z.minimum(0), z.maximum(600_000)) });
const reachSchema = z.object({
  url: z.string(),
  isFixed: z.boolean(),
  changedFrom: z.nullable(z.string()),
  addresses: z.array(z.object({ url: z.string(), interface: z.string(), inUse: z.boolean() })),
  tries: z.array(z.object({ at: z.string(), host: z.string(), agent: z.string(), ms: z.number() })),
  joins: z.array(z.object({ host: z.string(), phones: z.int() })),
});
const TRIES = { most: 600, windowMs: 60_000 };

/** *Can phones reach this?* */
export const reachRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { reach, now } = context;
  const guard = guardOf(context);
  const tries = new Budget({ ...TRIES, now });

  const view = (): z.infer<typeof reachSchema> => {
    const seen = reach.look();
    return { ...seen, tries: seen.tries.map((each) => ({ ...each, at: iso(each.at) })) };
  };

  app.get('/reach', { onRequest: guard.signedIn, schema: { response: { 200: reachSchema } } }, async () =>
    view(),
  );

  app.put(
    '/reach',
    { onRequest: guard.organiser, schema: { body: reachBody, response: { 200: reachSchema } } },
    async ({ body }) => {
      await reach.choose(body.url);
      return view();
    },
  );

  app.post(
    '/reach/tries',
    { bodyLimit: 1024, schema: { body: tryBody, response: noContent } },
    async (request, reply) => {
      if (tries.take('')) reach.noteTry(request.host, request.headers['user-agent'] ?? '', request.body.ms);
      return reply.code(204).send(null);
    },
  );
};

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { heldBackBody } from '../../shared/schemas.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf } from './guard.ts';

const listSchema = z.object({ words: z.array(z.string()) });

/** The words of this machine that wait for a person before a room sees them. */
export const heldBackRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { hosts, store, now } = context;
  const onRequest = guardOf(context).organiser;

  app.get('/held-back-words', { onRequest, schema: { response: { 200: listSchema } } }, async () => ({
    words: [...(await hosts.heldBack.list())],
  }));

  app.put(
    '/held-back-words',
    { onRequest, schema: { body: heldBackBody, response: { 200: listSchema } } },
    async (request) => {
      await hosts.putHeldBack(request.body.words);
      const words = [...(await hosts.heldBack.list())];
      await store.acts.add({
        at: now(),
        by: byOf(request),
        what: 'machine:held-back-words',
        eventId: null,
        detail: { words: words.length },
      });
      return { words };
    },
  );
};

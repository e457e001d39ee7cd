import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { importEvent } from '../import/import-event.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf } from './guard.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const imported = z.object({ eventId: z.string(), added: z.int(), skipped: z.int() });

/** `POST /import`: takes back what `export.json` gave. All of it, or nothing. */
export const importRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, hosts, now } = context;
  const guard = guardOf(context);

  app.post(
    '/import',
    {
      onRequest: guard.organiser,
      bodyLimit: MOST_BYTES,
      schema: { body: z.unknown(), response: { 200: imported } },
    },
    async (request) => {
      const done = await importEvent(store, request.body, { now: now(), by: byOf(request) });
      // What was loaded before knows nothing of the rows that came.
      if (done.added > 0) await hosts.forget(done.eventId);
      return done;
    },
  );
};

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { Asking } from '../../shared/asking.ts';
import type { AskingId } from '../../shared/ids.ts';
import { Refused } from '../../shared/result.ts';
import { textPatch } from '../../shared/schemas.ts';
import { askingTexts, TEXT_STATES } from '../live-event/asking-texts.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf, hostOf } from './guard.ts';
import { idParam, pageQuery } from './params.ts';
import { unwrap } from './unwrap.ts';

const query = z.extend(pageQuery, { state: z.optional(z.enum(TEXT_STATES)) });
const count = z.int();
const textSchema = z.object({
  text: z.string(),
  count,
  about: z.array(z.object({ id: z.string(), label: z.string() })),
  state: z.enum(TEXT_STATES),
  shown: z.nullable(z.boolean()),
  group: z.nullable(z.string()),
  isHeldBack: z.boolean(),
});
const pageSchema = z.object({
  items: z.array(textSchema),
  cursor: z.nullable(z.string()),
  counts: z.object({ waiting: count, shown: count, hidden: count }),
  groups: z.array(z.object({ label: z.string(), count })),
  areGrouped: z.boolean(),
});
const decisionSchema = z.object({
  text: z.string(),
  shown: z.nullable(z.boolean()),
  group: z.nullable(z.string()),
});

/** What people wrote: in the order in which it came, page by page, and what was decided about each. */
export const textRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const guard = guardOf(context);

  app.get(
    '/askings/:id/texts',
    {
      onRequest: guard.asking('read'),
      schema: { params: idParam, querystring: query, response: { 200: pageSchema } },
    },
    async (request) => {
      const host = hostOf(request);
      const { state, cursor, limit } = request.query;
      const { texts, ...about } = askingTexts(host, askingIn(host, request.params.id));
      const wanted = state === undefined ? texts : texts.filter((text) => text.state === state);
      const from = placeOf(cursor);
      const end = from + limit;
      return { items: wanted.slice(from, end), cursor: end < wanted.length ? String(end) : null, ...about };
    },
  );

  app.patch(
    '/askings/:id/texts',
    {
      onRequest: guard.asking('run'),
      schema: { params: idParam, body: textPatch, response: { 200: decisionSchema } },
    },
    async (request) => {
      const id = request.params.id as AskingId;
      return unwrap(await hostOf(request).decideText(id, request.body, byOf(request)));
    },
  );
};

/** Texts come at the end, so a place stays a place. */
function placeOf(cursor: string | undefined): number {
  const place = cursor === undefined ? 0 : Number(cursor);
  if (Number.isSafeInteger(place) && place >= 0) return place;
  throw new Refused('INVALID', undefined, {
    errors: [{ path: 'cursor', message: 'That is not the end of a page.' }],
  });
}

function askingIn(host: LiveEventHost, id: string): Asking {
  const asking = host.asking(id as AskingId);
  if (!asking) throw new Refused('NOT_FOUND');
  return asking;
}

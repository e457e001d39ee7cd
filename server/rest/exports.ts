import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { LiveEvent } from '../../shared/live-event.ts';
import { csvOf } from '../export/csv.ts';
import { jsonOf } from '../export/json.ts';
import { xlsxOf } from '../export/xlsx.ts';
import { attachment } from './attachment.ts';
import type { RestContext } from './context.ts';
import { guardOf, hostOf } from './guard.ts';
import { flag, idParam, isSet } from './params.ts';

const csvQuery = z.object({ bom: flag, share: flag });
const xlsxQuery = z.object({ share: flag });

/** An event as a table of ballots, or whole. A screen's token does not do: the files leave the room. */
export const exportRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const guard = guardOf(context);
  const onRequest = guard.event('read', { person: true });

  app.get(
    '/events/:id/export.csv',
    { onRequest, schema: { params: idParam, querystring: csvQuery } },
    async (request, reply) => {
      const { event } = hostOf(request);
      const isShared = isSet(request.query.share);
      const rows = csvOf(context.store, event.id, {
        bom: isSet(request.query.bom),
        share: isShared,
        random: context.random,
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', attachment(titleOf(event, isShared), 'csv'))
        .send(Readable.from(rows));
    },
  );

  app.get(
    '/events/:id/export.xlsx',
    { onRequest, schema: { params: idParam, querystring: xlsxQuery } },
    async (request, reply) => {
      const { event } = hostOf(request);
      const isShared = isSet(request.query.share);
      const file = xlsxOf(context.store, event.id, { share: isShared, random: context.random });
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', attachment(titleOf(event, isShared), 'xlsx'))
        .send(Readable.from(file));
    },
  );

  app.get('/events/:id/export.json', { onRequest, schema: { params: idParam } }, async (request, reply) => {
    const { event } = hostOf(request);
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', attachment(event.title, 'json'))
      .send(Readable.from(jsonOf(context.store, event.id)));
  });
};

function titleOf({ title }: LiveEvent, isShared: boolean): string {
  return isShared ? `${title} (shared)` : title;
}

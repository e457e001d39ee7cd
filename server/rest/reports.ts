import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { loadComparison } from '../comparisons.ts';
import { isOrganiser } from '../identity/caller.ts';
import { readEventReport } from '../report/asked-question.ts';
import { comparisonReport } from '../report/comparison-report.ts';
import { eventReport } from '../report/event-report.ts';
import type { ReportDocument } from '../report/report-document.ts';
import { comparisonAsk, comparisonQuery } from './comparison-query.ts';
import type { RestContext } from './context.ts';
import { guardOf, hostOf } from './guard.ts';
import { idParam } from './params.ts';
import { mustGet } from './questions.ts';

/** Reports as pages to read, print and keep. A screen's token does not do: they leave the room. */
export const reportRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, now, reach } = context;
  const guard = guardOf(context);
  const host = () => new URL(reach.url()).host;

  app.get(
    '/questions/:id/report',
    { onRequest: guard.organiser, schema: { params: idParam, querystring: comparisonQuery } },
    async ({ params, query }, reply) => {
      const ask = comparisonAsk(query);
      const comparison = await loadComparison(context, await mustGet(store, params.id), ask);
      return send(reply, comparisonReport({ comparison, pairs: ask.pairs, host: host(), now: now() }));
    },
  );

  app.get(
    '/events/:id/report',
    { onRequest: guard.event('read', { person: true }), schema: { params: idParam } },
    async (request, reply) => {
      const reader = { store, isOrganiser: isOrganiser(request.caller) };
      const reported = await readEventReport(hostOf(request), reader);
      return send(reply, eventReport(reported, { host: host(), now: now() }));
    },
  );
};

/** With a policy of its own: the one style that stands in it, and nothing else. */
function send(reply: FastifyReply, { html, policy }: ReportDocument): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .send(html);
}

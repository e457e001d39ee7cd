import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { loadComparison } from '../comparisons.ts';
import { comparisonAsk, comparisonQuery } from './comparison-query.ts';
import type { RestContext } from './context.ts';
import { guardOf } from './guard.ts';
import { idParam } from './params.ts';
import { mustGet } from './questions.ts';
import { comparisonSchema, comparisonView } from './views/comparison-view.ts';

/** `GET /questions/:id/comparison`: other events' numbers are in it, so it is for those who organise. */
export const comparisonRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { organiser: onRequest } = guardOf(context);
  app.get(
    '/questions/:id/comparison',
    {
      onRequest,
      schema: { params: idParam, querystring: comparisonQuery, response: { 200: comparisonSchema } },
    },
    async ({ params, query }) => {
      const question = await mustGet(context.store, params.id);
      return comparisonView(await loadComparison(context, question, comparisonAsk(query)));
    },
  );
};

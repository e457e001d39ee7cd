import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import { comparisonText } from '../comparisons.ts';
import { comparisonAsk, comparisonQuery } from './comparison-query.ts';
import type { RestContext } from './context.ts';
import { guardOf } from './guard.ts';
import { idParam } from './params.ts';
import { mustGet } from './questions.ts';
import { comparisonSchema } from './views/comparison-view.ts';

/** `GET /questions/:id/comparison`: other events' numbers are in it, so it is for those who organise. */
export const comparisonRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { organiser: onRequest } = guardOf(context);
  app.get(
    '/questions/:id/comparison',
    {
      onRequest,
      schema: { params: idParam, querystring: comparisonQuery, response: { 200: comparisonSchema } },
    },
    async ({ params, query }, reply) => {
      const question = await mustGet(context.store, params.id);
      // With a thousand askings this is megabytes of our own numbers: holding them against the schema again takes as long
      // as reckoning them. A text is sent as it is.
      const text = await comparisonText(context, question, comparisonAsk(query));
      return reply.type('application/json; charset=utf-8').send(text as unknown as Comparison);
    },
  );
};

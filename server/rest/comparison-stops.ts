import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { QuestionId } from '../../shared/ids.ts';
import { comparisonStopBody } from '../../shared/schemas.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf, hostOf } from './guard.ts';
import { idParam, noContent } from './params.ts';
import { mustGet } from './questions.ts';
import { unwrap } from './unwrap.ts';
import { comparisonStopSchema, comparisonStopView } from './views/event-view.ts';

const stopParams = z.extend(idParam, { questionId: z.string().check(z.minLength(1), z.maxLength(60)) });

/** The comparison of a question as a stop of the running order. */
export const comparisonStopRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (
  app,
  { context },
) => {
  const guard = guardOf(context);

  app.post(
    '/events/:id/comparisons',
    {
      onRequest: guard.event('organise'),
      schema: { params: idParam, body: comparisonStopBody, response: { 201: comparisonStopSchema } },
    },
    async (request, reply) => {
      const host = hostOf(request);
      const { questionId, position } = request.body;
      const question = await mustGet(context.store, questionId);
      unwrap(await host.addComparison(question, position, byOf(request)));
      return reply.code(201).send(comparisonStopView(host, question.id));
    },
  );

  app.delete(
    '/events/:id/comparisons/:questionId',
    { onRequest: guard.event('organise'), schema: { params: stopParams, response: noContent } },
    async (request, reply) => {
      const questionId = request.params.questionId as QuestionId;
      unwrap(await hostOf(request).removeComparison(questionId, byOf(request)));
      return reply.code(204).send(null);
    },
  );
};

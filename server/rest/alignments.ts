import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { checkedMaps, type SentMap } from '../../shared/alignment-rules.ts';
import { alignmentBody } from '../../shared/alignment-schema.ts';
import type { Alignment } from '../../shared/alignment.ts';
import type { DataPoint } from '../../shared/data-point.ts';
import type { Question } from '../../shared/question.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf } from './guard.ts';
import { idParam } from './params.ts';
import { mustGet } from './questions.ts';
import { unwrap } from './unwrap.ts';
import { alignmentSchema, alignmentView, revisionSchema, revisionView } from './views/alignment-view.ts';

/** As many maps as the schema takes. */
const MOST_BYTES = 1024 * 1024;

/** Which options of versions and of results from elsewhere stand for the same thing: proposed here, decided by a person. */
export const alignmentRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store } = context;
  const { organiser: onRequest } = guardOf(context);

  app.get(
    '/questions/:id/alignment',
    { onRequest, schema: { params: idParam, response: { 200: alignmentSchema } } },
    async ({ params }) => {
      const { question, points } = await mustGetWithPoints(context, params.id);
      return alignmentView(question, points, await store.alignments.ofQuestion(question.id));
    },
  );

  app.put(
    '/questions/:id/alignment',
    {
      onRequest,
      bodyLimit: MOST_BYTES,
      schema: { params: idParam, body: alignmentBody, response: { 200: revisionSchema } },
    },
    async (request) =>
      revisionView(await decide(context, request.params.id, request.body.maps, byOf(request))),
  );
};

async function mustGetWithPoints(
  { store }: RestContext,
  id: string,
): Promise<{ question: Question; points: DataPoint[] }> {
  const question = await mustGet(store, id);
  const stored = await store.dataPoints.ofQuestion(question.id);
  return { question, points: stored.map(({ point }) => point) };
}

/** Adds a revision over the last one; all are kept, so whoever regrets it sends an earlier one again. */
async function decide(
  context: RestContext,
  id: string,
  sent: SentMap[],
  by: string | null,
): Promise<Alignment> {
  const { question, points } = await mustGetWithPoints(context, id);
  const maps = unwrap(checkedMaps(question, points, sent));
  const { alignments } = context.store;
  const [last] = await alignments.ofQuestion(question.id);
  const revision = (last?.revision ?? 0) + 1;
  const at = context.now();
  const alignment = { questionId: question.id, revision, maps, decidedBy: by, decidedAt: at };
  const detail = { questionId: question.id, revision };
  await alignments.add(alignment, { at, by, what: 'alignment:decide', eventId: null, detail });
  await context.hosts.resultsChanged([question.id]);
  return alignment;
}

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type * as z from 'zod/mini';
import { newDataPoint } from '../../shared/data-point-rules.ts';
import { dataPointBody, dataPointPatch, type DataPointBody } from '../../shared/data-point-schema.ts';
import type { DataPoint } from '../../shared/data-point.ts';
import { newId, type DataPointId } from '../../shared/ids.ts';
import { Refused } from '../../shared/result.ts';
import { fieldErrors } from '../field-errors.ts';
import type { Act, Store, StoredDataPoint } from '../store/store.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf } from './guard.ts';
import { idParam, noContent } from './params.ts';
import { mustGet } from './questions.ts';
import { unwrap } from './unwrap.ts';
import {
  dataPointPageSchema,
  dataPointSchema,
  dataPointView,
  keptDataPointSchema,
  keptDataPointView,
} from './views/data-point-view.ts';

/** Results of a question that came from elsewhere: entered, corrected, taken out. */
export const dataPointRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, hosts, now, random } = context;
  const { organiser: onRequest } = guardOf(context);

  app.get(
    '/questions/:id/data-points',
    { onRequest, schema: { params: idParam, response: { 200: dataPointPageSchema } } },
    async ({ params }) => {
      const question = await mustGet(store, params.id);
      const stored = await store.dataPoints.ofQuestion(question.id);
      return { items: stored.map(dataPointView), cursor: null };
    },
  );

  app.post(
    '/questions/:id/data-points',
    { onRequest, schema: { params: idParam, body: dataPointBody, response: { 201: keptDataPointSchema } } },
    async (request, reply) => {
      const question = await mustGet(store, request.params.id);
      const making = { id: newId<DataPointId>(random), now: now(), by: byOf(request) };
      const { point, warnings } = unwrap(newDataPoint(request.body, question, making));
      await store.dataPoints.saveAll([point], [], actOn(point, 'add', making.now, making.by));
      await hosts.resultsChanged([question.id]);
      return reply.code(201).send(keptDataPointView({ point, evidence: null }, warnings));
    },
  );

  app.get(
    '/data-points/:id',
    { onRequest, schema: { params: idParam, response: { 200: dataPointSchema } } },
    async ({ params }) => dataPointView(await mustGetDataPoint(store, params.id)),
  );

  app.patch(
    '/data-points/:id',
    { onRequest, schema: { params: idParam, body: dataPointPatch, response: { 200: keptDataPointSchema } } },
    async (request) => {
      const { point: before, evidence } = await mustGetDataPoint(store, request.params.id);
      const question = await mustGet(store, before.questionId);
      const making = { id: before.id, now: now(), by: before.createdBy };
      const made = unwrap(newDataPoint(patched(before, request.body), question, making));
      const { imported, createdAt } = before;
      const point = { ...made.point, imported, createdAt };
      await store.dataPoints.saveAll([point], [], actOn(point, 'change', now(), byOf(request)));
      await hosts.resultsChanged([question.id]);
      return keptDataPointView({ point, evidence }, made.warnings);
    },
  );

  app.delete(
    '/data-points/:id',
    { onRequest, schema: { params: idParam, response: noContent } },
    async (request, reply) => {
      const { point } = await mustGetDataPoint(store, request.params.id);
      await store.dataPoints.remove(point.id, actOn(point, 'remove', now(), byOf(request)));
      await hosts.resultsChanged([point.questionId]);
      return reply.code(204).send(null);
    },
  );
};

export async function mustGetDataPoint(store: Store, id: string): Promise<StoredDataPoint> {
  const stored = await store.dataPoints.get(id as DataPointId);
  if (!stored) throw new Refused('NOT_FOUND', 'There is no such result from elsewhere.');
  return stored;
}

/** A line of the log about a data point; `what` as in *data-point:add*. */
export function actOn(
  { id, questionId }: DataPoint,
  what: 'add' | 'change' | 'remove' | 'evidence',
  at: number,
  by: string | null,
): Act {
  return { at, by, what: `data-point:${what}`, eventId: null, detail: { dataPointId: id, questionId } };
}

/** The whole as it would have been sent, so that a patch is checked like an entry. */
function patched(before: DataPoint, patch: z.infer<typeof dataPointPatch>): DataPointBody {
  const {
    id: _id,
    questionId: _question,
    imported: _imported,
    createdAt: _at,
    createdBy: _by,
    ...facts
  } = before;
  const whole = dataPointBody.safeParse({ ...facts, method: facts.method || null, ...patch });
  if (whole.success) return whole.data;
  throw new Refused('INVALID', undefined, { errors: fieldErrors(whole.error.issues) });
}

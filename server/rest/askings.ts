import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { AskingId } from '../../shared/ids.ts';
import type { StopId } from '../../shared/live-event.ts';
import type { Result } from '../../shared/result.ts';
import type { Asking } from '../../shared/asking.ts';
import { askingBody, askingPatch, handsBody, openBody, timerBody } from '../../shared/schemas.ts';
import { addQuestion } from '../add-question.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf, hostOf, mustHave } from './guard.ts';
import { idParam, noContent } from './params.ts';
import { mustGet } from './questions.ts';
import { unwrap } from './unwrap.ts';
import { askingSchema, askingView } from './views/asking-view.ts';
import type { LiveEventHost } from '../live-event-host.ts';

const removeQuery = z.object({ confirm: z.optional(z.enum(['ballots'])) });
/** What is done with all askings of an event at once. */
const ALL = {
  open: (host: LiveEventHost, by: string | null) => host.openAll(by),
  close: (host: LiveEventHost, by: string | null) => host.closeAll(by),
};
const allSchema = z.object({ items: z.array(askingSchema) });
const asking = { params: idParam, response: { 200: askingSchema } };

export const askingRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const guard = guardOf(context);

  app.post(
    '/events/:id/askings',
    {
      onRequest: guard.event('organise'),
      schema: { params: idParam, body: askingBody, response: { 201: askingSchema } },
    },
    async (request, reply) => {
      const host = hostOf(request);
      const by = byOf(request);
      const question =
        'question' in request.body
          ? await addQuestion(context, request.body.question, by)
          : await mustGet(context.store, request.body.questionId);
      const added = unwrap(
        await host.addAsking(
          context.hosts.newAsking(host.id, question),
          question,
          by,
          request.body.after as StopId | null | undefined,
        ),
      );
      return reply.code(201).send(askingView(host, added));
    },
  );

  app.get('/askings/:id', { onRequest: guard.asking('read'), schema: asking }, async (request) =>
    viewOf(hostOf(request), request.params.id),
  );

  app.patch(
    '/askings/:id',
    { onRequest: guard.asking('run'), schema: { ...asking, body: askingPatch } },
    async (request) => {
      // How people vote is set by who runs the event; the running order belongs to who prepares it.
      if (request.body.position !== undefined) mustHave(request, 'organise');
      return done(
        hostOf(request),
        hostOf(request).changeSettings(request.params.id as AskingId, request.body, byOf(request)),
      );
    },
  );

  app.delete(
    '/askings/:id',
    {
      onRequest: guard.asking('organise'),
      schema: { params: idParam, querystring: removeQuery, response: noContent },
    },
    async (request, reply) => {
      const isConfirmed = request.query.confirm === 'ballots';
      unwrap(await hostOf(request).removeAsking(request.params.id as AskingId, isConfirmed, byOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/askings/:id/open',
    { onRequest: guard.asking('run'), schema: { ...asking, body: openBody } },
    async (request) =>
      done(hostOf(request), hostOf(request).open(request.params.id as AskingId, request.body, byOf(request))),
  );

  for (const [act, change] of Object.entries(ALL)) {
    app.post(
      `/events/:id/askings/${act}`,
      { onRequest: guard.event('run'), schema: { params: idParam, response: { 200: allSchema } } },
      async (request) => {
        const host = hostOf(request);
        unwrap(await change(host, byOf(request)));
        return { items: host.askings().map((asking) => askingView(host, asking)) };
      },
    );
  }

  app.post('/askings/:id/close', { onRequest: guard.asking('run'), schema: asking }, async (request) =>
    done(hostOf(request), hostOf(request).close(request.params.id as AskingId, byOf(request))),
  );

  app.post('/askings/:id/show', { onRequest: guard.asking('step'), schema: asking }, async (request) =>
    done(hostOf(request), hostOf(request).show(request.params.id as AskingId, byOf(request))),
  );

  app.post('/askings/:id/hide', { onRequest: guard.asking('step'), schema: asking }, async (request) =>
    done(hostOf(request), hostOf(request).hide(request.params.id as AskingId, byOf(request))),
  );

  app.put(
    '/askings/:id/hands',
    { onRequest: guard.asking('run'), schema: { ...asking, body: handsBody } },
    async (request) => {
      const { counts, present = null } = request.body;
      return done(
        hostOf(request),
        hostOf(request).countHands(request.params.id as AskingId, { counts, present }, byOf(request)),
      );
    },
  );

  app.post(
    '/askings/:id/timer',
    { onRequest: guard.asking('step'), schema: { ...asking, body: timerBody } },
    async (request) =>
      done(
        hostOf(request),
        hostOf(request).timer(request.params.id as AskingId, request.body, byOf(request)),
      ),
  );
};

async function done(host: LiveEventHost, changing: Promise<Result<Asking>>) {
  return askingView(host, unwrap(await changing));
}

function viewOf(host: LiveEventHost, id: string) {
  const found = host.asking(id as AskingId);
  if (!found) throw new Error('the guard let in an asking of another event');
  return askingView(host, found);
}

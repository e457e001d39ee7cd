import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { AskingId } from '../../shared/ids.ts';
import { Refused } from '../../shared/result.ts';
import type { RestContext } from './context.ts';
import { denied, guardOf, hostOf } from './guard.ts';
import { idParam } from './params.ts';
import { resultsSchema, resultsView } from './views/results-view.ts';

/** `GET /askings/:id/results`: always for those who read the event; for its phones and screens while they are shown. */
export const resultRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { hosts, identity } = context;
  const guard = guardOf(context);

  const letIn = async (request: FastifyRequest): Promise<void> => {
    const { caller } = request;
    if (caller.kind !== 'voter') return guard.asking('watch')(request);
    const host = await hosts.ofAsking((request.params as { id: string }).id as AskingId);
    const isHere = host?.event.deletedAt === null;
    if (!host || !isHere || host.voters.known(identity.voterHash(host.id, caller.token)) === undefined)
      throw denied(caller);
    request.eventHost = host;
  };

  app.get(
    '/askings/:id/results',
    { onRequest: letIn, schema: { params: idParam, response: { 200: resultsSchema } } },
    async (request) => {
      const host = hostOf(request);
      const asking = host.asking(request.params.id as AskingId);
      if (!asking) throw new Refused('NOT_FOUND');
      const mayRead = request.rights.includes('read');
      if (!mayRead && !asking.shown) throw new Refused('RESULTS_HIDDEN');
      return resultsView(host, asking, mayRead);
    },
  );
};

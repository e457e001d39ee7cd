import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { Refused } from '../../shared/result.ts';
import { line } from '../../shared/schemas.ts';
import type { ScreenGrant } from '../store/store.ts';
import type { RestContext } from './context.ts';
import { byOf, denied, guardOf, hostOf } from './guard.ts';
import { isOrganiser } from '../identity/caller.ts';
import { idParam, noContent } from './params.ts';
import { iso } from '../times.ts';

const may = z.enum(['watch', 'step', 'present']);
const screenBody = z.strictObject({ may, label: line(60) });
const pageSchema = z.object({
  items: z.array(z.object({ id: z.string(), label: z.string(), may, createdAt: z.string() })),
  cursor: z.null(),
});
const freshSchema = z.object({ id: z.string(), token: z.string() });

/** Tokens of screens and remotes: each for one event, each revocable. Only people make and end them. */
export const screenRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, identity } = context;
  const guard = guardOf(context);

  /** The event of the screen `:id`, for a person who may run it. */
  const screenOf = async (request: FastifyRequest): Promise<ScreenGrant> => {
    const { caller } = request;
    const grant = await store.screens.get((request.params as { id: string }).id);
    const rights = grant ? await identity.rightsIn(caller, grant.eventId) : [];
    if (grant && caller.kind !== 'screen' && rights.includes('run')) return grant;
    throw !grant && isOrganiser(caller)
      ? new Refused('NOT_FOUND', 'There is no such screen.')
      : denied(caller);
  };

  app.get(
    '/events/:id/screens',
    {
      onRequest: guard.event('run', { person: true }),
      schema: { params: idParam, response: { 200: pageSchema } },
    },
    async (request) => ({
      items: (await store.screens.ofEvent(hostOf(request).id)).map(screenView),
      cursor: null,
    }),
  );

  app.post(
    '/events/:id/screens',
    {
      onRequest: guard.event('run', { person: true }),
      schema: { params: idParam, body: screenBody, response: { 201: freshSchema } },
    },
    async (request, reply) => {
      const { id, token } = await identity.grants.addScreen(
        hostOf(request).id,
        request.body.may,
        request.body.label,
        byOf(request),
      );
      return reply.code(201).send({ id, token });
    },
  );

  app.delete(
    '/screens/:id',
    {
      onRequest: async (request) => void (await screenOf(request)),
      schema: { params: idParam, response: noContent },
    },
    async (request, reply) => {
      const { id, eventId } = await screenOf(request);
      await identity.revokeScreen(id, eventId, byOf(request));
      return reply.code(204).send(null);
    },
  );
};

function screenView({ id, label: named, may: allowed, createdAt }: ScreenGrant) {
  return { id, label: named, may: allowed, createdAt: iso(createdAt) };
}

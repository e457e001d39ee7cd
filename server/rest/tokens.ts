import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { Refused } from '../../shared/result.ts';
import { line } from '../../shared/schemas.ts';
import type { ApiToken } from '../store/store.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf } from './guard.ts';
import { idParam, noContent } from './params.ts';
import { iso, isoOrNull } from '../times.ts';

const role = z.enum(['owner', 'organiser']);
const tokenBody = z.strictObject({ name: line(60), role });
const facts = {
  id: z.string(),
  name: z.string(),
  role,
  createdAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
};
const pageSchema = z.object({ items: z.array(z.object(facts)), cursor: z.null() });
const freshSchema = z.object({ ...facts, token: z.string() });

/** API tokens: shown once, kept hashed. */
export const tokenRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, identity } = context;
  const { owner: onRequest } = guardOf(context);

  app.get('/tokens', { onRequest, schema: { response: { 200: pageSchema } } }, async () => ({
    items: (await store.tokens.list()).map(tokenView),
    cursor: null,
  }));

  app.post(
    '/tokens',
    { onRequest, schema: { body: tokenBody, response: { 201: freshSchema } } },
    async (request, reply) => {
      const made = await identity.grants.addToken(request.body.name, request.body.role, byOf(request));
      return reply.code(201).send({ ...tokenView(made), token: made.token });
    },
  );

  app.delete(
    '/tokens/:id',
    { onRequest, schema: { params: idParam, response: noContent } },
    async (request, reply) => {
      const isGone = await identity.revokeToken(request.params.id, byOf(request));
      if (!isGone) throw new Refused('NOT_FOUND', 'There is no such token.');
      return reply.code(204).send(null);
    },
  );
};

function tokenView({ id, name, role: held, createdAt, lastUsedAt }: ApiToken) {
  return { id, name, role: held, createdAt: iso(createdAt), lastUsedAt: isoOrNull(lastUsedAt) };
}

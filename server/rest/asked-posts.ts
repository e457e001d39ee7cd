import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { newId, type EventId, type PostId } from '../../shared/ids.ts';
import { Refused } from '../../shared/result.ts';
import { backingBody, postBody } from '../../shared/schemas.ts';
import { Budget } from '../identity/budget.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import { mayEnter } from '../may-enter.ts';
import type { RestContext } from './context.ts';
import { denied } from './guard.ts';
import { idParam } from './params.ts';
import { unwrap } from './unwrap.ts';
import { postSchema, postView } from './views/post-view.ts';

const MOST_BYTES = 16 * 1024;
/** More than a thumb can tap down a list. */
const LIMIT = { most: 40, windowMs: 10_000, keys: 50_000 };

const backedSchema = z.object({ postId: z.string(), on: z.boolean(), backings: z.int() });

/** Asking and backing over plain HTTP: the same handlers as the socket's. */
export const askedPostRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { hosts, identity, store, now, random } = context;
  const requests = new Budget({ ...LIMIT, now });
  const onRequest = async (request: FastifyRequest): Promise<void> => void voterOf(request);

  const enter = async (
    request: FastifyRequest,
    id: EventId | undefined,
  ): Promise<{ host: LiveEventHost; hash: string }> => {
    const host = id && (await hosts.get(id));
    const hash = host && identity.voterHash(host.id, voterOf(request));
    if (!host || !hash || !mayEnter(host, hash)) throw new Refused('NOT_FOUND');
    if (!requests.take(hash)) throw new Refused('RATE_LIMITED');
    return { host, hash };
  };

  app.post(
    '/events/:id/posts',
    {
      onRequest,
      bodyLimit: MOST_BYTES,
      schema: { params: idParam, body: postBody, response: { 201: postSchema } },
    },
    async (request, reply) => {
      const { host, hash } = await enter(request, request.params.id as EventId);
      const { id = newId(random), text, name } = request.body;
      return reply.code(201).send(postView(unwrap(await host.ask(hash, { id: id as PostId, text, name }))));
    },
  );

  app.put(
    '/posts/:id/backing',
    {
      onRequest,
      bodyLimit: MOST_BYTES,
      schema: { params: idParam, body: backingBody, response: { 200: backedSchema } },
    },
    async (request) => {
      const id = request.params.id as PostId;
      const { host, hash } = await enter(request, await store.posts.eventOf(id));
      const { on } = request.body;
      return { on, ...unwrap(await host.back(hash, id, on)) };
    },
  );
};

function voterOf({ caller }: FastifyRequest): string {
  if (caller.kind !== 'voter') throw denied(caller);
  return caller.token;
}

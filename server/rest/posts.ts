import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { EventId, PostId } from '../../shared/ids.ts';
import { moderationBody } from '../../shared/schemas.ts';
import { wallOnPhones } from '../live-event/wall-on-phones.ts';
import { postsCsv } from '../export/posts-csv.ts';
import { attachment } from './attachment.ts';
import type { RestContext } from './context.ts';
import { byOf, denied, guardOf, hostOf } from './guard.ts';
import { flag, idParam, isSet, pageQuery } from './params.ts';
import { unwrap } from './unwrap.ts';
import { postPageSchema, postSchema, postView } from './views/post-view.ts';

const query = z.extend(pageQuery, {
  cursor: z.optional(z.string().check(z.regex(/^\d~-?\d+~\d+~\w+$/, 'That is not the end of a page.'))),
  order: z._default(z.enum(['backed', 'newest']), 'backed'),
  state: z.optional(z.enum(['waiting', 'shown', 'hidden'])),
  search: z.optional(z.string().check(z.maxLength(100))),
});
const csvQuery = z.object({ bom: flag });

/** The wall to read and to decide on. A voter and a screen see what is shown; those who read the event, all of it. */
export const postRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { hosts, identity, store } = context;
  const guard = guardOf(context);

  const letIn = async (request: FastifyRequest): Promise<void> => {
    const { caller } = request;
    if (caller.kind !== 'voter') return guard.event('watch')(request);
    const host = await hosts.get((request.params as { id: string }).id as EventId);
    const isHere = host?.event.deletedAt === null;
    if (!host || !isHere || host.voters.known(identity.voterHash(host.id, caller.token)) === undefined)
      throw denied(caller);
    request.eventHost = host;
  };

  app.get(
    '/events/:id/posts',
    { onRequest: letIn, schema: { params: idParam, querystring: query, response: { 200: postPageSchema } } },
    async (request) => {
      const host = hostOf(request);
      const { wall, stage, voters, id } = host;
      const { cursor: after, ...wanted } = request.query;
      const mayRead = request.rights.includes('read');
      const seen = mayRead ? wanted : { ...wanted, state: 'shown' as const };
      const { caller } = request;
      // [PW9] Phones see a closed wall only while the screen shows it.
      const isSeen = caller.kind !== 'voter' || wallOnPhones(host) !== null;
      const { posts, next } = isSeen ? wall.list({ ...seen, after }) : { posts: [], next: null };
      const { total, queue } = isSeen ? wall.desk(stage.postId, mayRead) : { total: 0, queue: null };
      const own =
        caller.kind === 'voter' ? wall.mine(voters.known(identity.voterHash(id, caller.token))) : null;
      return {
        items: posts.map(postView),
        cursor: next,
        total,
        ...(queue ? { counts: queue.counts } : {}),
        ...(own ? { mine: own.mine.map(postView), backed: own.backed } : {}),
      };
    },
  );

  app.patch(
    '/posts/:id',
    {
      onRequest: guard.post('run'),
      schema: { params: idParam, body: moderationBody, response: { 200: postSchema } },
    },
    async (request) => {
      const id = request.params.id as PostId;
      return postView(unwrap(await hostOf(request).moderate(id, request.body, byOf(request))));
    },
  );

  app.get(
    '/events/:id/posts.csv',
    {
      onRequest: guard.event('read', { person: true }),
      schema: { params: idParam, querystring: csvQuery },
    },
    async (request, reply) => {
      const { event } = hostOf(request);
      return reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', attachment(`${event.title} questions`, 'csv'))
        .send(Readable.from(postsCsv(store, event, isSet(request.query.bom))));
    },
  );
};

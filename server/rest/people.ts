import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { EventId, UserId } from '../../shared/ids.ts';
import { Refused } from '../../shared/result.ts';
import type { MadeLink } from '../identity/people.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf, hostOf } from './guard.ts';
import { idParam, memberParams, noContent } from './params.ts';
import { iso } from '../times.ts';
import { userSchema, userView } from './views/user-view.ts';

const eventRole = z.enum(['presenter', 'viewer']);
const inviteBody = z.union([
  z.strictObject({ role: z.literal('member'), eventId: z.string(), eventRole }),
  z.strictObject({ role: z.enum(['owner', 'organiser']) }),
]);
const memberBody = z.strictObject({ role: z.nullable(eventRole) });
const linkSchema = z.object({ link: z.string(), expiresAt: z.string() });
const memberSchema = z.object({ user: z.object({ id: z.string(), name: z.string() }), role: eventRole });
const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), cursor: z.null() });

/** The people of this machine, and their parts in events. */
export const peopleRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, identity, reach, hosts } = context;
  const guard = guardOf(context);

  /** Whole, so that it can be sent to somebody: under the fixed public address, else where the owner works now. */
  const linkView = (request: FastifyRequest, { path, expiresAt }: MadeLink) => {
    const origin = reach.isFixed ? reach.url() : `${request.protocol}://${request.host}`;
    return { link: origin + path, expiresAt: iso(expiresAt) };
  };

  app.get(
    '/users',
    { onRequest: guard.owner, schema: { response: { 200: pageOf(userSchema) } } },
    async () => ({
      items: (await store.users.list()).map(userView),
      cursor: null,
    }),
  );

  app.post(
    '/invites',
    { onRequest: guard.owner, schema: { body: inviteBody, response: { 201: linkSchema } } },
    async (request, reply) => {
      const { body } = request;
      if (body.role === 'member' && !(await hosts.get(body.eventId as EventId))) {
        throw new Refused('INVALID', undefined, {
          errors: [{ path: 'eventId', message: 'There is no such event.' }],
        });
      }
      const part =
        body.role === 'member'
          ? { eventId: body.eventId as EventId, eventRole: body.eventRole }
          : { eventId: null, eventRole: null };
      const made = await identity.people.invite({ role: body.role, ...part }, byOf(request));
      return reply.code(201).send(linkView(request, made));
    },
  );

  app.post(
    '/users/:id/reset',
    { onRequest: guard.owner, schema: { params: idParam, response: { 201: linkSchema } } },
    async (request, reply) => {
      const made = await identity.people.reset(request.params.id as UserId, byOf(request));
      return reply.code(201).send(linkView(request, made));
    },
  );

  app.get(
    '/events/:id/members',
    {
      onRequest: guard.event('organise', { evenInBin: true }),
      schema: { params: idParam, response: { 200: pageOf(memberSchema) } },
    },
    async (request) => {
      const members = await store.users.membersOf(hostOf(request).id);
      return {
        items: members.map(({ user: { id, name }, role }) => ({ user: { id, name }, role })),
        cursor: null,
      };
    },
  );

  app.put(
    '/events/:id/members/:userId',
    {
      onRequest: guard.event('organise'),
      schema: { params: memberParams, body: memberBody, response: noContent },
    },
    async (request, reply) => {
      const userId = request.params.userId as UserId;
      if (!(await store.users.get(userId))) throw new Refused('NOT_FOUND', 'There is nobody with that id.');
      await identity.setEventRole(userId, hostOf(request).id, request.body.role, byOf(request));
      return reply.code(204).send(null);
    },
  );
};

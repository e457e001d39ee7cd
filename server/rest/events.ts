import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { LiveEvent, StopId } from '../../shared/live-event.ts';
import {
  copyBody,
  eraseBody,
  eventBody,
  eventPatch,
  eventStateBody,
  stageBody,
  stepPress,
} from '../../shared/schemas.ts';
import type { StageTo } from '../live-event/stage-acts.ts';
import { isOrganiser } from '../identity/caller.ts';
import type { NewEvent } from '../live-event-hosts.ts';
import type { RestContext } from './context.ts';
import { copyEvent } from './copy-event.ts';
import { byOf, guardOf, hostOf, mustHave } from './guard.ts';
import { flag, idParam, isSet, noContent, pageQuery } from './params.ts';
import { iso } from '../times.ts';
import { unwrap } from './unwrap.ts';
import { eventPageSchema, eventRows, eventSchema, eventView } from './views/event-view.ts';
import type { EventSetUp } from '../../shared/event-set-up.ts';
import { mustLookRight } from '../event-look.ts';

const MOST_ACTS = 1000;
/** Notes of all stops come together, in any script. */
const MOST_EVENT_BYTES = 2 * 1024 * 1024;
const listQuery = z.extend(pageQuery, { deleted: flag, templates: flag });
const logQuery = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MOST_ACTS)), 100),
});
const logSchema = z.object({
  items: z.array(
    z.object({
      at: z.string(),
      by: z.nullable(z.string()),
      what: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  cursor: z.null(),
});
const stageSchema = z.object({
  view: z.string(),
  askingId: z.nullable(z.string()),
  questionId: z.nullable(z.string()),
  pictureId: z.nullable(z.string()),
  postId: z.nullable(z.string()),
  step: z.int(),
  qr: z.boolean(),
  blank: z.boolean(),
  version: z.int(),
});

export const eventRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, hosts, identity } = context;
  const guard = guardOf(context);

  app.get(
    '/events',
    { onRequest: guard.signedIn, schema: { querystring: listQuery, response: { 200: eventPageSchema } } },
    async (request) => {
      const { caller, query } = request;
      const mine = caller.kind === 'user' && !isOrganiser(caller) ? { memberId: caller.user.id } : {};
      const after = query.cursor === undefined ? {} : { after: query.cursor };
      const page = await store.events.list({
        limit: query.limit,
        deleted: isSet(query.deleted),
        templates: isSet(query.templates),
        ...after,
        ...mine,
      });
      const items = await eventRows(context, page.rows, ({ id }) => identity.rightsIn(caller, id));
      return { items, cursor: page.next };
    },
  );

  app.post(
    '/events',
    { onRequest: guard.organiser, schema: { body: eventBody, response: { 201: eventSchema } } },
    async (request, reply) => {
      await mustLookRight(store, lookOf(request.body));
      const { title, ...rest } = fieldsOf(request.body);
      const host = await hosts.create(
        { title: title ?? request.body.title, ...rest } satisfies NewEvent,
        byOf(request),
      );
      return reply.code(201).send(eventView(context, host, await identity.rightsIn(request.caller, host.id)));
    },
  );

  app.get(
    '/events/:id',
    { onRequest: guard.event('read'), schema: { params: idParam, response: { 200: eventSchema } } },
    async (request) => eventView(context, hostOf(request), request.rights),
  );

  app.patch(
    '/events/:id',
    {
      onRequest: guard.event('organise'),
      bodyLimit: MOST_EVENT_BYTES,
      schema: { params: idParam, body: eventPatch, response: { 200: eventSchema } },
    },
    async (request) => {
      await mustLookRight(store, lookOf(request.body));
      const order = request.body.order ? { order: request.body.order as StopId[] } : {};
      unwrap(await hostOf(request).change({ ...fieldsOf(request.body), ...order }, byOf(request)));
      return eventView(context, hostOf(request), request.rights);
    },
  );

  app.delete(
    '/events/:id',
    {
      onRequest: guard.event('organise', { evenInBin: true }),
      schema: { params: idParam, response: noContent },
    },
    async (request, reply) => {
      unwrap(await hostOf(request).bin(byOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/events/:id/restore',
    {
      onRequest: guard.event('organise', { evenInBin: true }),
      schema: { params: idParam, response: { 200: eventSchema } },
    },
    async (request) => {
      unwrap(await hostOf(request).restore(byOf(request)));
      return eventView(context, hostOf(request), request.rights);
    },
  );

  app.post(
    '/events/:id/erase',
    {
      onRequest: guard.event('organise', { evenInBin: true }),
      schema: { params: idParam, body: eraseBody, response: noContent },
    },
    async (request, reply) => {
      await hosts.erase(hostOf(request).id, request.body.title, byOf(request));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/events/:id/state',
    {
      onRequest: guard.event('run'),
      schema: { params: idParam, body: eventStateBody, response: { 200: eventSchema } },
    },
    async (request) => {
      unwrap(await hostOf(request).setState(request.body.state, byOf(request)));
      return eventView(context, hostOf(request), request.rights);
    },
  );

  app.post(
    '/events/:id/copy',
    {
      onRequest: [guard.organiser, guard.event('read')],
      schema: { params: idParam, body: copyBody, response: { 201: eventSchema } },
    },
    async (request, reply) => {
      const copy = await copyEvent(context, hostOf(request), request.body, byOf(request));
      return reply.code(201).send(eventView(context, copy, request.rights));
    },
  );

  app.post(
    '/events/:id/step',
    {
      onRequest: guard.event('step'),
      schema: { params: idParam, body: stepPress, response: { 200: stageSchema } },
    },
    async (request) => unwrap(await hostOf(request).step(request.body, byOf(request))),
  );

  app.put(
    '/events/:id/stage',
    {
      onRequest: guard.event('step'),
      schema: { params: idParam, body: stageBody, response: { 200: stageSchema } },
    },
    async (request) => {
      const host = hostOf(request);
      mustHave(request, host.rightToPut(request.body));
      return unwrap(await host.putStage(request.body as StageTo, byOf(request)));
    },
  );

  app.get(
    '/events/:id/log',
    {
      onRequest: guard.event('organise', { evenInBin: true }),
      schema: { params: idParam, querystring: logQuery, response: { 200: logSchema } },
    },
    async (request) => {
      const acts = await store.acts.ofEvent(hostOf(request).id, request.query.limit);
      return {
        items: acts.map(({ at, by, what, detail }) => ({ at: iso(at), by, what, detail })),
        cursor: null,
      };
    },
  );
};

function lookOf({ setUp = {} }: z.infer<typeof eventPatch>): Partial<Pick<EventSetUp, 'accent' | 'logo'>> {
  const { accent = null, logo } = setUp;
  return { accent, logo: (logo ?? null) as EventSetUp['logo'] };
}

type Fields = Partial<
  Pick<
    LiveEvent,
    'title' | 'startsOn' | 'place' | 'audience' | 'audienceTags' | 'roomSize' | 'isPrivate' | 'theme'
  >
>;

/** What was sent of an event, as it is kept: one number of people is a range from it to itself. */
function fieldsOf({ order: _order, roomSize, ...fields }: z.infer<typeof eventPatch>): Fields {
  const sent = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Fields;
  if (roomSize === undefined) return sent;
  return { ...sent, roomSize: typeof roomSize === 'number' ? { low: roomSize, high: roomSize } : roomSize };
}

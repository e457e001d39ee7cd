import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { PictureId } from '../../shared/ids.ts';
import { shownPicture, WALL_STOP, type StopId } from '../../shared/live-event.ts';
import type { Picture } from '../../shared/picture.ts';
import { Refused } from '../../shared/result.ts';
import { stopBody } from '../../shared/schemas.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf, hostOf } from './guard.ts';
import { idParam, noContent } from './params.ts';
import { unwrap } from './unwrap.ts';

const stopParams = z.extend(idParam, { stopId: z.string().check(z.minLength(1), z.maxLength(60)) });
const stopSchema = z.object({ id: z.string(), kind: z.enum(['wall', 'picture']) });

/** The wall and pictures as stops of the running order. */
export const stopRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const guard = guardOf(context);
  const onRequest = guard.event('organise');

  const mustBePicture = async (id: string | undefined): Promise<Picture> => {
    const [picture] = id === undefined ? [] : await context.store.pictures.many([id as PictureId]);
    if (picture) return picture;
    const message = id === undefined ? 'Say which picture.' : 'There is no such picture.';
    throw new Refused('INVALID', message, { errors: [{ path: 'pictureId', message }] });
  };

  app.post(
    '/events/:id/stops',
    { onRequest, schema: { params: idParam, body: stopBody, response: { 201: stopSchema } } },
    async (request, reply) => {
      const { kind, position } = request.body;
      const host = hostOf(request);
      const id =
        kind === 'wall'
          ? unwrap(await host.addStop(WALL_STOP, position, byOf(request)))
          : unwrap(
              await host.addPicture(await mustBePicture(request.body.pictureId), position, byOf(request)),
            );
      return reply.code(201).send({ id, kind });
    },
  );

  app.delete(
    '/events/:id/stops/:stopId',
    { onRequest, schema: { params: stopParams, response: noContent } },
    async (request, reply) => {
      const stop = request.params.stopId as StopId;
      // An asking goes with its ballots, a comparison by its own address.
      if (stop !== WALL_STOP && !shownPicture(stop)) throw new Refused('NOT_FOUND');
      unwrap(await hostOf(request).removeStop(stop, byOf(request)));
      return reply.code(204).send(null);
    },
  );
};

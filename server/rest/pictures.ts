import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { newId, type PictureId } from '../../shared/ids.ts';
import {
  MAX_ALT,
  MOST_PICTURE_BYTES,
  PICTURE_TYPES,
  pictureUrl,
  type Picture,
} from '../../shared/picture.ts';
import { refusal, Refused } from '../../shared/result.ts';
import { line } from '../../shared/schemas.ts';
import { pictureMedia } from '../picture-media.ts';
import { iso } from '../times.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf } from './guard.ts';
import { idParam } from './params.ts';
import { onError, sendProblem } from './problem.ts';

const KINDS = 'A picture is a PNG, JPEG or WebP of up to 8 MB and 8192 pixels a side.';
const YEAR_S = 365 * 24 * 3600;

export const pictureSchema = z.object({
  id: z.string(),
  url: z.string(),
  mediaType: z.enum(PICTURE_TYPES),
  width: z.int(),
  height: z.int(),
  alt: z.string(),
  size: z.int(),
  addedAt: z.string(),
});

/** Pictures of stops, options and themes: their bytes come in as they are and never change. */
export const pictureRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, now, random } = context;
  const guard = guardOf(context);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.post(
    '/pictures',
    {
      onRequest: guard.organiser,
      bodyLimit: MOST_PICTURE_BYTES,
      errorHandler: (error, request, reply) =>
        error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
          ? sendProblem(reply, refusal('TOO_LARGE', 'A picture takes up to 8 MB. Nothing was stored.'))
          : onError(error, request, reply),
      schema: {
        description: KINDS,
        consumes: [...PICTURE_TYPES],
        querystring: z.object({ alt: z.optional(line(MAX_ALT)) }),
        response: { 201: pictureSchema },
      },
    },
    async (request, reply) => {
      const bytes = bytesOf(request);
      const media = pictureMedia(bytes);
      if (!media) throw new Refused('INVALID', `${KINDS} This file is none. Nothing was stored.`);
      const picture: Picture = {
        id: newId<PictureId>(random),
        ...media,
        alt: request.query.alt ?? '',
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        addedAt: now(),
      };
      const act = { at: now(), by: byOf(request), what: 'picture:add', eventId: null };
      await store.pictures.add(picture, bytes, { ...act, detail: { pictureId: picture.id } });
      return reply.code(201).send(pictureView(picture));
    },
  );

  app.get('/pictures/:id', { schema: { params: idParam } }, async ({ params }, reply) => {
    const kept = await store.pictures.get(params.id as PictureId);
    if (!kept) throw new Refused('NOT_FOUND', 'There is no such picture.');
    // A file somebody brought along: it is shown as a picture and as nothing else.
    return reply
      .header('content-type', kept.picture.mediaType)
      .header('content-disposition', 'inline')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', `public, max-age=${YEAR_S}, immutable`)
      .send(Buffer.from(kept.bytes));
  });
};

function pictureView({ sha256: _sha256, addedAt, ...picture }: Picture): z.infer<typeof pictureSchema> {
  return { ...picture, url: pictureUrl(picture.id), addedAt: iso(addedAt) };
}

function bytesOf({ body }: FastifyRequest): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new Refused('INVALID', 'This file is empty. Nothing was stored.');
}

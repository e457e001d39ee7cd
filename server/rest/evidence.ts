import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { Evidence } from '../../shared/data-point.ts';
import type { DataPointId } from '../../shared/ids.ts';
import { refusal, Refused } from '../../shared/result.ts';
import { line } from '../../shared/schemas.ts';
import { EVIDENCE_MEDIA, isEvidenceMedia, mediaTypeOf, MOST_EVIDENCE_BYTES } from '../evidence-media.ts';
import { attachment } from './attachment.ts';
import type { RestContext } from './context.ts';
import { actOn, mustGetDataPoint } from './data-points.ts';
import { byOf, guardOf } from './guard.ts';
import { idParam, noContent } from './params.ts';
import { onError, sendProblem } from './problem.ts';
import { evidenceSchema, evidenceView } from './views/data-point-view.ts';

const KINDS = 'Evidence is a picture (PNG, JPEG, WebP) or a PDF.';

/** The picture or document beside a result from elsewhere: its bytes come in as they are and go out as a file. */
export const evidenceRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, now } = context;
  const { organiser: onRequest } = guardOf(context);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.put(
    '/data-points/:id/evidence',
    {
      onRequest,
      bodyLimit: MOST_EVIDENCE_BYTES,
      errorHandler: (error, request, reply) =>
        error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
          ? sendProblem(reply, refusal('TOO_LARGE', 'Evidence takes up to 5 MB. Nothing was stored.'))
          : onError(error, request, reply),
      schema: {
        description: `${KINDS} Up to 5 MB, as they are, with their media type.`,
        consumes: Object.keys(EVIDENCE_MEDIA),
        params: idParam,
        querystring: z.object({ name: z.optional(line(200)) }),
        response: { 200: evidenceSchema },
      },
    },
    async (request) => {
      const { point } = await mustGetDataPoint(store, request.params.id);
      const bytes = bytesOf(request);
      const evidence = {
        ...factsOf(request, bytes, request.query.name),
        dataPointId: point.id,
        addedAt: now(),
      };
      await store.dataPoints.putEvidence(evidence, bytes, actOn(point, 'evidence', now(), byOf(request)));
      return evidenceView(evidence);
    },
  );

  app.get(
    '/data-points/:id/evidence',
    { onRequest, schema: { params: idParam } },
    async ({ params }, reply) => {
      const kept = await store.dataPoints.evidence(params.id as DataPointId);
      if (!kept) throw noEvidence();
      const { name, mediaType } = kept.evidence;
      // A document that was brought along runs nothing and shows nowhere but as a file.
      return reply
        .header('content-type', mediaType)
        .header(
          'content-disposition',
          attachment(withoutEnding(name), EVIDENCE_MEDIA[mediaType].ending, 'evidence'),
        )
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', 'sandbox')
        .send(Buffer.from(kept.bytes));
    },
  );

  app.delete(
    '/data-points/:id/evidence',
    { onRequest, schema: { params: idParam, response: noContent } },
    async (request, reply) => {
      const { point } = await mustGetDataPoint(store, request.params.id);
      const isGone = await store.dataPoints.removeEvidence(
        point.id,
        actOn(point, 'evidence', now(), byOf(request)),
      );
      if (!isGone) throw noEvidence();
      return reply.code(204).send(null);
    },
  );
};

/** A file that is none of these kinds, or another than it is said to be, is refused. */
function factsOf(
  { headers }: FastifyRequest,
  bytes: Buffer,
  name = 'evidence',
): Omit<Evidence, 'dataPointId' | 'addedAt'> {
  const mediaType = mediaTypeOf(bytes);
  if (!mediaType) throw new Refused('INVALID', `${KINDS} This file is none of them. Nothing was stored.`);
  const said = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (isEvidenceMedia(said) && said !== mediaType) throw new Refused('INVALID', notAsSaid(said, mediaType));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, mediaType, size: bytes.length, sha256 };
}

function notAsSaid(said: Evidence['mediaType'], found: Evidence['mediaType']): string {
  const { name } = EVIDENCE_MEDIA[found];
  return `This file is said to be ${EVIDENCE_MEDIA[said].name}, but it is ${name}. Nothing was stored.`;
}

function bytesOf({ body }: FastifyRequest): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new Refused('INVALID', 'This file is empty. Nothing was stored.');
}

function withoutEnding(name: string): string {
  return name.replace(/\.(png|jpe?g|webp|pdf)$/i, '');
}

function noEvidence(): Refused {
  return new Refused('NOT_FOUND', 'No evidence is kept for this result.');
}

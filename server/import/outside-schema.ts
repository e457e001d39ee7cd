import * as z from 'zod/mini';
import { alignmentBody } from '../../shared/alignment-schema.ts';
import { MAX_ALT, MOST_PICTURE_BYTES, PICTURE_TYPES } from '../../shared/picture.ts';
import { isPlainText, NOT_PLAIN } from '../../shared/plain-text.ts';
import { MOST_EVIDENCE_BYTES } from '../evidence-media.ts';
import { id, text, time, whole } from './file-fields.ts';

/** Shapes of what an event's file says beside the event: results from elsewhere, their evidence, alignments, pictures. */

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'That is no SHA-256.'));
const share = z.number();

/** Its texts and numbers are checked by the rules of a result that is entered here. */
export const dataPoint = z.strictObject({
  id,
  questionId: id,
  label: text,
  when: z.strictObject({ date: text, precision: z.enum(['day', 'month', 'year']) }),
  interim: z.boolean(),
  audience: text,
  audienceTags: z.array(text),
  reached: z.nullable(text),
  askedBy: z.nullable(text),
  method: text,
  prompt: z.nullable(text),
  wording: z.enum(['exact', 'rough', 'unknown']),
  optionsOffered: z.nullable(z.array(text)),
  source: z.nullable(z.strictObject({ url: z.optional(text), note: z.optional(text) })),
  base: z.enum(['cast', 'room']),
  exactness: z.enum(['counts', 'percent-of-n', 'percent-of-about-n', 'remembered', 'words']),
  n: z.nullable(whole),
  nLow: z.nullable(whole),
  nHigh: z.nullable(whole),
  results: z.array(
    z.strictObject({
      label: text,
      optionId: z.optional(id),
      count: z.optional(whole),
      share: z.optional(share),
      shareLow: z.optional(share),
      shareHigh: z.optional(share),
      words: z.optional(text),
    }),
  ),
  imported: z.nullable(
    z.strictObject({
      tool: z.enum(['mentimeter', 'slido', 'poll-everywhere', 'pigeonhole', 'table']),
      file: text,
      sha256,
    }),
  ),
  createdAt: time,
  createdBy: z.nullable(text),
});

const bytesUpTo = (most: number) =>
  z.pipe(
    z.base64().check(z.maxLength(Math.ceil(most / 3) * 4, 'This file is too large to be kept.')),
    z.transform((base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))),
  );

export const evidence = z.strictObject({
  dataPointId: id,
  name: text.check(z.minLength(1), z.refine(isPlainText, NOT_PLAIN)),
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp', 'application/pdf']),
  size: whole,
  sha256,
  addedAt: time,
  bytes: bytesUpTo(MOST_EVIDENCE_BYTES),
});

export const picture = z.strictObject({
  id,
  mediaType: z.enum(PICTURE_TYPES),
  width: whole,
  height: whole,
  alt: z.string().check(z.maxLength(MAX_ALT), z.refine(isPlainText, NOT_PLAIN)),
  size: whole,
  sha256,
  addedAt: time,
  bytes: bytesUpTo(MOST_PICTURE_BYTES),
});

export const alignment = z.strictObject({
  questionId: id,
  revision: whole.check(z.minimum(1)),
  maps: alignmentBody.shape.maps,
  decidedBy: z.nullable(text),
  decidedAt: time,
});

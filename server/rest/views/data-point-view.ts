import * as z from 'zod/mini';
import type { Evidence } from '../../../shared/data-point.ts';
import type { FieldError } from '../../../shared/result.ts';
import type { StoredDataPoint } from '../../store/store.ts';
import { iso } from '../../times.ts';

const text = z.string();
const textOrNull = z.nullable(z.string());
const share = z.optional(z.number());

export const evidenceSchema = z.object({
  name: text,
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp', 'application/pdf']),
  size: z.int(),
  sha256: text,
  addedAt: text,
});

const facts = {
  id: text,
  questionId: text,
  label: text,
  when: z.object({ date: text, precision: z.enum(['day', 'month', 'year']) }),
  interim: z.boolean(),
  audience: text,
  audienceTags: z.array(text),
  reached: textOrNull,
  askedBy: textOrNull,
  method: text,
  prompt: textOrNull,
  wording: z.enum(['exact', 'rough', 'unknown']),
  optionsOffered: z.nullable(z.array(text)),
  source: z.nullable(z.object({ url: z.optional(text), note: z.optional(text) })),
  base: z.enum(['cast', 'room']),
  exactness: z.enum(['counts', 'percent-of-n', 'percent-of-about-n', 'remembered', 'words']),
  n: z.nullable(z.int()),
  nLow: z.nullable(z.int()),
  nHigh: z.nullable(z.int()),
  results: z.array(
    z.object({
      label: text,
      optionId: z.optional(text),
      count: z.optional(z.int()),
      share,
      shareLow: share,
      shareHigh: share,
      words: z.optional(text),
    }),
  ),
  imported: z.nullable(z.object({ tool: text, file: text, sha256: text })),
  evidence: z.nullable(evidenceSchema),
  createdAt: text,
  createdBy: textOrNull,
};

export const dataPointSchema = z.object(facts);
/** As it was kept, with what a person should know of how it was kept. */
export const keptDataPointSchema = z.object({
  ...facts,
  warnings: z.array(z.object({ path: text, message: text })),
});
export const dataPointPageSchema = z.object({ items: z.array(dataPointSchema), cursor: textOrNull });

export function dataPointView({ point, evidence }: StoredDataPoint): z.infer<typeof dataPointSchema> {
  return { ...point, createdAt: iso(point.createdAt), evidence: evidence && evidenceView(evidence) };
}

export function keptDataPointView(
  stored: StoredDataPoint,
  warnings: FieldError[],
): z.infer<typeof keptDataPointSchema> {
  return { ...dataPointView(stored), warnings };
}

export function evidenceView({
  name,
  mediaType,
  size,
  sha256,
  addedAt,
}: Evidence): z.infer<typeof evidenceSchema> {
  return { name, mediaType, size, sha256, addedAt: iso(addedAt) };
}

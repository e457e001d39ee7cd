import * as z from 'zod/mini';
import type { When } from './data-point.ts';
import { isPlainText, NOT_PLAIN } from './plain-text.ts';
import { day, line } from './schemas.ts';

/** What is sent of a result that came from elsewhere. Unknown keys are refused; null says "not known". */

/** Other tools offer more options than a screen of ours takes. */
export const MOST_OPTIONS = 50;

const SHARE = 'A share is a number from 0 to 1: 38 % is 0.38.';
const share = z
  .number()
  .check(z.minimum(0, { error: SHARE, abort: true }), z.maximum(1, { error: SHARE, abort: true }));
const count = z.int().check(z.minimum(0), z.maximum(10_000_000));
const optional = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.nullable(schema));

const FORMS = { year: 4, month: 7, day: 10 } as const;
const WRITTEN = { year: 'YYYY', month: 'YYYY-MM', day: 'YYYY-MM-DD' } as const;

/** `2019` with the precision *year* is kept as `2019-01-01`; so is any day of 2019. */
const when = z.pipe(
  z.strictObject({
    date: z
      .string()
      .check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Write the date as YYYY-MM-DD, YYYY-MM or YYYY.')),
    precision: z.enum(['day', 'month', 'year']),
  }),
  z.transform(({ date, precision }, context): When => {
    const known = date.slice(0, FORMS[precision]);
    const first = `${known}-01-01`.slice(0, FORMS.day);
    if (known.length < FORMS[precision])
      refuse(context, date, `Known to the ${precision}, the date is ${WRITTEN[precision]}.`);
    else if (!day.safeParse(date.padEnd(FORMS.day, '-01')).success)
      refuse(context, date, 'There is no such day.');
    return { date: first, precision };
  }),
);

function refuse(context: z.core.ParsePayload, input: unknown, message: string): void {
  context.issues.push({ code: 'custom', input, path: ['date'], message });
}

const url = z
  .string()
  .check(
    z.trim(),
    z.maxLength(2000),
    z.refine(isPlainText, NOT_PLAIN),
    z.regex(/^https?:\/\/[^\s"'<>]+$/i, 'Write a link as https://…'),
  );

const result = z.strictObject({
  label: line(200),
  optionId: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  count: z.optional(count),
  share: z.optional(share),
  shareLow: z.optional(share),
  shareHigh: z.optional(share),
  words: z.optional(line(200)),
});

const fields = {
  label: line(120),
  when,
  interim: z.boolean(),
  audience: line(200),
  audienceTags: z.array(line(60)).check(z.maxLength(12)),
  reached: optional(line(200)),
  askedBy: optional(line(200)),
  method: optional(line(200)),
  prompt: optional(line(1000)),
  wording: z.enum(['exact', 'rough', 'unknown']),
  optionsOffered: optional(z.array(line(200)).check(z.minLength(1), z.maxLength(MOST_OPTIONS))),
  source: optional(z.strictObject({ url: z.optional(url), note: z.optional(line(1000)) })),
  base: z.enum(['cast', 'room']),
  exactness: z.enum(['counts', 'percent-of-n', 'percent-of-about-n', 'remembered', 'words']),
  n: optional(count),
  nLow: optional(count),
  nHigh: optional(count),
  results: z.array(result).check(z.minLength(1), z.maxLength(MOST_OPTIONS)),
};

/** `POST /questions/:id/data-points`. */
export const dataPointBody = z.strictObject({
  ...fields,
  interim: z._default(fields.interim, false),
  audienceTags: z._default(fields.audienceTags, []),
  wording: z._default(fields.wording, 'unknown'),
  base: z._default(fields.base, 'cast'),
  exactness: z._default(fields.exactness, 'counts'),
});

/** `PATCH /data-points/:id`: what is not named stays, null takes it away. */
export const dataPointPatch = z.partial(z.strictObject(fields));

export type DataPointBody = z.infer<typeof dataPointBody>;
export type ResultBody = DataPointBody['results'][number];

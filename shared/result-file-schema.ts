import * as z from 'zod/mini';
import { dataPointBody } from './data-point-schema.ts';
import { MAX_PROMPT } from './questions/choice.ts';
import { isPlainText, NOT_PLAIN } from './plain-text.ts';
import { line } from './schemas.ts';

/** What is sent to read a file with results of another tool, and to bring it in. Unknown keys are refused. */

const MOST_ITEMS = 200;
const MOST_OPTIONS = 50;

const file = {
  /** Of the file; a pasted table may have none. */
  name: z.optional(line(200)),
  /** The file's bytes in base64. */
  content: z.optional(
    z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'Send the file’s bytes in base64.')),
  ),
  /** A pasted table, instead of a file. */
  text: z.optional(z.string().check(z.refine(isPlainText, NOT_PLAIN))),
};

interface Source {
  content?: string | undefined;
  text?: string | undefined;
}
const hasOneSource = z.refine<Source>(
  ({ content, text }) => (content === undefined) !== (text === undefined),
  'Send a file as “content”, or a pasted table as “text”.',
);

/** `POST /result-files/read`. */
export const resultFileBody = z.strictObject(file).check(hasOneSource);

const { when, n } = dataPointBody.shape;
const { interim, audience, audienceTags, reached, askedBy, method, source } = dataPointBody.shape;

/** What the file does not say; what it says goes before it, but for the day. */
const about = z.strictObject({
  /** What the result is called; without it, the audience. */
  label: z.optional(line(120)),
  /** Left out, the day that the file names. */
  when: z.optional(when),
  interim,
  audience,
  audienceTags,
  reached,
  askedBy,
  method,
  source,
  n,
});

const item = z.strictObject({
  index: z.int().check(z.minimum(1), z.maximum(MOST_ITEMS)),
  /** The question it becomes a result of; without it a new one is made. */
  questionId: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  newQuestion: z.optional(z.literal(true)),
  /** The words that were asked, where the file does not say them. */
  prompt: z.optional(line(MAX_PROMPT)),
  optionMap: z.optional(
    z
      .array(z.strictObject({ label: z.string(), optionId: z.nullable(z.string()) }))
      .check(z.maxLength(MOST_OPTIONS)),
  ),
  wording: z.optional(z.enum(['exact', 'rough', 'unknown'])),
});

/** `POST /result-files/bring-in`. */
export const bringInBody = z
  .strictObject({
    ...file,
    about,
    items: z.array(item).check(z.minLength(1, 'Say which results to bring in.'), z.maxLength(MOST_ITEMS)),
    /** Bring in again what was brought in from the very same file. */
    again: z.optional(z.boolean()),
  })
  .check(hasOneSource);

export type ResultFileBody = z.infer<typeof resultFileBody>;
export type BringInBody = z.infer<typeof bringInBody>;
export type BringInItem = BringInBody['items'][number];

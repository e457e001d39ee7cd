import * as z from 'zod/mini';
import { LANGUAGE_CODES } from './words/languages.ts';
import { isPlainText, NOT_PLAIN } from './plain-text.ts';
import { MOST_NAME_LETTERS, MOST_POST_LETTERS } from './posts.ts';
import { MAX_LABEL, MAX_PROMPT } from './questions/choice.ts';
import { ANSWERS, MOST_MADE_UP, NETWORKS } from './rehearsal.ts';
import { MOST_TICKETS_AT_ONCE } from './tickets.ts';

/** A runtime schema for everything that comes in. Unknown keys are refused everywhere. */

const id = z.string().check(z.minLength(1), z.maxLength(40));
/** A text of one field, without the spaces around it. */
export const line = (max: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.refine(isPlainText, NOT_PLAIN));
/** The same where somebody may have broken the line: spaces of any kind are one. */
const oneLine = z.string().check(
  z.overwrite((text) => text.replace(/\s+/g, ' ')),
  z.trim(),
  z.refine(isPlainText, NOT_PLAIN),
);
/** An id that a phone draws, as ours are. */
const postId = z.string().check(z.regex(/^[\da-hjkmnp-tv-z]{20}$/, 'An id is 20 letters of base 32.'));
const count = z.int().check(z.minimum(0), z.maximum(10_000_000));
const seconds = z.int().check(z.minimum(1), z.maximum(24 * 3600));
const language = z.enum(LANGUAGE_CODES);
const revision = z.int().check(z.minimum(1), z.maximum(1_000_000_000));
export const day = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Write the day as YYYY-MM-DD.', abort: true }),
    z.refine(isDay, 'There is no such day.'),
  );

/** Parsed and written again, 30 February is another day. */
function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

export const handshake = z.discriminatedUnion('as', [
  z.object({
    protocol: z.int(),
    as: z.literal('voter'),
    eventId: id,
    token: z.string().check(z.maxLength(64)),
    phone: z.optional(z.string().check(z.maxLength(64))),
  }),
  z.object({
    protocol: z.int(),
    as: z.literal('presenter'),
    eventId: id,
    token: z.optional(z.string().check(z.maxLength(64))),
    page: z.enum(['screen', 'remote', 'monitor', 'console', 'preview']),
  }),
]);

/** `language`: the one the question was read in; absent: in the words it was written in. */
const ballot = { revision, answer: z.unknown(), language: z.optional(language) };
export const ballotBody = z.strictObject(ballot);
export const ballotCast = z.strictObject({ askingId: id, ...ballot });
export const stepPress = z.strictObject({ press: z.enum(['next', 'back']), version: z.int() });
export const stageBody = z.strictObject({
  view: z.enum(['lobby', 'asking', 'wall', 'comparison', 'picture', 'blank']),
  askingId: z.optional(id),
  questionId: z.optional(id),
  pictureId: z.optional(id),
  postId: z.optional(id),
});
export const stageCover = z.strictObject({ blank: z.optional(z.boolean()), qr: z.optional(z.boolean()) });
/** A request that needs no words. */
export const nothing = z.strictObject({});
export const askingRef = z.strictObject({ askingId: id });
export const openBody = z.strictObject({ seconds: z.optional(seconds), closeAtEnd: z.optional(z.boolean()) });
export const askingOpen = z.strictObject({
  askingId: id,
  seconds: z.optional(seconds),
  closeAtEnd: z.optional(z.boolean()),
});
export const timerBody = z.union([
  z.strictObject({ addSeconds: seconds }),
  z.strictObject({ stop: z.literal(true) }),
]);
export const askingTimer = z.union([
  z.strictObject({ askingId: id, addSeconds: seconds }),
  z.strictObject({ askingId: id, stop: z.literal(true) }),
]);
/** A text as somebody wrote it, of any length an answer may have. */
const written = z.string().check(z.minLength(1), z.maxLength(2000), z.refine(isPlainText, NOT_PLAIN));
const textDeciding = {
  text: written,
  shown: z.optional(z.nullable(z.boolean())),
  group: z.optional(z.nullable(line(60))),
};
export const textDecide = z.strictObject({ askingId: id, ...textDeciding });
export const textPatch = z.strictObject(textDeciding);
export const heldBackBody = z.strictObject({ words: z.array(line(60)).check(z.maxLength(2000)) });

const counts = z.record(id, count);
export const handsBody = z.strictObject({ counts, present: z.optional(count) });
export const askingHands = z.strictObject({ askingId: id, counts, present: z.optional(count) });
export const findingShown = z.strictObject({ askingId: id, shown: z.boolean() });

const postText = (max: number) => oneLine.check(z.minLength(1), z.maxLength(max));
const postOrder = z.enum(['backed', 'newest']);
/** What a phone asks; one that has no id yet is given one. */
export const postBody = z.strictObject({
  id: z.optional(postId),
  text: postText(MOST_POST_LETTERS),
  name: z.optional(postText(MOST_NAME_LETTERS)),
});
export const postAsked = z.extend(postBody, { id: postId });
export const backingBody = z.strictObject({ on: z._default(z.boolean(), true) });
export const postBacked = z.strictObject({ postId: id, on: z.boolean() });
export const wallWatched = z.strictObject({ order: z.nullable(postOrder) });
export const postsListed = z.strictObject({ order: postOrder, after: z.string().check(z.maxLength(120)) });
export const moderationBody = z.strictObject({
  state: z.optional(z.enum(['shown', 'hidden'])),
  pinned: z.optional(z.boolean()),
  answered: z.optional(z.boolean()),
});
export const postModerated = z.extend(moderationBody, { postId: id });
export const stopBody = z.strictObject({
  kind: z.enum(['wall', 'picture']),
  pictureId: z.optional(id),
  position: z.optional(z.int().check(z.minimum(0), z.maximum(200))),
});

/** What a voter's token looks like: 128 random bits in base64url, or a printed ticket. */
export const VOTER_TOKEN = /^([\w-]{22}|[2-9A-HJKMNP-TV-Z]{26})$/;

export const doorBody = z.strictObject({ isClosed: z.boolean() });
export const ticketsBody = z.strictObject({
  count: z.int().check(z.minimum(1), z.maximum(MOST_TICKETS_AT_ONCE)),
});
export const joinBody = z.strictObject({
  code: z.string().check(z.maxLength(40)),
  secret: z.optional(
    z
      .string()
      .check(z.regex(VOTER_TOKEN, 'A secret is 22 letters of base64url, or the 26 letters of a ticket.')),
  ),
});

const roomSize = z.union([
  count,
  z
    .strictObject({ low: count, high: count })
    .check(z.refine(({ low, high }) => low <= high, 'The lower number comes first.')),
]);
const time = z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000));
const stopId = z.string().check(z.minLength(1), z.maxLength(60));
const url = z
  .string()
  .check(z.maxLength(500), z.regex(/^https?:\/\//, 'A link begins with http:// or https://.'));
/** How an event is set up: a patch names what it changes, a file has all of it. */
export const eventSetUp = z.strictObject({
  pace: z.enum(['presenter', 'self']),
  openFrom: z.nullable(time),
  openUntil: z.nullable(time),
  isDoorClosed: z.boolean(),
  entry: z.enum(['code', 'tickets']),
  wall: z.strictObject({
    isOpen: z.boolean(),
    names: z.enum(['never', 'optional']),
    isModerated: z.boolean(),
  }),
  language: z.nullable(language),
  accent: z.nullable(z.string().check(z.regex(/^#[\da-f]{6}$/i, 'Write a colour as #rrggbb.'))),
  logo: z.nullable(id),
  stops: z.record(
    stopId,
    z.strictObject({ section: z.optional(line(80)), note: z.optional(z.string().check(z.maxLength(2000))) }),
  ),
  afterwards: z.strictObject({
    results: z.boolean(),
    comparison: z.boolean(),
    link: z.nullable(z.strictObject({ label: line(80), url })),
  }),
});
const eventFields = {
  title: line(120),
  startsOn: z.optional(z.nullable(day)),
  place: z.optional(z.nullable(line(120))),
  audience: z.optional(z.nullable(line(200))),
  audienceTags: z.optional(z.array(line(60)).check(z.maxLength(12))),
  roomSize: z.optional(z.nullable(roomSize)),
  isPrivate: z.optional(z.boolean()),
  theme: z.optional(z.enum(['light', 'dark'])),
  setUp: z.optional(z.partial(eventSetUp)),
  isTemplate: z.optional(z.boolean()),
};
export const eventBody = z.strictObject(eventFields);
/** `order` is the whole running order, each stop once. */
export const eventPatch = z.partial(
  z.strictObject({ ...eventFields, order: z.array(stopId).check(z.maxLength(200)) }),
);
const position = z.int().check(z.minimum(0), z.maximum(200));
export const comparisonStopBody = z.strictObject({ questionId: id, position: z.optional(position) });
export const eventStateBody = z.strictObject({ state: z.enum(['live', 'ended']) });
export const rehearsalBody = z.strictObject({
  on: z.boolean(),
  phones: z.optional(z.int().check(z.minimum(0), z.maximum(MOST_MADE_UP))),
  network: z.optional(z.enum(NETWORKS)),
  answers: z.optional(z.enum(ANSWERS)),
});
export const eraseBody = z.strictObject({ title: z.string() });
/** `isTemplate`: into a template, from which events are made. */
export const copyBody = z.strictObject({ title: z.optional(line(120)), isTemplate: z.optional(z.boolean()) });

/** Types of the contract; those without a file in `questions/` are answered with 501. */
export const CONTRACT_TYPES = [
  'single',
  'multiple',
  'ranking',
  'points',
  'grid',
  'scale',
  'word-cloud',
  'open-text',
] as const;
const settings = z.record(z.string(), z.unknown());
/** Labels in other languages, by what they name. */
export const translations = z.partialRecord(
  language,
  z.strictObject({
    prompt: z.optional(line(MAX_PROMPT)),
    options: z.optional(z.record(id, line(MAX_LABEL))),
    labels: z.optional(z.record(id, line(MAX_LABEL))),
  }),
);
const options = z
  .array(z.strictObject({ id: z.optional(id), label: line(MAX_LABEL), picture: z.optional(z.nullable(id)) }))
  .check(z.maxLength(12, 'At most 12 options fit a screen.'));
export const questionBody = z.strictObject({
  type: z.enum(CONTRACT_TYPES),
  prompt: line(MAX_PROMPT),
  options: z.optional(
    z
      .array(z.strictObject({ label: line(MAX_LABEL), picture: z.optional(id) }))
      .check(z.maxLength(12, 'At most 12 options fit a screen.')),
  ),
  settings: z.optional(settings),
});
export const questionPatch = z.strictObject({
  prompt: z.optional(line(MAX_PROMPT)),
  options: z.optional(options),
  settings: z.optional(settings),
  translations: z.optional(translations),
  change: z.optional(z.enum(['correction', 'new-meaning'])),
  /** Whether everybody may see its comparison at `/q/QUESTION`. */
  isPublic: z.optional(z.boolean()),
});
/** `after`: the stop it comes right after; null: it comes first; absent: last. */
const after = z.optional(z.nullable(stopId));
export const askingBody = z.union([
  z.strictObject({ questionId: id, after }),
  z.strictObject({ question: questionBody, after }),
]);
const open = z.optional(z.boolean());
export const askingAdd = z.union([
  z.strictObject({ questionId: id, after, open }),
  z.strictObject({ question: questionBody, after, open }),
]);
/** What was said in the room, in the host's words; empty takes it away. */
const said = z.nullable(z.string().check(z.trim(), z.maxLength(2000), z.refine(isPlainText, NOT_PLAIN)));
export const askingSaid = z.strictObject({ askingId: id, said });
export const askingPatch = z.strictObject({
  position: z.optional(position),
  /** Why it counts in no comparison; null: it does. */
  setAside: z.optional(z.nullable(line(200))),
  said: z.optional(said),
  settings: z.optional(
    z.partial(
      z.strictObject({
        barsWhileVoting: z.boolean(),
        lastResultWhileVoting: z.boolean(),
        changeAllowed: z.boolean(),
        seconds: z.nullable(seconds),
        closeAtEnd: z.boolean(),
        showFinding: z.boolean(),
      }),
    ),
  ),
});

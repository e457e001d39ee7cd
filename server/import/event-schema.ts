import * as z from 'zod/mini';
import { DEFAULT_SET_UP } from '../../shared/event-set-up.ts';
import { parseJoinCode } from '../../shared/ids.ts';
import { MOST_STOPS } from '../../shared/live-event.ts';
import { CONTRACT_TYPES, day, eventSetUp, translations } from '../../shared/schemas.ts';
import { FILE_FORMAT, FILE_VERSION } from '../export/json.ts';
import { id, text, time, whole } from './file-fields.ts';
import { postInFile } from './file-posts.ts';
import { alignment, dataPoint, evidence, picture } from './outside-schema.ts';
import { LANGUAGE_CODES } from '../../shared/words/languages.ts';

/** The shape of an exported event. Texts are taken as they are: they were checked when they were written. */

/** An asking, `compare:` and a question, `picture:` and a picture, or the wall. */
const stopId = z.string().check(z.regex(/^(compare:|picture:)?\w[\w-]{0,39}$/, 'That is no stop.'));
const record = z.record(z.string(), z.unknown());

const event = z.strictObject({
  id,
  code: z.string().check(z.refine((code) => parseJoinCode(code) === code, 'That is no join code.')),
  title: text,
  state: z.enum(['draft', 'live', 'ended']),
  startsOn: z.nullable(day),
  place: z.nullable(text),
  audience: z.nullable(text),
  audienceTags: z.array(text),
  roomSize: z.nullable(z.strictObject({ low: whole, high: whole })),
  isPrivate: z.boolean(),
  theme: z.enum(['light', 'dark']),
  order: z.array(stopId).check(z.maxLength(MOST_STOPS)),
  // Files from before events could be set up so have none of these.
  setUp: z._default(eventSetUp, DEFAULT_SET_UP),
  isRehearsal: z._default(z.boolean(), false),
  isTemplate: z._default(z.boolean(), false),
  createdAt: time,
  updatedAt: time,
  deletedAt: z.nullable(time),
});

const stage = z.strictObject({
  view: z.enum(['lobby', 'asking', 'wall', 'comparison', 'picture', 'blank']),
  askingId: z.nullable(id),
  questionId: z.nullable(id),
  pictureId: z._default(z.nullable(id), null),
  postId: z._default(z.nullable(id), null),
  step: whole,
  qr: z.boolean(),
  blank: z.boolean(),
  version: whole,
});

const question = z.strictObject({
  id,
  type: z.enum(CONTRACT_TYPES),
  versions: z
    .array(
      z.strictObject({
        version: whole,
        prompt: text,
        options: z.array(z.strictObject({ id, label: text, picture: z.optional(id) })),
        settings: record,
        translations: z._default(translations, {}),
        // Files from before questions had a history do not say.
        change: z._default(z.nullable(z.enum(['correction', 'new-meaning'])), null),
        createdAt: time,
      }),
    )
    .check(z.minLength(1)),
  isPublic: z._default(z.boolean(), false),
  createdAt: time,
  updatedAt: time,
});

const asking = z.strictObject({
  id,
  eventId: id,
  questionId: id,
  questionVersion: whole,
  number: z.nullable(whole),
  state: z.enum(['waiting', 'open', 'closed']),
  shown: z.boolean(),
  settings: z.strictObject({
    barsWhileVoting: z.boolean(),
    lastResultWhileVoting: z._default(z.boolean(), false),
    changeAllowed: z.boolean(),
    seconds: z.nullable(whole),
    closeAtEnd: z.boolean(),
    showFinding: z._default(z.boolean(), true),
  }),
  conditions: z.nullable(
    z.strictObject({
      barsVisible: z.boolean(),
      lastResultVisible: z.boolean(),
      shuffled: z.boolean(),
      changeAllowed: z.boolean(),
      seconds: z.nullable(whole),
      duplicateControl: z.enum(['device', 'ticket']),
      pace: z._default(z.enum(['presenter', 'self']), 'presenter'),
      reach: z._default(z.enum(['room', 'link']), 'room'),
    }),
  ),
  openedAt: z.nullable(time),
  closedAt: z.nullable(time),
  closesAt: z.nullable(time),
  joined: whole,
  // Files from before texts had decisions of their own.
  shownOthers: z._default(z.array(text), []),
  hands: z._default(
    z.nullable(z.strictObject({ counts: z.record(z.string(), whole), present: z.nullable(whole) })),
    null,
  ),
  setAside: z._default(z.nullable(text), null),
  late: z._default(whole, 0),
  languages: z._default(z.record(z.string(), whole), {}),
  said: z._default(z.nullable(text), null),
});

const ballot = z.strictObject({
  askingId: id,
  voter: whole,
  revision: whole,
  answer: z.unknown(),
  language: z.optional(z.enum(LANGUAGE_CODES)),
  castAt: time,
});
const decision = z.strictObject({
  askingId: id,
  text,
  shown: z.nullable(z.boolean()),
  group: z.nullable(text),
  decidedAt: time,
});
const act = z.strictObject({ at: time, by: z.nullable(text), what: text, detail: record });

export const eventFileSchema = z.strictObject({
  format: z.literal(FILE_FORMAT, 'This is not an event exported by Askagain.'),
  formatVersion: z.literal(FILE_VERSION, 'This file was written by a newer Askagain. Update this one first.'),
  event,
  stage,
  questions: z.array(question).check(z.maxLength(MOST_STOPS)),
  askings: z.array(asking).check(z.maxLength(MOST_STOPS)),
  acts: z.array(act),
  voters: z.array(whole),
  texts: z._default(z.array(decision), []),
  // Files from before results were brought in have none of these.
  dataPoints: z._default(z.array(dataPoint), []),
  evidence: z._default(z.array(evidence), []),
  alignments: z._default(z.array(alignment), []),
  pictures: z._default(z.array(picture), []),
  // Files from before rooms could ask have none of these.
  posts: z._default(z.array(postInFile), []),
  ballots: z.array(ballot),
});

export type ParsedEventFile = z.infer<typeof eventFileSchema>;

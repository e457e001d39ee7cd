import * as z from 'zod/mini';
import type { EventRight } from '../../../shared/access.ts';
import type { QuestionId } from '../../../shared/ids.ts';
import {
  comparedQuestions,
  comparisonStop,
  shownPicture,
  type LiveEvent,
} from '../../../shared/live-event.ts';
import { latestVersion } from '../../../shared/question.ts';
import type { FieldError } from '../../../shared/result.ts';
import { eventSetUp } from '../../../shared/schemas.ts';
import type { LiveEventHost } from '../../live-event-host.ts';
import type { EventCounts } from '../../store/store.ts';
import type { RestContext } from '../context.ts';
import { iso, isoOrNull } from '../../times.ts';
import { askingSchema, askingView, type AskingView } from './asking-view.ts';

const facts = {
  id: z.string(),
  code: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'live', 'ended']),
  startsOn: z.nullable(z.string()),
  place: z.nullable(z.string()),
  audience: z.nullable(z.string()),
  audienceTags: z.array(z.string()),
  roomSize: z.nullable(z.object({ low: z.int(), high: z.int() })),
  isPrivate: z.boolean(),
  theme: z.enum(['light', 'dark']),
  setUp: eventSetUp,
  isRehearsal: z.boolean(),
  isTemplate: z.boolean(),
  createdAt: z.string(),
  deletedAt: z.nullable(z.string()),
  joinUrl: z.string(),
  may: z.array(z.enum(['watch', 'step', 'read', 'run', 'organise'])),
};

export const comparisonStopSchema = z.object({ id: z.string(), questionId: z.string(), prompt: z.string() });
const pictureStopSchema = z.object({ id: z.string(), pictureId: z.string(), alt: z.string() });

/** `order` names the stops: askings, and between them comparisons, pictures and the wall. */
export const eventSchema = z.object({
  ...facts,
  order: z.array(z.string()),
  askings: z.array(askingSchema),
  comparisons: z.array(comparisonStopSchema),
  pictures: z.array(pictureStopSchema),
  /** What does not fit together, and is kept all the same. */
  warnings: z.array(z.object({ path: z.string(), message: z.string() })),
});
export const eventRowSchema = z.object({ ...facts, asked: z.int(), stops: z.int(), phones: z.int() });
export const eventPageSchema = z.object({ items: z.array(eventRowSchema), cursor: z.nullable(z.string()) });

type Facts = Omit<z.infer<typeof eventSchema>, 'order' | 'askings' | 'comparisons' | 'pictures' | 'warnings'>;

export function eventView(
  context: RestContext,
  host: LiveEventHost,
  may: EventRight[],
): z.infer<typeof eventSchema> {
  const askings = host.askings().map((asking) => askingView(host, asking));
  const { order } = host.event;
  const comparisons = comparedQuestions(order).map((id) => comparisonStopView(host, id));
  const pictures = order.flatMap((id) => {
    const pictureId = shownPicture(id);
    return pictureId ? [{ id, pictureId, alt: host.picture(pictureId).alt }] : [];
  });
  const warnings = aboutRoom(host.event, askings);
  return { ...factsOf(context, host.event, may), order, askings, comparisons, pictures, warnings };
}

/** A room that is said to be smaller than its ballots: both are kept, and the bounds of the room are left out. */
function aboutRoom({ roomSize }: LiveEvent, askings: readonly AskingView[]): FieldError[] {
  const votes = Math.max(0, ...askings.map(({ ballots }) => ballots));
  if (!roomSize || roomSize.low >= votes) return [];
  const message = `There are more votes (${votes}) than people in the room (${roomSize.low}), so nothing is said of the whole room.`;
  return [{ path: 'roomSize', message }];
}

export function comparisonStopView(
  host: LiveEventHost,
  questionId: QuestionId,
): z.infer<typeof comparisonStopSchema> {
  const { prompt } = latestVersion(host.comparedQuestion(questionId));
  return { id: comparisonStop(questionId), questionId, prompt };
}

/** Events in a list: counts instead of their askings. One that is in memory is counted there, with who is connected. */
export async function eventRows(
  context: RestContext,
  events: readonly LiveEvent[],
  mayIn: (event: LiveEvent) => Promise<EventRight[]>,
): Promise<z.infer<typeof eventRowSchema>[]> {
  const stored = await context.store.events.counts(events.map(({ id }) => id));
  return Promise.all(
    events.map(async (event, index) => {
      const host = await context.hosts.loaded(event.id);
      const counts = host ? countsOf(host) : (stored[index] ?? NOTHING);
      return { ...factsOf(context, event, await mayIn(event)), ...counts };
    }),
  );
}

const NOTHING: EventCounts = { stops: 0, asked: 0, phones: 0 };

function countsOf(host: LiveEventHost): EventCounts {
  const askings = host.askings();
  // [RE3] Nothing of a rehearsal is counted.
  if (host.event.isRehearsal) return { ...NOTHING, stops: askings.length };
  const phones = Math.max(host.voters.connectedCount, ...askings.map(({ id }) => host.joinedOf(id)));
  return { asked: askings.filter(({ number }) => number !== null).length, stops: askings.length, phones };
}

function factsOf({ reach }: RestContext, event: LiveEvent, may: EventRight[]): Facts {
  const { id, code, title, state, startsOn, place, audience, audienceTags, roomSize, isPrivate, theme } =
    event;
  const { setUp, isRehearsal, isTemplate } = event;
  return {
    id,
    code,
    title,
    state,
    startsOn,
    place,
    audience,
    audienceTags,
    roomSize,
    isPrivate,
    theme,
    setUp,
    isRehearsal,
    isTemplate,
    createdAt: iso(event.createdAt),
    deletedAt: isoOrNull(event.deletedAt),
    joinUrl: `${reach.url()}/${code}`,
    may,
  };
}

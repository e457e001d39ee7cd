import * as z from 'zod/mini';
import type { EventRight } from '../../../shared/access.ts';
import type { LiveEvent } from '../../../shared/live-event.ts';
import type { LiveEventHost } from '../../live-event-host.ts';
import type { StoredEvent } from '../../store/store.ts';
import type { RestContext } from '../context.ts';
import { iso, isoOrNull } from '../times.ts';
import { askingSchema, askingView } from './asking-view.ts';

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
  createdAt: z.string(),
  deletedAt: z.nullable(z.string()),
  joinUrl: z.string(),
  may: z.array(z.enum(['watch', 'step', 'read', 'run', 'organise'])),
};

export const eventSchema = z.object({ ...facts, order: z.array(z.string()), askings: z.array(askingSchema) });
export const eventRowSchema = z.object({ ...facts, asked: z.int(), stops: z.int(), phones: z.int() });
export const eventPageSchema = z.object({ items: z.array(eventRowSchema), cursor: z.nullable(z.string()) });

type Facts = Omit<z.infer<typeof eventSchema>, 'order' | 'askings'>;

export function eventView(
  context: RestContext,
  host: LiveEventHost,
  may: EventRight[],
): z.infer<typeof eventSchema> {
  const askings = host.askings().map((asking) => askingView(host, asking));
  return { ...factsOf(context, host.event, may), order: host.event.order, askings };
}

/** An event in a list: counts instead of its askings. A live one is counted where it lives, in memory. */
export async function eventRow(
  context: RestContext,
  event: LiveEvent,
  may: EventRight[],
): Promise<z.infer<typeof eventRowSchema>> {
  const live =
    event.state === 'live' && event.deletedAt === null ? await context.hosts.get(event.id) : undefined;
  const counts = live ? liveCounts(live) : storedCounts(await context.store.events.load(event.id));
  return { ...factsOf(context, event, may), ...counts };
}

interface Counts {
  asked: number;
  stops: number;
  phones: number;
}

function liveCounts(host: LiveEventHost): Counts {
  const askings = host.askings();
  const phones = Math.max(host.voters.connectedCount, ...askings.map(({ id }) => host.joinedOf(id)));
  return { asked: askings.filter(({ number }) => number !== null).length, stops: askings.length, phones };
}

function storedCounts(stored: StoredEvent | undefined): Counts {
  const askings = stored?.askings ?? [];
  const phones = Math.max(
    0,
    ...askings.map(({ asking, tally }) => Math.max(asking.joined, tally?.ballots ?? 0)),
  );
  return {
    asked: askings.filter(({ asking }) => asking.number !== null).length,
    stops: askings.length,
    phones,
  };
}

function factsOf({ reach }: RestContext, event: LiveEvent, may: EventRight[]): Facts {
  const { id, code, title, state, startsOn, place, audience, audienceTags, roomSize, isPrivate, theme } =
    event;
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
    createdAt: iso(event.createdAt),
    deletedAt: isoOrNull(event.deletedAt),
    joinUrl: `${reach.url()}/${code}`,
    may,
  };
}

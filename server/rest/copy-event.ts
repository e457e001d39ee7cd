import type { EventSetUp } from '../../shared/event-set-up.ts';
import type { AskingId } from '../../shared/ids.ts';
import { comparedQuestion, shownPicture, type StopId } from '../../shared/live-event.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { RestContext } from './context.ts';
import { unwrap } from './unwrap.ts';

interface CopyHow {
  title?: string | undefined;
  /** Copied into a template instead of an event. */
  isTemplate?: boolean | undefined;
}

/**
 * [CP1] *Ask again*: another event, or a template, with the same running order: fresh askings of the same questions, with
 * their settings, sections, notes and pictures. The day, the room and whom the door lets in are its own.
 */
export async function copyEvent(
  { hosts }: RestContext,
  from: LiveEventHost,
  { title, isTemplate = false }: CopyHow,
  by: string | null,
): Promise<LiveEventHost> {
  const { event } = from;
  const { place, audience, audienceTags, isPrivate, theme } = event;
  const facts = { place, audience, audienceTags, isPrivate, theme, isTemplate };
  const copy = await hosts.create({ title: title ?? event.title, ...facts }, by);
  const stops: EventSetUp['stops'] = {};
  for (const stop of event.order) {
    const id = await copyStop(hosts, from, stop, copy, by);
    const details = event.setUp.stops[stop];
    if (details) stops[id] = details;
  }
  const ownDoor = { isDoorClosed: false, openFrom: null, openUntil: null };
  unwrap(await copy.change({ setUp: { ...event.setUp, ...ownDoor, stops } }, by));
  return copy;
}

async function copyStop(
  hosts: RestContext['hosts'],
  from: LiveEventHost,
  stop: StopId,
  copy: LiveEventHost,
  by: string | null,
): Promise<StopId> {
  const asking = from.asking(stop as AskingId);
  if (asking) {
    const question = from.questionOf(asking.id);
    const fresh = hosts.newAsking(copy.id, question, asking.settings);
    return unwrap(await copy.addAsking(fresh, question, by)).id;
  }
  const compared = comparedQuestion(stop);
  if (compared) return unwrap(await copy.addComparison(from.comparedQuestion(compared), undefined, by));
  const picture = shownPicture(stop);
  return picture
    ? unwrap(await copy.addPicture(from.picture(picture), undefined, by))
    : unwrap(await copy.addStop(stop, undefined, by));
}

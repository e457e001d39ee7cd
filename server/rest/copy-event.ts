import type { AskingId } from '../../shared/ids.ts';
import { comparedQuestion, type StopId } from '../../shared/live-event.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { RestContext } from './context.ts';
import { unwrap } from './unwrap.ts';

/** *Ask again*: another event with the same running order, fresh askings of the same questions. The day and the room are its own. */
export async function copyEvent(
  { hosts }: RestContext,
  from: LiveEventHost,
  title: string | undefined,
  by: string | null,
): Promise<LiveEventHost> {
  const { event } = from;
  const { place, audience, audienceTags, isPrivate, theme } = event;
  const copy = await hosts.create(
    { title: title ?? event.title, place, audience, audienceTags, isPrivate, theme },
    by,
  );
  for (const stop of event.order) await copyStop(hosts, from, stop, copy, by);
  return copy;
}

async function copyStop(
  hosts: RestContext['hosts'],
  from: LiveEventHost,
  stop: StopId,
  copy: LiveEventHost,
  by: string | null,
): Promise<void> {
  const compared = comparedQuestion(stop);
  if (compared) {
    unwrap(await copy.addComparison(from.comparedQuestion(compared), undefined, by));
    return;
  }
  const asking = from.mustHave(stop as AskingId);
  const question = from.questionOf(asking.id);
  unwrap(await copy.addAsking(hosts.newAsking(copy.id, question, asking.settings), question, by));
}

import { acceptsPhones } from '../shared/live-event.ts';
import { ok, refused, type Result } from '../shared/result.ts';
import type { LiveEventHost } from './live-event-host.ts';

type Entered = Pick<LiveEventHost, 'event' | 'voters' | 'tickets'>;

/**
 * Whether a phone is let into an event, by whatever way it comes, and if not why: it has joined, or whoever knows the event
 * may. That it knows is enough, because a restart may have come before its row was written. [DO1] A closed door keeps out whoever
 * has not joined; [TK1] where tickets are needed, nobody comes in without.
 */
export function admission({ event, voters, tickets }: Entered, hash: string): Result<null> {
  const isKnown = voters.known(hash) !== undefined;
  if (event.deletedAt !== null || (!isKnown && !acceptsPhones(event))) return refused('NOT_FOUND');
  if (!tickets.admits(hash)) return refused('TICKET_NEEDED');
  return isKnown || !event.setUp.isDoorClosed ? ok(null) : refused('DOOR_CLOSED');
}

/** The same without the reason. */
export function mayEnter(host: Entered, hash: string): boolean {
  return admission(host, hash).ok;
}

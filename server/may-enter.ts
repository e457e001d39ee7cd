import { acceptsPhones } from '../shared/live-event.ts';
import type { HeldEvent } from './live-event/held-event.ts';

/**
 * Whether a phone is let into an event, by whatever way it comes: it has joined, or whoever knows the event may. That it
 * knows is enough, because a restart may have come before its row was written.
 */
export function mayEnter({ event, voters }: Pick<HeldEvent, 'event' | 'voters'>, hash: string): boolean {
  return event.deletedAt === null && (voters.known(hash) !== undefined || acceptsPhones(event));
}

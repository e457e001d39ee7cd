import type { EventId } from '../../shared/ids.ts';
import type { Asked } from '../../shared/posts.ts';
import { readKept, type KeptStore } from './kept-store.ts';

/** Under what the questions of an event are kept that are not acknowledged yet. */
export function postsKey(eventId: EventId): string {
  return `askagain.posts.${eventId}`;
}

/** What stands there may have been cut off or written by somebody else; a phone must ask all the same. */
export function keptPosts(store: KeptStore, eventId: EventId): Asked[] {
  const kept = readKept<unknown>(store, postsKey(eventId), []);
  return Array.isArray(kept) ? (kept as Asked[]) : [];
}

/** Whether a question of an earlier visit still has to be sent. By itself: a phone that asks nothing loads no more. */
export function hasKeptPosts(store: KeptStore, eventId: EventId): boolean {
  return keptPosts(store, eventId).length > 0;
}

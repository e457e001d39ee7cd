import { expect, test } from 'vitest';
import { onlyLiveCode } from '../../../server/cli/only-live-code.ts';
import type { EventStore } from '../../../server/store/store.ts';
import type { LiveEvent } from '../../../shared/live-event.ts';
import { anEvent } from '../store/sample.ts';

/** A shelf of these events, a hundred to the page. */
function shelf(events: LiveEvent[]): { events: Pick<EventStore, 'list'> } {
  const list: EventStore['list'] = async ({ after, limit }) => {
    const end = Number(after ?? 0) + limit;
    return { rows: events.slice(end - limit, end), next: end < events.length ? String(end) : null };
  };
  return { events: { list } };
}

const drafts = (n: number) => Array.from({ length: n }, () => anEvent({ state: 'draft' }));
const live = (more: Partial<LiveEvent> = {}) => ({ ...anEvent(), state: 'live' as const, ...more });

test('the only live event is found behind a hundred others', async () => {
  const event = live();
  expect(await onlyLiveCode(shelf([...drafts(250), event]))).toBe(event.code);
});

test('of two nobody can say which, however far apart they stand; a private one is none', async () => {
  expect(await onlyLiveCode(shelf([live(), ...drafts(150), live()]))).toBeUndefined();
  expect(await onlyLiveCode(shelf([live({ isPrivate: true }), ...drafts(3)]))).toBeUndefined();
  expect(await onlyLiveCode(shelf([]))).toBeUndefined();
});

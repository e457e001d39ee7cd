import { stringify } from 'csv-stringify/sync';
import type { LiveEvent } from '../../shared/live-event.ts';
import type { Store, StoredPost } from '../store/store.ts';
import { iso, isoOrNull } from '../times.ts';
import { textCell } from './cells.ts';
import { CSV_WAYS } from './csv.ts';

const COLUMNS = [
  'event_id',
  'event_title',
  'post_id',
  'asked_at',
  'state',
  'pinned',
  'answered_at',
  'backings',
  'name',
  'text',
];

/** The wall of an event as a table, oldest question first. Who asked and who backed stands nowhere in it. */
export async function* postsCsv(
  store: Store,
  event: Pick<LiveEvent, 'id' | 'title'>,
  hasBom: boolean,
): AsyncGenerator<string> {
  const posts = await store.posts.ofEvent(event.id);
  const rows = posts.map((stored) => rowOf(event, stored));
  yield `${hasBom ? '\uFEFF' : ''}${stringify([COLUMNS, ...rows], CSV_WAYS)}`;
}

function rowOf({ id, title }: Pick<LiveEvent, 'id' | 'title'>, { post, backers }: StoredPost) {
  return [
    id,
    textCell(title),
    post.id,
    iso(post.createdAt),
    post.state,
    post.isPinned ? 1 : 0,
    isoOrNull(post.answeredAt),
    backers.length,
    textCell(post.name),
    textCell(post.text),
  ];
}

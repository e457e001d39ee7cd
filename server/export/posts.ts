import type { EventId } from '../../shared/ids.ts';
import type { Store } from '../store/store.ts';
import { iso, isoOrNull } from '../times.ts';

/** The wall of an event for its file. What came after its voters were read belongs to a later file, or it could not be taken back. */
export async function postLines(store: Store, id: EventId, voters: ReadonlySet<number>): Promise<object[]> {
  const posts = await store.posts.ofEvent(id);
  return posts
    .filter(({ post }) => voters.has(post.voter))
    .map(({ post, backers }) => ({
      ...post,
      answeredAt: isoOrNull(post.answeredAt),
      createdAt: iso(post.createdAt),
      backers: backers.filter((voter) => voters.has(voter)),
    }));
}

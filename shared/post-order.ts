import type { PostOnWall } from './posts.ts';

export type PostOrder = 'backed' | 'newest';

/** Where a post stands: compared part by part, the smaller first. */
type Place = readonly [part: number, rank: number, then: number, id: string];

const MARK = '~';

/** [PW6] Pinned first and answered last; between them the most backed, the older first, or the newest. */
export function comparePosts(order: PostOrder): (a: PostOnWall, b: PostOnWall) => number {
  return (a, b) => comparePlaces(placeOf(a, order), placeOf(b, order));
}

/** The place of a post as text, to ask for what comes after it. */
export function cursorAt(post: PostOnWall, order: PostOrder): string {
  return placeOf(post, order).join(MARK);
}

/** What comes after a cursor in a list that is in order; the list itself where there is none, and nothing for what is no cursor. */
export function postsAfter<Post extends PostOnWall>(
  sorted: readonly Post[],
  order: PostOrder,
  cursor: string | undefined,
): readonly Post[] {
  if (cursor === undefined) return sorted;
  const [part, rank, then, id] = cursor.split(MARK);
  const end: Place = [Number(part), Number(rank), Number(then), id ?? ''];
  if (end.includes(NaN)) return [];
  return sorted.filter((post) => comparePlaces(placeOf(post, order), end) > 0);
}

/** What to answer next: the first of the most backed that is neither answered nor standing there already. */
export function nextToAnswer<Post extends PostOnWall>(
  posts: readonly Post[],
  staged: string | null,
): Post | undefined {
  const sorted = [...posts].sort(comparePosts('backed'));
  return sorted.find(({ id, isAnswered }) => !isAnswered && id !== staged);
}

function placeOf(post: PostOnWall, order: PostOrder): Place {
  const { id, backings, createdAt, isPinned, isAnswered } = post;
  const part = isPinned ? 0 : isAnswered ? 2 : 1;
  return order === 'backed' ? [part, -backings, createdAt, id] : [part, -createdAt, 0, id];
}

function comparePlaces(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0);
}

import type { PostOnWall } from '../../../shared/posts.ts';

/**
 * A newer list for somebody who is in the middle of the old one: down to the post they are at nothing changes its place,
 * and what is new comes below it. Without a post they are at, the newer list.
 */
export function belowTheFocus(
  shown: readonly PostOnWall[],
  newer: readonly PostOnWall[],
  at: string | undefined,
): PostOnWall[] {
  const end = shown.findIndex(({ id }) => id === at);
  if (end < 0) return [...newer];
  const fresh = new Map(newer.map((post) => [post.id, post]));
  const above = shown.slice(0, end + 1).flatMap(({ id }) => fresh.get(id) ?? []);
  const ids = new Set(above.map(({ id }) => id));
  return [...above, ...newer.filter(({ id }) => !ids.has(id))];
}

/** A page that follows, behind what is there; what moved up meanwhile stays where it was seen. */
export function withPage(shown: readonly PostOnWall[], page: readonly PostOnWall[]): PostOnWall[] {
  const ids = new Set(shown.map(({ id }) => id));
  return [...shown, ...page.filter(({ id }) => !ids.has(id))];
}

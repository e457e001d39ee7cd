import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PostId } from '../../shared/ids.ts';
import { comparePosts, cursorAt, nextToAnswer, postsAfter } from '../../shared/post-order.ts';
import type { PostOnWall } from '../../shared/posts.ts';

function aPost(id: string, fields: Partial<PostOnWall> = {}): PostOnWall {
  return {
    id: id as PostId,
    text: id,
    name: null,
    backings: 0,
    isPinned: false,
    isAnswered: false,
    createdAt: 0,
    ...fields,
  };
}

const POSTS = [
  aPost('answered', { backings: 9, isAnswered: true, createdAt: 5 }),
  aPost('old', { backings: 3, createdAt: 1 }),
  aPost('young', { backings: 3, createdAt: 2 }),
  aPost('pinned', { isPinned: true, createdAt: 0 }),
  aPost('most', { backings: 7, createdAt: 3 }),
];

const inOrder = (order: 'backed' | 'newest') => [...POSTS].sort(comparePosts(order)).map(({ id }) => id);

const anyPost = fc.record({
  id: fc.uuid().map((id) => id as PostId),
  text: fc.constant(''),
  name: fc.constant(null),
  backings: fc.nat(5),
  isPinned: fc.boolean(),
  isAnswered: fc.boolean(),
  createdAt: fc.nat(5),
});

describe('the order of the wall', () => {
  test('[PW6] pinned first, answered last, between them the most backed and the older', () => {
    expect(inOrder('backed')).toEqual(['pinned', 'most', 'old', 'young', 'answered']);
  });

  test('[PW6] or the newest', () => {
    expect(inOrder('newest')).toEqual(['pinned', 'most', 'young', 'old', 'answered']);
  });

  test('pages give every post once, whatever the posts', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyPost, { selector: ({ id }) => id, maxLength: 30 }),
        fc.constantFrom('backed' as const, 'newest' as const),
        fc.integer({ min: 1, max: 7 }),
        (posts, order, size) => {
          const sorted = [...posts].sort(comparePosts(order));
          const seen: PostOnWall[] = [];
          for (let cursor: string | undefined; ;) {
            const page = postsAfter(sorted, order, cursor).slice(0, size);
            seen.push(...page);
            const last = page.at(-1);
            if (!last) break;
            cursor = cursorAt(last, order);
          }
          expect(seen).toEqual(sorted);
        },
      ),
    );
  });

  test('what is no cursor has nothing after it', () => {
    expect(postsAfter(POSTS, 'backed', 'nonsense')).toEqual([]);
  });

  test('the next to answer is the first that is neither answered nor on the screen', () => {
    expect(nextToAnswer(POSTS, null)?.id).toBe('pinned');
    expect(nextToAnswer(POSTS, 'pinned')?.id).toBe('most');
    expect(nextToAnswer([aPost('done', { isAnswered: true })], null)).toBeUndefined();
  });
});

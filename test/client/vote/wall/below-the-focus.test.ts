import { describe, expect, test } from 'vitest';
import { belowTheFocus, withPage } from '../../../../client/vote/wall/below-the-focus.ts';
import type { PostOnWall } from '../../../../shared/posts.ts';
import type { PostId } from '../../../../shared/ids.ts';

function posts(...ids: string[]): PostOnWall[] {
  return ids.map((id, at) => ({
    id: id as PostId,
    text: id,
    name: null,
    backings: at,
    isPinned: false,
    isAnswered: false,
    createdAt: 0,
  }));
}
const idsOf = (list: PostOnWall[]) => list.map(({ id }) => id).join('');

describe('a newer list of the wall', () => {
  test('is taken as it is where nobody is at a post', () => {
    expect(idsOf(belowTheFocus(posts('a', 'b'), posts('b', 'c', 'a'), undefined))).toBe('bca');
    expect(idsOf(belowTheFocus(posts('a', 'b'), posts('b', 'c'), 'gone'))).toBe('bc');
  });

  test('changes no place down to the post somebody is at; what is new comes below', () => {
    expect(idsOf(belowTheFocus(posts('a', 'b', 'c'), posts('n', 'c', 'b', 'a'), 'b'))).toBe('abnc');
  });

  test('has what is known of each now, and without those that are gone', () => {
    const newer = posts('n', 'b');
    expect(belowTheFocus(posts('a', 'b'), newer, 'b')).toEqual([newer[1], newer[0]]);
  });

  test('a page that follows brings nothing twice', () => {
    expect(idsOf(withPage(posts('a', 'b'), posts('b', 'c')))).toBe('abc');
  });
});

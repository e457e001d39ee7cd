import { expect, test } from 'vitest';
import type { PresenterConnection } from '../../client/connection.svelte.ts';
import { LiveWall } from '../../client/ui/live-wall.svelte.ts';
import type { PostId } from '../../shared/ids.ts';
import type { PostOnWall } from '../../shared/posts.ts';
import { ok, refused } from '../../shared/result.ts';
import { LOBBY, type Stage } from '../../shared/stage.ts';
import type { WallDesk } from '../../shared/wall.ts';

function aPost(id: string, backings: number, isAnswered = false): PostOnWall {
  return { id: id as PostId, text: id, name: null, backings, isPinned: false, isAnswered, createdAt: 0 };
}

const POSTS = [aPost('a', 9), aPost('b', 5), aPost('c', 7, true)];

function aDesk(stage: Partial<Stage>, more: Partial<WallDesk> = {}, answer: unknown = ok(null)) {
  const asked: [string, object][] = [];
  const connection = {
    state: { stage: { ...LOBBY, ...stage } },
    wall: { version: 3, posts: POSTS, total: 3, askers: 2, staged: null, queue: null, ...more },
    request: async (name: string, payload: object) => {
      asked.push([name, payload]);
      return answer;
    },
  };
  return { desk: new LiveWall(connection as unknown as PresenterConnection), asked };
}

test('next question is the most backed that is not answered and not there yet', async () => {
  const [a] = POSTS;
  const { desk, asked } = aDesk({ view: 'wall', postId: 'a' as PostId }, { staged: a ?? null });
  expect([desk.staged?.id, desk.nextUp?.id]).toEqual(['a', 'b']);
  await desk.next();
  expect(asked).toEqual([['stage:put', { view: 'wall', postId: 'b' }]]);
});

test('answered is said of the one that stands large, and taken back', async () => {
  const { desk, asked } = aDesk({ view: 'wall', postId: 'c' as PostId }, { staged: POSTS[2] ?? null });
  await desk.toggleAnswered();
  expect(asked).toEqual([['post:moderate', { postId: 'c', answered: false }]]);
});

test('away from the wall nothing stands large, and answered means nothing', async () => {
  const { desk, asked } = aDesk({ view: 'lobby' }, { staged: POSTS[0] ?? null });
  await desk.toggleAnswered();
  expect([desk.staged, desk.isOnStage, asked]).toEqual([null, false, []]);
});

test('where all are answered there is no next, and what went wrong is said', async () => {
  const { desk, asked } = aDesk({ view: 'wall' }, { posts: [aPost('c', 7, true)] }, refused('FORBIDDEN'));
  await desk.next();
  expect(asked).toEqual([]);
  await desk.showList();
  expect(desk.problem).toBe('You may not do that here.');
});

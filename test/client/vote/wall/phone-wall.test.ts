import { expect, test } from 'vitest';
import { PhoneWall } from '../../../../client/vote/wall/phone-wall.svelte.ts';
import type { VoterConnection } from '../../../../client/voter-connection.svelte.ts';
import type { EventId, PostId } from '../../../../shared/ids.ts';
import type { PostOnWall, PostWithState } from '../../../../shared/posts.ts';
import { ok, refused, type Result } from '../../../../shared/result.ts';
import type { MyPosts, WallPage } from '../../../../shared/wall.ts';
import { keptIn } from '../../line/kept.ts';

function aPost(id: string, backings = 0): PostWithState {
  const post: PostOnWall = {
    id: id as PostId,
    text: `${id}?`,
    name: null,
    backings,
    isPinned: false,
    isAnswered: false,
    createdAt: 0,
  };
  return { ...post, state: 'shown' };
}

const aPage = (...posts: PostOnWall[]): WallPage & MyPosts => ({
  version: 1,
  order: 'backed',
  total: posts.length,
  posts,
  next: null,
  mine: [],
  backed: [],
});

/** A wall whose server answers what it is given for each message. */
function aWall(answers: Record<string, unknown> = {}) {
  const hear: Record<string, (payload: never) => void> = {};
  const asked: [string, object][] = [];
  const connection = {
    store: keptIn(new Map()),
    eventId: 'e' as EventId,
    line: 'live',
    ask: async (name: string, payload: object) => {
      asked.push([name, payload]);
      return answers[name] as Result<unknown> | undefined;
    },
    listen: (name: string, listener: (payload: never) => void) => (hear[name] = listener),
  };
  const wall = new PhoneWall(connection as unknown as VoterConnection);
  const tell = (name: string, payload: unknown) => hear[name]?.(payload as never);
  return { wall, asked, tell };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

test('a question is one line, with a name only where names are taken and one is written', async () => {
  const { wall, asked } = aWall();
  [wall.text, wall.name] = ['  Why\nthis? ', ' Ada '];
  expect(wall.ask(true)).toBe(true);
  wall.text = 'How?';
  expect(wall.ask(false)).toBe(true);
  expect(wall.pending).toMatchObject([{ text: 'Why this?', name: 'Ada' }, { text: 'How?' }]);
  expect(wall.pending[1]).not.toHaveProperty('name');
  expect(wall.pending[0]?.id).toMatch(/^[\da-hjkmnp-tv-z]{20}$/);
  expect([wall.text, asked[0]?.[0]]).toEqual(['', 'post:ask']);
});

test('an empty field asks nothing', () => {
  const { wall, asked } = aWall();
  wall.text = ' \n ';
  expect([wall.ask(true), asked]).toEqual([false, []]);
});

test('what was taken is said, and stands on the wall of this phone at once', async () => {
  const { wall } = aWall({ 'post:ask': ok(aPost('a')) });
  wall.text = 'a?';
  wall.ask(true);
  await turn();
  expect([wall.said, wall.posts.map(({ id }) => id)]).toEqual(['Your question is on the wall.', ['a']]);
  expect([wall.mine.length, wall.pending]).toEqual([1, []]);
});

test('one that waits is said to wait, and when it is shown that is said too', async () => {
  const waiting = { ...aPost('a'), state: 'waiting' as const };
  const { wall, tell } = aWall({ 'post:ask': ok(waiting) });
  wall.text = 'a?';
  wall.ask(true);
  await turn();
  expect([wall.said, wall.posts]).toEqual(['The host reads your question first.', []]);
  tell('posts:mine', { mine: [aPost('a')], backed: [] });
  expect(wall.said).toBe('Your question is on the wall.');
});

test('a refused question comes back into the field', async () => {
  const { wall } = aWall({ 'post:ask': refused('STATE_CONFLICT') });
  wall.text = 'a?';
  wall.ask(true);
  await turn();
  expect(wall.refused).toMatchObject({ post: { text: 'a?' }, refusal: { code: 'STATE_CONFLICT' } });
  wall.takeBack();
  expect([wall.text, wall.refused]).toEqual(['a?', null]);
});

test('backing counts at once, and is taken back where it was not counted', async () => {
  const { wall } = aWall({
    'wall:watch': ok(aPage(aPost('a', 3))),
    'post:back': ok({ postId: 'a', backings: 5 }),
  });
  await wall.watch();
  const [post] = wall.posts;
  if (!post) throw new Error('no post');
  const backing = wall.back(post);
  expect([wall.backed, wall.posts[0]?.backings]).toEqual([['a'], 4]);
  await backing;
  expect(wall.posts[0]?.backings).toBe(5);

  const lost = aWall({ 'wall:watch': ok(aPage(aPost('a', 3))) });
  await lost.wall.watch();
  await lost.wall.back(post);
  expect([lost.wall.backed, lost.wall.posts[0]?.backings]).toEqual([[], 3]);
  expect(lost.wall.said).toBe('No answer came. That was not counted; try again.');
});

test('more pages come behind, and a change of the first leaves them', async () => {
  const { wall, tell } = aWall({
    'wall:watch': ok({ ...aPage(aPost('a')), next: 'x', total: 2 }),
    'post:list': ok({ posts: [aPost('b')], next: null }),
  });
  await wall.watch();
  await wall.more();
  tell('wall:changed', { ...aPage(aPost('a', 1)), next: 'x', total: 2 });
  expect([wall.posts.map(({ id, backings }) => `${id}${backings}`), wall.next]).toEqual([['a1', 'b0'], null]);
});

test('what is hidden goes, and a list in another order is none of ours', async () => {
  const { wall, tell } = aWall({ 'wall:watch': ok(aPage(aPost('a'), aPost('b'))) });
  await wall.watch();
  tell('wall:changed', { ...aPage(aPost('x')), order: 'newest' });
  expect(wall.posts).toHaveLength(2);
  tell('wall:changed', aPage(aPost('b')));
  expect(wall.posts.map(({ id }) => id)).toEqual(['b']);
});

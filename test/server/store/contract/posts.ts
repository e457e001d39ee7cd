import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventId, PostId } from '../../../../shared/ids.ts';
import type { Post } from '../../../../shared/posts.ts';
import type { Store } from '../../../../server/store/store.ts';
import { aPost, anAct, openRoom } from '../sample.ts';

export function describePosts(open: () => Promise<Store>): void {
  describe('posts of the wall', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const asked = (post: Post) => ({ kind: 'ask' as const, post });
    const backed = (postId: PostId, voter: number, on = true) => ({
      kind: 'back' as const,
      postId,
      voter,
      on,
    });

    test('are given back as they were asked, oldest first, with who backs them', async () => {
      const { event } = await openRoom(store);
      const late = aPost(event.id, { createdAt: 20, name: 'Ada', state: 'waiting' });
      const early = aPost(event.id, { createdAt: 10, isPinned: true, answeredAt: 30 });
      const writes = [
        asked(late),
        asked(early),
        backed(early.id, 3),
        backed(early.id, 2),
        backed(early.id, 2),
      ];
      expect(await store.posts.writeAll(writes)).toEqual([true, true, true, true, true]);
      expect(await store.posts.ofEvent(event.id)).toEqual([
        { post: early, backers: [2, 3] },
        { post: late, backers: [] },
      ]);
      expect(await store.posts.eventOf(late.id)).toBe(event.id);
    });

    test('a backing is taken back, also one that never was', async () => {
      const { event } = await openRoom(store);
      const post = aPost(event.id);
      await store.posts.writeAll([asked(post), backed(post.id, 1), backed(post.id, 2)]);
      await store.posts.writeAll([backed(post.id, 1, false), backed(post.id, 9, false)]);
      expect(await store.posts.ofEvent(event.id)).toEqual([{ post, backers: [2] }]);
    });

    test('what somebody decides is kept with an act, the text as it was', async () => {
      const { event } = await openRoom(store);
      const post = aPost(event.id, { state: 'waiting' });
      const decided: Post = { ...post, state: 'shown', isPinned: true, answeredAt: 9 };
      const act = anAct(event.id, { what: 'post:moderate' });
      await store.posts.writeAll([
        asked(post),
        { kind: 'moderate', post: { ...decided, text: 'Else' }, act },
      ]);
      expect(await store.posts.ofEvent(event.id)).toEqual([{ post: decided, backers: [] }]);
      expect((await store.acts.ofEvent(event.id, 1))[0]?.what).toBe('post:moderate');
    });

    test('one that cannot be done leaves the others of its group', async () => {
      const { event } = await openRoom(store);
      const [post, other] = [aPost(event.id), aPost(event.id)];
      const foreign = aPost('nowhere' as EventId);
      const nobodys = 'no-such-post' as PostId;
      const moderation = {
        kind: 'moderate' as const,
        post: foreign,
        act: anAct(event.id, { what: 'never' }),
      };
      const writes = [asked(post), asked({ ...post, text: 'Again' }), asked(foreign), backed(nobodys, 1)];
      const done = await store.posts.writeAll([...writes, moderation, asked(other)]);
      expect(done).toEqual([true, false, false, false, false, true]);
      expect((await store.posts.ofEvent(event.id)).map((stored) => stored.post)).toEqual([post, other]);
      expect((await store.acts.ofEvent(event.id, 9)).map(({ what }) => what)).not.toContain('never');
    });

    test('are erased with their event, without those of another', async () => {
      const [erased, stays] = [await openRoom(store), await openRoom(store)];
      for (const { event } of [erased, stays]) {
        const post = aPost(event.id);
        await store.posts.writeAll([asked(post), backed(post.id, 1)]);
      }
      await store.events.erase(erased.event.id, anAct());
      const counts = [erased, stays].map(async ({ event }) => (await store.posts.ofEvent(event.id)).length);
      expect(await Promise.all(counts)).toEqual([0, 1]);
    });
  });
}

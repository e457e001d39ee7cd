import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PostCourier } from '../../../client/line/post-courier.ts';
import { hasKeptPosts } from '../../../client/line/kept-posts.ts';
import { PostOutbox } from '../../../client/line/post-outbox.ts';
import type { EventId, PostId } from '../../../shared/ids.ts';
import type { Asked, PostWithState } from '../../../shared/posts.ts';
import { ok, refused, type Result } from '../../../shared/result.ts';
import { keptIn } from './kept.ts';

const E = 'e' as EventId;

/** A phone without a page; what is sent is answered as it stands in `answers`, then with yes. */
function aPhone(kept = new Map<string, string>()) {
  const outbox = new PostOutbox(keptIn(kept), E);
  const phone = {
    kept,
    outbox,
    isLive: true,
    sent: [] as string[],
    asked: [] as string[],
    refused: [] as string[],
    answers: [] as (Result<PostWithState> | undefined)[],
    say: (id: string) => outbox.put({ id: id as PostId, text: `${id}?` }),
    courier: undefined as unknown as PostCourier,
  };
  phone.courier = new PostCourier(outbox, {
    isLive: () => phone.isLive,
    send: async (post: Asked) => {
      phone.sent.push(post.id);
      return phone.answers.length > 0 ? phone.answers.shift() : ok(post as PostWithState);
    },
    random: () => 0,
    asked: ({ id }) => phone.asked.push(id),
    refused: ({ id }, { code }) => phone.refused.push(`${id} ${code}`),
    changed: () => {},
  });
  return phone;
}

const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a question is kept before it is sent, through a reload, and gone when it was taken', async () => {
  const phone = aPhone();
  phone.isLive = false;
  phone.say('a');
  phone.courier.carry();
  await settled();
  expect(phone.sent).toEqual([]);
  expect(hasKeptPosts(keptIn(phone.kept), E)).toBe(true);
  const again = aPhone(phone.kept);
  again.courier.carry();
  await settled();
  expect([again.sent, again.asked, again.outbox.pending]).toEqual([['a'], ['a'], []]);
  expect(hasKeptPosts(keptIn(phone.kept), E)).toBe(false);
});

test('questions go one after the other, in order', async () => {
  const phone = aPhone();
  phone.say('a');
  phone.say('b');
  phone.courier.carry();
  phone.courier.carry();
  await settled();
  expect(phone.sent).toEqual(['a', 'b']);
});

test('without an answer, or with "later", it is sent again by the same id, in a while', async () => {
  const phone = aPhone();
  phone.answers.push(undefined, refused('RATE_LIMITED'));
  phone.say('a');
  phone.courier.carry();
  await settled();
  expect([phone.sent, phone.outbox.pending.length]).toEqual([['a'], 1]);
  await vi.advanceTimersByTimeAsync(500);
  expect(phone.sent).toEqual(['a', 'a']);
  await vi.advanceTimersByTimeAsync(500);
  expect([phone.sent, phone.asked, phone.outbox.pending]).toEqual([['a', 'a', 'a'], ['a'], []]);
});

test('one that is refused for good is told and holds up no other', async () => {
  const phone = aPhone();
  phone.answers.push(refused('STATE_CONFLICT'));
  phone.say('a');
  phone.say('b');
  phone.courier.carry();
  await settled();
  expect([phone.refused, phone.asked, phone.outbox.pending]).toEqual([['a STATE_CONFLICT'], ['b'], []]);
});

test('what stands there and cannot be read is no question', () => {
  const kept = new Map([['askagain.posts.e', '{"cut off']]);
  expect(hasKeptPosts(keptIn(kept), E)).toBe(false);
  expect(new PostOutbox(keptIn(kept), E).pending).toEqual([]);
});

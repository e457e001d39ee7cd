import { describe, expect, test } from 'vitest';
import type { EventId, PostId } from '../../shared/ids.ts';
import { isSamePost, mayAsk, moderated, newPost, onWall, type Post } from '../../shared/posts.ts';
import { postBody } from '../../shared/schemas.ts';

const eventId = 'event' as EventId;
const OPEN = { isOpen: true, names: 'optional', isModerated: false } as const;

function aPost(fields: Partial<Post> = {}): Post {
  const post = newPost({ id: 'p' as PostId, text: 'Why?' }, { eventId, voter: 1, createdAt: 1000 }, OPEN);
  return { ...post, ...fields };
}

function textOf(text: string): unknown {
  const read = postBody.safeParse({ text });
  return read.success ? read.data.text : 'refused';
}

describe('a post', () => {
  test.each([
    ['  Why\n\nthis?\t', 'Why this?'],
    ['x'.repeat(280), 'x'.repeat(280)],
    ['x'.repeat(281), 'refused'],
    [' \n ', 'refused'],
    ['nul\0', 'refused'],
  ])('[PW1] %j is kept as one paragraph of 1 to 280 characters', (given, kept) => {
    expect(textOf(given)).toBe(kept);
  });

  test('[PW1] a name stands only where names are taken', () => {
    const asked = { id: 'p' as PostId, text: 'Why?', name: 'Ada' };
    const of = { eventId, voter: 1, createdAt: 5 };
    expect(newPost(asked, of, OPEN).name).toBe('Ada');
    expect(newPost(asked, of, { ...OPEN, names: 'never' }).name).toBeNull();
  });

  test('[PW2] is the same with its id, its text and its asker', () => {
    const post = aPost();
    expect(isSamePost(post, post)).toBe(true);
    expect(isSamePost(post, { ...post, text: 'How?' })).toBe(false);
    expect(isSamePost(post, { ...post, voter: 2 })).toBe(false);
  });

  test('[PW3] waits where it is read first', () => {
    const asked = { id: 'p' as PostId, text: 'Why?' };
    const of = { eventId, voter: 1, createdAt: 5 };
    expect(newPost(asked, of, OPEN).state).toBe('shown');
    expect(newPost(asked, of, { ...OPEN, isModerated: true }).state).toBe('waiting');
  });

  test('[PW4] is shown, hidden, pinned and answered apart from each other', () => {
    const shown = moderated(aPost({ state: 'waiting' }), { state: 'shown' }, 7);
    const answered = moderated(shown, { answered: true }, 8);
    const hidden = moderated(answered, { state: 'hidden', pinned: true }, 9);
    expect([shown.state, answered.answeredAt, hidden.state]).toEqual(['shown', 8, 'hidden']);
    expect(hidden).toMatchObject({ isPinned: true, answeredAt: 8 });
    expect(moderated(hidden, { answered: false }, 10).answeredAt).toBeNull();
  });

  test('[PW4] stays the same post where nothing changes, and was answered when it first was', () => {
    const post = aPost({ answeredAt: 5 });
    expect(moderated(post, { state: 'shown', pinned: false, answered: true }, 9)).toBe(post);
  });

  test('[PW7] shows neither who asked nor who backs it', () => {
    expect(onWall(aPost({ answeredAt: 3 }), 4)).toEqual({
      id: 'p',
      text: 'Why?',
      name: null,
      backings: 4,
      isPinned: false,
      isAnswered: true,
      createdAt: 1000,
    });
  });
});

describe('how much is asked', () => {
  const at = (times: number[]) => times.map((createdAt) => ({ createdAt }));
  const codeOf = (result: ReturnType<typeof mayAsk>) => (result.ok ? 'ok' : result.error.code);

  test('[PW8] five in a minute, and the next a minute after the first', () => {
    const five = at([10_000, 11_000, 12_000, 13_000, 14_000]);
    expect(codeOf(mayAsk(five.slice(1), 4, 20_000))).toBe('ok');
    expect(codeOf(mayAsk(five, 5, 20_000))).toBe('RATE_LIMITED');
    expect(codeOf(mayAsk(five, 5, 69_999))).toBe('RATE_LIMITED');
    expect(codeOf(mayAsk(five, 5, 70_000))).toBe('ok');
  });

  test('[PW8] thirty in all, and five thousand of an event', () => {
    const many = at(Array.from({ length: 30 }, (_, index) => index * 60_000));
    expect(codeOf(mayAsk(many.slice(1), 29, 1e9))).toBe('ok');
    expect(codeOf(mayAsk(many, 30, 1e9))).toBe('STATE_CONFLICT');
    expect(codeOf(mayAsk([], 4999, 0))).toBe('ok');
    expect(codeOf(mayAsk([], 5000, 0))).toBe('STATE_CONFLICT');
  });

  test('[PW8] a clock that was set back shuts nobody out', () => {
    expect(codeOf(mayAsk(at([5e6, 5e6, 5e6, 5e6, 5e6]), 5, 1e6))).toBe('ok');
  });
});

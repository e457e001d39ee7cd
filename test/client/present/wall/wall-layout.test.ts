import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NARROW, WIDE } from '../../../../client/present/stage-frame.ts';
import { wallLayout } from '../../../../client/present/wall/wall-layout.ts';
import { linesOf } from '../../../../client/ui/text-fit.ts';
import type { PostId } from '../../../../shared/ids.ts';
import type { PostOnWall } from '../../../../shared/posts.ts';
import { measure } from '../../ui/measure.ts';

function aPost(text: string): PostOnWall {
  return {
    id: text as PostId,
    text,
    name: null,
    backings: 3,
    isPinned: false,
    isAnswered: false,
    createdAt: 0,
  };
}

const words = fc
  .array(fc.stringMatching(/^[a-zW]{1,14}$/), { minLength: 1, maxLength: 45 })
  .map((parts) => parts.join(' ').slice(0, 280).trim());

describe('the wall on the stage', () => {
  test('a short question stands as large as can be, with two others under it', () => {
    const others = ['Who owns it?', 'Why?', 'When?'].map(aPost);
    const { large, rows } = wallLayout(aPost('Is it?'), others, WIDE, measure);
    expect(large?.size).toBe(108);
    expect(rows.map(({ post }) => post.text)).toEqual(['Who owns it?', 'Why?']);
  });

  test('alone, the list has as many as there is room for', () => {
    const others = Array.from({ length: 20 }, (_, n) => aPost(`Question ${n}?`));
    const { large, rows } = wallLayout(null, others, WIDE, measure);
    expect([large, rows.length, rows[0]?.size]).toEqual([null, 7, 50]);
  });

  test('nothing stands smaller than can be read', () => {
    const longest = aPost('x'.repeat(280));
    const { large, rows } = wallLayout(longest, [longest], NARROW, measure);
    expect(large?.size).toBeGreaterThanOrEqual(44);
    for (const { size } of rows) expect(size).toBeGreaterThanOrEqual(36);
  });

  test('whatever is asked, all of it fits', () => {
    fc.assert(
      fc.property(
        words,
        fc.array(words, { maxLength: 9 }),
        fc.boolean(),
        fc.boolean(),
        (text, more, isLarge, isWide) => {
          const frame = isWide ? WIDE : NARROW;
          const { large, rows } = wallLayout(isLarge ? aPost(text) : null, more.map(aPost), frame, measure);
          const style = { weight: 520, tracking: -0.014 };
          const list = rows.map(({ post, size }) => {
            const lines = linesOf(post.text, (frame.main - 124) / size, style, measure);
            return lines * size * 1.16 + 50;
          });
          const top = 52 + 58 + (large ? large.height + 78 : 0);
          expect(top + list.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(frame.height);
        },
      ),
    );
  });
});

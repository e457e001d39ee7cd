import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, escapeXml, textAt } from '../../../shared/charts/svg.ts';
import { cutText, textWidth, wrapText } from '../../../shared/charts/text-width.ts';

test('no text leaves its element or its attribute', () => {
  const bad = `</text><script>alert("1")</script>' onload='x`;
  expect(textAt(0, 0, bad, { size: 10, fill: bad })).not.toMatch(/<script|<\/text><|' onload=|" onload=/);
  expect(escapeXml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
});

test('what XML cannot carry is replaced', () => {
  expect(escapeXml('a\u0000b\u0008c\ud800d\ufffe')).toBe('a\ufffdb\ufffdc\ufffdd\ufffd');
  expect(escapeXml('tab\tand 😀')).toBe('tab\tand 😀');
});

test('an attribute that is undefined is not written, numbers are rounded', () => {
  expect(element('path', { d: 'M0 0', x: 1.23456, fill: undefined })).toBe('<path d="M0 0" x="1.23"/>');
});

test('lines of a wrapped text fit, and no letter is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 40, max: 400 }), (text, width) => {
      const lines = wrapText(text, { width, size: 16 });
      const bare = (some: string) => some.replace(/\s+/g, '');
      expect(bare(lines.join(''))).toBe(bare(text));
      for (const line of lines)
        if ([...line].length > 1) expect(textWidth(line, 16)).toBeLessThanOrEqual(width);
    }),
  );
});

test('what has too many lines, or is too long for one, ends in “…”', () => {
  expect(wrapText('one two three four five', { width: 60, size: 16, most: 2 })).toHaveLength(2);
  expect(wrapText('one two three four five', { width: 60, size: 16, most: 2 }).at(-1)).toMatch(/…$/);
  expect(cutText('a long name of a role', { width: 60, size: 16 })).toMatch(/^a .*…$/);
  expect(cutText('short', { width: 60, size: 16 })).toBe('short');
});

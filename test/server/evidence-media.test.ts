import { expect, test } from 'vitest';
import { mediaTypeOf } from '../../server/evidence-media.ts';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['image/png', '\x89PNG\r\n\x1a\n\x00\x00'],
  ['image/jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
  ['image/webp', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
  ['application/pdf', '%PDF-1.7\n'],
])('%s is told by how it begins', (kind, beginning) => {
  expect(mediaTypeOf(bytesOf(beginning))).toBe(kind);
  expect(mediaTypeOf(bytesOf(`\x00${beginning}`))).toBeUndefined();
  expect(mediaTypeOf(bytesOf(beginning.slice(0, 2)))).toBeUndefined();
});

test.each(['', 'GIF89a', '<svg xmlns="">', 'RIFF\x24\x00\x00\x00WAVE', '<!doctype html>'])(
  '“%s” is none',
  (beginning) => {
    expect(mediaTypeOf(bytesOf(beginning))).toBeUndefined();
  },
);

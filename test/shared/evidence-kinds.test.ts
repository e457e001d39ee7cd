import { expect, test } from 'vitest';
import { evidenceKindOf } from '../../shared/evidence-kinds.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

test.each([
  ['image/png', '\x89PNG\r\n\x1a\n\x00\x00'],
  ['image/jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
  ['image/webp', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
  ['application/pdf', '%PDF-1.7\n'],
])('%s is told by how it begins', (kind, beginning) => {
  expect(evidenceKindOf(bytesOf(beginning))).toBe(kind);
  expect(evidenceKindOf(bytesOf(`\x00${beginning}`))).toBeUndefined();
  expect(evidenceKindOf(bytesOf(beginning.slice(0, 2)))).toBeUndefined();
});

test.each(['', 'GIF89a', '<svg xmlns="">', 'RIFF\x24\x00\x00\x00WAVE', '<!doctype html>'])(
  '“%s” is none',
  (beginning) => {
    expect(evidenceKindOf(bytesOf(beginning))).toBeUndefined();
  },
);

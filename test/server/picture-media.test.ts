import { expect, test } from 'vitest';
import { pictureMedia } from '../../server/picture-media.ts';
import { aPng } from './a-picture.ts';

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex');

/** After other segments, as cameras write them. */
const JPEG = hex('ffd8 ffe0 0004 0000 ffc4 0003 00 ff ffc2 000b 08 0120 0200 01 012200 ffd9');
const webp = (chunk: string) =>
  Buffer.concat([Buffer.from('RIFF\x20\0\0\0WEBP', 'latin1'), hex(chunk), Buffer.alloc(8)]);

test.each([
  ['image/png', aPng(640, 360), 640, 360],
  ['image/jpeg', JPEG, 512, 288],
  ['image/webp', webp('56503820 0a000000 000000 9d012a 8002 6801'), 640, 360],
  ['image/webp', webp('5650384c 0a000000 2f 7fc25900'), 640, 360],
  ['image/webp', webp('56503858 0a000000 00000000 7f0200 670100'), 640, 360],
])('%s has its size in its own bytes', (mediaType, bytes, width, height) => {
  expect(pictureMedia(bytes)).toEqual({ mediaType, width, height });
});

test.each([
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['a picture that ends too early', aPng().subarray(0, 20)],
  ['a JPEG without a frame', JPEG.subarray(0, 10)],
  ['one without pixels', aPng(0, 4)],
  ['one larger than any screen', aPng(9000, 1)],
  ['nothing', Buffer.alloc(0)],
])('%s is no picture', (_what, bytes) => {
  expect(pictureMedia(bytes)).toBeUndefined();
});

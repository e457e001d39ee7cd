import { PICTURE_TYPES, type PictureType } from '../shared/picture.ts';
import { mediaTypeOf } from './evidence-media.ts';

interface Size {
  width: number;
  height: number;
}

/** Larger than any projector's, and still drawn at once by an old phone. */
const MOST_SIDE = 8192;

/** What a file is and how large, by its bytes; undefined where it is no picture of ours. */
export function pictureMedia(bytes: Buffer): ({ mediaType: PictureType } & Size) | undefined {
  const found = mediaTypeOf(bytes);
  const mediaType = PICTURE_TYPES.find((type) => type === found);
  const size = mediaType && sizeOf(mediaType, bytes);
  if (!mediaType || !size || !isSide(size.width) || !isSide(size.height)) return undefined;
  return { mediaType, ...size };
}

function isSide(pixels: number): boolean {
  return pixels >= 1 && pixels <= MOST_SIDE;
}

/** A file that ends too early has no size. */
function sizeOf(type: PictureType, bytes: Buffer): Size | undefined {
  try {
    return SIZES[type](bytes);
  } catch {
    return undefined;
  }
}

const SIZES: Record<PictureType, (bytes: Buffer) => Size | undefined> = {
  // The first chunk is always the header: width and height, four bytes each.
  'image/png': (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }),
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
};

/** Start-of-frame markers carry the size; these three of their range (C4, C8, CC) are something else. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];

function jpegSize(bytes: Buffer): Size | undefined {
  let at = 2;
  while (at < bytes.length) {
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** Lossy, lossless and extended files keep it in different places. */
function webpSize(bytes: Buffer): Size | undefined {
  const chunk = bytes.toString('latin1', 12, 16);
  if (chunk === 'VP8 ')
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  return undefined;
}

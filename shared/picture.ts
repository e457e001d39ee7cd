import type { PictureId } from './ids.ts';

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** As many bytes as one picture may have. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;
export const MAX_ALT = 300;

/** A picture for a stop, an option or a theme, without its bytes. Whoever has its id may see it. */
export interface Picture {
  id: PictureId;
  mediaType: PictureType;
  /** In its own pixels. */
  width: number;
  height: number;
  /** What it shows, for those who cannot see it; empty where nobody said. */
  alt: string;
  size: number;
  sha256: string;
  /** Integer milliseconds. */
  addedAt: number;
}

/** Where a picture's bytes are; phones and screens need no token for it. */
export function pictureUrl(id: PictureId): string {
  return `/api/v1/pictures/${id}`;
}

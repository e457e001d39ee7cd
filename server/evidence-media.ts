import type { Evidence } from '../shared/data-point.ts';

type MediaType = Evidence['mediaType'];

interface Media {
  ending: string;
  /** What people call it. */
  name: string;
  isStartOf(bytes: Buffer): boolean;
}

/** As many bytes as one picture or document may have: a phone's photo, a report of some pages. */
export const MOST_EVIDENCE_BYTES = 5 * 1024 * 1024;

/** The kinds of files that are kept as evidence, each known by how it begins. */
export const EVIDENCE_MEDIA: Record<MediaType, Media> = {
  'image/png': { ending: 'png', name: 'PNG', isStartOf: begins('\x89PNG\r\n\x1a\n') },
  'image/jpeg': { ending: 'jpg', name: 'JPEG', isStartOf: begins('\xff\xd8\xff') },
  'image/webp': {
    ending: 'webp',
    name: 'WebP',
    isStartOf: (bytes) => begins('RIFF')(bytes) && begins('WEBP')(bytes.subarray(8)),
  },
  'application/pdf': { ending: 'pdf', name: 'PDF', isStartOf: begins('%PDF-') },
};

/** What a file is, by its bytes and never by what it is said to be. */
export function mediaTypeOf(bytes: Buffer): MediaType | undefined {
  const types = Object.keys(EVIDENCE_MEDIA) as MediaType[];
  return types.find((type) => EVIDENCE_MEDIA[type].isStartOf(bytes));
}

export function isEvidenceMedia(type: string): type is MediaType {
  return Object.hasOwn(EVIDENCE_MEDIA, type);
}

function begins(start: string): (bytes: Buffer) => boolean {
  const expected = Buffer.from(start, 'latin1');
  return (bytes) => bytes.subarray(0, expected.length).equals(expected);
}

import type { Evidence } from './data-point.ts';

/** As many bytes as one picture or document may have: a phone's photo, a report of some pages. */
export const MOST_EVIDENCE_BYTES = 5 * 1024 * 1024;

const ANY = -1;
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** How a file of each kind begins. A WebP says how long it is between its two words. */
const BEGINNINGS: Record<Evidence['mediaType'], number[]> = {
  'image/png': [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/webp': [...ascii('RIFF'), ANY, ANY, ANY, ANY, ...ascii('WEBP')],
  'application/pdf': ascii('%PDF-'),
};

/** What kind of file the bytes say they are, whatever its name says; undefined: none that is kept as evidence. */
export function evidenceKindOf(bytes: Uint8Array): Evidence['mediaType'] | undefined {
  const kinds = Object.keys(BEGINNINGS) as Evidence['mediaType'][];
  return kinds.find((kind) => BEGINNINGS[kind].every((byte, at) => byte === ANY || byte === bytes[at]));
}

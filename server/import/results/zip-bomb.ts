import { inflateRawSync } from 'node:zlib';
import { Refused } from '../../../shared/result.ts';

/** Far more than a room's answers take. */
const MOST_UNPACKED = 32 * 1024 * 1024;
const MOST_ROW = 100_000;
const MOST_COLUMN_LETTERS = 2;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

interface Entry {
  name: string;
  isStored: boolean;
  packed: number;
  unpacked: number;
  at: number;
}

/** The names in a ZIP file. Refuses one that unpacks to more than it says or than is sane, and sheets of endless size. */
export function checkedNames(bytes: Buffer): string[] {
  let left = MOST_UNPACKED;
  const entries = entriesOf(bytes);
  for (const entry of entries) {
    const content = unpack(bytes, entry, left);
    left -= content.length;
    if (/\/worksheets\/[^/]+\.xml$/.test(entry.name)) refuseEndless(content.toString('latin1'));
  }
  return entries.map(({ name }) => name);
}

function unpack(bytes: Buffer, { isStored, packed, unpacked, at }: Entry, most: number): Buffer {
  if (unpacked > most) throw tooLarge();
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const content = bytes.subarray(start, start + packed);
  const whole = isStored ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) });
  if (whole.length !== unpacked) throw new RangeError('an entry is not as long as it says');
  return whole;
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = endOf(bytes);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new RangeError('a broken list of entries');
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    entries.push({
      name,
      isStored: bytes.readUInt16LE(at + 10) === 0,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + bytes.readUInt16LE(at + field), 0);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const last = bytes.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (bytes.readUInt32LE(at) === END) return at;
  throw new RangeError('no end of a ZIP file');
}

/** One cell at the far end of a sheet makes a reader build all the rows and columns before it. */
function refuseEndless(xml: string): void {
  for (const [, letters = '', row = ''] of xml.matchAll(/\br=["']([A-Za-z]*)(\d+)["']/g))
    if (letters.length > MOST_COLUMN_LETTERS || Number(row) > MOST_ROW) throw tooLarge();
}

function tooLarge(): Refused {
  return new Refused(
    'TOO_LARGE',
    'Unpacked, this file is far larger than results of a room are. Nothing was stored.',
  );
}

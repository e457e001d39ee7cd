import { Refused } from '../../../shared/result.ts';

/** Files that people take for tables, by how they begin. */
const OTHERS: [string, string][] = [
  ['a PNG picture', '\x89PNG'],
  ['a JPEG picture', '\xff\xd8\xff'],
  ['a GIF picture', 'GIF8'],
  ['a PDF', '%PDF-'],
  ['a file of an old Excel (XLS): save it as XLSX first', '\xd0\xcf\x11\xe0'],
  ['a GZIP archive', '\x1f\x8b'],
];
const MARKS_OF_UTF16 = { 'utf-16le': '\xff\xfe', 'utf-16be': '\xfe\xff' };

/** The text of a file that is said to be a table. Refuses what is none, and says what it is. */
export function textOfBytes(bytes: Buffer, name: string): string {
  const begin = bytes.toString('latin1', 0, 8);
  const other = OTHERS.find(([, mark]) => begin.startsWith(mark));
  if (other) throw noTable(name, other[0]);
  const text = decoded(bytes, begin);
  if (text.includes('\0')) throw noTable(name, 'neither a text nor an XLSX file');
  return refuseOther(text, name);
}

/** The text, where it is no web page and no JSON. */
export function refuseOther(text: string, name: string): string {
  const plain = text.replace(/^\ufeff/, '');
  if (/^\s*<(!doctype|html|\?xml|head|body|svg|table)/i.test(plain)) throw noTable(name, 'a web page or XML');
  if (/^\s*[{[]\s*["{[]/.test(plain))
    throw noTable(name, 'JSON. An event that was exported from here is taken back by “askagain import”');
  return plain;
}

/** UTF-8, UTF-16 with its mark, else the Windows table of Western Europe, which takes every byte. */
function decoded(bytes: Buffer, begin: string): string {
  for (const [label, mark] of Object.entries(MARKS_OF_UTF16))
    if (begin.startsWith(mark)) return new TextDecoder(label).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function noTable(name: string, what: string): Refused {
  return new Refused('INVALID', `${name} is no file with results: it is ${what}. Nothing was stored.`);
}

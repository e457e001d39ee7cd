import type { ImportedFrom } from '../../../shared/data-point.ts';
import { Refused } from '../../../shared/result.ts';
import { MENTIMETER_COLUMNS, MENTIMETER_SHEET, readMentimeter } from './mentimeter.ts';
import { PIGEONHOLE_SHEET, readPigeonhole } from './pigeonhole.ts';
import { readPollEverywhere } from './poll-everywhere.ts';
import type { Reading } from './reading.ts';
import { rowsOfText } from './rows-of-text.ts';
import { missingColumns, type Sheet } from './sheet.ts';
import { readSlido, SLIDO_COLUMNS, SLIDO_SHEET } from './slido.ts';
import { readTable } from './table.ts';
import { refuseOther, textOfBytes } from './text-of-bytes.ts';
import { readWorkbook } from './workbook.ts';

/** A file as it came, or a table as it was pasted. */
export type Given = { name: string; bytes: Buffer } | { name: string; text: string };

export interface Recognised {
  tool: ImportedFrom['tool'];
  reading: Reading;
}

/** Sheets that say by their name whose they are. */
const SHEETS: {
  tool: ImportedFrom['tool'];
  name: string;
  columns: string[];
  read(rows: string[][]): Reading | undefined;
}[] = [
  { tool: 'mentimeter', name: MENTIMETER_SHEET, columns: MENTIMETER_COLUMNS, read: readMentimeter },
  { tool: 'slido', name: SLIDO_SHEET, columns: SLIDO_COLUMNS, read: readSlido },
  { tool: 'pigeonhole', name: PIGEONHOLE_SHEET, columns: ['Option', 'Votes'], read: readPigeonhole },
];

/** Reads a file by what it holds, whatever its name says. Refuses one that holds no results, and says why. */
export async function recognise(given: Given): Promise<Recognised> {
  if ('text' in given)
    return fromRows(rowsOfText(filled(refuseOther(given.text, given.name), given.name)), given.name);
  const { bytes, name } = given;
  if (bytes.length === 0) throw empty(name);
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04')
    return fromSheets(await readWorkbook(bytes, name), name);
  return fromRows(rowsOfText(filled(textOfBytes(bytes, name), name)), name);
}

function fromSheets(sheets: readonly Sheet[], name: string): Recognised {
  for (const { tool, name: expected, columns, read } of SHEETS) {
    const sheet = sheets.find((each) => each.name.trim().toLowerCase() === expected.toLowerCase());
    if (!sheet) continue;
    const reading = read(sheet.rows);
    if (reading) return { tool, reading };
    const missing = missingColumns(sheet.rows, columns).map((column) => `“${column}”`);
    throw new Refused(
      'INVALID',
      `The sheet “${sheet.name}” of ${name} lacks what it should have: ${missing.join(', ')}. Nothing was stored.`,
    );
  }
  const known = sheets.map(({ rows }) => byColumns(rows, name)).find((each) => each !== undefined);
  const table = known ?? sheets.map(({ rows }) => asTable(rows)).find((each) => each !== undefined);
  if (table) return table;
  const found = sheets.map((sheet) => `“${sheet.name}”`).join(', ');
  throw new Refused(
    'INVALID',
    `No results were found in ${name}: it has the sheets ${found}. Nothing was stored.`,
  );
}

function fromRows(rows: string[][], name: string): Recognised {
  const found = byColumns(rows, name) ?? asTable(rows);
  if (found) return found;
  throw new Refused(
    'INVALID',
    `No results were found in ${name}: a line needs an option and a count or a percentage. Nothing was stored.`,
  );
}

/** Two tools also give CSV; a sheet may have been renamed. */
function byColumns(rows: string[][], name: string): Recognised | undefined {
  const readings: [ImportedFrom['tool'], Reading | undefined][] = [
    ['poll-everywhere', readPollEverywhere(rows, name)],
    ['slido', readSlido(rows)],
    ['mentimeter', readMentimeter(rows)],
  ];
  return readings.flatMap(([tool, reading]) => (reading ? [{ tool, reading }] : []))[0];
}

function asTable(rows: string[][]): Recognised | undefined {
  const reading = readTable(rows);
  return reading.items.length > 0 ? { tool: 'table', reading } : undefined;
}

function filled(text: string, name: string): string {
  if (text.trim() === '') throw empty(name);
  return text;
}

function empty(name: string): Refused {
  return new Refused('INVALID', `${name} is empty. Nothing was stored.`);
}

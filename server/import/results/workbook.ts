import readSheets from 'read-excel-file/universal';
import { Refused } from '../../../shared/result.ts';
import { cellTexts } from './cell.ts';
import type { Sheet } from './sheet.ts';
import { checkedNames } from './zip-bomb.ts';

const MOST_SHEETS = 50;

/** The sheets of an XLSX file, every cell as a text. Refuses what is none, or too large, with a sentence that says so. */
export async function readWorkbook(bytes: Buffer, name: string): Promise<Sheet[]> {
  const names = attempt(() => checkedNames(bytes), name);
  if (!names.includes('xl/workbook.xml'))
    throw new Refused('INVALID', `${name} is a ZIP file, but no XLSX workbook. Nothing was stored.`);
  const sheets = await readSheets(new Uint8Array(bytes).buffer).catch(() => {
    throw broken(name);
  });
  if (sheets.length > MOST_SHEETS)
    throw new Refused('TOO_LARGE', `${name} has more than ${MOST_SHEETS} sheets. Nothing was stored.`);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: cellTexts(data.map((row) => row.map(asText))),
  }));
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
  return typeof cell === 'string' ? cell : String(cell as number | boolean);
}

function attempt<Value>(read: () => Value, name: string): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof Refused ? error : broken(name);
  }
}

function broken(name: string): Refused {
  return new Refused('INVALID', `${name} begins like an XLSX file, but it is broken. Nothing was stored.`);
}

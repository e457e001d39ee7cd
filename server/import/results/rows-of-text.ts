import { parse } from 'csv-parse/sync';
import { Refused } from '../../../shared/result.ts';
import { cellTexts } from './cell.ts';

const MOST_ROWS = 100_000;

/** Rows of a CSV or of a table pasted from somewhere, separated by tabs, semicolons or commas; never throws but for size. */
export function rowsOfText(text: string): string[][] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > MOST_ROWS)
    throw new Refused('TOO_LARGE', `This has more than ${MOST_ROWS} lines. Nothing was stored.`);
  const delimiter = separatorOf(lines);
  return cellTexts(parsed(text, delimiter) ?? lines.map((line) => line.split(delimiter)));
}

/** In quotes that do not fit each line is taken as it stands. */
function parsed(text: string, delimiter: string): string[][] | undefined {
  const options = { delimiter, trim: true, bom: true, relax_column_count: true, relax_quotes: true };
  try {
    return parse(text, { ...options, skip_empty_lines: false });
  } catch {
    return undefined;
  }
}

/** "Designer: 46,5 %" has a comma that separates nothing. */
const DECIMAL_COMMA = /:\s*\d+,\d+\s*%\s*$/;

/** What is copied from a sheet has tabs; a semicolon separates where commas are for decimals. */
function separatorOf(lines: readonly string[]): string {
  const having = (mark: string) => lines.filter((line) => line.includes(mark));
  if (having('\t').length > 0) return '\t';
  const filled = lines.filter((line) => line.trim() !== '').length;
  const semicolons = having(';').length;
  if (semicolons > 0 && semicolons * 2 >= filled) return ';';
  return having(',').every((line) => DECIMAL_COMMA.test(line)) ? '\t' : ',';
}

/** Rows of texts, as a sheet or a CSV has them: no row is undefined, an empty cell is ''. */
export interface Sheet {
  name: string;
  rows: string[][];
}

/** A row of headers and what stands under it. */
export interface Table {
  headers: string[];
  rows: string[][];
  /** What stands above the headers. */
  above: string[][];
}

/** Exports begin with titles and notes; headers stand within the first rows. */
const MOST_ABOVE = 40;

/** The table under the first row that has all these headers, in any order and case. */
export function findTable(rows: readonly string[][], needed: readonly string[]): Table | undefined {
  const at = rows.slice(0, MOST_ABOVE).findIndex((row) => needed.every((name) => columnIn(row, name) >= 0));
  const headers = rows[at];
  if (headers === undefined) return undefined;
  return { headers, rows: rows.slice(at + 1).filter(hasText), above: rows.slice(0, at).filter(hasText) };
}

/** Where the column of this name is, or of the first of these names that is there; -1 for none. */
export function columnOf({ headers }: Table, ...names: string[]): number {
  return names.map((name) => columnIn(headers, name)).find((column) => column >= 0) ?? -1;
}

/** Which of these columns are missing in the row that has most of them. */
export function missingColumns(rows: readonly string[][], needed: readonly string[]): string[] {
  const missing = rows
    .slice(0, MOST_ABOVE)
    .map((row) => needed.filter((name) => columnIn(row, name) < 0))
    .sort((a, b) => a.length - b.length);
  return missing[0] ?? [...needed];
}

/** A text as headers are compared: case, spaces and a colon at its end make no difference. */
export function plainHeader(text: string): string {
  return text
    .trim()
    .replace(/\s*:$/, '')
    .replace(/[\s_]+/g, ' ')
    .toLowerCase();
}

export function hasText(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '');
}

function columnIn(row: readonly string[], name: string): number {
  return row.findIndex((cell) => plainHeader(cell) === plainHeader(name));
}

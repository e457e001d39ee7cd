import type { Cell } from './tidy-table.ts';

/**
 * What XML cannot hold or write-excel-file drops, and what would be read as such an escape itself (ECMA-376 part 1,
 * 22.9.2.19). A carriage return would come back as a line break.
 */
const NOT_KEPT = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\ufffd|_(?=x[0-9a-fA-F]{4}_)/gu;

/** write-excel-file (4.1) looks texts up in an object: "constructor" would find what was never stored there. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A cell for write-excel-file that every spreadsheet reads back letter for letter; an empty text is an empty cell. */
export function xlsxCell(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  if (cell === '') return null;
  const kept = cell.replace(NOT_KEPT, escaped);
  return INHERITED.has(kept) ? escaped(kept.charAt(0)) + kept.slice(1) : kept;
}

function escaped(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return units.map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`).join('');
}

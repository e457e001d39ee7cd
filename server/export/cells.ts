const FORMULA_STARTS = new Set(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A text that a spreadsheet would run gets a leading `'`; nothing else of it changes. */
export function textCell(text: string | null): string {
  if (text === null) return '';
  return FORMULA_STARTS.has(text.charAt(0)) ? `'${text}` : text;
}

/** A cell of a type's own columns: what is written like a number is one; nothing stands for no answer. */
export function ownCell(value: string): string | number | null {
  if (value === '') return null;
  return NUMBER.test(value) && String(Number(value)) === value ? Number(value) : textCell(value);
}

import { readNumber, wholeNumber, type Written } from './number.ts';

/** Where a header says that counts and percentages stand; null where it says nothing. */
export interface Columns {
  count: number | null;
  share: number | null;
}

/** What was reported of one option: at least one of both numbers. */
export interface ResultLine {
  label: string;
  count?: number;
  /** 0 to 1, or more where the line says more than 100 %. */
  share?: number;
}

export type Line = { kind: 'result'; result: ResultLine } | { kind: 'total'; n: number } | { kind: 'words' };

const PEOPLE = String.raw`(?:total\s+)?(?:votes?|voters?|answers?|responses?|respondents?|participants?|people|ballots?)`;
const TOTAL_AFTER = new RegExp(String.raw`^(?:total\s*:?\s*)?(\d[\d.,' \u00a0\u202f]*?)\s*${PEOPLE}\b`, 'i');
const TOTAL_BEFORE = new RegExp(
  String.raw`^(?:total|sum|n|total\s+${PEOPLE}|number of ${PEOPLE}|${PEOPLE})\s*[:=]?$`,
  'i',
);
const TOTAL_WHOLE = new RegExp(
  String.raw`^(?:total|sum|n|total\s+${PEOPLE})\s*[:=]?\s*(\d[\d.,' \u00a0\u202f]*)$`,
  'i',
);

/** One line: an option with its numbers, how many answered, or words alone. `isSplit`: both may stand in one cell. */
export function readLine(row: readonly string[], columns: Columns, isSplit: boolean): Line {
  const cells = row.filter((cell) => cell !== '');
  const n = totalOf(cells);
  if (n !== null) return { kind: 'total', n };
  if (isTotal(cells)) return { kind: 'words' };
  const result = resultOf(row, columns) ?? (isSplit ? splitLine(cells) : null);
  return result ? { kind: 'result', result } : { kind: 'words' };
}

function isTotal([first = '', ...rest]: readonly string[]): boolean {
  return rest.length > 0 && TOTAL_BEFORE.test(first) && rest.every((cell) => readNumber(cell)?.isPercent);
}

function totalOf(cells: readonly string[]): number | null {
  const [first = '', ...rest] = cells;
  const alone = TOTAL_AFTER.exec(first)?.[1] ?? TOTAL_WHOLE.exec(first)?.[1];
  if (rest.length === 0) return alone === undefined ? null : wholeNumber(alone);
  if (!TOTAL_BEFORE.test(first)) return null;
  return rest.map(wholeNumber).find((number) => number !== null) ?? null;
}

/** The label is the first cell that is no number, or the first; a header goes before what the cells look like. */
function resultOf(row: readonly string[], columns: Columns): ResultLine | null {
  const filled = row
    .map((cell, index) => ({ cell, index, number: readNumber(cell) }))
    .filter(({ cell }) => cell !== '');
  const label = filled.find(({ number }) => number === null) ?? filled[0];
  const numbers = filled.filter((each) => each !== label);
  const count = numbers.find((each) => isCountAt(each, columns))?.number;
  const share = numbers.find((each) => isShareAt(each, columns))?.number;
  if (!label || (!count && !share)) return null;
  return {
    label: label.cell,
    ...(count ? { count: count.value } : {}),
    ...(share ? { share: tidy(share.value / 100) } : {}),
  };
}

interface Cell {
  index: number;
  number: Written | null;
}

function isCountAt({ index, number }: Cell, { count, share }: Columns): boolean {
  if (!number || number.isPercent || number.decimals > 0 || index === share) return false;
  return count === null || index === count;
}

function isShareAt({ index, number }: Cell, { share }: Columns): boolean {
  if (!number) return false;
  return share === null ? number.isPercent : index === share;
}

/** "Product Manager 46%", "Product Manager: 23" in one cell. */
function splitLine(cells: readonly string[]): ResultLine | null {
  if (cells.length !== 1) return null;
  const [, label = '', text = ''] =
    /^(.*?\S)\s*(?::|\s-|\s–|\s)\s*(\d[\d.,]*\s?%?)$/s.exec(cells[0] ?? '') ?? [];
  const number = readNumber(text);
  if (!number || !/\p{L}/u.test(label)) return null;
  if (number.isPercent) return { label, share: tidy(number.value / 100) };
  return number.decimals === 0 ? { label, count: number.value } : null;
}

/** 0.07, not 0.07000000000000001. */
function tidy(share: number): number {
  return Number(share.toPrecision(12));
}

import { readLine, type Columns, type ResultLine } from './table-line.ts';
import { unplaced, type ReadItem, type Reading } from './reading.ts';
import { hasText, plainHeader } from './sheet.ts';

const COUNT_HEADER =
  /^(count|counts|votes?|answers|responses|number( of (votes|answers|responses))?|no\. of votes|#|n)$/;
const SHARE_HEADER = /%|^(per ?cent(age)?|share)/;

/** A table of options, each with a count or a percentage; above it perhaps the question, below it perhaps the total. */
export function readTable(rows: readonly string[][]): Reading {
  const lines = rows
    .map((cells, index) => ({ cells: cells.filter((cell) => cell !== ''), line: index + 1, whole: cells }))
    .filter(({ whole }) => hasText(whole));
  const header = lines.find(({ whole }) => isHeader(whole));
  const columns = columnsOf(header?.whole);
  // "Asked in 2021" above a table of cells is no result.
  const isSplit = lines.every(({ cells }) => cells.length === 1);
  const read = lines
    .filter((each) => each !== header)
    .map(({ whole, line }) => ({
      line,
      text: whole.filter((cell) => cell !== '').join(' · '),
      ...readLine(whole, columns, isSplit),
    }));
  const results = read.flatMap((each) =>
    each.kind === 'result' ? [{ ...each.result, line: each.line }] : [],
  );
  const first = results[0]?.line ?? Infinity;
  const words = read.filter(({ kind }) => kind === 'words');
  const prompt = words.filter(({ line }) => line < first).at(-1)?.text ?? null;
  const left = words.filter(({ text }) => text !== prompt);
  const total = read.flatMap((each) => (each.kind === 'total' ? [each.n] : [])).at(-1) ?? null;
  return {
    heldOn: null,
    people: null,
    items: results.length === 0 ? [] : [itemOf(results, total, prompt)],
    unplaced: left.map(({ line, text }) => unplaced(`Line ${line}`, 'It has no number. Left out.', [text])),
  };
}

type Numbered = ResultLine & { line: number };

function itemOf(lines: readonly Numbered[], total: number | null, prompt: string | null): ReadItem {
  const isCounted = lines.every(({ count }) => count !== undefined);
  const isShared = lines.every(({ share }) => share !== undefined);
  const sum = lines.reduce((all, { count = 0 }) => all + count, 0);
  const results = lines.map(({ label, count, share }) =>
    isCounted && count !== undefined
      ? { label, count }
      : { label, ...(share === undefined ? {} : { share }) },
  );
  return {
    prompt,
    session: null,
    heldOn: null,
    kind: 'single',
    n: total ?? (isCounted ? sum : null),
    results,
    hasAllOptions: true,
    problems: [
      ...(isCounted || isShared ? [] : mixed(lines)),
      ...(isCounted ? perhapsPercent(lines, total, sum, isShared) : tooMuch(lines)),
    ],
  };
}

/** Some lines with a count only, some with a percentage only. */
function mixed(lines: readonly Numbered[]): string[] {
  const counted = lines.filter(({ share }) => share === undefined).map(({ line }) => line);
  return [
    `Some lines have a count, some a percentage: write % behind all of them, or none (line ${counted.join(', ')}).`,
  ];
}

function perhapsPercent(
  lines: readonly Numbered[],
  total: number | null,
  sum: number,
  isShared: boolean,
): string[] {
  if (sum !== 100 || total !== null || isShared || lines.length < 2) return [];
  return [
    'These come to exactly 100. They were read as counts: if they are percentages, write % behind each.',
  ];
}

/** In a single choice, by more than each line's rounding. */
function tooMuch(lines: readonly Numbered[]): string[] {
  const sum = lines.reduce((all, { share = 0 }) => all + share, 0);
  const rounding = 0.005 * lines.length + 1e-9;
  if (sum <= 1 + rounding) return [];
  const [first, last] = [lines[0]?.line, lines.at(-1)?.line];
  const percent = Number((sum * 100).toFixed(1));
  return [
    `Lines ${first} to ${last} come to ${percent}\u00a0%: of one choice per person that cannot be. If several could be chosen, bring them in under a question of that kind.`,
  ];
}

function isHeader(row: readonly string[]): boolean {
  const names = row.map(plainHeader);
  return (
    names.filter((name) => name !== '').length > 1 &&
    names.some((name) => COUNT_HEADER.test(name) || SHARE_HEADER.test(name)) &&
    !row.some((cell) => /^\d/.test(cell))
  );
}

function columnsOf(header: readonly string[] | undefined): Columns {
  const names = (header ?? []).map(plainHeader);
  const at = (pattern: RegExp) => {
    const found = names.findIndex((name) => pattern.test(name));
    return found < 0 ? null : found;
  };
  return { count: at(COUNT_HEADER), share: at(SHARE_HEADER) };
}

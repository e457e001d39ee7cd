import { readTable } from './table.ts';
import { unplaced, type ReadItem, type Reading } from './reading.ts';
import { hasText } from './sheet.ts';
import { oneDay } from './day.ts';

/** Pigeonhole's sheet *Poll Results*: under a title, a block per question with its options and their votes. */
export const PIGEONHOLE_SHEET = 'Poll Results';

/** A cell that opens a question's block: `Question: …`, `Poll question …`, `Q1: …`. */
const QUESTION = /^(?:poll\s+)?(?:question\s*\d*|q\d+)\s*[:.)]?\s*/i;
const TITLE = /^pigeonhole live|^poll (id|name|title)\b|^event\b|^session\b/i;

/** Undefined where nothing in these rows is a result. */
export function readPigeonhole(rows: readonly string[][]): Reading | undefined {
  const reading: Reading = { heldOn: oneDay(datesIn(rows)), people: null, items: [], unplaced: [] };
  for (const block of blocksOf(rows)) {
    const { items, unplaced: left } = readTable(block.rows);
    const what = block.prompt === null ? 'A block without a question' : `“${block.prompt}”`;
    const found = items.map((item): ReadItem => ({ ...item, prompt: block.prompt ?? item.prompt }));
    if (found.length > 0) reading.items.push(...found);
    else if (block.prompt !== null) reading.unplaced.push(unplaced(what, 'It has no votes. Left out.'));
    reading.unplaced.push(...left.filter(({ rows: shown }) => shown && found.length > 0));
  }
  return reading.items.length + reading.unplaced.length > 0 ? reading : undefined;
}

interface Block {
  prompt: string | null;
  rows: string[][];
}

/** A block goes from one question to the next. */
function blocksOf(rows: readonly string[][]): Block[] {
  const blocks: Block[] = [{ prompt: null, rows: [] }];
  for (const row of rows.filter((each) => !TITLE.test(each.find((cell) => cell !== '') ?? ''))) {
    const prompt = promptIn(row);
    if (prompt === null) blocks.at(-1)?.rows.push(row);
    else blocks.push({ prompt, rows: [] });
  }
  return blocks.filter((block) => block.prompt !== null || block.rows.some(hasText));
}

function promptIn(row: readonly string[]): string | null {
  const [first = '', second = '', ...more] = row.filter((cell) => cell !== '');
  if (!QUESTION.test(first) || more.length > 0) return null;
  return first.replace(QUESTION, '') || second || null;
}

function datesIn(rows: readonly string[][]): string[] {
  return rows
    .slice(0, 10)
    .flat()
    .filter((cell) => /^\d{4}-\d{2}-\d{2}/.test(cell));
}

import { groupedBy, type First } from './grouped-by.ts';
import { wholeNumber } from './number.ts';
import { unplaced, type ReadItem, type Reading } from './reading.ts';
import { columnOf, findTable, type Table } from './sheet.ts';

/** Slido's *Polls-overall*: a row per option of a poll, with how many chose it and how many voted. */
export const SLIDO_SHEET = 'Polls-overall';
export const SLIDO_COLUMNS = ['Poll ID', 'Count', 'Total Votes'];

interface Line {
  id: string;
  type: string;
  prompt: string;
  label: string;
  count: number | null;
  votes: number | null;
}

/** Undefined where these rows are not Slido's. */
export function readSlido(rows: readonly string[][]): Reading | undefined {
  const table = findTable(rows, SLIDO_COLUMNS);
  if (!table) return undefined;
  const reading: Reading = { heldOn: null, people: null, items: [], unplaced: [] };
  // A survey has several questions under one id.
  const polls = groupedBy(linesOf(table), ({ id, prompt }) => JSON.stringify([id, prompt]));
  for (const lines of polls.values()) place(reading, lines);
  return reading;
}

function place(reading: Reading, lines: First<Line>): void {
  const [{ prompt, type, id }] = lines;
  const what = `“${prompt || `Poll ${id}`}”`;
  const shown = lines.map(({ label, count }) => `${label} · ${count ?? ''}`);
  if (!/choice|quiz/i.test(type)) {
    const why = `It is of the type “${type}”: no such question is built yet. Left out.`;
    reading.unplaced.push(unplaced(what, why, shown));
  } else if (lines.every(({ count }) => !count))
    reading.unplaced.push(unplaced(what, 'It has no answers. Left out.'));
  else if (lines.some(({ count }) => count === null))
    reading.unplaced.push(unplaced(what, 'One of its counts is missing or no number. Left out.', shown));
  else reading.items.push(itemOf(lines));
}

/** More choices than voters, with nobody's choice above the voters, is a multiple choice. */
function itemOf(lines: First<Line>): ReadItem {
  const [{ prompt, type }] = lines;
  const results = lines.map(({ label, count }) => ({ label, count: count ?? 0 }));
  const n = lines.map(({ votes }) => votes).find((votes) => votes !== null) ?? null;
  const sum = results.reduce((total, { count }) => total + count, 0);
  const isMultiple = /multi.*(select|answer|option)/i.test(type) || (n !== null && sum > n);
  return {
    prompt: prompt || null,
    session: null,
    heldOn: null,
    kind: isMultiple ? 'multiple' : 'single',
    n,
    results,
    hasAllOptions: true,
    problems: lines.some(({ votes }) => votes !== n) ? ['Its lines name different numbers of votes.'] : [],
  };
}

function linesOf(table: Table): Line[] {
  const at = {
    id: columnOf(table, 'Poll ID'),
    type: columnOf(table, 'Poll type', 'Type'),
    prompt: columnOf(table, 'Poll question', 'Question'),
    label: columnOf(table, 'Poll option', 'Option'),
    count: columnOf(table, 'Count'),
    votes: columnOf(table, 'Total Votes'),
  };
  return table.rows.map((row) => ({
    id: row[at.id] ?? '',
    type: row[at.type] ?? 'Multiple choice',
    prompt: row[at.prompt] ?? '',
    label: row[at.label] ?? '',
    count: wholeNumber(row[at.count] ?? ''),
    votes: wholeNumber(row[at.votes] ?? ''),
  }));
}

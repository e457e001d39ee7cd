import type { Unplaced } from '../../../shared/result-file.ts';
import { readAnswers } from './answers.ts';
import { oneDay } from './day.ts';
import { groupedBy } from './grouped-by.ts';
import { unplaced, type ReadItem, type Reading } from './reading.ts';
import { columnOf, findTable, plainHeader, type Table } from './sheet.ts';

/** Mentimeter's sheet *Voters*: a row per person and session, a column per question. */
export const MENTIMETER_SHEET = 'Voters';
export const MENTIMETER_COLUMNS = ['Session', 'Voter'];

interface Column {
  at: number;
  prompt: string;
}

/** Undefined where these rows are not Mentimeter's. */
export function readMentimeter(rows: readonly string[][]): Reading | undefined {
  const table = findTable(rows, MENTIMETER_COLUMNS);
  if (!table) return undefined;
  const { questions, several } = columnsOf(table);
  const sessions = sessionsOf(table);
  const dates = columnOf(table, 'Date (UTC)', 'Date');
  const reading: Reading = {
    heldOn: oneDay(cells(table.rows, dates)),
    people: table.rows.filter((row) => questions.some(({ at }) => (row[at] ?? '') !== '')).length,
    items: [],
    unplaced: [...several, ...withoutPerson(table, questions)],
  };
  for (const question of questions) {
    for (const [session, under] of sessions)
      place(reading, question, {
        session: sessions.size > 1 ? session : null,
        answers: cells(under, question.at),
        heldOn: oneDay(cells(under, dates)),
      });
  }
  return reading;
}

interface Answered {
  session: string | null;
  answers: string[];
  heldOn: string | null;
}

function place(reading: Reading, { prompt }: Column, { session, answers, heldOn }: Answered): void {
  const given = answers.filter((answer) => answer !== '');
  const what = session === null ? `“${prompt}”` : `“${prompt}”, session ${session}`;
  const read = readAnswers(given);
  if (given.length === 0) reading.unplaced.push(unplaced(what, 'It has no answers. Left out.'));
  else if (!read.isChoice) reading.unplaced.push(unplaced(what, read.why, given));
  else {
    const { kind, n, results } = read;
    const item: ReadItem = { prompt, session, heldOn, kind, n, results, hasAllOptions: false, problems: [] };
    reading.items.push(item);
  }
}

/** `<question>: Answer` is a question; several other columns of one question are a scale, points or a grid. */
function columnsOf({ headers }: Table): { questions: Column[]; several: Unplaced[] } {
  const own = new Set(['date', 'date (utc)', 'time', ...MENTIMETER_COLUMNS.map(plainHeader)]);
  const columns = headers.flatMap((header, at) =>
    header === '' || own.has(plainHeader(header)) ? [] : [{ at, ...splitHeader(header) }],
  );
  const isQuestion = ({ part }: { part: string }) => part === '' || part === 'answer';
  const answered = new Set(columns.filter(isQuestion).map(({ prompt }) => prompt));
  const rest = columns.filter(({ prompt }) => !answered.has(prompt));
  const several = [...groupedBy(rest, ({ prompt }) => prompt)].map(([prompt, parts]) =>
    unplaced(
      `“${prompt}”`,
      'It has a column of its own for each statement: no such question is built yet. Left out.',
      parts.map(({ part }) => part),
    ),
  );
  return { questions: columns.filter(isQuestion), several };
}

function splitHeader(header: string): { prompt: string; part: string } {
  const [, prompt = header, part = ''] = /^(.*\S)\s*:\s*([^:]*)$/s.exec(header) ?? [];
  return { prompt: prompt.trim(), part: part.trim().toLowerCase() };
}

function sessionsOf(table: Table): Map<string, string[][]> {
  const at = columnOf(table, 'Session');
  return groupedBy(table.rows, (row) => row[at] ?? '');
}

function withoutPerson(table: Table, questions: readonly Column[]): Unplaced[] {
  const at = columnOf(table, 'Voter');
  const nobody = table.rows.filter(
    (row) => (row[at] ?? '') === '' && questions.some((question) => (row[question.at] ?? '') !== ''),
  );
  if (nobody.length === 0) return [];
  const what = nobody.length === 1 ? '1 row without a person' : `${nobody.length} rows without a person`;
  return [
    unplaced(
      what,
      'Counted as answers. Nobody can be followed from question to question for them.',
      nobody.map((row) => row.filter((cell) => cell !== '').join(' · ')),
    ),
  ];
}

function cells(rows: readonly string[][], at: number): string[] {
  return rows.map((row) => row[at] ?? '');
}

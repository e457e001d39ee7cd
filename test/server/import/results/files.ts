import type { Buffer } from 'node:buffer';
import writeWorkbook from 'write-excel-file/node';

type Cell = string | number | Date | null;

/** An XLSX file of these sheets. */
export async function workbook(sheets: Record<string, Cell[][]>): Promise<Buffer> {
  const parts = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map(asCell)),
  }));
  return writeWorkbook(parts).toBuffer();
}

function asCell(value: Cell) {
  if (value === null) return null;
  return value instanceof Date ? { value, format: 'yyyy-mm-dd hh:mm' } : { value };
}

/** What Mentimeter calls *Voters*, with three people, one slide of each kind and a heading. */
export const VOTERS: Cell[][] = [
  ['Team offsite'],
  [],
  [
    'Date (UTC)',
    'Session',
    'Voter',
    'Who should lead learning?: Answer',
    'Which do you use?: Answer',
    'Welcome!: Answer',
    'How ready are we?: Tools',
    'How ready are we?: People',
  ],
  [new Date('2023-09-14T09:00:00Z'), 1, 1, 'Designer', 'Chat, Mail', null, 3, 4],
  [new Date('2023-09-14T09:00:00Z'), 1, 2, 'Designer', 'Chat', null, 2, 5],
  [new Date('2023-09-14T09:01:00Z'), 1, 3, 'Marketing', 'Mail', null, 1, 2],
  [new Date('2023-09-14T09:01:00Z'), 1, null, 'Designer', null, null, null, null],
];

/** What Slido calls *Polls-overall*. */
export const POLLS: Cell[][] = [
  ['Poll ID', 'Poll Type', 'Poll Question', 'Poll Option', 'Correct Answer', 'Count', 'Total Votes'],
  [7, 'Multiple choice', 'Who should lead learning?', 'Designer', null, 12, 20],
  [7, 'Multiple choice', 'Who should lead learning?', 'Marketing', null, 8, 20],
  [7, 'Multiple choice', 'Who should lead learning?', 'Nobody', null, 0, 20],
  [8, 'Multiple choice', 'Which do you use?', 'Chat', null, 15, 20],
  [8, 'Multiple choice', 'Which do you use?', 'Mail', null, 14, 20],
  [9, 'Rating (1-5)', 'How was it?', 5, null, 3, 4],
  [10, 'Multiple choice', 'Never opened', 'Yes', null, 0, 0],
];

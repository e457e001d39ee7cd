import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventId } from '../../../shared/ids.ts';
import { csvOf } from '../../../server/export/csv.ts';
import { xlsxCell } from '../../../server/export/xlsx-cell.ts';
import { xlsxOf } from '../../../server/export/xlsx.ts';
import { anEvent, aQuestion, ask, aStore, noEvent, random, textOf, type Filled } from './filled.ts';

let filled: Filled;
beforeAll(async () => {
  filled = await aStore();
});
afterAll(() => filled.close());

async function sheetOf(id: EventId, options: { share?: boolean } = {}): Promise<unknown[][]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxOf(filled.store, id, { ...options, random })) pieces.push(piece);
  return readSheet(Buffer.concat(pieces), { trim: false });
}

async function tableOf(id: EventId, options: { share?: boolean } = {}): Promise<string[][]> {
  return parse(await textOf(csvOf(filled.store, id, { ...options, random })));
}

/** As a table without types would say it. */
function asTexts(sheet: unknown[][]): string[][] {
  return sheet.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

/** Words that have broken spreadsheets, and what is made of them. */
const WORDS = [
  '=1+1',
  '+49 30 1234',
  '＝1',
  'constructor',
  '__proto__',
  'a <b> & "c"',
  ' spaces around ',
  'two\nlines',
  'a\r\nb',
  '\u000b\u0001\ufffd\u007f\u{1ffff}',
  'literally _x0041_ and _x005F_',
  '👩🏽‍🚀 “Zoë”',
  '007',
  '1e5',
  'TRUE',
  '2026-05-04',
];

describe('the tidy table as a spreadsheet', { timeout: 30_000 }, () => {
  test('says what the CSV says, row by row and letter for letter', async () => {
    const host = await anEvent(filled, { startsOn: '2019-02-14', place: '=cmd', audience: 'toString' });
    const many = await aQuestion(filled, WORDS.slice(0, 12), { type: 'multiple', prompt: 'valueOf' });
    const single = await aQuestion(filled, ['Yes', 'No'], { settings: { other: true } });
    await ask(filled, host, many, [{ options: ['o0', 'o3', 'o8'] }, { options: ['o9'] }]);
    await ask(
      filled,
      host,
      single,
      WORDS.map((other) => ({ other })),
    );
    for (const options of [{}, { share: true }])
      expect(asTexts(await sheetOf(host.id, options))).toEqual(await tableOf(host.id, options));
  });

  test('has numbers as numbers, times and dates as texts, and nothing where there is nothing', async () => {
    const host = await anEvent(filled, { startsOn: '2019-02-14' });
    const question = await aQuestion(filled, ['Red', 'Blue'], { type: 'multiple' });
    await ask(filled, host, question, [{ options: ['o1'] }]);
    const [head = [], row = []] = await sheetOf(host.id);
    const cell = (name: string) => row[head.indexOf(name)];
    expect([cell('question_version'), cell('asking_number'), cell('revision')]).toEqual([1, 1, 1]);
    expect(row.slice(-2)).toEqual([0, 1]);
    expect(cell('event_date')).toBe('2019-02-14');
    expect(cell('cast_at')).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(cell('place')).toBeNull();
  });

  test('of an event that was never asked anything is a header', async () => {
    const host = await anEvent(filled);
    expect(asTexts(await sheetOf(host.id))).toEqual(await tableOf(host.id));
  });

  test('of no event is refused', async () => {
    await expect(sheetOf(noEvent())).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });
});

test('plain texts and numbers are left as they are', () => {
  for (const cell of ['', 'a_b', '_x12_', 'tab\there', 'x0041_', '日本', 3, null])
    expect(xlsxCell(cell)).toBe(cell === '' ? null : cell);
});

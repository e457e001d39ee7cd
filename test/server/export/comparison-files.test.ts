import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { COLUMNS, comparisonCsv } from '../../../server/export/comparison-csv.ts';
import { comparisonJson } from '../../../server/export/comparison-json.ts';
import { comparisonXlsx } from '../../../server/export/comparison-xlsx.ts';
import type { Store } from '../../../server/store/store.ts';
import type { Comparison } from '../../../shared/comparison/comparison.ts';
import { day, offered, reported } from '../../shared/comparison/points.ts';
import { compared, demoComparison, demoPoints, PROMPT } from '../../shared/charts/demo-comparison.ts';
import { textOf } from './filled.ts';

function rowsOf(comparison: Comparison): Record<string, string>[] {
  return parse(comparisonCsv(comparison), { columns: true });
}

function rowOf(rows: Record<string, string>[], point: string, option: string) {
  return rows.find((row) => row['point_id'] === point && row['option'] === option);
}

test('one row per point and option, under fixed columns', () => {
  const rows = rowsOf(demoComparison());
  expect(comparisonCsv(demoComparison()).split('\r\n')[0]).toBe(COLUMNS.join(','));
  expect(rows).toHaveLength(3 * 7);
  expect(rowOf(rows, 'LinkedIn poll', 'Product Manager')).toMatchObject({
    question_id: 'question-4',
    prompt: PROMPT,
    kind: 'data-point',
    date: '2021-06-21',
    precision: 'day',
    provenance: 'brought-in',
    exactness: 'counts',
    interim: '1',
    base: 'cast',
    reading: 'common',
    n: '50',
    state: 'counted',
    count: '23',
    share: '0.46',
    wording: 'roughly the same, exact words not known',
    note: 'split made up for the demonstration',
  });
  expect(rowOf(rows, 'lounge', 'Data')).toMatchObject({ n: '64', answered: '78', event_id: 'event-lounge' });
});

test('what is not known is empty, never zero', () => {
  const rows = rowsOf(demoComparison());
  expect(rowOf(rows, 'LPI event', 'Product Manager')).toMatchObject({
    n: '',
    n_low: '80',
    n_high: '120',
    state: 'unreported',
    count: '',
    share: '',
    low: '0',
    high: '0.15',
    words: 'little support',
  });
  expect(rowOf(rows, 'LinkedIn poll', 'Social')).toMatchObject({
    state: 'not-offered',
    count: '',
    share: '',
  });
  expect(rowOf(rows, 'lounge', 'Marketing')).toMatchObject({ state: 'counted', count: '4', common: '0' });
});

test('what stands in no line is in the file all the same', () => {
  const points = [
    ...demoPoints(),
    reported('then', day('2022-01-01'), [offered('Designer', 5), offered('Coach', 7, [])], {
      answered: { low: 12, high: 12 },
    }),
  ];
  expect(rowOf(rowsOf(compared(points)), 'then', 'Coach')).toMatchObject({
    state: 'unmapped',
    option_id: '',
    count: '7',
  });
});

test('texts that a spreadsheet would run are defused, numbers stay numbers', () => {
  const bad = '=HYPERLINK("https://x")';
  const points = [
    reported(bad, day('2022-01-01'), [offered(bad, 5), offered('-5', 7)], {
      answered: { low: 12, high: 12 },
    }),
  ];
  const rows = rowsOf(compared(points));
  expect(rows.map((row) => row['option']).sort()).toEqual([`'-5`, `'${bad}`]);
  expect(rows[0]?.['label']).toBe(`'${bad}`);
  expect(comparisonCsv(compared(points), { bom: true }).charCodeAt(0)).toBe(0xfeff);
});

test('the workbook has three sheets that read back', async () => {
  const file = await comparisonXlsx(demoComparison());
  const sheets = await readXlsxFile(file);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Points', 'Differences', 'How we know']);
  const [points = [], differences = [], words = []] = sheets.map(({ data }) => data);
  expect(points[0]).toEqual([...COLUMNS]);
  expect(points).toHaveLength(1 + 3 * 7);
  expect(points.find((row) => row[3] === 'lounge')?.[COLUMNS.indexOf('count')]).toBe(14);
  const head = differences[0] as string[];
  const row = differences.find((each) => each[0] === 'LinkedIn poll' && each[9] === 'Product Manager');
  expect(row?.[head.indexOf('difference')]).toBeCloseTo(-0.241, 3);
  expect(row?.[head.indexOf('verdict')]).toBe('difference');
  expect(row?.[head.indexOf('from')]).toBe('LinkedIn poll, 21 June 2021');
  expect(words.some(([about, text]) => about === 'how we know' && /Newcombe/.test(String(text)))).toBe(true);
});

test('the JSON has the answer, the matching, and what was brought in with its evidence', async () => {
  const comparison = demoComparison();
  const bytes = new Uint8Array([137, 80, 78, 71]);
  const evidence = { dataPointId: 'LinkedIn poll', name: 'poll.png', size: 4, sha256: 'x', addedAt: 1 };
  const store = {
    alignments: { ofQuestion: async () => [{ revision: 2 }, { revision: 1 }] },
    dataPoints: {
      get: async (id: string) => ({ point: { id }, evidence: id === 'LinkedIn poll' ? evidence : null }),
      evidence: async () => ({ evidence, bytes }),
    },
  } as unknown as Store;
  const file = JSON.parse(await textOf(comparisonJson(store, comparison))) as Record<string, unknown>;
  expect(file).toMatchObject({
    format: 'askagain-comparison',
    formatVersion: 1,
    alignment: { revision: 2 },
    dataPoints: [
      { id: 'LPI event', evidence: null },
      { id: 'LinkedIn poll', evidence: { name: 'poll.png', bytes: 'iVBORw==' } },
    ],
  });
  expect(file['comparison']).toEqual(JSON.parse(JSON.stringify(comparison)));
});

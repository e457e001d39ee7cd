import writeXlsxFile from 'write-excel-file/node';
import type { Comparison, PointDifference } from '../../shared/comparison/comparison.ts';
import { COLUMNS, comparisonRows, type Cell } from './comparison-csv.ts';
import { xlsxCell } from './xlsx-cell.ts';

const BETWEEN = [
  'from_id',
  'from',
  'to_id',
  'to',
  'kind',
  'reading',
  'n_from',
  'n_to',
  'option_id',
  'option',
  'difference',
  'low',
  'high',
  'clear',
  'verdict',
  'share_from_low',
  'share_from_high',
  'share_to_low',
  'share_to_high',
  'alike',
  'not_alike_because',
  'test',
  'statistic',
  'df',
  'p',
  'cramers_v',
  'reason',
];

/** A comparison as a workbook: its points as in the CSV, its differences, and how we know. */
export async function comparisonXlsx(comparison: Comparison): Promise<Buffer> {
  const sheets = [
    { sheet: 'Points', rows: [[...COLUMNS], ...comparisonRows(comparison)] },
    { sheet: 'Differences', rows: [BETWEEN, ...differenceRows(comparison)] },
    { sheet: 'How we know', rows: wordRows(comparison) },
  ];
  const file = writeXlsxFile(
    sheets.map(({ sheet, rows }) => ({
      sheet,
      data: rows.map((row) => row.map(xlsxCell)),
      stickyRowsCount: 1,
    })),
  );
  return file.toBuffer();
}

function differenceRows({ differences, options, points }: Comparison): Cell[][] {
  const nameOf = (id: string) => points.find((point) => point.id === id);
  const labelOf = (id: string) => options.find(({ optionId }) => optionId === id)?.label ?? '';
  return differences.flatMap((pair) => {
    const [from, to] = [nameOf(pair.from), nameOf(pair.to)];
    return pair.options.map(({ optionId, difference, low, high, clear, verdict, shares }): Cell[] => [
      pair.from,
      from ? `${from.label}, ${from.whenText}` : '',
      pair.to,
      to ? `${to.label}, ${to.whenText}` : '',
      pair.kind,
      pair.reading,
      pair.n.from,
      pair.n.to,
      optionId,
      labelOf(optionId),
      difference,
      low,
      high,
      clear ? 1 : 0,
      verdict,
      shares.from?.low ?? null,
      shares.from?.high ?? null,
      shares.to?.low ?? null,
      shares.to?.high ?? null,
      ...aboutPair(pair),
    ]);
  });
}

function aboutPair({ isAlike, unlike, test, reason }: PointDifference): Cell[] {
  return [
    isAlike ? 1 : 0,
    unlike.join('; '),
    test?.method ?? null,
    test?.statistic ?? null,
    test?.df ?? null,
    test?.p ?? null,
    test?.cramersV ?? null,
    reason ?? null,
  ];
}

function wordRows({ question, sentences, warnings, howWeKnow }: Comparison): Cell[][] {
  return [
    ['about', 'words'],
    ['question', question.prompt],
    ...sentences.map((words) => ['sentence', words]),
    ...warnings.map(({ code, text }) => [code, text]),
    ...howWeKnow.map((words) => ['how we know', words]),
  ];
}

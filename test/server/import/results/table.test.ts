import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOfText } from '../../../../server/import/results/rows-of-text.ts';
import { readTable } from '../../../../server/import/results/table.ts';

const read = (text: string) => readTable(rowsOfText(text));
const only = (text: string) => read(text).items[0];

test('percentages with how many voted, as LinkedIn shows them', () => {
  expect(only('Who should lead learning?\nProduct Manager,46%\nDesigner,38%\nOther,16%\n50 votes')).toEqual({
    prompt: 'Who should lead learning?',
    session: null,
    heldOn: null,
    kind: 'single',
    n: 50,
    results: [
      { label: 'Product Manager', share: 0.46 },
      { label: 'Designer', share: 0.38 },
      { label: 'Other', share: 0.16 },
    ],
    hasAllOptions: true,
    problems: [],
  });
});

describe('separators, numbers and totals', () => {
  const two = [
    { label: 'A', count: 1200 },
    { label: 'B', count: 300 },
  ];
  test.each([
    ['tabs', 'A\t1,200\nB\t300'],
    ['semicolons, German thousands', 'A;1.200\nB;300'],
    ['quotes and spaces', '"A","1 200"\n"B",300'],
    ['one cell per line', 'A: 1200\nB 300'],
    ['a header and a total', 'Option\tVotes\tShare\nA\t1200\t80 %\nB\t300\t20 %\nTotal\t1500\t100 %'],
    ['numbers first', 'Votes,Option\n1200,A\n300,B\n1500 votes in total'],
  ])('%s', (_name, text) => {
    expect(only(text)).toMatchObject({ n: 1500, results: two, problems: [] });
  });

  test('a decimal comma in percentages', () => {
    expect(only('A;46,5 %\nB;53,5 %')).toMatchObject({
      n: null,
      results: [{ share: 0.465 }, { share: 0.535 }],
    });
  });

  test('a decimal comma in one cell, and a year above a table', () => {
    expect(only('A: 46,5 %\nB: 53,5 %')).toMatchObject({
      results: [{ label: 'A', share: 0.465 }, { share: 0.535 }],
    });
    expect(only('Asked in 2021\nA,1\nB,2')).toMatchObject({ prompt: 'Asked in 2021', n: 3 });
  });

  test('percentages without their sign, where the header says so', () => {
    expect(only('Answer,Percent\nA,60\nB,40\nn,10')).toMatchObject({
      n: 10,
      results: [{ share: 0.6 }, { share: 0.4 }],
    });
  });
});

describe('what is wrong with it', () => {
  test('one choice per person cannot come to 130 %: the lines are named', () => {
    expect(only('A,90%\nB,40%')?.problems).toEqual([expect.stringMatching(/^Lines 1 to 2 come to 130\s%/)]);
    expect(only('A,33.4%\nB,33.4%\nC,33.4%')?.problems).toEqual([]);
  });

  test('counts that come to 100 may be percentages; mixed lines are neither', () => {
    expect(only('A,60\nB,40')?.problems).toEqual([expect.stringContaining('exactly 100')]);
    expect(only('A,60%\nB,4')?.problems).toEqual([expect.stringContaining('(line 2)')]);
  });

  test('lines without a number are listed', () => {
    expect(read('A,1\nand so on\nB,2').unplaced).toEqual([
      { what: 'Line 2', why: 'It has no number. Left out.', rows: ['and so on'] },
    ]);
  });
});

test('it never throws, and counts it understood come to n', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const item = only(text);
      expect(item === undefined || item.results.length > 0).toBe(true);
    }),
  );
  const label = fc.stringMatching(/^[A-Z][a-z]{2,8} [a-z]{2,8}$/);
  const rows = fc.uniqueArray(fc.tuple(label, fc.integer({ min: 0, max: 100_000 })), {
    minLength: 1,
    selector: ([name]) => name,
  });
  fc.assert(
    fc.property(rows, fc.constantFrom('\t', ';', ','), (lines, mark) => {
      const item = only(lines.map((line) => line.join(mark)).join('\n'));
      expect(item?.results).toEqual(lines.map(([name, count]) => ({ label: name, count })));
      expect(item?.n).toBe(lines.reduce((sum, [, count]) => sum + count, 0));
    }),
  );
});

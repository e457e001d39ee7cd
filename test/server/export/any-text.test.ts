import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownCell, textCell } from '../../../server/export/cells.ts';
import { csvOf } from '../../../server/export/csv.ts';
import { anEvent, aQuestion, ask, aStore, random, textOf, type Filled } from './filled.ts';

let filled: Filled;
beforeAll(async () => {
  filled = await aStore();
});
afterAll(() => filled.close());

/** Any text that is text, with what breaks tables far more often than chance would have it. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 3 }).filter((bits) => !/\p{Surrogate}/u.test(bits)),
      fc.constantFrom(
        ',',
        ';',
        '"',
        '""',
        "'",
        '\n',
        '\r',
        '\r\n',
        '\t',
        '=1+1',
        '+',
        '-',
        '@',
        '\uFEFF',
        ' ',
        '＝',
        '-5',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))
  .filter((joined) => joined !== '');

/** What is refused as an own answer does not get this far. */
const said = text.filter((other) => other.trim() !== '' && !other.includes('\0'));

/** Itself, or itself behind an apostrophe where a spreadsheet would run it. */
function isBack(cell: string | undefined, given: string): boolean {
  const isFormula = /^[=+\-@\t\r\n＝＋－＠]/.test(given);
  return cell === (isFormula ? `'${given}` : given);
}

// Few events with many texts each: what takes time is the disk.
const texts = fc.tuple(
  fc.tuple(text, text, text, text),
  fc.uniqueArray(text, { minLength: 2, maxLength: 12 }),
  fc.uniqueArray(said, { maxLength: 12 }),
);

test('any text comes back the same from the table, but for a leading apostrophe', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async ([[title, place, audience, prompt], labels, others]) => {
      const host = await anEvent(filled, { title, place, audience });
      const settings = { other: true };
      const question = await aQuestion(filled, labels, { prompt, type: 'multiple', settings });
      const picks = labels.map((_label, index) => ({ options: [`o${index}`] }));
      const own = others.map((other) => ({ options: [], other }));
      const askingId = await ask(filled, host, question, [...picks, ...own]);
      const [head = [], ...rows] = parse(await textOf(csvOf(filled.store, host.id, { random })));
      expect(head.slice(18)).toEqual(labels.map((label) => `${askingId} ${label}`));
      for (const row of rows)
        expect(
          isBack(row[1], title) &&
            isBack(row[3], place) &&
            isBack(row[4], audience) &&
            isBack(row[7], prompt),
        ).toBe(true);
      const given = [...labels, ...others.map((other) => other.trim())];
      const answers = rows.map((row) => row[16]);
      expect(answers).toHaveLength(given.length);
      for (const each of given) {
        const at = answers.findIndex((answer) => isBack(answer, each));
        expect(at).toBeGreaterThanOrEqual(0);
        answers.splice(at, 1);
      }
    }),
    { numRuns: 8 },
  );
});

test('only texts that start like a formula get the apostrophe, and numbers never', () => {
  for (const formula of ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝1', '=', '-'])
    expect(textCell(formula)).toBe(`'${formula}`);
  for (const plain of ['1+1', "'=1", 'a=b', ' =1', '', '“-”', '1', '٣']) expect(textCell(plain)).toBe(plain);
  for (const number of ['-3', '-0.5', '12', '0']) expect(ownCell(number)).toBe(Number(number));
  for (const text of ['007', '1.50', '-0', '1e3']) expect(ownCell(text)).toBe(textCell(text));
  expect(ownCell('')).toBeNull();
  for (const formula of ['-3+4', '=1', '--1', '-']) expect(ownCell(formula)).toBe(`'${formula}`);
});

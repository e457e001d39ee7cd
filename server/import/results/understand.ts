import { createHash } from 'node:crypto';
import type { ImportedFrom } from '../../../shared/data-point.ts';
import { dataPointBody, MOST_OPTIONS, type DataPointBody } from '../../../shared/data-point-schema.ts';
import { readCounts } from '../../../shared/data-points/counts.ts';
import { sameLabel } from '../../../shared/data-points/labels.ts';
import { readPercentages } from '../../../shared/data-points/percentages.ts';
import type { Question } from '../../../shared/question.ts';
import type { UnderstoodFile, UnderstoodItem, Unplaced } from '../../../shared/result-file.ts';
import { Refused } from '../../../shared/result.ts';
import { proposeQuestion } from './proposal.ts';
import { unplaced, type ReadItem } from './reading.ts';
import { recognise, type Given } from './recognise.ts';

/** No room is asked more in one session. */
const MOST_ITEMS = 200;

/** What a file or a pasted table says, each result with the question it looks like. Stores nothing. */
export async function understand(given: Given, questions: readonly Question[]): Promise<UnderstoodFile> {
  const { tool, reading } = await recognise(given);
  if (reading.items.length > MOST_ITEMS)
    throw new Refused(
      'TOO_LARGE',
      `${given.name} has more than ${MOST_ITEMS} questions. Nothing was stored.`,
    );
  const fitting = reading.items.filter(({ results }) => results.length <= MOST_OPTIONS);
  const items = fitting.map((item, index) => understoodItem(item, index + 1, questions));
  return {
    ...fromFile(tool, given),
    ...reading,
    items,
    unplaced: [...reading.unplaced, ...reading.items.flatMap(tooManyOptions)],
  };
}

/** Looking through thousands of lines for those that stand there twice would hold up the votes. */
function tooManyOptions({ prompt, results }: ReadItem): Unplaced[] {
  if (results.length <= MOST_OPTIONS) return [];
  const why = `It has ${results.length} options, and at most ${MOST_OPTIONS} are kept. Left out.`;
  const rows = results.map(({ label }) => label);
  return [unplaced(prompt === null ? 'The table' : `“${prompt}”`, why, rows)];
}

function fromFile(tool: ImportedFrom['tool'], given: Given): ImportedFrom {
  const bytes = 'bytes' in given ? given.bytes : Buffer.from(given.text);
  return { tool, file: given.name, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function understoodItem(item: ReadItem, index: number, questions: readonly Question[]): UnderstoodItem {
  const { exactness, results, problems } = numbersOf(item);
  return {
    ...item,
    index,
    kindText: kindTextOf(item),
    nText: item.n === null ? 'not said' : String(item.n),
    exactness,
    results: results.length > 0 ? results : item.results,
    proposal: proposeQuestion(item, questions),
    problems: [...new Set([...item.problems, ...problems])],
  };
}

function kindTextOf({ kind, results }: ReadItem): string {
  const options = results.length === 1 ? '1 option' : `${results.length} options`;
  return `${kind === 'single' ? 'one choice' : 'several choices'}, ${options}`;
}

/** As they would be kept: percentages that can only be counts are counts. How many answered may still be said by a person. */
function numbersOf(item: ReadItem): Pick<UnderstoodItem, 'exactness' | 'results' | 'problems'> {
  const exactness = item.results.every(({ count }) => count !== undefined) ? 'counts' : 'percent-of-n';
  const body = bodyToCheck(item, exactness);
  const read = exactness === 'counts' ? readCounts : readPercentages;
  const numbers = read({ body, isMultiple: item.kind === 'multiple' });
  const isSaid = item.problems.length > 0;
  const errors = numbers.errors.filter(({ path }) =>
    path === 'n' ? item.n !== null : !isSaid || path !== 'results',
  );
  const problems = errors.map(({ path, message }) => named(item, path, message));
  return { ...numbers, problems: [...twiceIn(item), ...problems] };
}

/** What numbers are checked with; nothing else of it is looked at. */
const ANY_BODY = dataPointBody.parse({
  label: '-',
  audience: '-',
  when: { date: '2000', precision: 'year' },
  results: [{ label: '-' }],
});

function bodyToCheck(item: ReadItem, exactness: DataPointBody['exactness']): DataPointBody {
  const { n, results, hasAllOptions } = item;
  const optionsOffered = hasAllOptions ? results.map(({ label }) => label) : null;
  return { ...ANY_BODY, exactness, n, results, optionsOffered };
}

/** "Product Manager: this is more than the 50 who answered." */
function named({ results }: ReadItem, path: string, message: string): string {
  const label = results[Number(/^results\.(\d+)/.exec(path)?.[1] ?? NaN)]?.label;
  return label === undefined ? message : `${label}: ${message}`;
}

function twiceIn({ results }: ReadItem): string[] {
  return results
    .filter(({ label }, index) => results.findIndex((each) => sameLabel(each.label, label)) < index)
    .map(({ label }) => `“${label}” stands there twice.`);
}

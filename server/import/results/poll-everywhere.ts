import { countPicks, readAnswers } from './answers.ts';
import { oneDay } from './day.ts';
import { groupedBy } from './grouped-by.ts';
import { unplaced, type Reading } from './reading.ts';
import { columnOf, findTable, plainHeader, type Table } from './sheet.ts';

/** Poll Everywhere's CSV: a row per response to one poll; newer ones begin with its title and a summary. */
export const POLL_EVERYWHERE_COLUMNS = ['Response', 'Via', 'Created At'];

interface Response {
  answer: string;
  person: string;
}

/** `name`: of the file, which is the only place where most of them have the question. Undefined where it is another file. */
export function readPollEverywhere(rows: readonly string[][], name: string): Reading | undefined {
  const table = findTable(rows, POLL_EVERYWHERE_COLUMNS);
  if (!table) return undefined;
  const responses = responsesOf(table);
  const prompt = titleOf(table) ?? titleOfName(name);
  const heldOn = oneDay(table.rows.map((row) => row[columnOf(table, 'Created At')] ?? ''));
  const reading: Reading = { heldOn, people: peopleOf(responses), items: [], unplaced: [] };
  const what = prompt === null ? 'The poll' : `“${prompt}”`;
  const answers = responses.map(({ answer }) => answer);
  const read = readAnswers(answers);
  if (responses.length === 0) reading.unplaced.push(unplaced(what, 'It has no answers. Left out.'));
  else if (!read.isChoice) reading.unplaced.push(unplaced(what, read.why, answers));
  else {
    const choice = choiceOf(responses) ?? { kind: read.kind, n: read.n, results: read.results };
    reading.items.push({ prompt, session: null, heldOn, ...choice, hasAllOptions: false, problems: [] });
  }
  return reading;
}

/** Several rows of one person are one person's several options. */
function choiceOf(responses: readonly Response[]) {
  const people = groupedBy(responses, ({ person }, index) =>
    person === '' ? `row ${index}` : `person ${person}`,
  );
  if (people.size === responses.length) return undefined;
  const picks = [...people.values()].map((own) => own.map(({ answer }) => answer));
  return { kind: 'multiple' as const, n: picks.length, results: countPicks(picks) };
}

function peopleOf(responses: readonly Response[]): number | null {
  const people = responses.map(({ person }) => person);
  return people.length === 0 || people.includes('') ? null : new Set(people).size;
}

function responsesOf(table: Table): Response[] {
  const [answer, registered, screen] = [
    columnOf(table, 'Response'),
    columnOf(table, 'Registered participant'),
    columnOf(table, 'Screen name'),
  ];
  return table.rows
    .map((row) => ({
      answer: unescaped(row[answer] ?? ''),
      person: [row[registered] ?? '', row[screen] ?? ''].find((each) => each !== '') ?? '',
    }))
    .filter(({ answer }) => answer !== '');
}

/** The first line above the responses, unless it is a summary's. */
function titleOf({ above }: Table): string | null {
  const [title = '', ...more] = above[0] ?? [];
  const isTitle = title !== '' && more.every((cell) => cell === '');
  return isTitle && plainHeader(title) !== 'individual results' ? unescaped(title) : null;
}

/** "Who should lead learning.csv" is a question, "export-3.csv" is none. */
function titleOfName(name: string): string | null {
  const plain = name
    .replace(/\.[a-z]+$/i, '')
    .replace(/_/g, ' ')
    .trim();
  return /\p{L}\s+\p{L}+\s+\p{L}/u.test(plain) ? plain : null;
}

const ESCAPED: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'" };

function unescaped(text: string): string {
  return text.replace(/&(quot|amp|lt|gt|#39);/g, (whole, name: string) => ESCAPED[name] ?? whole).trim();
}

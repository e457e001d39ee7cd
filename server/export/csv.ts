import { stringify } from 'csv-stringify/sync';
import type { Asking } from '../../shared/asking.ts';
import type { Ballot } from '../../shared/ballot.ts';
import type { EventId, RandomBytes } from '../../shared/ids.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import { specOf, type Question, type QuestionSpec } from '../../shared/question.ts';
import { questionType } from '../../shared/questions/registry.ts';
import type { Store } from '../store/store.ts';
import { ballotPages } from './ballot-pages.ts';
import { ownCell, textCell } from './cells.ts';
import { readEventFile } from './event-file.ts';
import { pseudonymsOf, type Pseudonym } from './pseudonyms.ts';
import { shareable } from './share.ts';

export interface CsvOptions {
  /** A byte order mark first, for spreadsheets that need one to see UTF-8. */
  bom?: boolean;
  /** Without voters and times, small groups merged, own words held back. */
  share?: boolean;
  random: RandomBytes;
}

type Cell = string | number | null;

/** One asking with what its rows need. */
interface Asked {
  asking: Asking;
  spec: QuestionSpec;
  /** How many of the type's own columns stand before its own. */
  before: number;
  columns: string[];
}

const ABOUT_ASKING = [
  'event_id',
  'event_title',
  'event_date',
  'place',
  'audience',
  'question_id',
  'question_version',
  'prompt',
  'type',
  'asking_id',
  'asking_number',
] as const;
const ABOUT_BALLOT = ['opened_at', 'closed_at', 'voter', 'revision', 'cast_at'] as const;

/**
 * The tidy file, piece by piece: one row per ballot, RFC 4180. Texts that a spreadsheet would run are defused; fields
 * are quoted wherever any separator stands in them, because some countries' spreadsheets split at semicolons.
 */
export async function* csvOf(store: Store, id: EventId, options: CsvOptions): AsyncGenerator<string> {
  const { event, askings, questions } = await readEventFile(store, id);
  const asked = askedOnes(
    askings.map(({ asking }) => asking),
    questions,
  );
  const own = asked.flatMap(({ columns }) => columns);
  const name = await pseudonymsOf(store, id, options.random);
  if (options.bom) yield '\uFEFF';
  yield lines([[...ABOUT_ASKING, ...(options.share ? [] : ABOUT_BALLOT), 'answer', ...own]]);
  for (const each of asked) {
    const rows = options.share
      ? sharedRows(store, event, each, own.length)
      : fullRows(store, event, each, own.length, name);
    yield lines(await rows);
  }
}

/** Askings that were ever open: the others have no rows and no columns. */
function askedOnes(askings: Asking[], questions: Question[]): Asked[] {
  let before = 0;
  return askings.flatMap((asking) => {
    const question = questions.find(({ id }) => id === asking.questionId);
    if (!question || asking.number === null) return [];
    const spec = specOf(question, asking.questionVersion);
    const columns = questionType(spec.type)
      .columns(spec)
      .map((label) => `${asking.id} ${label}`);
    const one = { asking, spec, before, columns };
    before += columns.length;
    return [one];
  });
}

/** In the order of the pseudonyms, which is not the order of voting. */
async function fullRows(
  store: Store,
  event: LiveEvent,
  asked: Asked,
  width: number,
  name: Pseudonym,
): Promise<Cell[][]> {
  const { asking } = asked;
  const named: { voter: string; ballot: Ballot }[] = [];
  for await (const page of ballotPages(store, asking.id))
    named.push(...page.map((ballot) => ({ voter: name(ballot.voter), ballot })));
  named.sort((a, b) => (a.voter < b.voter ? -1 : 1));
  return named.map(({ voter, ballot }) => {
    const type = questionType(asked.spec.type);
    const about = [
      isoCell(asking.openedAt),
      isoCell(asking.closedAt),
      voter,
      ballot.revision,
      isoCell(ballot.castAt),
    ];
    const answer = type.labels(asked.spec, ballot.answer).join('; ');
    return [
      ...askingCells(event, asked),
      ...about,
      textCell(answer),
      ...ownCells(asked, type.row(asked.spec, ballot.answer), width),
    ];
  });
}

async function sharedRows(store: Store, event: LiveEvent, asked: Asked, width: number): Promise<Cell[][]> {
  const answers: unknown[] = [];
  for await (const page of ballotPages(store, asked.asking.id))
    answers.push(...page.map(({ answer }) => answer));
  return shareable(asked.spec, answers).map(({ answer, cells }) => [
    ...askingCells(event, asked),
    textCell(answer),
    ...ownCells(asked, cells, width),
  ]);
}

function askingCells(event: LiveEvent, { asking, spec }: Asked): Cell[] {
  return [
    event.id,
    textCell(event.title),
    event.startsOn,
    textCell(event.place),
    textCell(event.audience),
    asking.questionId,
    asking.questionVersion,
    textCell(spec.prompt),
    spec.type,
    asking.id,
    asking.number,
  ];
}

/** The type's own cells under their own asking's columns, the others empty. */
function ownCells({ before, columns }: Asked, cells: string[], width: number): string[] {
  const after = width - before - columns.length;
  return [
    ...Array.from({ length: before }, () => ''),
    ...cells.map(ownCell),
    ...Array.from({ length: after }, () => ''),
  ];
}

function isoCell(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

function lines(rows: Cell[][]): string {
  return stringify(rows, { record_delimiter: 'windows', quoted_match: /[;\t\r\n]/ });
}

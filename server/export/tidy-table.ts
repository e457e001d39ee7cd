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

export interface TableOptions {
  /** Without voters and times, small groups merged, own words held back. */
  share?: boolean;
  random: RandomBytes;
}

/** One cell: a text that no spreadsheet runs, a number, or nothing. */
export type Cell = string | number | null;

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
const ROWS_A_TURN = 500;
const ABOUT_BALLOT = ['opened_at', 'closed_at', 'voter', 'revision', 'cast_at'] as const;

/**
 * The tidy table, some rows at a time, its header first: one row per ballot, all of them as wide as the header. Texts
 * that a spreadsheet would run are defused.
 */
export async function* tidyTable(store: Store, id: EventId, options: TableOptions): AsyncGenerator<Cell[][]> {
  const { event, askings, questions } = await readEventFile(store, id);
  const asked = askedOnes(
    askings.map(({ asking }) => asking),
    questions,
  );
  const own = asked.flatMap(({ columns }) => columns);
  const name = await pseudonymsOf(store, id, options.random);
  yield [
    [...ABOUT_ASKING, ...(options.share ? ['answer'] : [...ABOUT_BALLOT, 'answer', 'language']), ...own],
  ];
  for (const each of asked) {
    yield* options.share
      ? sharedRows(store, event, each, own.length)
      : fullRows(store, event, each, own.length, name);
  }
}

/** Some rows at a time, with a turn for whatever waits, votes above all, between them. */
async function* inTurns<Item>(
  items: readonly Item[],
  rowOf: (item: Item) => Cell[],
): AsyncGenerator<Cell[][]> {
  for (let at = 0; at < items.length; at += ROWS_A_TURN) {
    yield items.slice(at, at + ROWS_A_TURN).map(rowOf);
    await new Promise((turn) => setImmediate(turn));
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
async function* fullRows(
  store: Store,
  event: LiveEvent,
  asked: Asked,
  width: number,
  name: Pseudonym,
): AsyncGenerator<Cell[][]> {
  const { asking } = asked;
  const named: { voter: string; ballot: Ballot }[] = [];
  for await (const page of ballotPages(store, asking.id))
    named.push(...page.map((ballot) => ({ voter: name(ballot.voter), ballot })));
  named.sort((a, b) => (a.voter < b.voter ? -1 : 1));
  yield* inTurns(named, ({ voter, ballot }) => {
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
      ballot.language ?? null,
      ...ownCells(asked, type.row(asked.spec, ballot.answer), width),
    ];
  });
}

async function* sharedRows(
  store: Store,
  event: LiveEvent,
  asked: Asked,
  width: number,
): AsyncGenerator<Cell[][]> {
  const answers: unknown[] = [];
  for await (const page of ballotPages(store, asked.asking.id))
    answers.push(...page.map(({ answer }) => answer));
  yield* inTurns(shareable(asked.spec, answers), ({ answer, cells }) => [
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
function ownCells({ before, columns }: Asked, cells: string[], width: number): Cell[] {
  const after = width - before - columns.length;
  return [
    ...Array.from({ length: before }, () => null),
    ...cells.map(ownCell),
    ...Array.from({ length: after }, () => null),
  ];
}

function isoCell(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

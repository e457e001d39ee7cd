import type { Provenance } from '../../../shared/comparison/comparison.ts';
import { whenWords } from '../../../shared/comparison/when-words.ts';
import { countOf } from '../../../shared/count-words.ts';
import type { When } from '../../../shared/data-point.ts';
import { handsIn } from '../../../shared/questions/hands.ts';
import type { OutsideResultView, QuestionView, TimeAsked } from '../entities.ts';
import { PROVENANCE_WORDS, provenanceOf } from '../parts/provenance-words.ts';
import { barsOfAsking, barsOfResult, type MiniBar } from './mini-bars.ts';

interface RowFacts {
  id: string;
  provenance: Provenance;
  isOpen: boolean;
  /** It counts in no comparison. */
  isSetAside: boolean;
  when: When;
  /** Orders the rows of one day. */
  at: number;
  whenText: string;
  where: string;
  note: string;
  tags: string[];
  answers: string;
  /** The version asked, or how its words are known. */
  words: string;
  bars: MiniBar[];
}

/** One line of a question's history: a time it was asked here, or a result that came from elsewhere. */
export type HistoryRow = RowFacts &
  ({ kind: 'asking'; asking: TimeAsked } | { kind: 'data-point'; result: OutsideResultView });

/** Newest first. */
export function historyRows(question: QuestionView, results: readonly OutsideResultView[]): HistoryRow[] {
  const rows = [
    ...question.askings.map((asking) => askingRow(question, asking)),
    ...results.map((result) => resultRow(question, result)),
  ];
  return rows.sort((a, b) => b.when.date.localeCompare(a.when.date) || b.at - a.at);
}

function askingRow(question: QuestionView, asking: TimeAsked): HistoryRow {
  const when: When = {
    date: asking.startsOn ?? (asking.openedAt ?? question.createdAt).slice(0, 10),
    precision: 'day',
  };
  const asked = question.versions.find(({ version }) => version === asking.version);
  return {
    kind: 'asking',
    asking,
    id: asking.id,
    provenance: 'counted-here',
    isOpen: asking.state === 'open',
    when,
    at: Date.parse(asking.openedAt ?? when.date),
    whenText: asking.state === 'open' ? 'Now' : whenWords(when),
    where: asking.eventTitle,
    note: [asking.place, asking.setAside && `Set aside: ${asking.setAside}`].filter(Boolean).join('. '),
    tags: asking.audienceTags,
    answers: asking.hands
      ? countOf(handsIn(asking.hands.counts), 'hand')
      : `${asking.ballots} of ${Math.max(asking.joined, asking.ballots)}`,
    isSetAside: asking.setAside !== null,
    words: String(asking.version),
    bars: barsOfAsking(
      asked?.options ?? question.options,
      asking.counts,
      asking.hands ? handsIn(asking.hands.counts) : asking.ballots,
    ),
  };
}

function resultRow(question: QuestionView, result: OutsideResultView): HistoryRow {
  const provenance = provenanceOf(result.exactness);
  return {
    kind: 'data-point',
    result,
    id: result.id,
    provenance,
    isOpen: false,
    when: result.when,
    at: Date.parse(result.when.date),
    whenText: whenWords(result.when),
    where: result.label,
    note: `${PROVENANCE_WORDS[provenance]}${result.interim ? ', interim' : ''}`,
    tags: result.audienceTags,
    answers: answersOf(result),
    isSetAside: false,
    words: wordsOf(question, result),
    bars: barsOfResult(result),
  };
}

/** "50", "around 100", "80 to 120", "not known". */
export function answersOf({ n, nLow, nHigh }: Pick<OutsideResultView, 'n' | 'nLow' | 'nHigh'>): string {
  if (n !== null) return nLow === null ? String(n) : `around ${n}`;
  return nLow === null || nHigh === null ? 'not known' : `${nLow} to ${nHigh}`;
}

/** The newest version with just these words, where a person said that they are known exactly. */
function wordsOf({ versions }: QuestionView, { wording, prompt }: OutsideResultView): string {
  if (wording === 'rough') return 'rough words';
  if (wording === 'unknown') return 'words not known';
  const same = versions.filter((version) => prompt === null || version.prompt === prompt).at(-1);
  return same ? String(same.version) : 'other words';
}

/** Each kind of audience once, most often first. */
export function kindsOfAudience(rows: readonly HistoryRow[]): { tag: string; times: number }[] {
  const times = new Map<string, number>();
  for (const tag of rows.flatMap(({ tags }) => tags)) times.set(tag, (times.get(tag) ?? 0) + 1);
  return [...times].map(([tag, n]) => ({ tag, times: n })).sort((a, b) => b.times - a.times);
}

const MOST_AT_FIRST = 6;

/** What is ticked at first: the newest and what shares its kind of audience, else the newest two. */
export function firstChosen(all: readonly HistoryRow[]): string[] {
  const rows = all.filter(({ isSetAside }) => !isSetAside);
  const [newest] = rows;
  const counted = rows.filter(({ provenance }) => provenance === 'counted-here');
  const alike = counted.filter(({ tags }) => tags.some((tag) => newest?.tags.includes(tag)));
  const chosen = alike.length > 1 ? alike.slice(0, MOST_AT_FIRST) : rows.slice(0, 2);
  return chosen.map(({ id }) => id);
}

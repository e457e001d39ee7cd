import { historyRows, type HistoryRow } from '../history/history-rows.ts';
import type { OutsideResultView, QuestionView } from '../entities.ts';
import { optionCalled } from './option-called.ts';

/** An earlier time, with how many of the options as they stand now can be set beside it. */
export interface EarlierTime {
  row: HistoryRow;
  matched: number;
  of: number;
}

/** Newest first. `kept`: the ids of the options that stay what they were; `of`: how many options there are now. */
export function besideEarlier(
  question: QuestionView,
  results: readonly OutsideResultView[],
  kept: readonly string[],
  of: number,
): EarlierTime[] {
  return historyRows(question, results).map((row) => {
    const there = offeredIds(question, row);
    return { row, matched: kept.filter((id) => there.has(id)).length, of };
  });
}

/** The options that were offered there, as far as they are known by id or called the same. */
function offeredIds(question: QuestionView, row: HistoryRow): Set<string> {
  if (row.kind === 'asking') {
    const asked = question.versions.find(({ version }) => version === row.asking.version);
    return new Set(asked?.options.map(({ id }) => id));
  }
  const { results, optionsOffered } = row.result;
  const named = results.flatMap(({ optionId }) => optionId ?? []);
  const called = (optionsOffered ?? []).flatMap((label) => optionCalled(question, label) ?? []);
  return new Set<string>([...named, ...called]);
}

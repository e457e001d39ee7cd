import { leavesOutZero } from '../stats/difference.ts';
import { adjustedLevel } from '../stats/level.ts';
import { mcnemar } from '../stats/mcnemar.ts';
import { newcombePaired, pairsOf, type PairCounts } from '../stats/newcombe-paired.ts';
import { pairKind, transitions } from '../stats/transitions.ts';
import { comparisonInEnglish } from '../words/comparison-words.ts';
import { unlikeness } from './alike.ts';
import type { OptionDifference, PointDifference } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';
import { NOTHING, verdictOf } from './option-difference.ts';
import { haveSameOptions, type Row } from './rows.ts';

/** Answers of the same voters to two askings, counted; a side is undefined where somebody answered only the other. */
export interface Crossed {
  first: unknown;
  second: unknown;
  count: number;
}

interface Person {
  first: Set<string> | undefined;
  second: Set<string> | undefined;
  count: number;
}

/**
 * [CO7] The same people asked twice: only those who answered both enter, each option with Newcombe's paired interval and
 * McNemar's exact test; of a single choice the transition matrix with "did not answer again".
 */
export function samePeople(
  from: ComparedPoint,
  to: ComparedPoint,
  rows: readonly Row[],
  crossed: readonly Crossed[],
  idsIn: (answer: unknown) => string[],
): PointDifference {
  const unlike = unlikeness(from, to, rows);
  const isSame = haveSameOptions(from, to, rows);
  const common = rows.filter(({ members }) => members.has(from.id) && members.has(to.id));
  const people = crossed.map(({ first, second, count }): Person => ({
    first: first === undefined ? undefined : rowsIn(idsIn(first), rows, from),
    second: second === undefined ? undefined : rowsIn(idsIn(second), rows, to),
    count,
  }));
  const counted = people.filter((person) => isSame || isInCommon(person, common));
  const both = counted.filter(({ first, second }) => first && second);
  const n = both.reduce((sum, { count }) => sum + count, 0);
  const isAlike = unlike.length === 0;
  return {
    from: from.id,
    to: to.id,
    kind: 'same-people',
    isAlike,
    unlike: unlike.map(comparisonInEnglish),
    reading: isSame ? 'all' : 'common',
    n: { from: n, to: n },
    notAgain: counted.reduce((sum, { first, second, count }) => (first && !second ? sum + count : sum), 0),
    options: n === 0 ? [] : common.map((row) => paired(row, both, common.length, isAlike)),
    test: null,
    reason:
      n === 0 ? 'Nobody answered both times.' : 'Each option has its own exact test of those who changed.',
    ...(from.isMultiple ? {} : { transitions: matrixOf(rows, counted) }),
  };
}

/** The rows that an answer lies in; what lies in none keeps its own id. */
function rowsIn(ids: readonly string[], rows: readonly Row[], point: ComparedPoint): Set<string> {
  const rowOf = (id: string) =>
    rows.find(({ members }) => members.get(point.id)?.some(({ key }) => key === id));
  return new Set(ids.map((id) => rowOf(id)?.optionId ?? id));
}

/** Who answered one time only counts in the matrix, whatever it was. */
function isInCommon({ first, second }: Person, common: readonly Row[]): boolean {
  const holds = (side: Set<string> | undefined) => !side || common.some(({ optionId }) => side.has(optionId));
  return holds(first) && holds(second);
}

function paired({ optionId }: Row, both: readonly Person[], k: number, isAlike: boolean): OptionDifference {
  const pairs: PairCounts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const { first, second, count } of both)
    pairs[pairKind(first?.has(optionId), second?.has(optionId))] += count;
  const found = newcombePaired(pairs);
  const strict = newcombePaired(pairs, adjustedLevel(k));
  const shares = sharesOf(pairs);
  if (!found || !strict) return { optionId, ...NOTHING, shares };
  const clear = leavesOutZero(strict);
  const verdict = verdictOf(clear, { isAlike, mayHaveMoved: false });
  return { optionId, ...found, clear, verdict, shares, p: mcnemar(pairs) };
}

function sharesOf(pairs: PairCounts): OptionDifference['shares'] {
  const n = pairsOf(pairs);
  const share = (count: number) => (n === 0 ? null : { low: count / n, high: count / n });
  return { from: share(pairs.both + pairs.onlyFirst), to: share(pairs.both + pairs.onlySecond) };
}

/** Everybody, by row of their first and of their second answer; own words and abstentions have places of their own. */
function matrixOf(rows: readonly Row[], people: readonly Person[]) {
  const seen = new Set(people.flatMap(({ first, second }) => [...(first ?? []), ...(second ?? [])]));
  const places = [...new Set([...rows.map(({ optionId }) => optionId), ...seen])];
  return transitions(places, each(people));
}

function* each(people: readonly Person[]) {
  for (const { first, second, count } of people) {
    const [before, after] = [only(first), only(second)];
    for (let index = 0; index < count; index += 1) yield { first: before, second: after };
  }
}

function only(side: Set<string> | undefined): string | undefined {
  return side && [...side][0];
}

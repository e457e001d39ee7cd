import { comparisonInEnglish } from '../words/comparison-words.ts';
import type { Base, Comparison, ComparisonPoint, PointDifference, Reading, Warning } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';
import { comparisonPoint } from './comparison-point.ts';
import { foregroundOf } from './foreground.ts';
import { howWeKnow } from './how-we-know.ts';
import { inTime } from './in-time.ts';
import { isCountable } from './measure.ts';
import { differenceOf, type PairAsk } from './pair.ts';
import { questionType } from '../questions/registry.ts';
import { haveSameOptions, rowsOf, type Row } from './rows.ts';
import { samePeople, type Crossed } from './same-people.ts';
import { sentencesOf } from './sentences.ts';
import { warningsOf } from './warnings.ts';
import { saidTimeWords, wholeTimes, type SaidTime } from './when-words.ts';

export interface CompareAsk {
  base: Base;
  /** As asked for; else *common* where the options differ. */
  reading?: Reading | undefined;
  /** Chosen pairs of point ids; both must be among the points. */
  pairs: readonly (readonly [string, string])[];
  /** Pairs that nobody chose and that are spoken of like those, but get no test. */
  besides?: readonly (readonly [string, string])[] | undefined;
  /** Whether overall tests are made at all; absent: they are. */
  withTests?: boolean | undefined;
  /** The option the sentences should be about; unknown ones are passed over. */
  foreground?: string | undefined;
  /** By `pairKey`: the answers of those who were asked twice in one event. */
  crossed: ReadonlyMap<string, readonly Crossed[]>;
  /** What must be said besides: how the points came to be these. */
  warnings?: readonly Warning[] | undefined;
}

/** More points than this are many: only the pairs that are looked at first get a test. */
const FEW = 6;

/** Fewer common options than this say nothing. */
const LEAST_COMMON = 2;

/** Names a pair of points, from first. */
export function pairKey(from: string, to: string): string {
  return `${from} ${to}`;
}

/** Sets askings and data points of one question side by side, aligned option by option. Points may come in any order. */
export function compare(
  question: Comparison['question'],
  given: readonly ComparedPoint[],
  ask: CompareAsk,
): Comparison {
  const points = inTime(given);
  const rows = rowsOf(points);
  const common = rows.filter((row) => row.isCommon && points.every((point) => isCountable(point, row)));
  const doOptionsDiffer = points.some(
    (point) => points[0] !== undefined && !haveSameOptions(points[0], point, rows),
  );
  const mayNarrow = ask.base === 'cast' && doOptionsDiffer && common.length >= LEAST_COMMON;
  const reading = mayNarrow ? (ask.reading ?? 'common') : 'all';
  const pairAsk = { reading, within: reading === 'common' ? common : undefined };
  const { pickedIds } = questionType(question.type);
  const differences = ask.base === 'cast' ? differencesOf(points, rows, pairAsk, { ...ask, pickedIds }) : [];
  const foreground = rows.find(({ optionIds }) => optionIds.some((id) => id === ask.foreground));
  const front = foreground?.optionId ?? foregroundOf(points, rows, differences);
  const told = { base: ask.base, points, rows, foreground: rows.find(({ optionId }) => optionId === front) };
  const whens = wholeTimes(
    points.map(({ when }) => when),
    points.map(({ label }) => label),
  );
  const said = sentencesOf({ ...told, differences: spokenFirst(points, differences, ask) });
  return {
    question,
    base: ask.base,
    reading,
    options: rows.map(({ optionId, label, optionIds, isCommon }) => ({
      optionId,
      label,
      optionIds,
      isCommon,
    })),
    foreground: front,
    points: points.map((point, at) =>
      timed(comparisonPoint(point, rows, { base: ask.base, reading, common }), whens[at] ?? point.when),
    ),
    differences,
    sentences: said.map(comparisonInEnglish),
    said,
    howWeKnow: howWeKnow(points, differences, ask.base),
    warnings: [
      ...warningsOf({ points, rows, common, differences, base: ask.base, reading, doOptionsDiffer }),
      ...(ask.warnings ?? []),
    ],
  };
}

/** The time as the comparison says it, beside others of the same day. */
function timed(point: ComparisonPoint, when: SaidTime): ComparisonPoint {
  return { ...point, whenText: saidTimeWords(when), said: { ...point.said, when } };
}

/** Neighbours in time, first and latest, the chosen pairs and those besides; each once. */
export function pairsOf(
  points: readonly { id: string }[],
  { pairs, besides = [] }: Pick<CompareAsk, 'pairs' | 'besides'>,
): { from: string; to: string; isLookedAt: boolean }[] {
  const ids = points.map(({ id }) => id);
  const neighbours = ids.slice(1).map((to, index) => [ids[index] ?? to, to] as const);
  const [first = '', last = ''] = [ids[0], ids.at(-1)];
  const ends = ids.length > 2 ? [[first, last] as const] : [];
  const lookedAt = new Set([...ends, ...pairs].map(([from, to]) => pairKey(from, to)));
  const all = [...neighbours, ...ends, ...pairs, ...besides].filter(([from, to]) => from !== to);
  return [...new Map(all.map((pair) => [pairKey(...pair), pair]))].map(([key, [from, to]]) => ({
    from,
    to,
    isLookedAt: lookedAt.has(key),
  }));
}

function differencesOf(
  points: readonly ComparedPoint[],
  rows: readonly Row[],
  pairAsk: Omit<PairAsk, 'withTest'>,
  ask: CompareAsk & { pickedIds: (answer: unknown) => string[] },
): PointDifference[] {
  const byId = new Map(points.map((point) => [point.id, point]));
  return pairsOf(points, ask).flatMap(({ from, to, isLookedAt }) => {
    const [before, after] = [byId.get(from), byId.get(to)];
    if (!before || !after) return [];
    const crossed = ask.crossed.get(pairKey(from, to));
    if (crossed) return [samePeople(before, after, rows, crossed, ask.pickedIds)];
    const withTest = ask.withTests !== false && (isLookedAt || points.length <= FEW);
    return [differenceOf(before, after, rows, { ...pairAsk, withTest })];
  });
}

/** Chosen pairs and those besides, then the two latest, then first and latest, then the others, newest first. */
function spokenFirst(
  points: readonly ComparedPoint[],
  differences: readonly PointDifference[],
  { pairs, besides = [] }: CompareAsk,
): PointDifference[] {
  const wanted = new Set([...pairs, ...besides].map(([from, to]) => pairKey(from, to)));
  const [first, beforeLast, last] = [points[0]?.id, points.at(-2)?.id, points.at(-1)?.id];
  const rank = ({ from, to }: PointDifference): number => {
    if (wanted.has(pairKey(from, to))) return 0;
    if (from === beforeLast && to === last) return 1;
    return from === first && to === last ? 2 : 3;
  };
  return [...differences].reverse().sort((a, b) => rank(a) - rank(b));
}

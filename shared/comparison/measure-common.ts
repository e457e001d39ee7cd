import type { Interval } from '../stats/wilson.ts';
import type { Answered, ComparedPoint } from './compared-point.ts';
import { ballotsWith, keysOf, measureAll, rangeOfOne, type Measure } from './measure.ts';
import type { Row } from './rows.ts';

/**
 * [CO3] Among those who chose an option that was offered on both sides: `common` are the rows that are. Where counts are
 * not known, the range holds whatever share chose one of the others.
 */
export function measureCommon(point: ComparedPoint, row: Row, common: readonly Row[]): Measure {
  const all = measureAll(point, row);
  if (all.kind === 'counted') {
    const n = countCommon(point, common);
    return n === undefined ? ofMultiple(all.count, point, common) : { ...all, n };
  }
  if (all.kind !== 'range' || point.isMultiple) return all;
  const others = sharesOutside(point, common);
  if (!others) return { kind: 'unknown' };
  if (others.high === 0) return all;
  const roomLeft =
    1 -
    sumLow(
      point,
      common.filter((each) => each !== row),
    );
  return {
    ...all,
    share: null,
    range: among(all.range, others, roomLeft),
    n: peopleAmong(all.n, others),
  };
}

/** Ballots with at least one of the common options; undefined where only counts of a multiple choice are known. */
export function countCommon(point: ComparedPoint, common: readonly Row[]): number | undefined {
  const members = common.flatMap((row) => row.members.get(point.id) ?? []);
  if (point.isMultiple) return point.patterns ? ballotsWith(point.patterns, keysOf(members)) : undefined;
  const counts = members.map(({ known }) => (known.kind === 'counted' ? known.count : undefined));
  if (counts.includes(undefined)) return undefined;
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** Of several choices: ballots with a common option and one that is not, but without this row: they could have moved to it. */
export function countBesides(point: ComparedPoint, row: Row, common: readonly Row[]): number {
  const keysIn = (rows: readonly Row[]) => keysOf(rows.flatMap(({ members }) => members.get(point.id) ?? []));
  const [own, inside] = [keysIn([row]), keysIn(common)];
  return Object.entries(point.patterns ?? {}).reduce((sum, [pattern, ballots]) => {
    const ids = pattern.split(' ');
    const isBeside = ids.some((id) => inside.has(id)) && !ids.every((id) => inside.has(id));
    return isBeside && !ids.some((id) => own.has(id)) ? sum + ballots : sum;
  }, 0);
}

/** At least as many as chose the most chosen one, at most all of them: nobody knows how often two went together. */
function ofMultiple(count: number, point: ComparedPoint, common: readonly Row[]): Measure {
  const counts = common.flatMap((row) => {
    const measure = measureAll(point, row);
    return measure.kind === 'counted' ? [measure.count] : [];
  });
  const n = {
    low: Math.max(...counts),
    high: Math.min(
      point.answered?.high ?? Infinity,
      counts.reduce((sum, each) => sum + each, 0),
    ),
  };
  if (n.low <= 0) return { kind: 'unknown' };
  return {
    kind: 'range',
    range: { low: count / n.high, high: count / n.low },
    share: null,
    n,
    isReported: true,
  };
}

/** Between which shares those lie who chose an option that is not common. */
function sharesOutside(point: ComparedPoint, common: readonly Row[]): Interval | undefined {
  const inside = new Set(common.flatMap((row) => row.members.get(point.id) ?? []));
  const outside = point.offered.filter((offered) => !inside.has(offered));
  if (outside.length === 0 && point.isOfferKnown) return { low: 0, high: 0 };
  const ranges = outside.map((offered) => rangeOfOne(point, offered));
  const most = 1 - sumLow(point, common);
  const high = ranges.reduce((sum, range) => sum + (range?.high ?? 1), point.isOfferKnown ? 0 : 1);
  return {
    low: ranges.reduce((sum, range) => sum + (range?.low ?? 0), 0),
    high: Math.max(0, Math.min(most, high)),
  };
}

/** The least share that the reported options of these rows have together. */
function sumLow(point: ComparedPoint, rows: readonly Row[]): number {
  return rows
    .flatMap((row) => row.members.get(point.id) ?? [])
    .reduce((sum, offered) => sum + (rangeOfOne(point, offered)?.low ?? 0), 0);
}

/**
 * s/(1 − m) for a share s and those outside m: least with the least of both; most with the largest s and, of m, as much as
 * still fits beside it.
 */
function among(share: Interval, outside: Interval, roomLeft: number): Interval {
  const high = Math.min(share.high, roomLeft);
  const beside = Math.max(0, Math.min(outside.high, roomLeft - high));
  const low = share.low === 0 ? 0 : share.low / (1 - Math.min(outside.low, 1 - share.low));
  return { low: tidy(low), high: tidy(high / (1 - beside)) };
}

function peopleAmong(n: Answered, outside: Interval): Answered {
  return n && { low: n.low * (1 - outside.high), high: n.high * (1 - outside.low) };
}

/** Within 0 to 1 and without the last digits of a division; what cannot be told is everybody. */
function tidy(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, Math.round(share * 1e12) / 1e12)) : 1;
}

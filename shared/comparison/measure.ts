import { isNoFigure } from '../stats/no-figure.ts';
import { anyOf, oneOf, unreportedBounds } from '../stats/shares.ts';
import type { Interval } from '../stats/wilson.ts';
import type { Answered, ComparedPoint, Offered } from './compared-point.ts';
import { OTHER_ID } from '../questions/question-type.ts';
import type { Row } from './rows.ts';

/** What is known of a row at a point, in one reading. Never a zero for "unknown". */
export type Measure =
  | { kind: 'counted'; count: number; n: number }
  /** Shares 0–1 of people whose number is known as a range, or not at all. `share`: the one number that was given. */
  | { kind: 'range'; range: Interval; share: number | null; n: Answered; isReported: boolean }
  | { kind: 'not-offered' }
  | { kind: 'unknown' };

const UNKNOWN: Measure = { kind: 'unknown' };

/** Among everybody who answered. */
export function measureAll(point: ComparedPoint, row: Row): Measure {
  const members = row.members.get(point.id);
  if (!members) return point.isOfferKnown ? { kind: 'not-offered' } : notSaid(point);
  const count = countOf(point, members);
  if (count !== undefined && point.answered) return { kind: 'counted', count, n: point.answered.low };
  return rangeOf(point, members);
}

/** It may have been on offer or not: either way it has at most what the reported ones leave. */
function notSaid(point: ComparedPoint): Measure {
  const range = leftOver(point);
  return range ? { kind: 'range', range, share: null, n: point.answered, isReported: false } : UNKNOWN;
}

/** Of one option or of several that compare as one: their sum, or, where one may choose several, any of them. */
function countOf(point: ComparedPoint, members: readonly Offered[]): number | undefined {
  const counts = members.map(({ known }) => (known.kind === 'counted' ? known.count : undefined));
  if (counts.includes(undefined)) return undefined;
  if (!point.isMultiple || counts.length === 1)
    return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return point.patterns ? ballotsWith(point.patterns, keysOf(members)) : undefined;
}

/** Ballots that hold at least one of these options. */
export function ballotsWith(patterns: Readonly<Record<string, number>>, ids: ReadonlySet<string>): number {
  return Object.entries(patterns).reduce(
    (sum, [pattern, ballots]) => (pattern.split(' ').some((id) => ids.has(id)) ? sum + ballots : sum),
    0,
  );
}

export function keysOf(members: readonly Offered[]): Set<string> {
  return new Set(members.map(({ key }) => key));
}

function rangeOf(point: ComparedPoint, members: readonly Offered[]): Measure {
  const ranges = members.map((member) => rangeOfOne(point, member));
  const found = ranges.filter((range) => range !== undefined);
  if (found.length < ranges.length) return UNKNOWN;
  const range = point.isMultiple ? anyOf(found) : oneOf(found);
  if (isNoFigure(range)) return UNKNOWN;
  const left = leftOver(point);
  const isReported = members.some(({ known }) => known.kind !== 'unreported');
  return {
    kind: 'range',
    // Several that were not reported share what is left.
    range: !isReported && left ? { low: 0, high: Math.min(range.high, left.high) } : range,
    share: members.length === 1 ? shareGiven(members[0]) : null,
    n: point.answered,
    isReported,
  };
}

/** What a person gave for one option, or what the reported ones leave for it; undefined where nothing bounds it. */
export function rangeOfOne(point: ComparedPoint, { known }: Offered): Interval | undefined {
  if (known.kind === 'given') return known.range;
  if (known.kind === 'unreported') return leftOver(point);
  const { answered } = point;
  if (!answered || answered.low <= 0) return undefined;
  return { low: known.count / answered.high, high: Math.min(1, known.count / answered.low) };
}

/** At a single choice, at most what the reported options leave for all others together. */
function leftOver(point: ComparedPoint): Interval | undefined {
  if (point.isMultiple) return undefined;
  const reported = point.offered
    .filter(({ known }) => known.kind !== 'unreported')
    .flatMap((offered) => rangeOfOne(point, offered) ?? []);
  const left = unreportedBounds(reported);
  return isNoFigure(left) ? undefined : left;
}

function shareGiven(member: Offered | undefined): number | null {
  return member?.known.kind === 'given' ? member.known.share : null;
}

/** Words of one's own beside several choices are in no pattern, so nobody can say who chose nothing else. */
export function isCountable(point: ComparedPoint, row: Row): boolean {
  return !(point.isMultiple && row.optionId === OTHER_ID);
}

import { associationTest } from '../stats/association.ts';
import { isNoFigure } from '../stats/no-figure.ts';
import { OTHER_ID } from '../questions/question-type.ts';
import { unlikeness } from './alike.ts';
import type { PointDifference, Reading } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';
import { isCountable, measureAll, type Measure } from './measure.ts';
import { countBesides, countCommon, measureCommon } from './measure-common.ts';
import { isMeasured, optionDifference, type Sides } from './option-difference.ts';
import { haveSameOptions, type Row } from './rows.ts';
import { comparisonInEnglish, say, type ComparisonSaid } from '../words/comparison-words.ts';

/** Fewer common options say nothing: everybody who chose one chose it. */
const LEAST_COMMON = 2;

export interface PairAsk {
  /** As asked for; else *common* where the options differ. */
  reading?: Reading | undefined;
  /** The only rows that count: those offered at every point of a comparison, so that all its shares are of one kind. */
  within?: readonly Row[] | undefined;
  /** The overall test takes up to a tenth of a second where counts are small. */
  withTest: boolean;
}

/** [CO5] The difference to − from of two groups of people, option by option, with the hedge that its word needs. */
export function differenceOf(
  from: ComparedPoint,
  to: ComparedPoint,
  rows: readonly Row[],
  { reading, within, withTest }: PairAsk,
): PointDifference {
  const common = commonRows(from, to, within ?? rows);
  const isSame = haveSameOptions(from, to, rows);
  const unlike = unlikeness(from, to, rows);
  const base = {
    from: from.id,
    to: to.id,
    kind: 'two-groups' as const,
    isAlike: unlike.length === 0,
    unlike: unlike.map(comparisonInEnglish),
  };
  const unable = whyNot(from, to, common);
  if (unable)
    return {
      ...base,
      reading: 'all',
      n: countedAll(from, to),
      options: [],
      test: null,
      reason: comparisonInEnglish(unable),
      unable,
    };
  const read = within ? 'common' : readingOf(isSame, common, reading);
  const sides = common.map((row) => [row, sidesOf(from, to, row, common, read)] as const);
  const mayHaveMoved = read === 'all' && !isSame;
  const k = sides.filter(([, side]) => isMeasured(side)).length;
  const options = sides.map(([row, side]) =>
    optionDifference(row.optionId, side, {
      k: Math.max(1, k),
      isAlike: base.isAlike,
      missing: mayHaveMoved ? missingOf(from, to, row, common) : undefined,
      mayHaveMoved,
    }),
  );
  return {
    ...base,
    reading: read,
    n: read === 'all' ? countedAll(from, to) : countedCommon(from, to, common),
    options,
    ...testOf(from, sides, withTest),
  };
}

/** Offered on both sides, as far as that is known of each. */
function commonRows(from: ComparedPoint, to: ComparedPoint, rows: readonly Row[]): Row[] {
  const mayHave = (point: ComparedPoint, { members }: Row) => members.has(point.id) || !point.isOfferKnown;
  return rows.filter(
    (row) =>
      (row.members.has(from.id) || row.members.has(to.id)) &&
      [from, to].every((point) => mayHave(point, row) && isCountable(point, row)),
  );
}

function readingOf(isSame: boolean, common: readonly Row[], asked: Reading | undefined): Reading {
  if (isSame) return 'all';
  return common.length < LEAST_COMMON ? 'all' : (asked ?? 'common');
}

function whyNot(from: ComparedPoint, to: ComparedPoint, common: readonly Row[]): ComparisonSaid | undefined {
  if (from.eventId !== null && from.eventId === to.eventId) return say('reason.same-people');
  if (from.base !== to.base) return say('reason.bases');
  if (from.base === 'room') return say('reason.rooms');
  if (common.length === 0) return say('reason.no-option');
  const empty = [from, to].find(({ answered }) => answered?.high === 0);
  return empty ? say('reason.nobody', { name: empty.label }) : undefined;
}

function sidesOf(
  from: ComparedPoint,
  to: ComparedPoint,
  row: Row,
  common: readonly Row[],
  reading: Reading,
): Sides {
  const measure = (point: ComparedPoint): Measure =>
    reading === 'all' ? measureAll(point, row) : measureCommon(point, row, common);
  return { from: measure(from), to: measure(to) };
}

/** Those who chose what the other side lacked, own words and abstentions included; undefined where that is not known. */
function missingOf(from: ComparedPoint, to: ComparedPoint, row: Row, common: readonly Row[]) {
  const [before, after] = [outside(from, row, common), outside(to, row, common)];
  return before === undefined || after === undefined ? undefined : { from: before, to: after };
}

function outside(point: ComparedPoint, row: Row, common: readonly Row[]): number | undefined {
  const inside = countCommon(point, common);
  if (inside === undefined || !point.answered) return undefined;
  return point.answered.low - inside + countBesides(point, row, common);
}

function countedAll(from: ComparedPoint, to: ComparedPoint): PointDifference['n'] {
  return { from: exactly(from), to: exactly(to) };
}

function exactly({ answered }: ComparedPoint): number | null {
  return answered && answered.low === answered.high ? answered.low : null;
}

function countedCommon(from: ComparedPoint, to: ComparedPoint, common: readonly Row[]): PointDifference['n'] {
  return { from: countCommon(from, common) ?? null, to: countCommon(to, common) ?? null };
}

function testOf(
  { isMultiple }: ComparedPoint,
  sides: readonly (readonly [Row, Sides])[],
  withTest: boolean,
): Pick<PointDifference, 'test' | 'reason'> {
  if (isMultiple)
    return { test: null, reason: 'One person may choose several options, so no overall test fits.' };
  const table = (['from', 'to'] as const).map((side) =>
    sides.map(([, { [side]: measure }]) => (measure.kind === 'counted' ? measure.count : undefined)),
  );
  if (table.some((row) => row.includes(undefined)))
    return { test: null, reason: 'The counts of one side are not known, so no test fits.' };
  if (!withTest)
    return { test: null, reason: 'Not reckoned among so many: choose this pair to see its test.' };
  const test = associationTest(table.map((row) => row.map((count) => count ?? 0)));
  return isNoFigure(test) ? { test: null, reason: test.reason } : { test };
}

/** Whether a row takes part in sentences: own words are many answers under one name. */
export function isOption({ optionId }: { optionId: string }): boolean {
  return optionId !== OTHER_ID;
}

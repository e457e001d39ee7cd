import { isNoFigure } from '../stats/no-figure.ts';
import { roomBounds } from '../stats/room-bounds.ts';
import { wilson } from '../stats/wilson.ts';
import type { Base, PointOption, Reading } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';
import { isCountable, measureAll, type Measure } from './measure.ts';
import { measureCommon } from './measure-common.ts';
import { answeredAtLeast, roomOf } from './room-of.ts';
import type { Row } from './rows.ts';

/** How shares are read off the points: of whom, and among whom. */
export interface HowRead {
  base: Base;
  reading: Reading;
  /** The rows that every point offered. */
  common: readonly Row[];
}

/** [CO2] One row at one point: its share with the interval, or the range, or why there is none. */
export function pointOption(point: ComparedPoint, row: Row, how: HowRead): PointOption {
  const measure = measureFor(point, row, how);
  const words = wordsOf(point, row);
  const said = { optionId: row.optionId, ...(words === null ? {} : { words }) };
  const nothing = { share: null, low: null, high: null };
  if (measure.kind === 'not-offered' || measure.kind === 'unknown')
    return { ...said, state: measure.kind, ...nothing };
  if (measure.kind === 'range' && how.base !== 'cast' && how.base !== point.base)
    return { ...said, state: 'unknown', ...nothing };
  if (measure.kind === 'range')
    return {
      ...said,
      state: measure.isReported ? 'given' : 'unreported',
      share: measure.share,
      ...measure.range,
    };
  const base = how.base === 'cast' ? point.base : how.base;
  if (base !== 'cast')
    return { ...said, state: 'counted', count: measure.count, ...ofRoom(measure.count, point, base) };
  if (isLeftOut(row, how)) return { ...said, state: 'counted', count: measure.count, ...nothing };
  const interval = wilson(measure.count, measure.n);
  return {
    ...said,
    state: 'counted',
    count: measure.count,
    share: measure.n > 0 ? measure.count / measure.n : null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

/** Where only common options count, the others have votes and no share: they are in no line. */
function isLeftOut(row: Row, { reading }: HowRead): boolean {
  return reading === 'common' && !row.isCommon;
}

/** What was entered as a range is drawn as it was entered, whoever else is left out; shares of a room stay its shares. */
function measureFor(point: ComparedPoint, row: Row, { base, reading, common }: HowRead): Measure {
  const all = measureAll(point, row);
  const isNarrowed =
    base === 'cast' && point.base === 'cast' && reading === 'common' && all.kind === 'counted';
  return isNarrowed && row.isCommon && isCountable(point, row) ? measureCommon(point, row, common) : all;
}

function wordsOf(point: ComparedPoint, row: Row): string | null {
  const words = (row.members.get(point.id) ?? []).flatMap((member) => member.words ?? []);
  return words.length > 0 ? words.join('; ') : null;
}

/** No interval here: the share of all, and between which shares it lies whatever the others think. */
function ofRoom(count: number, point: ComparedPoint, base: Base) {
  const bounds = roomBounds(count, answeredAtLeast(point), roomOf(point, base));
  if (isNoFigure(bounds)) return { share: null, low: null, high: null, boundLow: null, boundHigh: null };
  return { share: bounds.share, low: null, high: null, boundLow: bounds.low, boundHigh: bounds.high };
}

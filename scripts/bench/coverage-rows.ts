import { coverage, COVERED_INTERVALS, type CoveredInterval } from '../../shared/stats/coverage.ts';
import type { Measured } from './row.ts';

const SIZES = [10, 30, 100];
const ROOMS = 10_000;
/** On average an interval may hold a little less often than it says, and the rooms are drawn: three of their errors. */
const LEAST = 94;

const NAMES: Record<CoveredInterval, string> = {
  wilson: 'Wilson’s interval',
  newcombe: 'Newcombe’s interval, two groups',
  newcombePaired: 'Newcombe’s interval, the same people',
  tango: 'Tango’s interval',
  mean: 't interval of a mean',
  welch: 'Welch’s interval',
  median: 'interval of a median',
};

/** How often each 95 % interval holds what is true in made-up rooms, a row per interval and number of people. */
export function coverageRows(): Measured[] {
  return COVERED_INTERVALS.flatMap((interval) =>
    SIZES.map((n) => ({
      figure: `${NAMES[interval]} at 95 % holds the truth, n = ${n} (${ROOMS.toLocaleString('en')} rooms)`,
      unit: '%',
      ours: [100 * coverage(interval, n, ROOMS)],
      floor: [],
      goal: { of: 'ours', least: LEAST },
      generator: [],
    })),
  );
}

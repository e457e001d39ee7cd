import { type NoFigure, noFigure } from './no-figure.ts';

/** Percentages are compared in units far below their last digit. */
const ROUNDING = 1e-9;

/**
 * The counts behind percentages of a known n, where exactly one whole count rounds to each: 38 % of 50 is 19. Percentages
 * are 0 to 100 with `decimals` digits after the point; a count that lies exactly between two counts for both, however
 * the source rounded. `mustSum`: of a single choice with every option reported the counts come to n. None where no
 * count, or more than one, rounds to one of them.
 */
export function wholeCounts(
  percentages: readonly number[],
  n: number,
  decimals = 0,
  mustSum = false,
): number[] | NoFigure {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`There is no n of ${n}.`);
  if (n === 0) return noFigure('NOBODY_ANSWERED');
  if (percentages.length === 0) return noFigure('NOTHING_REPORTED');
  const counts: number[] = [];
  for (const percentage of percentages) {
    const [count, other] = countsRoundingTo(percentage, n, decimals);
    if (count === undefined) return noFigure('NO_COUNT_ROUNDS');
    if (other !== undefined) return noFigure('SEVERAL_COUNTS_ROUND');
    counts.push(count);
  }
  const sum = counts.reduce((total, count) => total + count, 0);
  return mustSum && sum !== n ? noFigure('COUNTS_NOT_N') : counts;
}

/** The first two whole counts of n that round to a percentage. */
function countsRoundingTo(percentage: number, n: number, decimals: number): number[] {
  if (!(percentage >= 0 && percentage <= 100)) throw new RangeError(`There is no share of ${percentage} %.`);
  const half = 0.5 * 10 ** -decimals + ROUNDING;
  const first = Math.max(0, Math.ceil(((percentage - half) / 100) * n));
  return [first, first + 1].filter((count) => count <= n && Math.abs((100 * count) / n - percentage) <= half);
}

import type { OptionDifference, PointDifference } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';
import { measureAll } from './measure.ts';
import { isOption } from './pair.ts';
import type { Row } from './rows.ts';

/**
 * [CO9] The option the first sentence is about: the one that rose most clearly, by the least it may have risen; else the one
 * that fell most clearly; else the one ahead at the latest point.
 */
export function foregroundOf(
  points: readonly ComparedPoint[],
  rows: readonly Row[],
  differences: readonly PointDifference[],
): string | null {
  const options = rows.filter(isOption);
  const found = differences
    .flatMap((difference) => difference.options)
    .filter(({ optionId }) => options.some((row) => row.optionId === optionId));
  return (
    greatest(found, ({ clear, low }) => (clear && low !== null ? low : 0)) ??
    greatest(found, ({ clear, high }) => (clear && high !== null ? -high : 0)) ??
    leaderOf(points.at(-1), options) ??
    options[0]?.optionId ??
    null
  );
}

/** None where the greatest is no more than zero. */
function greatest(
  found: readonly OptionDifference[],
  by: (difference: OptionDifference) => number,
): string | undefined {
  let best: OptionDifference | undefined;
  for (const difference of found) if (by(difference) > (best ? by(best) : 0)) best = difference;
  return best?.optionId;
}

function leaderOf(point: ComparedPoint | undefined, rows: readonly Row[]): string | undefined {
  if (!point) return undefined;
  const shareIn = (row: Row): number => {
    const measure = measureAll(point, row);
    if (measure.kind === 'counted') return measure.count;
    return measure.kind === 'range' && measure.isReported ? measure.range.low : -1;
  };
  return [...rows].sort((a, b) => shareIn(b) - shareIn(a))[0]?.optionId;
}

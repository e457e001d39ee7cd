import type { Comparison, PointDifference } from '../../shared/comparison/comparison.ts';

/** The pair that stands beside the rows: the one the headline speaks of, chosen ones first, else the two latest. */
export function mainPair(
  { differences, foreground, points }: Comparison,
  chosen: readonly (readonly [string, string])[] = [],
): PointDifference | undefined {
  const [first, before, last] = [points[0]?.id, points.at(-2)?.id, points.at(-1)?.id];
  const wanted = [...chosen, [before, last], [first, last]] as const;
  const ordered = [
    ...wanted.flatMap(([from, to]) => differences.find((pair) => pair.from === from && pair.to === to) ?? []),
    ...differences,
  ];
  const isClear = ({ options }: PointDifference) =>
    options.some(({ optionId, clear }) => optionId === foreground && clear);
  return ordered.find(isClear) ?? ordered[0];
}

import type {
  Comparison,
  OptionDifference,
  PointDifference,
  Verdict,
} from '../../shared/comparison/comparison.ts';
import { pointsWords } from '../../shared/comparison/number-words.ts';

const SHORT: Record<Verdict, string> = {
  shift: 'a clear shift',
  difference: 'clear',
  chance: 'could be chance',
  'options-changed': 'cannot be told',
  'not-comparable': 'cannot be compared',
};

/** "−24 (−40 to −7)"; where one side is a range, only between what it lies. */
export function differenceText({ difference, low, high }: OptionDifference): string {
  if (low === null || high === null) return difference === null ? '?' : pointsWords(difference);
  const range = `${pointsWords(low)} to ${pointsWords(high)}`;
  return difference === null ? range : `${pointsWords(difference)} (${range})`;
}

export function verdictText({ verdict }: OptionDifference): string {
  return SHORT[verdict];
}

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

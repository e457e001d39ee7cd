import { finding, noFinding } from './finding.ts';
import type { Finding, NoFinding } from './question-type.ts';

/** What an average is of, and the average as it is said: rounded. */
export interface Averaged {
  label: string;
  average: number;
}

/** The rule of `averagesFinding`, as a report says it. */
export const AVERAGES_RULE = {
  averages: 'The lowest and the highest average are named. Nobody was asked to put one before the other.',
};

/**
 * [SC8] [GR5] From the lowest average to the highest, and whose they are. A description: the same people answered all,
 * and nobody asked them to put one before the other.
 */
export function averagesFinding(averages: readonly Averaged[], unit: string): Finding | NoFinding {
  const sorted = [...averages].sort((a, b) => a.average - b.average);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest) return noFinding('finding.no-number');
  const isLevel = lowest.average === highest.average;
  return finding(
    { kind: 'describes', rule: 'averages', leaders: [] },
    {
      key: isLevel ? 'finding.average-level' : 'finding.averages',
      values: { low: lowest.average, high: highest.average, unit },
    },
    isLevel
      ? []
      : [
          { key: 'finding.highest', values: { option: highest.label, average: highest.average, unit } },
          { key: 'finding.lowest', values: { option: lowest.label, average: lowest.average, unit } },
        ],
  );
}

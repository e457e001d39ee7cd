import type { QuestionSpec } from '../question.ts';
import { wilson } from '../stats/wilson.ts';
import type { FindingSaid } from '../words/finding-words.ts';
import { AVERAGES_RULE, averagesFinding, type Averaged } from './averages-finding.ts';
import { finding, noFinding } from './finding.ts';
import { countedNumbers, summaryOf, type Histogram, type Summary } from './histogram.ts';
import { unitText } from './number-text.ts';
import type { Finding, NoFinding } from './question-type.ts';
import { scaleOf, type ScaleSettings } from './scale-spec.ts';
import { averageDecimals, indexOf, stepCount, valueAt } from './scale-steps.ts';
import { ONLY, type ScaleTally } from './scale-tally.ts';

/** The rules of `scaleFinding`, as a report says them. */
export const SCALE_RULES = {
  ...AVERAGES_RULE,
  'middle-half':
    'The middle half leaves out the lowest and the highest quarter of the answers (Hyndman & Fan’s definition 2); how many said what lies in it is counted.',
  'two-ends':
    'Two ends are named where each of them, a third of the scale, was said clearly more often than what lies between: Wilson’s 95 % interval lies above one half.',
};

/** [SC7] One number: the middle half and the average, or the two ends. [SC8] Several statements: their averages. */
export function scaleFinding(spec: QuestionSpec, tally: ScaleTally): Finding | NoFinding {
  if (tally.ballots === 0) return noFinding('finding.nobody');
  const scale = scaleOf(spec);
  if (scale.statements) return averagesFinding(averagesOf(scale, tally), unitText(scale.unit));
  const histogram = tally.given[ONLY] ?? {};
  const summary = summaryOf(histogram);
  if (!summary) return noFinding('finding.no-number');
  return twoEnds(scale, histogram, summary) ?? middleHalf(scale, histogram, summary);
}

function averagesOf(scale: ScaleSettings, tally: ScaleTally): Averaged[] {
  return (scale.statements ?? []).flatMap(({ id, label }) => {
    const summary = summaryOf(tally.given[id] ?? {});
    return summary ? [{ label, average: rounded(scale, summary.mean) }] : [];
  });
}

function middleHalf(scale: ScaleSettings, histogram: Histogram, summary: Summary): Finding {
  const within = countedNumbers(histogram).filter(
    ({ value }) => value >= summary.lower && value <= summary.upper,
  );
  const [low = NaN, high = NaN] = [within[0]?.value, within.at(-1)?.value];
  const values = {
    count: within.reduce((sum, { count }) => sum + count, 0),
    n: summary.n,
    low,
    high,
    ...averageOf(scale, summary),
  };
  return finding(
    { kind: 'describes', rule: 'middle-half', leaders: [] },
    { key: low === high ? 'finding.middle-one' : 'finding.middle-half', values },
    [middleAnswer(scale, summary)],
  );
}

/**
 * Many at both ends and few between them, which an average would hide: of each end (a third of the numbers) against
 * what lies between, Wilson's 95 % interval leaves out one half.
 */
function twoEnds(scale: ScaleSettings, histogram: Histogram, summary: Summary): Finding | undefined {
  const count = stepCount(scale);
  const third = Math.floor(count / 3);
  if (third === 0) return undefined;
  const [low, high] = [valueAt(scale, third - 1), valueAt(scale, count - third)];
  const ends = endCounts(scale, histogram, third);
  if (!isClearlyMore(ends.low, ends.between) || !isClearlyMore(ends.high, ends.between)) return undefined;
  return finding(
    { kind: 'describes', rule: 'two-ends', leaders: [] },
    {
      key: third === 1 ? 'finding.two-ends-single' : 'finding.two-ends',
      values: { a: ends.low, b: ends.high, n: summary.n, low, high, unit: unitText(scale.unit) },
    },
    [
      { key: 'finding.between', values: { n: ends.between } },
      { key: 'finding.average', values: averageOf(scale, summary) },
    ],
  );
}

function endCounts(
  scale: ScaleSettings,
  histogram: Histogram,
  third: number,
): { low: number; between: number; high: number } {
  const ends = { low: 0, between: 0, high: 0 };
  for (const { value, count } of countedNumbers(histogram)) {
    const index = indexOf(scale, value);
    if (index < third) ends.low += count;
    else if (index >= stepCount(scale) - third) ends.high += count;
    else ends.between += count;
  }
  return ends;
}

function isClearlyMore(a: number, b: number): boolean {
  return (wilson(a, a + b)?.low ?? 0) > 0.5;
}

function middleAnswer(scale: ScaleSettings, { median }: Summary): FindingSaid {
  return { key: 'finding.middle-answer', values: { middle: median, unit: unitText(scale.unit) } };
}

function averageOf(scale: ScaleSettings, { mean }: Summary): { average: number; unit: string } {
  return { average: rounded(scale, mean), unit: unitText(scale.unit) };
}

function rounded(scale: ScaleSettings, mean: number): number {
  return Number(mean.toFixed(averageDecimals(scale)));
}

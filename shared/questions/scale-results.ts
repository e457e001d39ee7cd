import type { QuestionSpec } from '../question.ts';
import { countedNumbers, summaryOf, type Histogram, type Summary } from './histogram.ts';
import type { Labelled } from './labelled.ts';
import { numberResult } from './number-result.ts';
import { averageText, middleHalfText, numberText, unitText } from './number-text.ts';
import { ABSTAIN_ID, type ResultTable, type Results } from './question-type.ts';
import { binned } from './scale-bins.ts';
import { scaleOf, type ScaleSettings } from './scale-spec.ts';
import {
  averageDecimals,
  binsOf,
  MOST_SINGLE,
  placeOf,
  stepCount,
  valueAt,
  type Bin,
  type ScaleRange,
} from './scale-steps.ts';
import { ONLY, type ScaleTally } from './scale-tally.ts';

/** `counts` by number: of a slider only the numbers that were given, else every one. */
export function scaleResults(spec: QuestionSpec, tally: ScaleTally): Results {
  const scale = scaleOf(spec);
  const result = (id: string) => ({
    counts: countsOf(scale, tally.given[id]),
    ...numberResult(tally.given[id]),
  });
  if (!scale.statements) return { options: [], ...result(ONLY) };
  return { options: [], statements: scale.statements.map(({ id, label }) => ({ id, label, ...result(id) })) };
}

function countsOf(range: ScaleRange, histogram: Histogram = {}): Record<string, number> {
  const count = stepCount(range);
  if (count > MOST_SINGLE)
    return Object.fromEntries(countedNumbers(histogram).map((each) => [each.value, each.count]));
  const values = Array.from({ length: count }, (_, index) => valueAt(range, index));
  return Object.fromEntries(values.map((value) => [value, histogram[String(value)] ?? 0]));
}

/** One number: how many gave each. Several statements: what each comes to. */
export function scaleTable(spec: QuestionSpec, tally: ScaleTally): ResultTable {
  const scale = scaleOf(spec);
  return scale.statements ? statementTable(scale, scale.statements, tally) : distributionTable(scale, tally);
}

function distributionTable(scale: ScaleSettings, tally: ScaleTally): ResultTable {
  const { ballots, abstained } = tally;
  const histogram = tally.given[ONLY] ?? {};
  const row = (id: string, label: string, count: number) => ({
    id,
    label,
    cells: [String(count), ballots === 0 ? '–' : `${Math.round((count / ballots) * 100)}\u00a0%`],
    bar: ballots === 0 ? 0 : count / ballots,
  });
  return {
    columns: [
      { id: 'votes', label: 'Votes' },
      { id: 'share', label: 'Share' },
    ],
    main: 'share',
    rows: [
      ...binned(binsOf(scale), histogram).map(({ bin, count }) =>
        row(`from-${bin.from}`, binText(scale, bin), count),
      ),
      ...(scale.abstain ? [row(ABSTAIN_ID, 'Abstained', abstained)] : []),
      ...summaryRows(scale, summaryOf(histogram)),
    ],
  };
}

function summaryRows(scale: ScaleSettings, summary: Summary | null): ResultTable['rows'] {
  if (!summary) return [];
  const unit = unitText(scale.unit);
  const row = (id: string, label: string, text: string) => ({ id, label, cells: [`${text}${unit}`, ''] });
  return [
    row('average', 'Average', averageText(summary.mean, averageDecimals(scale))),
    row('middle', 'Middle answer', numberText(summary.median)),
    row('middle-half', 'The middle half', middleHalfText(summary)),
  ];
}

function statementTable(scale: ScaleSettings, statements: Labelled[], tally: ScaleTally): ResultTable {
  const unit = unitText(scale.unit);
  const abstained = { id: ABSTAIN_ID, label: 'Abstained', cells: [String(tally.abstained), '', '', ''] };
  return {
    columns: [
      { id: 'answered', label: 'Answered' },
      { id: 'average', label: 'Average' },
      { id: 'middle', label: 'Middle answer', isDetail: true },
      { id: 'middle-half', label: 'The middle half', isDetail: true },
    ],
    main: 'average',
    rows: [
      ...statements.map(({ id, label }) => {
        const summary = summaryOf(tally.given[id] ?? {});
        if (!summary) return { id, label, cells: ['0', '–', '–', '–'] };
        const average = averageText(summary.mean, averageDecimals(scale));
        const texts = [average, numberText(summary.median), middleHalfText(summary)];
        const cells = [String(summary.n), ...texts.map((text) => `${text}${unit}`)];
        return { id, label, cells, bar: placeOf(scale, summary.mean) };
      }),
      ...(scale.abstain ? [abstained] : []),
    ],
  };
}

/** "7", "10–19 km", with what the end is called: "1: not at all". */
export function binText({ unit, lowLabel, highLabel, min, max }: ScaleSettings, { from, to }: Bin): string {
  const numbers = from === to ? numberText(from) : `${numberText(from)}–${numberText(to)}`;
  const name = from === min ? lowLabel : to === max ? highLabel : undefined;
  return `${numbers}${unitText(unit)}${name === undefined ? '' : `: ${name}`}`;
}

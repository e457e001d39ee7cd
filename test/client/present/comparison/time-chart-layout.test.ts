import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps, type Box } from '../../../../shared/charts/boxes.ts';
import { within } from '../../../../client/present/comparison/segments.ts';
import { FULL_NARROW, FULL_WIDE } from '../../../../client/present/comparison/full-frame.ts';
import type { PairLine } from '../../../../client/present/comparison/pair-line.ts';
import type { Value } from '../../../../client/present/comparison/series.ts';
import {
  timeChart,
  type TimeChart,
  type TimeChartAsked,
} from '../../../../client/present/comparison/time-chart-layout.ts';
import { measure } from '../../ui/measure.ts';

const PLOTS = [FULL_WIDE, FULL_NARROW].flatMap(({ plot }) => [
  { ...plot, top: 376, bottom: 906 },
  { ...plot, top: 520, bottom: 870 },
]);

const share = fc.double({ min: 0, max: 1, noNaN: true });
const value: fc.Arbitrary<Value> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(share, fc.double({ min: 0, max: 0.3, noNaN: true }), fc.boolean()).map(marked),
  },
  { weight: 1, arbitrary: share.map((high): Value => ({ kind: 'cap', high: Math.min(high, 0.99) })) },
  { weight: 1, arbitrary: fc.constantFrom<Value>({ kind: 'unknown' }, { kind: 'not-offered' }) },
);

function marked([middle, range, isCertain]: [number, number, boolean]): Value {
  const ends: [number, number] = [Math.max(0, middle - range), Math.min(1, middle + range)];
  return { kind: 'mark', share: middle, range: ends, isCertain };
}

const line: fc.Arbitrary<PairLine | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    isBroken: fc.boolean(),
    words: fc.constantFrom('a clear shift', 'a clear difference', 'could be chance'),
    isClear: fc.boolean(),
  }),
);

const labels = fc.constantFrom('Data', 'Performance Consultant', 'Whoever knows best what people need to do');

/** Two to six times asked, of one or two options, as far as they are shown. */
const charts: fc.Arbitrary<TimeChartAsked> = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc
    .record({
      days: fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: count, maxLength: count }),
      first: fc.array(value, { minLength: count, maxLength: count }),
      second: fc.array(value, { minLength: count, maxLength: count }),
      names: fc.tuple(labels, labels),
      lines: fc.array(line, { minLength: count, maxLength: count }),
      shown: fc.integer({ min: 1, max: count }),
      plot: fc.constantFrom(...PLOTS),
    })
    .map(({ days, first, second, names, lines, shown, plot }): TimeChartAsked => {
      const points = [...days]
        .sort((a, b) => a - b)
        .map((day, at) => ({
          id: `p${at}`,
          when: { date: new Date(day * 86_400_000).toISOString().slice(0, 10), precision: 'day' as const },
          provenance: 'counted-here' as const,
        }));
      const optionOf = (label: string) => ({ optionId: label, label, optionIds: [label], isCommon: true });
      return {
        points,
        series: [
          { option: optionOf(names[0]), values: first },
          { option: optionOf(`${names[1]} `), values: second },
        ],
        lines,
        shown: new Set(points.slice(0, shown).map(({ id }) => id)),
        isNow: (id) => id === `p${count - 1}`,
        plot,
      };
    }),
);

function textsOf({ numbers, lines }: TimeChart): Box[] {
  return [...numbers, ...lines.flatMap(({ words }) => words ?? [])].map(({ box }) => box);
}

function drawnOf({ marks, whiskers }: TimeChart): Box[] {
  return [
    ...marks.map(({ x, y, radius }) => ({
      x: x - radius,
      y: y - radius,
      width: 2 * radius,
      height: 2 * radius,
    })),
    ...whiskers.map(({ x, top, bottom }) => ({ x: x - 3, y: top, width: 6, height: bottom - top })),
  ];
}

describe('the chart of a comparison', () => {
  test('no text lies on another, on a mark, on a range or on a line', () => {
    fc.assert(
      fc.property(charts, (asked) => {
        const chart = timeChart(asked, measure);
        const texts = textsOf(chart);
        for (const [at, text] of texts.entries()) {
          expect(texts.slice(at + 1).some((other) => overlaps(text, other))).toBe(false);
          expect(drawnOf(chart).some((box) => overlaps(text, box))).toBe(false);
          const parts = chart.lines.flatMap((each) => each.parts);
          expect(parts.some((part) => within(part, text) !== undefined)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('nothing is smaller than 28 u, and everything stands within the plot', () => {
    fc.assert(
      fc.property(charts, (asked) => {
        const chart = timeChart(asked, measure);
        const { plot } = asked;
        const all = [...chart.numbers, ...chart.lines.flatMap(({ words }) => words ?? [])];
        for (const { size, box } of all) {
          expect(size).toBeGreaterThanOrEqual(28);
          expect(box.x).toBeGreaterThanOrEqual(plot.left);
          expect(box.x + box.width).toBeLessThanOrEqual(plot.right);
          expect(box.y + box.height).toBeLessThanOrEqual(plot.bottom);
        }
        for (const { y } of chart.marks) {
          expect(y).toBeGreaterThanOrEqual(plot.top - 0.01);
          expect(y).toBeLessThanOrEqual(plot.bottom + 0.01);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every number of the first option is said: beside its mark, right of the plot, or told to have found no room', () => {
    fc.assert(
      fc.property(charts, (asked) => {
        const chart = timeChart(asked, measure);
        const first = asked.series[0]?.values ?? [];
        const shown = first.filter((_value, at) => asked.shown.has(`p${at}`)).length;
        const atEnd = chart.ends.filter(({ series }) => series === 0).length;
        const beside = chart.numbers.filter(({ weight }) => weight === 700).length;
        expect(beside + atEnd + chart.unsaid.numbers.length).toBe(shown);
      }),
    );
  });

  test('distances in time are true where they leave room, and said to be stretched where not', () => {
    const at = (dates: string[]): TimeChartAsked => ({
      points: dates.map((date) => ({
        id: date,
        when: { date, precision: 'day' },
        provenance: 'counted-here',
      })),
      series: [],
      lines: [],
      shown: new Set(dates),
      isNow: () => false,
      plot: { left: 176, right: 1290, top: 376, bottom: 906 },
    });
    const far = timeChart(at(['2019-01-01', '2021-01-01', '2027-01-01']), measure);
    const [a = 0, b = 0, c = 0] = far.ticks.map(({ x }) => x);
    expect((b - a) / (c - a)).toBeCloseTo(0.25, 2);
    expect(far.breaks).toEqual([]);
    const near = timeChart(at(['2019-01-01', '2026-11-20', '2026-11-24']), measure);
    expect(near.breaks).toHaveLength(1);
    const xs = near.ticks.map(({ x }) => x);
    expect((xs[2] ?? 0) - (xs[1] ?? 0)).toBeGreaterThan(100);
  });
});

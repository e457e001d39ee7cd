import fc from 'fast-check';
import { expect, test } from 'vitest';
import { footWords, shareText, shareWithRange } from '../../../shared/charts/chart-words.ts';
import { dotRowsSvg } from '../../../shared/charts/dot-rows-svg.ts';
import { layOutRows } from '../../../shared/charts/dot-rows-layout.ts';
import { joinsOf } from '../../../shared/charts/joins.ts';
import { DARK, LIGHT, OF_PAGE } from '../../../shared/charts/palette.ts';
import { overlaps } from '../../../shared/charts/boxes.ts';
import { panelsOf } from '../../../shared/charts/panels.ts';
import { layOutTimes } from '../../../shared/charts/time-chart-layout.ts';
import { timeChartSvg } from '../../../shared/charts/time-chart-svg.ts';
import type { PointOption } from '../../../shared/comparison/comparison.ts';
import { asked, day, offered, reported } from '../comparison/points.ts';
import { compared, demoComparison, demoPoints, manyTimes, PROMPT } from './demo-comparison.ts';

const count = (svg: string, what: RegExp) => [...svg.matchAll(what)].length;
const WIDTHS = [320, 390, 760, 1200];

test('shape is provenance: discs, squares, diamonds, and no mark for what was not reported', () => {
  const svg = dotRowsSvg(demoComparison(), { width: 1200, palette: LIGHT });
  // Four options were offered each time: four here, four brought in, one remembered; each once more in the key.
  expect(count(svg, /<circle /g)).toBe(4 + 1);
  expect(count(svg, /<rect /g)).toBe(4 + 1 + 1);
  expect(count(svg, /l-?[\d.]+ -?[\d.]+z"/g)).toBe(1 + 1);
  expect(count(svg, /stroke-dasharray/g)).toBe(4);
  expect(footWords(demoComparison())).toContain(
    'Not offered each time, so in no line: Marketing, Content Producer and Social ' +
      '(votes in Learning Lounge Live: Marketing 4, Content Producer 5 and Social 5).',
  );
  expect(svg).toContain('>at most 15<');
  expect(svg).toContain('>85–95<');
  expect(svg).toContain('>46 (33–60)<');
});

test('a chart stands alone: title, sentence, n, foot and the numbers in words', () => {
  for (const draw of [dotRowsSvg, timeChartSvg]) {
    const svg = draw(demoComparison(), { width: 900, palette: LIGHT });
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="900" height="\d+"/);
    expect(svg).toContain(`<title>${PROMPT}</title>`);
    expect(svg).toMatch(
      /<desc>February 2019, LPI event, around 100, remembered: .*Product Manager at most 15 %/,
    );
    for (const words of ['around 100', '64 of 78', '50 votes when read', 'made up for the'])
      expect(svg).toContain(words);
    expect(svg).not.toMatch(/Wilson|Newcombe|\sstyle=|<style|<script|NaN|undefined|Infinity/);
  }
});

test('a bare chart leaves question, sentence and foot to its page and takes the colours of it', () => {
  const svg = dotRowsSvg(demoComparison(), { width: 760, palette: OF_PAGE, isBare: true });
  expect(svg).not.toContain('a clear difference');
  expect(svg).not.toContain('Per cent');
  expect(svg).toContain('fill="var(--now)"');
});

test('no label of a time chart lies on another, at any width and with any names', () => {
  const name = fc.string({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 60 }),
          fc.integer({ min: 1, max: 60 }),
          fc.integer({ min: 1, max: 28 }),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      name,
      fc.constantFrom(...WIDTHS),
      (times, label, width) => {
        const points = times.map(([x, y, on], index) =>
          asked(`${index}`, `202${index}-02-${String(on).padStart(2, '0')}`, {
            [label]: x,
            'Another one': y,
          }),
        );
        const { labels, height } = layOutTimes(compared(points), width);
        for (const [index, box] of labels.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
          for (const other of labels.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('rows do not run into each other, nor numbers into the plot', () => {
  for (const width of WIDTHS) {
    const { rows, plot, timesX, size } = layOutRows(compared(manyTimes()), width);
    for (const [index, row] of rows.entries()) {
      expect(row.top).toBeCloseTo(
        index === 0 ? 0 : (rows[index - 1]?.top ?? 0) + (rows[index - 1]?.height ?? 0),
      );
      for (const { y } of row.lines) {
        expect(y - size / 2).toBeGreaterThanOrEqual(row.top);
        expect(y + size / 2).toBeLessThanOrEqual(row.top + row.height);
      }
    }
    expect(plot.x + plot.width).toBeLessThan(timesX);
  }
});

test('lines are broken between what is not alike, solid within one kind, and none where everybody counts', () => {
  expect(joinsOf(demoComparison(), 'product manager')).toMatchObject([
    { isSolid: false, verdict: 'difference' },
    { isSolid: false, verdict: 'difference' },
  ]);
  const alike = compared([
    asked('a', '2024-05-16', { X: 6, Y: 136 }),
    asked('b', '2026-11-24', { X: 40, Y: 100 }),
  ]);
  expect(joinsOf(alike, 'x')).toMatchObject([{ isSolid: true, verdict: 'shift' }]);
  expect(joinsOf(demoComparison({ reading: 'all' }), 'product manager')).toEqual([]);
});

test('more than six times are drawn apart by kind of audience, on one scale', () => {
  const many = compared(manyTimes());
  expect(panelsOf(many.points).map(({ title, points }) => [title, points.length])).toEqual([
    ['Leaders in learning', 4],
    ['Open polls', 2],
    ['Product people', 2],
  ]);
  const svg = timeChartSvg(many, { width: 1200, palette: DARK });
  expect(count(svg, />Leaders in learning</g)).toBe(1);
  expect(count(svg, />75.%</g)).toBe(1);
});

test('a hundred times asked, one, and none are drawn too', () => {
  const times = Array.from({ length: 100 }, (_, index) =>
    asked(`${index}`, `20${String(index % 30).padStart(2, '0')}-01-01`, { X: index, Y: 3 }),
  );
  for (const points of [times, times.slice(0, 1), []])
    for (const draw of [dotRowsSvg, timeChartSvg])
      for (const width of WIDTHS)
        expect(draw(compared(points), { width, palette: LIGHT })).not.toMatch(/NaN|undefined|Infinity/);
  expect(dotRowsSvg(compared(times), { width: 900, palette: LIGHT })).toContain('The 12 latest');
});

test('names with markup stay names', () => {
  const bad = `<script>alert("x")</script>'`;
  const points = [
    ...demoPoints(),
    reported(bad, day('2022-01-01'), [offered(bad, 4), offered('Designer', 6)], {
      answered: { low: 10, high: 10 },
      source: { note: bad },
    }),
  ];
  for (const draw of [dotRowsSvg, timeChartSvg])
    expect(draw(compared(points), { width: 900, palette: LIGHT })).not.toContain('<script');
});

const option = (more: Partial<PointOption>): PointOption => ({
  optionId: 'x',
  state: 'counted',
  share: null,
  low: null,
  high: null,
  ...more,
});

test.each([
  [option({ share: 0.46, low: 0.329, high: 0.596 }), '46 (33–60)'],
  [option({ share: 0, low: 0, high: 0.05 }), '0 (0–5)'],
  [option({ share: 0.2, boundLow: 0.1, boundHigh: 0.5 }), '20 (10–50)'],
  [option({ state: 'given', share: 0.9, low: 0.85, high: 0.95 }), '85–95'],
  [option({ state: 'unreported', low: 0, high: 0.15 }), 'at most 15'],
  [option({ state: 'not-offered' }), '–'],
  [option({ count: 5 }), '5 votes'],
  [option({ state: 'unknown' }), '?'],
  [option({}), '?'],
])('%o reads “%s”, and unknown never as zero', (known, words) => {
  expect(shareWithRange(known)).toBe(words);
  if (known.share === null) expect(shareText(known)).not.toMatch(/^0$/);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInside, overlaps } from '../../../../shared/charts/boxes.ts';
import { spread } from '../../../../client/present/comparison/segments.ts';
import { endsLayout } from '../../../../client/present/comparison/ends-layout.ts';
import {
  CORNER,
  FULL_NARROW,
  FULL_WIDE,
  HEAD_GAP,
} from '../../../../client/present/comparison/full-frame.ts';
import { headerLayout } from '../../../../client/present/comparison/header-layout.ts';
import { measure } from '../../ui/measure.ts';

const frames = fc.constantFrom(FULL_WIDE, FULL_NARROW);
const label = fc.constantFrom(
  'Data',
  'Performance Consultant',
  'Whoever knows best what the people who do the work need in order to do it well, and how they would learn it',
);
const words = fc.constantFrom('9', '46', '100', '85–95');

describe('the latest values right of the plot', () => {
  test('lie neither on each other nor on the QR code, and stay on the stage', () => {
    const ends = fc.record({ words, label, part: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(frames, ends, ends, fc.constantFrom(190, 260, 330, 480), (frame, one, two, top) => {
        const plot = { top: top + 150, bottom: 890 };
        const yOf = (part: number) => plot.top + part * (plot.bottom - plot.top);
        const asked = [one, two].map(({ part, ...end }, at) => ({ ...end, y: yOf(part), isFirst: at === 0 }));
        const [first, second] = endsLayout(asked, frame, { top }, plot, measure);
        if (!first || !second) throw new Error('two went in');
        expect(overlaps(first.box, second.box)).toBe(false);
        const qr = { x: frame.right - CORNER.side, y: top, width: CORNER.side, height: CORNER.height };
        for (const { box, label: name } of [first, second]) {
          expect(overlaps(box, qr)).toBe(false);
          expect(box.y + box.height).toBeLessThanOrEqual(plot.bottom + 0.01);
          expect(box.x + box.width).toBeLessThanOrEqual(frame.right);
          expect(box.y).toBeGreaterThanOrEqual(plot.top - HEAD_GAP - 0.01);
          expect(isInside(name.box, { ...box, height: box.height + 0.01 })).toBe(true);
          expect(name.size).toBeGreaterThanOrEqual(28);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what stands over the times asked', () => {
  const column = fc.record({
    when: fc.constantFrom('2019', 'February 2019', '24 November 2026'),
    whenShort: fc.constant('24 Nov 2026'),
    label: fc.constantFrom('this room', 'LinkedIn poll', 'A very long name of an event that goes on and on'),
    count: fc.constantFrom('64 of 78*', '50 votes when read'),
    known: fc.constantFrom('counted here', 'brought in, 46 %'),
  });

  test('stands side by side, never smaller than 28 u', () => {
    fc.assert(
      fc.property(
        frames,
        fc.array(column, { minLength: 2, maxLength: 6 }),
        fc.infiniteStream(fc.nat(900)),
        (frame, columns, xs) => {
          const at = columns.map(() => frame.plot.left + (xs.next().value ?? 0)).sort((a, b) => a - b);
          const layout = headerLayout(columns, at, frame.plot.left, frame.end.right, measure);
          layout.cells.forEach((cell, nth) => {
            const next = layout.cells[nth + 1];
            expect(cell.x).toBeGreaterThanOrEqual(frame.plot.left - 0.01);
            expect(cell.x + cell.width).toBeLessThanOrEqual((next?.x ?? frame.end.right + 4) + 0.01);
          });
          expect(Math.min(layout.date, layout.text)).toBeGreaterThanOrEqual(28);
          // However long a name is, how many they were stands there.
          for (const [nth, { count }] of columns.entries())
            expect(layout.cells[nth]?.who.replaceAll('\u00a0', ' ')).toContain(count);
        },
      ),
    );
  });
});

test('a number is not parted from what it counts', () => {
  const column = { when: '2019', whenShort: '2019', label: 'A room', known: 'counted here' };
  const counts = ['around 100', '50 votes when read', '64 of 78*'].map((count) => ({ ...column, count }));
  const { cells } = headerLayout(counts, [200, 600, 1000], 176, 1604, measure);
  expect(cells.map(({ who }) => who)).toEqual([
    'A room, around\u00a0100',
    'A room, 50\u00a0votes when read',
    'A room, 64\u00a0of\u00a078*',
  ]);
});

test('places are spread as near to where they are wanted as the others let them', () => {
  expect(spread([10, 12, 90], [20, 20], 0, 100)).toEqual([10, 30, 90]);
  expect(spread([90, 95], [20], 0, 100)).toEqual([80, 100]);
  expect(spread([], [], 0, 100)).toEqual([]);
});

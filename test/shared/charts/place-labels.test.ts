import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInside, overlaps, type Box } from '../../../shared/charts/boxes.ts';
import { placeLabels, type Wanted } from '../../../shared/charts/place-labels.ts';

const FRAME: Box = { x: 0, y: 0, width: 800, height: 500 };
const within = (most: number) => fc.integer({ min: 0, max: most });
const label: fc.Arbitrary<Wanted> = fc.record({
  width: fc.integer({ min: 10, max: 150 }),
  height: fc.integer({ min: 8, max: 40 }),
  places: fc.array(fc.record({ x: within(700), y: within(460) }), { minLength: 1, maxLength: 6 }),
});
const obstacle: fc.Arbitrary<Box> = fc.record({
  x: within(780),
  y: within(480),
  width: fc.integer({ min: 1, max: 40 }),
  height: fc.integer({ min: 1, max: 120 }),
});

test('no label lies on another, on an obstacle or outside, wherever they are wanted', () => {
  fc.assert(
    fc.property(
      fc.array(label, { maxLength: 14 }),
      fc.array(obstacle, { maxLength: 14 }),
      (labels, marks) => {
        const placed = placeLabels(labels, marks, FRAME).filter((box) => box !== undefined);
        for (const [index, box] of placed.entries()) {
          expect(isInside(box, FRAME)).toBe(true);
          for (const other of [...marks, ...placed.slice(index + 1)])
            expect(overlaps(box, other)).toBe(false);
        }
      },
    ),
  );
});

test('the first free of its places is taken, and an obstacle takes one away', () => {
  const wanted = {
    width: 50,
    height: 20,
    places: [
      { x: 100, y: 100 },
      { x: 300, y: 100 },
    ],
  };
  expect(placeLabels([wanted], [], FRAME)[0]).toMatchObject({ x: 100, y: 100 });
  expect(placeLabels([wanted], [{ x: 120, y: 110, width: 5, height: 5 }], FRAME)[0]).toMatchObject({
    x: 300,
  });
});

test('what finds none of its places moves up or down; what is optional is left out', () => {
  const wanted = { width: 50, height: 20, places: [{ x: 100, y: 100 }] };
  const [first, moved, optional] = placeLabels([wanted, wanted, { ...wanted, isOptional: true }], [], FRAME);
  expect(first).toMatchObject({ y: 100 });
  expect(moved).toMatchObject({ x: 100, y: 80 });
  expect(optional).toBeUndefined();
});

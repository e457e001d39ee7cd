import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listLayout } from '../../../../client/questions/choice/list-layout.ts';
import { linesOf } from '../../../../client/ui/text-fit.ts';
import { MAX_LABEL } from '../../../../shared/questions/choice.ts';
import { measure } from '../../ui/measure.ts';

const HEIGHT = 640;

/** What the rows take at the sizes laid out, as `OptionList.svelte` sets them. */
function heightOf(labels: string[], width: number, { size, pad }: { size: number; pad: number }): number {
  const lines = (label: string) => linesOf(label, width / size, { weight: 560, tracking: -0.016 }, measure);
  return labels.reduce((sum, label) => sum + lines(label) * size * 1.16 + 2 * pad + 2, 0);
}

test('few short options are large, more are smaller, none grows with their number', () => {
  const sizes = [2, 4, 5, 8, 12].map(
    (n) => listLayout(Array<string>(n).fill('Yes'), 1344, HEIGHT, measure).size,
  );
  expect(sizes[0]).toBe(76);
  expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes);
  expect(sizes[2]).toBeLessThanOrEqual(62);
});

test.each([1344, 864])(
  '2 to 12 options of any length fit in a width of %i, or are as small as may be',
  (width) => {
    const labels = fc.array(
      fc.string({ unit: fc.constantFrom('m', 'e', 'i', ' '), minLength: 1, maxLength: MAX_LABEL }),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(labels, (given) => {
        const layout = listLayout(given, width, HEIGHT, measure);
        if (layout.size > 20) expect(heightOf(given, width, layout)).toBeLessThanOrEqual(HEIGHT);
      }),
    );
  },
);

test.each([1344, 864])('12 options of real length fit in a width of %i', (width) => {
  const labels = Array<string>(12).fill('A performance consultant, or some other form of business partner');
  const layout = listLayout(labels, width, HEIGHT, measure);
  expect(heightOf(labels, width, layout)).toBeLessThanOrEqual(HEIGHT);
});

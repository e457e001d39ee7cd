import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactShare, inexactDifference, type InexactShare } from '../../../shared/stats/inexact.ts';
import { newcombe } from '../../../shared/stats/newcombe.ts';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { levels, parts } from './samples.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const inexact = fc
  .tuple(unit, unit, fc.integer({ min: 1, max: 400 }), fc.nat(200))
  .map(([a, b, n, more]): InexactShare => ({
    share: { low: Math.min(a, b), high: Math.max(a, b) },
    n: { low: n, high: n + more },
  }));

test('exact on both sides: Newcombe’s interval', () => {
  fc.assert(
    fc.property(parts, parts, levels, (from, to, level) => {
      const [a, b] = [exactShare(from), exactShare(to)];
      if (isNoFigure(a) || isNoFigure(b)) throw new Error('nobody');
      const union = inexactDifference(a, b, level);
      const plain = newcombe(from, to, level);
      if (isNoFigure(union) || !plain) throw new Error('nobody');
      expect(union.low).toBeCloseTo(plain.low, 9);
      expect(union.high).toBeCloseTo(plain.high, 9);
      expect(union.leastDifference).toBe(union.mostDifference);
    }),
  );
});

test('“around 100, 90 % or so” against 24 of 80: no whisker of one value, and still far apart', () => {
  const remembered: InexactShare = { share: { low: 0.85, high: 0.95 }, n: { low: 80, high: 120 } };
  const counted = exactShare({ count: 24, n: 80 });
  if (isNoFigure(counted)) throw new Error(counted.reason);
  const union = inexactDifference(remembered, counted);
  if (isNoFigure(union)) throw new Error(union.reason);
  expect(union.leastDifference).toBeCloseTo(-0.65, 12);
  expect(union.mostDifference).toBeCloseTo(-0.55, 12);
  expect(union.low).toBeLessThan(-0.65);
  expect(union.high).toBeGreaterThan(-0.55);
  expect(union.high).toBeLessThan(0);
});

test('for any ranges it lies within −1 to 1 and holds every interval from within them', () => {
  fc.assert(
    fc.property(inexact, inexact, fc.tuple(unit, unit, unit, unit), (from, to, [a, b, c, d]) => {
      const union = inexactDifference(from, to);
      const inner = newcombe(within(from, a, b), within(to, c, d));
      if (isNoFigure(union) || !inner) return false;
      expect(-1 <= union.low && union.low <= union.leastDifference).toBe(true);
      expect(union.mostDifference <= union.high && union.high <= 1).toBe(true);
      return union.low <= inner.low + 1e-9 && inner.high <= union.high + 1e-9;
    }),
  );
});

test('an n that may be 0 has none, and nothing of 0 is no share', () => {
  const nobody = { share: { low: 0.1, high: 0.2 }, n: { low: 0, high: 10 } };
  expect(inexactDifference(nobody, nobody)).toMatchObject({ code: 'NOBODY_ANSWERED' });
  expect(exactShare({ count: 0, n: 0 })).toMatchObject({ code: 'NOBODY_ANSWERED' });
});

test.each([
  { share: { low: 0.5, high: 0.4 }, n: { low: 1, high: 2 } },
  { share: { low: 0.5, high: 0.6 }, n: { low: 3, high: 2 } },
  { share: { low: 0.5, high: 0.6 }, n: { low: NaN, high: 2 } },
])('%j is the fault of the caller', (bad) => {
  expect(() => inexactDifference(bad, bad)).toThrow(RangeError);
});

function within({ share, n }: InexactShare, a: number, b: number) {
  const size = n.low + Math.round(b * (n.high - n.low));
  return { count: Math.min(size, (share.low + a * (share.high - share.low)) * size), n: size };
}

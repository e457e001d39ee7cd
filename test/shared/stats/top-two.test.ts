import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zOf } from '../../../shared/stats/level.ts';
import { isNoFigure } from '../../../shared/stats/no-figure.ts';
import { seededRandom } from '../../../shared/stats/random.ts';
import { tango } from '../../../shared/stats/tango.ts';
import { topAgainstRunnerUp, type TopAgainstRunnerUp } from '../../../shared/stats/top-two.ts';

function figure(top: number, runnerUp: number, n: number): TopAgainstRunnerUp {
  const result = topAgainstRunnerUp(top, runnerUp, n);
  if (isNoFigure(result)) throw new Error(result.reason);
  return result;
}

test('the winner’s share is of those who chose one of the two, the gap of all ballots', () => {
  const { share, gap } = figure(30, 10, 80);
  expect(share).toBe(0.75);
  expect(gap).toEqual(tango(30, 10, 80));
  expect(gap.difference).toBe(0.25);
});

describe('the top is ahead', () => {
  // The score test of ½ from its definition: (c₁ − c₂)² / (c₁ + c₂) above z².
  test('exactly where the score test refuses ½', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (one, other) => {
        fc.pre(one + other > 0);
        const [top, runnerUp] = [Math.max(one, other), Math.min(one, other)];
        const refuses = (top - runnerUp) ** 2 / (top + runnerUp) > zOf(0.95) ** 2;
        expect(figure(top, runnerUp, 600).isAhead).toBe(refuses);
      }),
    );
  });

  test('never on a tie', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (count) => !figure(count, count, 2 * count).isAhead),
    );
  });
});

// Hung & Fithian (2019): the two are picked by their counts, and still a leader is named wrongly at most 5 times in 100.
test.each([
  ['five alike', [0.2, 0.2, 0.2, 0.2, 0.2]],
  ['two alike, far ahead', [0.45, 0.45, 0.05, 0.05]],
  ['two alike', [0.5, 0.5]],
])('%s: hardly more than 5 rooms in 100 are told that one leads', (_, shares) => {
  const random = seededRandom(11);
  const rooms = 3_000;
  let told = 0;
  for (let room = 0; room < rooms; room += 1) {
    const counts = shares.map(() => 0);
    for (let person = 0; person < 60; person += 1) {
      let left = random();
      const choice = shares.findIndex((share) => (left -= share) < 0);
      counts[choice] = (counts[choice] ?? 0) + 1;
    }
    const [top = 0, runnerUp = 0] = counts.sort((a, b) => b - a);
    if (figure(top, runnerUp, 60).isAhead) told += 1;
  }
  expect(told / rooms).toBeLessThan(0.06);
  expect(told).toBeGreaterThan(0);
});

test('nobody answered, and nobody chose either, each have their reason', () => {
  expect(topAgainstRunnerUp(0, 0, 0)).toMatchObject({ code: 'NOBODY_ANSWERED' });
  expect(topAgainstRunnerUp(0, 0, 7)).toMatchObject({ code: 'NOBODY_CHOSE_EITHER' });
});

test('one ballot leads nowhere', () => {
  expect(figure(1, 0, 1)).toMatchObject({ share: 1, isAhead: false });
});

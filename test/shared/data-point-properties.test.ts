import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DataPoint } from '../../shared/data-point.ts';
import { dataPointBody } from '../../shared/data-point-schema.ts';
import { aBody, aQuestion, made } from './a-data-point.ts';

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const count = fc.integer({ min: 0, max: 60 });
const seldom = <Value>(of: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 4 }, of);
const listOf = <Value extends object>(of: fc.Arbitrary<Value>) =>
  fc
    .array(of, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((each, index) => ({ label: 'ABC'[index], ...each })));
const results = fc.oneof(
  listOf(
    fc.record(
      { count, share, shareLow: share, shareHigh: share, words: fc.constant('few') },
      { requiredKeys: [] },
    ),
  ),
  listOf(fc.record({ share })),
  listOf(fc.record({ count })),
  listOf(fc.record({ share, words: fc.constant('few') }, { requiredKeys: ['words'] })),
  listOf(
    fc
      .tuple(share, share)
      .map(([one, other]) => ({ shareLow: Math.min(one, other), shareHigh: Math.max(one, other) })),
  ),
);
const body = fc.record({
  exactness: fc.constantFrom('counts', 'percent-of-n', 'percent-of-about-n', 'remembered', 'words'),
  base: fc.constantFrom('cast', 'room'),
  n: fc.option(fc.integer({ min: 0, max: 150 }), { nil: undefined }),
  nLow: seldom(count),
  nHigh: seldom(fc.integer({ min: 0, max: 150 })),
  optionsOffered: seldom(fc.constantFrom(['A', 'B', 'C'], ['A', 'B', 'C', 'D'])),
  results,
});
const type = fc.constantFrom('single' as const, 'multiple' as const);

/** What was accepted, of anything that may be sent. */
function whenAccepted(check: (point: DataPoint, type: 'single' | 'multiple', sent: object) => void) {
  let accepted = 0;
  fc.assert(
    fc.property(body, type, (fields, name) => {
      fc.pre(dataPointBody.safeParse(aBody(fields)).success);
      const outcome = made(fields, aQuestion(name));
      if (outcome.ok) {
        accepted += 1;
        check(outcome.value.point, name, fields);
      } else expect(outcome.error.errors).not.toEqual([]);
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(300);
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

test('[DP5] counts are whole, never above n, and of a single choice never come to more', () => {
  whenAccepted(({ results: kept, n }, name) => {
    const counted = kept.flatMap((each) => (each.count === undefined ? [] : [each.count]));
    if (counted.length === 0) return;
    for (const each of counted) expect(each).toBeLessThanOrEqual(n ?? -1);
    if (name === 'single') expect(sum(counted)).toBeLessThanOrEqual(n ?? -1);
  });
});

test('[DP6] the least shares of a single choice never come to more than everybody and rounding', () => {
  whenAccepted(({ results: kept }, name) => {
    const least = kept.map((each) => each.shareLow ?? each.share ?? 0);
    if (name === 'single') expect(sum(least)).toBeLessThanOrEqual(1 + 0.005 * kept.length + 1e-9);
  });
});

test('[DP7] [DP8] ranges have both ends or none, in order, around what they are a range of', () => {
  whenAccepted(({ results: kept, n, nLow, nHigh, exactness }) => {
    expect(nLow === null).toBe(nHigh === null);
    if (nLow !== null && nHigh !== null)
      expect([nLow, n ?? nLow, nHigh]).toEqual(inOrder([nLow, n ?? nLow, nHigh]));
    for (const { share: given, shareLow, shareHigh } of kept) {
      expect(shareLow === undefined).toBe(shareHigh === undefined);
      if (exactness === 'remembered' && given !== undefined) expect(shareLow).toBeDefined();
      if (shareLow === undefined || shareHigh === undefined) continue;
      const range = [0, shareLow, given ?? shareLow, shareHigh, 1];
      expect(range).toEqual(inOrder(range));
    }
  });
});

test('how exact it is changes in one way only: percentages that can only be counts become counts', () => {
  whenAccepted(({ exactness, results: kept }, _name, sent) => {
    const said = (sent as { exactness: string }).exactness;
    if (exactness !== said) expect([said, exactness]).toEqual(['percent-of-n', 'counts']);
    const isCounts = exactness === 'counts';
    for (const each of kept) expect('share' in each && isCounts).toBe(false);
  });
});

test('what was kept is accepted again as it stands', () => {
  whenAccepted(({ exactness, n, nLow, nHigh, results: kept, base, optionsOffered }, name) => {
    const again = made({ exactness, n, nLow, nHigh, results: kept, base, optionsOffered }, aQuestion(name));
    expect(again).toMatchObject({ ok: true, value: { point: { exactness, n, nLow, nHigh }, warnings: [] } });
    if (again.ok) expect(again.value.point.results).toEqual(kept);
  });
});

function inOrder(numbers: number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}

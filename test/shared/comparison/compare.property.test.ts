import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../../shared/comparison/compare.ts';
import type { Comparison } from '../../../shared/comparison/comparison.ts';
import type { ComparedPoint } from '../../../shared/comparison/compared-point.ts';
import { asked, day, given, offered, reported, UNREPORTED } from './points.ts';

const LABELS = ['A', 'B', 'C', 'D', 'E'];
const date = fc.integer({ min: 2010, max: 2026 }).map((year) => `${year}-06-01`);
const tags = fc.constantFrom([], ['leaders'], ['open poll'], ['leaders', 'open poll']);
const few = fc.integer({ min: 0, max: 60 });
const labels = fc.subarray(LABELS, { minLength: 1 });

const askedPoint = fc
  .record({
    date,
    tags,
    labels,
    counts: fc.array(few, { minLength: 5, maxLength: 5 }),
    room: fc.option(few),
    wording: fc.option(fc.constantFrom(1, 2)),
  })
  .map(
    ({ date: when, tags: audienceTags, labels: chosen, counts, room, wording }) =>
      (id: string) =>
        asked(id, when, Object.fromEntries(chosen.map((label, index) => [label, counts[index] ?? 0])), {
          audienceTags,
          wordingNumber: wording,
          roomSize: room === null ? null : { low: room, high: room + 20 },
        }),
  );

const known = fc.oneof(
  fc.constant(UNREPORTED),
  fc
    .tuple(fc.double({ min: 0, max: 0.2, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true }))
    .map(([a, b]) => given(Math.min(a, b), Math.max(a, b))),
);

const reportedPoint = fc
  .record({
    date,
    tags,
    labels,
    knowns: fc.array(known, { minLength: 5, maxLength: 5 }),
    n: fc.option(few),
    isOfferKnown: fc.boolean(),
    isMapped: fc.boolean(),
  })
  .map(
    ({ date: when, tags: audienceTags, labels: chosen, knowns, n, isOfferKnown, isMapped }) =>
      (id: string) =>
        reported(
          id,
          day(when),
          chosen.map((label, index) =>
            offered(label, knowns[index] ?? UNREPORTED, isMapped || index > 0 ? undefined : []),
          ),
          {
            audienceTags,
            isOfferKnown,
            exactness: 'remembered',
            answered: n === null ? null : { low: n, high: n + 10 },
          },
        ),
  );

const points = fc
  .array(fc.oneof(askedPoint, reportedPoint), { maxLength: 7 })
  .map((makers): ComparedPoint[] => makers.map((make, index) => make(`p${index}`)));

const answer = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(...LABELS).map((option) => ({ option })),
);
const twice = fc
  .array(fc.record({ first: answer, second: answer, count: fc.integer({ min: 1, max: 30 }) }), {
    maxLength: 12,
  })
  .map((crossed) => ({
    crossed: new Map([['one two', crossed]]),
    points: ['one', 'two'].map((id, index) =>
      asked(id, '2026-11-24', Object.fromEntries(LABELS.map((label) => [label, 3])), {
        eventId: 'e',
        at: index,
      }),
    ),
  }));

const ask = fc.record({
  base: fc.constantFrom('cast' as const, 'joined' as const, 'room' as const),
  reading: fc.constantFrom(undefined, 'all' as const, 'common' as const),
});

function compared(
  given: ComparedPoint[],
  how: { base: Comparison['base']; reading: Comparison['reading'] | undefined },
) {
  return compare({ id: 'q', type: 'single' as const, prompt: 'Who?', version: 1 }, given, {
    ...how,
    pairs: [],
    crossed: new Map(),
  });
}

/** What the sentences claim, without the one that only says what the figures do not show. */
function claims({ sentences }: Comparison): string {
  return sentences.filter((sentence) => !sentence.includes('do not show')).join(' ');
}

test('[CO10] no sentence says clear where an interval holds zero', () => {
  fc.assert(
    fc.property(points, ask, (all, how) => {
      const comparison = compared(all, how);
      const options = comparison.differences.flatMap((difference) => difference.options);
      for (const { clear, low, high } of options)
        if (clear) expect((low ?? 0) > 0 || (high ?? 0) < 0).toBe(true);
      if (!options.some(({ clear }) => clear)) expect(claims(comparison)).not.toMatch(/\bclear\b/);
      for (const { options: each } of comparison.differences)
        for (const { verdict, clear } of each)
          expect(verdict === 'shift' || verdict === 'difference').toBe(clear);
    }),
    { numRuns: 400 },
  );
});

test('[CO4] none speaks of a shift between points that are not marked alike', () => {
  fc.assert(
    fc.property(points, ask, (all, how) => {
      const comparison = compared(all, how);
      const shifts = comparison.differences.filter(({ options }) =>
        options.some(({ verdict }) => verdict === 'shift'),
      );
      for (const { isAlike, unlike } of shifts) expect([isAlike, unlike]).toEqual([true, []]);
      if (shifts.length === 0) expect(claims(comparison)).not.toMatch(/\bshift/);
    }),
    { numRuns: 400 },
  );
});

test('[CO7] none says that people changed unless the same people answered both times', () => {
  fc.assert(
    fc.property(points, ask, (all, how) => {
      expect(claims(compared(all, how))).not.toMatch(/changed|did not answer again/);
    }),
  );
});

test('[CO7] of the same people, those who changed and those who stayed are all who answered both', () => {
  fc.assert(
    fc.property(twice, ({ points: both, crossed }) => {
      const comparison = compare({ id: 'q', type: 'single' as const, prompt: 'Who?', version: 1 }, both, {
        base: 'cast',
        pairs: [],
        crossed,
      });
      const [pair] = comparison.differences;
      const n = (crossed.get('one two') ?? []).reduce(
        (sum, { first, second, count }) => (first && second ? sum + count : sum),
        0,
      );
      expect(pair?.n).toEqual({ from: n, to: n });
      expect(pair?.transitions?.moved.flat().reduce((sum, count) => sum + count, 0)).toBe(n);
      for (const { clear, low, high } of pair?.options ?? [])
        if (clear) expect((low ?? 0) > 0 || (high ?? 0) < 0).toBe(true);
    }),
  );
});

test('no share of an unknown option is ever zero, and no number is none', () => {
  fc.assert(
    fc.property(points, ask, (all, how) => {
      const comparison = compared(all, how);
      for (const { options } of comparison.points)
        for (const { state, share } of options)
          if (state !== 'counted' && state !== 'given') expect(share).toBeNull();
      const text = JSON.stringify(comparison, (_, value: unknown) =>
        typeof value === 'number' && !Number.isFinite(value) ? 'NOT A NUMBER' : value,
      );
      expect(text).not.toContain('NOT A NUMBER');
    }),
    { numRuns: 400 },
  );
});

test('shares and ranges lie between nobody and everybody', () => {
  fc.assert(
    fc.property(points, ask, (all, how) => {
      const comparison = compared(all, how);
      const numbers = [
        ...comparison.points.flatMap(({ options }) =>
          options.flatMap(({ share, low, high }) => [low, share, high].filter((each) => each !== null)),
        ),
        ...comparison.differences.flatMap(({ options }) =>
          options.flatMap(({ shares: { from, to } }) =>
            [from, to].flatMap((side) => (side ? [side.low, side.high] : [])),
          ),
        ),
      ];
      for (const number of numbers) expect(number >= 0 && number <= 1).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('[CO3] every difference is that of the shares that are shown', () => {
  fc.assert(
    fc.property(points, ask, (all, how) => {
      const comparison = compared(all, how);
      const shareOf = (pointId: string, optionId: string) =>
        comparison.points
          .find(({ id }) => id === pointId)
          ?.options.find((option) => option.optionId === optionId && option.state === 'counted')?.share;
      for (const { from, to, options } of comparison.differences)
        for (const { optionId, difference } of options) {
          const [before, after] = [shareOf(from, optionId), shareOf(to, optionId)];
          if (difference === null || typeof before !== 'number' || typeof after !== 'number') continue;
          expect(difference).toBeCloseTo(after - before, 12);
        }
    }),
    { numRuns: 400 },
  );
});

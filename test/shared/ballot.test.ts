import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideBallot, joinedAtLeast, type Ballot } from '../../shared/ballot.ts';
import type { AskingId } from '../../shared/ids.ts';

function ballot(revision: number, answer: unknown, castAt = 100): Ballot {
  return { askingId: 'asking' as AskingId, voter: 1, revision, answer, castAt };
}

test('[BA1] a first ballot counts, whatever its revision', () => {
  const first = ballot(7, { option: 'a' });
  expect(decideBallot(undefined, first)).toEqual({ kind: 'counted', new: first });
});

describe('with a ballot stored', () => {
  const stored = ballot(2, { options: ['a'], other: 'x' });

  test('[BA2] the same revision with the same answer is a repeat, and the stored one stands', () => {
    const again = ballot(2, { other: 'x', options: ['a'] }, 999);
    expect(decideBallot(stored, again)).toEqual({ kind: 'repeat', stored });
  });

  test('[BA3] a newer ballot from the same voter replaces the older one, also with the same answer', () => {
    const newer = ballot(3, { options: ['a'], other: 'x' });
    expect(decideBallot(stored, newer)).toEqual({ kind: 'counted', old: stored, new: newer });
  });

  test('[BA4] an older revision is stale, also with the same answer', () => {
    expect(decideBallot(stored, ballot(1, stored.answer))).toEqual({ kind: 'stale', stored });
  });

  test('[BA4] the same revision with another answer is stale', () => {
    expect(decideBallot(stored, ballot(2, { options: ['a'] }))).toEqual({ kind: 'stale', stored });
  });
});

test('[BA2] [BA3] whatever comes in whatever order, the highest revision stands, and its first answer', () => {
  const casts = fc.array(fc.record({ revision: fc.integer({ min: 1, max: 5 }), option: fc.nat(2) }));
  fc.assert(
    fc.property(casts, (given) => {
      let stored: Ballot | undefined;
      for (const { revision, option } of given) {
        const outcome = decideBallot(stored, ballot(revision, { option }));
        stored = outcome.kind === 'counted' ? outcome.new : outcome.stored;
      }
      const highest = Math.max(...given.map(({ revision }) => revision));
      const first = given.find(({ revision }) => revision === highest);
      expect(stored?.answer).toEqual(first && { option: first.option });
    }),
  );
});

test('[BA5] joined never stands below the ballots', () => {
  expect([joinedAtLeast(3, 5), joinedAtLeast(5, 3), joinedAtLeast(0, 0)]).toEqual([5, 5, 0]);
});

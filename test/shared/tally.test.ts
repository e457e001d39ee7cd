import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideBallot, type Ballot } from '../../shared/ballot.ts';
import type { AskingId } from '../../shared/ids.ts';
import { questionType } from '../../shared/questions/registry.ts';
import { foldOutcome, recount } from '../../shared/tally.ts';
import { anyAnswer, anySaying } from './questions/answers.ts';
import { aSpec } from './sample.ts';

interface Saying {
  voter: number;
  revision: number;
  answer: unknown;
}

describe.each(['single', 'multiple'] as const)('%s', (name) => {
  const spec = aSpec(name, 4);
  const type = questionType(name);

  function isFit(answer: unknown): boolean {
    const parsed = type.answer.safeParse(answer);
    return parsed.success && type.refuses(spec, parsed.data).length === 0;
  }

  const sayings = fc.array(
    fc.record<Saying>({
      voter: fc.integer({ min: 1, max: 6 }),
      revision: fc.integer({ min: 1, max: 5 }),
      answer: anySaying(spec),
    }),
    { maxLength: 60 },
  );

  test('[TA1] [TA2] first, newer, repeated, stale, late and refused ballots, folded as they come, add up to what is stored', () => {
    fc.assert(
      fc.property(sayings, fc.nat(60), (given, closesAfter) => {
        const stored = new Map<number, Ballot>();
        let tally = type.empty(spec);
        given.forEach(({ voter, revision, answer }, at) => {
          // Late ones, and those that do not fit, never come as far as the store.
          if (at >= closesAfter || !isFit(answer)) return;
          const cast = { askingId: 'asking' as AskingId, voter, revision, answer, castAt: at };
          const outcome = decideBallot(stored.get(voter), cast);
          if (outcome.kind === 'counted') stored.set(voter, outcome.new);
          tally = foldOutcome(spec, tally, outcome);
        });
        const answers = [...stored.values()].map(({ answer }) => answer);
        expect(tally).toEqual(recount(spec, answers));
        expect(tally.ballots).toBe(stored.size);
      }),
      { numRuns: 300 },
    );
  });

  test('[TA2] the order in which ballots came does not matter', () => {
    const answers = fc.array(anyAnswer(spec), { maxLength: 20 });
    fc.assert(
      fc.property(answers, (given) => {
        expect(recount(spec, [...given].reverse())).toEqual(recount(spec, given));
      }),
    );
  });

  test('[TA1] what is added and taken away again leaves no trace, and changes no tally that is held elsewhere', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer(spec), { maxLength: 20 }), anyAnswer(spec), (given, one) => {
        const before = recount(spec, given);
        const copy = structuredClone(before);
        expect(type.add(type.add(before, one, 1), one, -1)).toEqual(copy);
        expect(before).toEqual(copy);
      }),
    );
  });

  test('[TA3] a tally that was stored as JSON goes on being counted', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer(spec)), anyAnswer(spec), (given, one) => {
        const read = JSON.parse(JSON.stringify(recount(spec, given))) as ReturnType<typeof recount>;
        expect(type.add(read, one, 1)).toEqual(recount(spec, [...given, one]));
      }),
    );
  });

  test('[TA1] repeats and stale ballots move nothing', () => {
    const tally = recount(spec, [{ abstain: true }]);
    const stored = { askingId: 'x' as AskingId, voter: 1, revision: 1, answer: { abstain: true }, castAt: 1 };
    for (const kind of ['repeat', 'stale'] as const)
      expect(foldOutcome(spec, tally, { kind, stored })).toBe(tally);
  });

  test('[CH5] every ballot is in the tally once: as options, as "other", or as an abstention', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer(spec)), (given) => {
        const tally = recount(spec, given) as ReturnType<typeof recount> & {
          other: number;
          others: Record<string, number>;
          counts: Record<string, number>;
        };
        expect(tally.ballots).toBe(given.length);
        const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, n) => all + n, 0);
        expect(sum(tally.others)).toBe(tally.other);
        const picks = sum(tally.counts) + tally.other + tally.abstained;
        if (name === 'single') expect(picks).toBe(tally.ballots);
        else expect(picks).toBeGreaterThanOrEqual(tally.ballots);
      }),
    );
  });
});

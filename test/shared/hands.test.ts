import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeAsking, isRevealed, openAsking, showAsking, type Asking } from '../../shared/asking.ts';
import { countHands, takesHands, tallyOfHands, type HandCount } from '../../shared/hands.ts';
import type { AskingId, OptionId } from '../../shared/ids.ts';
import { handsFinding } from '../../shared/questions/hands.ts';
import { questionType } from '../../shared/questions/registry.ts';
import type { Result } from '../../shared/result.ts';
import { LOBBY, step } from '../../shared/stage.ts';
import { anAsking, anOpening, aSpec } from './sample.ts';

const single = aSpec('single', 3);
const several = aSpec('multiple', 3);
const counting = (counts: Record<string, number>, more: Partial<HandCount> & { present?: number } = {}) => {
  const { present = null, ...rest } = more;
  return { hands: { counts, present }, ballots: 0, now: 5000, nextNumber: 2, ...rest };
};
const hands = (counts: Record<string, number>, present: number | null = null) => ({ counts, present });

function counted(result: Result<Asking>): Asking {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error('that was not refused');
  return result.error;
}

describe('counting hands', () => {
  test('[HA1] only where people choose one or several of the options', () => {
    expect([takesHands(single), takesHands(several), takesHands({ type: 'open-text' })]).toEqual([
      true,
      true,
      false,
    ]);
    const refused = refusalOf(countHands(anAsking(), aSpec('open-text', 0, {}), counting({})));
    expect(refused.code).toBe('STATE_CONFLICT');
  });

  test('[HA2] never where phones have answered, and says what to do', () => {
    const refused = refusalOf(countHands(anAsking(), single, counting({ a: 3 }, { ballots: 1 })));
    expect(refused).toMatchObject({ code: 'STATE_CONFLICT', message: expect.stringMatching(/Ask it again/) });
  });

  test('[HA3] hands are for options of the question, and no more than were there', () => {
    const other = refusalOf(countHands(anAsking(), single, counting({ a: 1, z: 1 })));
    expect(other.errors).toEqual([expect.objectContaining({ path: 'counts.z' })]);
    const few = refusalOf(countHands(anAsking(), single, counting({ a: 3, b: 2 }, { present: 4 })));
    expect(few.errors).toEqual([{ path: 'present', message: 'At least 5 people raised a hand.' }]);
    // Several hands may be one person's.
    expect(countHands(anAsking(), several, counting({ a: 3, b: 2 }, { present: 3 })).ok).toBe(true);
    expect(countHands(anAsking(), several, counting({ a: 3, b: 2 }, { present: 2 })).ok).toBe(false);
  });

  test('[HA4] closes it at once, without conditions of voting, and reveals it like any other', () => {
    const closed = counted(countHands(anAsking(), single, counting({ a: 3 })));
    expect(closed).toMatchObject({
      state: 'closed',
      shown: false,
      number: 2,
      openedAt: 5000,
      closedAt: 5000,
      conditions: null,
    });
    expect(isRevealed(counted(showAsking(closed, true)))).toBe(true);
    expect(counted(closeAsking(closed, 6000, 4))).toBe(closed);
  });

  test('[HA4] back never opens it again', () => {
    const id = 'asking' as AskingId;
    const stage = { ...LOBBY, view: 'asking' as const, askingId: id };
    const stop = { id, state: 'closed' as const, shown: true };
    expect(step(stage, [stop], 'back').kind).toBe('reopen');
    expect(step(stage, [{ ...stop, hands: hands({ a: 1 }) }], 'back')).toEqual({
      kind: 'go',
      to: { view: 'lobby' },
    });
  });

  test('[HA5] counting again replaces what was counted, and an open question without votes takes hands', () => {
    const open = openAsking(anAsking(), anOpening({ now: 1000 }));
    const first = counted(countHands(open, single, counting({ a: 3 })));
    const again = counted(countHands(first, single, counting({ b: 4 }, { now: 9000, nextNumber: 3 })));
    expect(again).toMatchObject({ hands: hands({ b: 4 }), number: 1, openedAt: 1000, closedAt: 9000 });
  });
});

describe('what hands come to', () => {
  test('[HA6] one hand each: shares are of the hands', () => {
    const tally = tallyOfHands(single, hands({ a: 3, b: 1 }, 10));
    const room = { joined: 10, roomSize: { low: 10, high: 10 } };
    const { options } = questionType('single').results(single, tally, room);
    expect(options.map(({ id, count, share, boundLow }) => [id, count, share, boundLow])).toEqual([
      ['a', 3, 0.75, 0.3],
      ['b', 1, 0.25, 0.1],
      ['c', 0, 0, 0],
      ['other', 0, 0, 0],
      ['abstain', 0, 0, 0],
    ]);
  });

  test('[HA6] several hands each: of those present, else of all hands', () => {
    const shareOf = (present: number | null) => {
      const tally = tallyOfHands(several, hands({ a: 3, b: 1 }, present));
      return questionType('multiple').results(several, tally, { joined: 0, roomSize: null }).options[0]
        ?.share;
    };
    expect([shareOf(6), shareOf(null)]).toEqual([0.5, 0.75]);
  });

  test('[HA6] the sentence says which had most, and never how sure that is', () => {
    const said = (counts: Record<string, number>, present: number | null = null) => {
      const found = handsFinding(several, hands(counts, present));
      return found.kind === 'none' ? found.reason : `${found.text}. ${found.detail}`;
    };
    expect(said({ a: 12, b: 19 }, 40)).toBe(
      'Most hands for B: 19 of 31. 31 hands, counted by the presenter. 40 people were there.',
    );
    expect(said({ a: 4, b: 4, c: 1 })).toBe(
      'As many hands for A and B: 4 each, of 9. 9 hands, counted by the presenter.',
    );
    expect(said({ a: 0 })).toBe('No hand was raised.');
    expect(said({ c: 1 })).toBe('C has the only hand. 1 hand, counted by the presenter.');
  });

  test('[HA6] no count of hands leads, is too close or goes above its base', () => {
    const count = fc.nat({ max: 60 });
    const counts = fc.record({ a: count, b: count, c: count });
    fc.assert(
      fc.property(counts, fc.option(fc.nat({ max: 300 })), (raised, more) => {
        const sum = raised.a + raised.b + raised.c;
        const given = hands(raised, more === null ? null : sum + more);
        const found = handsFinding(single, given);
        expect(found.kind).toMatch(/^(none|describes)$/);
        for (const spec of [single, several]) {
          const tally = tallyOfHands(spec, given);
          const { options } = questionType(spec.type).results(spec, tally, { joined: 0, roomSize: null });
          for (const { share } of options) expect(share ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('an option nobody named has no hand', () => {
    const tally = tallyOfHands(single, hands({ a: 2 })) as unknown as { counts: Record<OptionId, number> };
    expect(tally.counts).toEqual({ a: 2, b: 0, c: 0 });
  });
});

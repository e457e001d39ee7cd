import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multiple } from '../../../shared/questions/multiple.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import { single } from '../../../shared/questions/single.ts';
import { reasonsOf, type WithReasons } from '../../../shared/questions/why.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec, showing } from '../sample.ts';

const asked = { other: true, abstain: true, why: true };
const room = { joined: 9, roomSize: null };

describe('[CH10] the reason that goes with a choice', () => {
  const spec = aSpec('single', 3, asked);

  test('is one line of up to 140 letters, and never needed', () => {
    expect(single.answer.parse({ option: 'a', why: ' Because ' })).toEqual({ option: 'a', why: 'Because' });
    for (const why of ['', ' ', 'x'.repeat(141), 'a\nb', 1])
      expect(single.answer.safeParse({ option: 'a', why }).success).toBe(false);
    expect(single.answer.safeParse({ abstain: true, why: 'x' }).success).toBe(false);
    expect(single.refuses(spec, { option: 'a' })).toEqual([]);
    expect(multiple.answer.parse({ options: ['a'], why: 'Because' })).toEqual({
      options: ['a'],
      why: 'Because',
    });
  });

  test('is taken only where it is asked for', () => {
    expect(single.refuses(aSpec('single'), { option: 'a', why: 'x' })).toMatchObject([{ path: 'why' }]);
    expect(multiple.refuses(aSpec('multiple'), { options: ['a'], why: 'x' })).toMatchObject([
      { path: 'why' },
    ]);
    expect(single.refuses(spec, { other: 'Ann', why: 'x' })).toEqual([]);
  });

  test('is kept by what was chosen, waits until it is shown, and stands in a column of its own', () => {
    const several = aSpec('multiple', 3, asked);
    const tally = recount(several, [
      { options: ['b', 'a'], why: 'Both' },
      { options: ['a', 'b'], why: 'Both' },
      { options: ['a'], other: 'Ann', why: 'She knows' },
    ]) as ReturnType<typeof multiple.empty>;
    expect(reasonsOf(tally)).toEqual([
      { text: 'Both', count: 2, optionIds: ['a', 'b'] },
      { text: 'She knows', count: 1, optionIds: ['a', 'other'] },
    ]);
    expect(reasonsOf(multiple.forRoom(tally, showing()))).toEqual([]);
    const shown = multiple.forRoom(tally, showing('She knows', 'Both'));
    expect(multiple.results(several, shown, room)['reasons']).toEqual([
      { text: 'Both', count: 2, optionIds: ['a', 'b'] },
      { text: 'She knows', count: 1, optionIds: ['a', 'other'] },
    ]);
    expect(multiple.columns(several)).toEqual(['A', 'B', 'C', 'why']);
    expect(multiple.row(several, { options: ['a'], why: 'x' })).toEqual(['1', '0', '0', 'x']);
    expect(multiple.row(several, { abstain: true })).toEqual(['', '', '', '']);
    expect([single.columns(spec), single.row(spec, { option: 'a', why: 'x' })]).toEqual([['why'], ['x']]);
    expect([single.columns(aSpec('single')), single.row(aSpec('single'), { option: 'a' })]).toEqual([[], []]);
  });

  test('can be left out for those who may not read it', () => {
    expect(single.texts?.withoutReasons({ option: 'a', why: 'x' })).toEqual({ option: 'a' });
    expect(multiple.texts?.withoutReasons({ options: ['a'], other: 'y', why: 'x' })).toEqual({
      options: ['a'],
      other: 'y',
    });
  });
});

test.each(['single', 'multiple'] as const)(
  '[CH10] [TA1] a reason that is changed or taken back leaves no trace: %s',
  (name) => {
    const spec = aSpec(name, 3, asked);
    const type = questionType(name);
    const why = fc.constantFrom('Because', 'constructor', '__proto__');
    const chosen =
      name === 'single'
        ? fc.record({ option: fc.constantFrom('a', 'b') }, { requiredKeys: ['option'] })
        : fc.record({ options: fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }) });
    const answers = fc.array(
      fc
        .tuple(chosen, fc.option(why))
        .map(([given, said]) => (said === null ? given : { ...given, why: said })),
    );
    fc.assert(
      fc.property(answers, answers, (kept, gone) => {
        let tally = recount(spec, [...kept, ...gone]);
        for (const answer of gone) tally = type.add(tally, answer, -1);
        expect(tally).toEqual(recount(spec, kept));
        const reasons = reasonsOf(tally as WithReasons).reduce((sum, { count }) => sum + count, 0);
        expect(reasons).toBe(kept.filter((answer) => 'why' in answer).length);
      }),
    );
  },
);

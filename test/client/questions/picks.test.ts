import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSTAIN, OTHER } from '../../../client/questions/choice/choice-draft.ts';
import { limitsOf, picksHint, picksNote, toggled } from '../../../client/questions/multiple/picks.ts';
import { partsOf } from '../../../client/words/words.svelte.ts';
import { aSpec } from '../../shared/sample.ts';

test.each([
  [{}, 'Choose as many as you like', { min: 1, max: 4 }],
  [{ other: true }, 'Choose as many as you like', { min: 1, max: 5 }],
  [{ max: 3 }, 'Choose up to 3', { min: 1, max: 3 }],
  [{ min: 2 }, 'Choose at least 2', { min: 2, max: 4 }],
  [{ min: 2, max: 3 }, 'Choose 2 to 3', { min: 2, max: 3 }],
  [{ min: 2, max: 2 }, 'Choose exactly 2', { min: 2, max: 2 }],
  [{ max: 1 }, 'Choose exactly 1', { min: 1, max: 1 }],
])('[CH3] %o is said as “%s”', (settings, hint, limits) => {
  const question = aSpec('multiple', 4, settings);
  expect(picksHint(question)).toBe(hint);
  expect(limitsOf(question)).toEqual(limits);
});

describe('a tick', () => {
  test('ticks, and ticked again unticks', () => {
    expect(toggled(['a'], 'b', 3)).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a', 3)).toEqual(['b']);
  });

  test('at the most does nothing more', () => expect(toggled(['a', 'b'], 'c', 2)).toEqual(['a', 'b']));

  test('not saying goes with nothing else, either way', () => {
    expect(toggled(['a', 'b'], ABSTAIN, 2)).toEqual([ABSTAIN]);
    expect(toggled([ABSTAIN], 'a', 2)).toEqual(['a']);
    expect(toggled([ABSTAIN], ABSTAIN, 2)).toEqual([]);
  });

  test('any ticks never go over the most, never twice, and never beside not saying', () => {
    const rows = fc.array(fc.constantFrom('a', 'b', 'c', OTHER, ABSTAIN));
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 4 }), (ticks, max) => {
        const picks = ticks.reduce<string[]>((before, row) => toggled(before, row, max), []);
        expect(picks.length).toBeLessThanOrEqual(max);
        expect(new Set(picks).size).toBe(picks.length);
        if (picks.includes(ABSTAIN)) expect(picks).toEqual([ABSTAIN]);
      }),
    );
  });
});

test.each([
  [[], ''],
  [[ABSTAIN], ''],
  [['a'], '1 of 3 chosen. 1 more to choose.'],
  [['a', 'b'], '2 of 3 chosen.'],
  [['a', 'b', 'c'], '3 of 3 chosen. To take another, untick one.'],
])('with %o ticked of at least 2 and at most 3 of 5: “%s”', (picks, said) => {
  expect(noteWords(picks, { min: 2, max: 3 }, 5)).toBe(said);
});

test('where all may be ticked nobody is told how many there are', () => {
  expect(noteWords(['a', 'b'], { min: 1, max: 2 }, 2)).toBe('2 chosen.');
});

function noteWords(...asked: Parameters<typeof picksNote>): string {
  const note = picksNote(...asked);
  return note ? partsOf(note.key, note.values).join('') : '';
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerOf,
  draftOf,
  evenly,
  leftOf,
  stepOf,
  stepped,
  withPoints,
  wordsOf,
} from '../../../../client/questions/points/points-draft.ts';
import { keySteps } from '../../../../client/questions/points/slider-keys.ts';
import { points } from '../../../../shared/questions/points.ts';
import { aSpec } from '../../../shared/sample.ts';

const spec = aSpec('points', 3, {});

describe('points on the phone', () => {
  test('nothing is overspent: what is wanted beyond the remainder is not given', () => {
    const draft = withPoints(withPoints({}, 'a', 70, 100), 'b', 50, 100);
    expect(draft).toEqual({ a: 70, b: 30 });
    expect(withPoints(draft, 'b', -5, 100)).toEqual({ a: 70, b: 0 });
  });

  test('[PO2] whatever is pressed, what is sent once nothing is left is an answer that counts', () => {
    const press = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      wanted: fc.integer({ min: -20, max: 140 }),
    });
    fc.assert(
      fc.property(fc.array(press), (pressed) => {
        const draft = pressed.reduce(
          (each, { id, wanted }) => withPoints(each, id, wanted, 100),
          draftOf(spec, null),
        );
        expect(leftOf(draft, 100)).toBeGreaterThanOrEqual(0);
        const whole = withPoints(draft, 'a', 1000, 100);
        expect(points.refuses(spec, points.answer.parse(answerOf(whole)))).toEqual([]);
      }),
    );
  });

  test.each([
    [100, [15, 15, 14, 14, 14, 14, 14]],
    [7, [1, 1, 1, 1, 1, 1, 1]],
    [3, [1, 1, 1, 0, 0, 0, 0]],
  ])('even: %i over seven', (total, values) => {
    const options = aSpec('points', 7).options;
    expect(Object.values(evenly(options, total))).toEqual(values);
  });

  test('a step goes from one round number to the next', () => {
    expect([stepOf(100), stepOf(10), stepOf(1000)]).toEqual([5, 1, 50]);
    expect(stepped(14, 1, 100)).toBe(15);
    expect(stepped(14, -1, 100)).toBe(10);
    expect(stepped(15, 1, 100)).toBe(20);
    expect(stepped(0, -1, 100)).toBe(0);
    expect(stepped(100, 2, 100)).toBe(100);
  });

  test('the slip says the most first, and nothing of what got nothing', () => {
    expect(wordsOf(spec, { points: { a: 10, b: 90, gone: 5 } })).toEqual(['B 90', 'A 10']);
  });

  test('keys of the slider: arrows by one step, pages by two, ends at once; mirrored from right to left', () => {
    expect(['ArrowRight', 'ArrowDown', 'PageUp', 'Home', 'End'].map((key) => keySteps(key, false))).toEqual([
      1,
      -1,
      2,
      -Infinity,
      Infinity,
    ]);
    expect(keySteps('ArrowRight', true)).toBe(-1);
    expect(keySteps('Tab', false)).toBeUndefined();
  });
});

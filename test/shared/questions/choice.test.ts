import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OptionId } from '../../../shared/ids.ts';
import { questionType, QUESTION_TYPES } from '../../../shared/questions/registry.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec } from '../sample.ts';
import { anyAnswer } from './answers.ts';

test('every type stands in the registry under its own name', () => {
  for (const [name, type] of Object.entries(QUESTION_TYPES)) expect(type.name).toBe(name);
});

describe.each(['single', 'multiple'] as const)('%s', (name) => {
  const type = questionType(name);
  const spec = aSpec(name, 3);

  test.each([2, 12])('[CH1] %i options can be asked', (n) =>
    expect(type.refusesSpec(aSpec(name, n))).toEqual([]),
  );

  test.each([0, 1, 13])('[CH1] %i options cannot', (n) => {
    expect(type.refusesSpec(aSpec(name, n))).toMatchObject([{ path: 'options' }]);
  });

  test('[CH1] labels that differ by case alone cannot be told apart', () => {
    const options = ['Yes', 'No', 'YES'].map((label, at) => ({ id: `${at}` as OptionId, label }));
    expect(type.refusesSpec({ ...spec, options })).toMatchObject([{ path: 'options.2.label' }]);
  });

  test('[CH7] without ballots there is no share, no interval and no NaN', () => {
    for (const row of type.results(spec, type.empty(spec), { joined: 0, roomSize: null }).options)
      expect(row).toMatchObject({
        count: 0,
        share: null,
        low: null,
        high: null,
        boundLow: null,
        boundHigh: null,
      });
  });

  test('[CH8] 18 of 40 answered, 9 chose A: between 9/40 and 31/40 of the room hold it', () => {
    const a = name === 'single' ? { option: 'a' } : { options: ['a'] };
    const tally = recount(spec, [...Array<unknown>(9).fill(a), ...Array<unknown>(9).fill({ abstain: true })]);
    const [row] = type.results(spec, tally, { joined: 20, roomSize: { low: 40, high: 40 } }).options;
    expect(row).toMatchObject({ count: 9, share: 0.5, boundLow: 9 / 40, boundHigh: 31 / 40 });
    const [wider] = type.results(spec, tally, { joined: 20, roomSize: { low: 38, high: 44 } }).options;
    expect(wider).toMatchObject({ boundLow: 9 / 44, boundHigh: 35 / 44 });
  });

  test('[CH8] a room smaller than its ballots has no bounds', () => {
    const tally = recount(spec, [{ abstain: true }, { abstain: true }]);
    const [row] = type.results(spec, tally, { joined: 2, roomSize: { low: 1, high: 5 } }).options;
    expect(row).toMatchObject({ boundLow: null, boundHigh: null });
  });

  test('[CH7] [CH8] for any ballots: the interval holds the share, and the bounds stand for both extremes', () => {
    const answers = fc.array(anyAnswer(spec), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(answers, fc.nat(40), (given, more) => {
        const size = given.length + more;
        const tally = recount(spec, given);
        const rows = type.results(spec, tally, { joined: 0, roomSize: { low: size, high: size } }).options;
        for (const { count, share, low, high, boundLow, boundHigh } of rows) {
          expect(share).toBe(count / given.length);
          expect(low).toBeLessThanOrEqual(share ?? NaN);
          expect(high).toBeGreaterThanOrEqual(share ?? NaN);
          expect(boundLow).toBeCloseTo(count / size, 12);
          expect(boundHigh).toBeCloseTo((count + more) / size, 12);
        }
      }),
    );
  });
});

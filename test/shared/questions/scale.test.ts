import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuestionSettings, QuestionSpec } from '../../../shared/question.ts';
import { ONLY } from '../../../shared/questions/scale-tally.ts';
import { scale } from '../../../shared/questions/scale.ts';
import { recount } from '../../../shared/tally.ts';
import { wrongWith } from '../../../server/question-input.ts';

const ROOM = { joined: 10, roomSize: null };
const TWO = [
  { id: 's1', label: 'We plan ahead' },
  { id: 's2', label: 'We look back' },
];

function aScale(settings: QuestionSettings = {}): QuestionSpec {
  return { type: 'scale', prompt: 'How ready?', options: [], settings: { min: 1, max: 5, ...settings } };
}

const several = aScale({ statements: TWO });

function tallyOf(spec: QuestionSpec, answers: unknown[]) {
  return recount(spec, answers) as ReturnType<typeof scale.empty>;
}

function values(...given: number[]): { value: number }[] {
  return given.map((value) => ({ value }));
}

describe('as a question', () => {
  test.each([
    { min: 1, max: 2 },
    { min: 0, max: 10 },
    { min: -5, max: 5 },
    { min: 0, max: 1, step: 0.1 },
    { min: 0, max: 100, unit: '%' },
    { min: 0, max: 1000, unit: 'km' },
    { min: 1, max: 5, lowLabel: 'not at all', highLabel: 'fully', abstain: true },
    { min: 1, max: 5, statements: TWO },
  ])('[SC1] %o can be asked', (settings) => expect(wrongWith(aScale(settings))).toEqual([]));

  test.each([
    [{ min: 5, max: 5 }, 'settings.max'],
    [{ min: 6, max: 1 }, 'settings.max'],
    [{ min: 0, max: 11 }, 'settings.max'],
    [{ min: 0, max: 100, step: 5 }, 'settings.step'],
    [{ min: 0, max: 10, step: 3 }, 'settings.step'],
    [{ min: 0, max: 10, step: 0 }, 'settings.step'],
    [{ min: 0, max: 2000, unit: '€' }, 'settings.max'],
    [{ max: undefined }, 'settings.max'],
    [{ statements: [] }, 'settings.statements'],
    [
      { statements: Array.from({ length: 13 }, (_, at) => ({ id: `${at}`, label: `${at}` })) },
      'settings.statements',
    ],
    [{ statements: [{ id: 's', label: ' ' }] }, 'settings.statements.0.label'],
    [{ statements: [{ label: 'No id' }] }, 'settings.statements.0.id'],
    [{ statements: [TWO[0], { ...TWO[0], label: 'Other' }] }, 'settings.statements.1.id'],
    [{ statements: [TWO[0], { id: 's3', label: 'we PLAN ahead' }] }, 'settings.statements.1.label'],
    [{ lowLabel: 'x'.repeat(61) }, 'settings.lowLabel'],
    [{ shuffle: true }, 'settings'],
  ])('[SC1] [SC2] [SC3] %o cannot: %s', (settings, path) =>
    expect(wrongWith(aScale(settings))).toMatchObject([{ path }]),
  );

  test('[SC1] it takes no options', () =>
    expect(wrongWith({ ...aScale(), options: [{ id: 'a' as never, label: 'A' }] })).toMatchObject([
      { path: 'options' },
    ]));
});

describe('as an answer', () => {
  test.each([1, 3, 5])('[SC4] %i counts', (value) => expect(scale.refuses(aScale(), { value })).toEqual([]));

  test.each([0, 6, 2.5])('[SC4] %d does not stand on the scale', (value) =>
    expect(scale.refuses(aScale(), { value })).toMatchObject([{ path: 'value' }]),
  );

  test('[SC5] statements may be left out, but not all of them', () => {
    expect(scale.refuses(several, { values: { s2: 4 } })).toEqual([]);
    expect(scale.refuses(several, { values: {} })).toMatchObject([{ path: 'values' }]);
  });

  test.each([
    [{ s1: 9 }, 'values.s1'],
    [{ s1: 1, s9: 1 }, 'values.s9'],
    [{ constructor: 1 }, 'values.constructor'],
  ])('[SC5] %o is refused at %s', (given, path) =>
    expect(scale.refuses(several, { values: given as never })).toMatchObject([{ path }]),
  );

  test('[SC4] [SC5] one number and several do not stand for each other', () => {
    expect(scale.refuses(several, { value: 3 })).toMatchObject([{ path: 'value' }]);
    expect(scale.refuses(aScale(), { values: { s1: 3 } })).toMatchObject([{ path: 'values' }]);
  });

  test('abstaining only where it is offered', () => {
    expect(scale.refuses(aScale(), { abstain: true })).toMatchObject([{ path: 'abstain' }]);
    expect(scale.refuses(aScale({ abstain: true }), { abstain: true })).toEqual([]);
  });

  test.each([
    null,
    3,
    { value: '3' },
    { value: 3, abstain: true },
    { values: { s1: NaN } },
    { value: Infinity },
  ])('%o is no answer to anything', (given) => expect(scale.answer.safeParse(given).success).toBe(false));
});

describe('what comes of it', () => {
  test('[SC6] counts for every number, with mean, middle, spread and the middle half', () => {
    const { options, ...result } = scale.results(aScale(), tallyOf(aScale(), values(2, 4, 4, 5)), ROOM);
    expect(options).toEqual([]);
    expect(result).toEqual({
      counts: { 1: 0, 2: 1, 3: 0, 4: 2, 5: 1 },
      n: 4,
      mean: 3.75,
      median: 4,
      sd: expect.closeTo(1.2583, 4) as number,
      lower: 3,
      upper: 4.5,
    });
  });

  test('[SC6] with statements: the same for each of them', () => {
    const tally = tallyOf(several, [{ values: { s1: 2, s2: 5 } }, { values: { s1: 3 } }]);
    expect(scale.results(several, tally, ROOM)['statements']).toMatchObject([
      { id: 's1', label: 'We plan ahead', n: 2, mean: 2.5 },
      { id: 's2', label: 'We look back', n: 1, mean: 5, sd: null },
    ]);
  });

  test('[SC6] without answers there is no mean and no NaN', () => {
    const result = scale.results(aScale(), scale.empty(aScale()), ROOM);
    expect(result).toMatchObject({ n: 0, mean: null, median: null, sd: null });
    expect(JSON.stringify(scale.table(aScale(), scale.empty(aScale()), ROOM))).not.toContain('NaN');
  });

  test('[SC6] of a slider only what was given is counted', () => {
    const slider = aScale({ min: 0, max: 100, unit: '%' });
    const { counts } = scale.results(slider, tallyOf(slider, values(40, 40, 7)), ROOM);
    expect(counts).toEqual({ 7: 1, 40: 2 });
  });

  test('the table says the distribution, then what it comes to', () => {
    const spec = aScale({ lowLabel: 'not at all', highLabel: 'fully', abstain: true });
    const { rows } = scale.table(spec, tallyOf(spec, [...values(2, 4, 4), { abstain: true }]), ROOM);
    expect(rows.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['1: not at all', '0', '0\u00a0%'],
      ['2', '1', '25\u00a0%'],
      ['3', '0', '0\u00a0%'],
      ['4', '2', '50\u00a0%'],
      ['5: fully', '0', '0\u00a0%'],
      ['Abstained', '1', '25\u00a0%'],
      ['Average', '3.3', ''],
      ['Middle answer', '4', ''],
      ['The middle half', '2–4', ''],
    ]);
  });

  test('the table of statements has a line for each', () => {
    const tally = tallyOf(several, [{ values: { s1: 2 } }, { values: { s1: 3 } }]);
    expect(scale.table(several, tally, ROOM).rows).toMatchObject([
      { id: 's1', cells: ['2', '2.5', '2.5', '2–3'] },
      { id: 's2', cells: ['0', '–', '–', '–'] },
    ]);
  });

  test('a file has a column for the number, or one for each statement', () => {
    expect([scale.columns(aScale()), scale.row(aScale(), { value: 4 })]).toEqual([['value'], ['4']]);
    expect(scale.columns(several)).toEqual(['We plan ahead', 'We look back']);
    expect(scale.row(several, { values: { s2: 4 } })).toEqual(['', '4']);
    expect(scale.row(several, { abstain: true })).toEqual(['', '']);
  });

  test('its words have the unit, and a minus that no spreadsheet runs', () => {
    const slider = aScale({ min: -20, max: 40, unit: '°C' });
    expect(scale.labels(slider, { value: -7 })).toEqual(['−7\u00a0°C']);
    expect(scale.labels(several, { values: { s2: 4 } })).toEqual(['We look back: 4']);
    expect(scale.labels(aScale({ abstain: true }), { abstain: true })).toEqual([]);
  });
});

const anyScaleAnswer = fc.oneof(
  fc.record({
    values: fc.dictionary(fc.constantFrom('s1', 's2'), fc.integer({ min: 1, max: 5 }), { minKeys: 1 }),
  }),
  fc.constant({ abstain: true as const }),
);

test('[TA1] [SC6] what is added and taken away again leaves the tally as it was', () =>
  fc.assert(
    fc.property(fc.array(anyScaleAnswer), fc.array(anyScaleAnswer), (kept, gone) => {
      let tally = tallyOf(several, [...gone, ...kept]);
      for (const answer of gone) tally = scale.add(tally, answer as never, -1);
      expect(tally).toEqual(tallyOf(several, kept));
    }),
  ));

test('made-up answers always count', () => {
  const random = (seed: number) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const specs = [aScale({ abstain: true }), several, aScale({ min: 0, max: 100, step: 2.5, unit: 'km' })];
  for (const spec of specs)
    for (let seed = 1; seed < 60; seed += 1) {
      const answer = scale.pretend(spec, { leans: [], random: random(seed) });
      expect(scale.refuses(spec, scale.answer.parse(answer))).toEqual([]);
    }
});

test('made-up answers differ from phone to phone', () => {
  const given = tallyOf(
    aScale(),
    Array.from({ length: 50 }, (_, at) =>
      scale.pretend(aScale(), { leans: [], random: () => ((at * 7919) % 97) / 97 }),
    ),
  ).given[ONLY];
  expect(Object.keys(given ?? {}).length).toBeGreaterThan(2);
});

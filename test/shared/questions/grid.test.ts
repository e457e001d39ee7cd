import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrongWith } from '../../../server/question-input.ts';
import type { QuestionSettings, QuestionSpec } from '../../../shared/question.ts';
import { grid } from '../../../shared/questions/grid.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec } from '../sample.ts';

const ROOM = { joined: 10, roomSize: null };
const CRITERIA = [
  { id: 'c1', label: 'Knows the business' },
  { id: 'c2', label: 'Gets it built' },
];

function aGrid(settings: QuestionSettings = {}, options = 3): QuestionSpec {
  return aSpec('grid', options, { criteria: CRITERIA, min: 1, max: 5, ...settings });
}

const spec = aGrid({ abstain: true });

function tallyOf(answers: unknown[]) {
  return recount(spec, answers) as ReturnType<typeof grid.empty>;
}

/** Ratings as rows of cells: a, b, c by c1, c2; 0 is left out. */
function rated(...rows: [number, number][]): { ratings: Record<string, Record<string, number>> } {
  const cells = rows.map(([c1, c2], at) => [
    ['a', 'b', 'c'][at],
    { ...(c1 > 0 ? { c1 } : {}), ...(c2 > 0 ? { c2 } : {}) },
  ]);
  return { ratings: Object.fromEntries(cells) as Record<string, Record<string, number>> };
}

describe('as a question', () => {
  test.each([2, 5])('[GR1] %i criteria can be asked', (n) => {
    const criteria = Array.from({ length: n }, (_, at) => ({ id: `c${at}`, label: `C${at}` }));
    expect(wrongWith(aGrid({ criteria }))).toEqual([]);
  });

  test.each([1, 6])('[GR1] %i criteria cannot', (n) => {
    const criteria = Array.from({ length: n }, (_, at) => ({ id: `c${at}`, label: `C${at}` }));
    expect(wrongWith(aGrid({ criteria }))).toMatchObject([{ path: 'settings.criteria' }]);
  });

  test.each([
    [{ criteria: undefined }, 'settings.criteria'],
    [{ criteria: [CRITERIA[0], { id: 'c3', label: 'KNOWS the business' }] }, 'settings.criteria.1.label'],
    [{ criteria: [CRITERIA[0], { label: 'No id' }] }, 'settings.criteria.1.id'],
    [{ criteria: [CRITERIA[0], { id: 'c3', label: 'x'.repeat(61) }] }, 'settings.criteria.1.label'],
    [{ min: 5 }, 'settings.max'],
    [{ max: 12 }, 'settings.max'],
    [{ max: 4.5 }, 'settings.max'],
    [{ step: 1 }, 'settings'],
  ])('[GR1] %o cannot: %s', (settings, path) => expect(wrongWith(aGrid(settings))).toMatchObject([{ path }]));

  test.each([1, 13])('[GR1] %i options cannot be rated', (n) =>
    expect(wrongWith(aGrid({}, n))).toMatchObject([{ path: 'options' }]),
  );
});

describe('as an answer', () => {
  test('[GR2] every cell, or some of them', () => {
    expect(grid.refuses(spec, rated([1, 2], [3, 4], [5, 1]))).toEqual([]);
    expect(grid.refuses(spec, rated([0, 2]))).toEqual([]);
  });

  test('[GR2] at least one', () => {
    expect(grid.refuses(spec, { ratings: {} })).toMatchObject([{ path: 'ratings' }]);
    expect(grid.refuses(spec, { ratings: { a: {} } })).toMatchObject([{ path: 'ratings' }]);
  });

  test.each([
    [{ a: { c1: 6 } }, 'ratings.a.c1'],
    [{ a: { c1: 2.5 } }, 'ratings.a.c1'],
    [{ a: { c1: 1, c9: 1 } }, 'ratings.a.c9'],
    [{ z: { c1: 1 } }, 'ratings.z'],
    [{ a: { c1: 1 }, constructor: { c1: 1 } }, 'ratings.constructor'],
  ])('[GR2] %o is refused at %s', (ratings, path) =>
    expect(grid.refuses(spec, { ratings: ratings as never })).toMatchObject([{ path }]),
  );

  test('abstaining only where it is offered', () => {
    expect(grid.refuses(aGrid(), { abstain: true })).toMatchObject([{ path: 'abstain' }]);
    expect(grid.refuses(spec, { abstain: true })).toEqual([]);
  });

  test.each([null, { ratings: { a: 3 } }, { ratings: { a: { c1: '3' } } }, { ratings: {}, abstain: true }])(
    '%o is no answer to anything',
    (given) => expect(grid.answer.safeParse(given).success).toBe(false),
  );
});

describe('what comes of it', () => {
  const tally = tallyOf([rated([2, 5], [4, 1]), rated([3, 0], [5, 2]), { abstain: true }]);

  test('[GR3] [GR4] per option and criterion mean, spread and how many', () => {
    const [a, , c] = grid.results(spec, tally, ROOM).options;
    expect(a).toMatchObject({
      id: 'a',
      count: 2,
      criteria: [
        { id: 'c1', label: 'Knows the business', mean: 2.5, sd: expect.closeTo(0.7071, 4) as number, n: 2 },
        { id: 'c2', mean: 5, sd: null, n: 1 },
      ],
    });
    expect(c).toMatchObject({
      count: 0,
      criteria: [
        { mean: null, n: 0 },
        { mean: null, n: 0 },
      ],
    });
  });

  test('[GR4] the table says of how many where some left it out, and adds nothing up', () => {
    const { columns, rows } = grid.table(spec, tally, ROOM);
    expect(columns.map(({ label }) => label)).toEqual(['Answered', 'Knows the business', 'Gets it built']);
    expect(rows.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['A', '2', '2.5', '5.0 (of 1)'],
      ['B', '2', '4.5', '1.5'],
      ['C', '0', '–', '–'],
      ['Abstained', '1', '', ''],
    ]);
  });

  test('a file has a column for each option and criterion', () => {
    expect(grid.columns(spec).slice(0, 3)).toEqual([
      'A: Knows the business',
      'A: Gets it built',
      'B: Knows the business',
    ]);
    expect(grid.row(spec, rated([2, 0], [0, 3]))).toEqual(['2', '', '', '3', '', '']);
    expect(grid.row(spec, { abstain: true })).toEqual(['', '', '', '', '', '']);
  });

  test('its words name what was rated, in ballot order', () => {
    expect(grid.labels(spec, { ratings: { b: { c2: 3 }, a: { c2: 1, c1: 2 } } })).toEqual([
      'A: Knows the business 2, Gets it built 1',
      'B: Gets it built 3',
    ]);
  });
});

describe('[GR5] the finding', () => {
  const of = (...answers: unknown[]) => grid.finding(spec, tallyOf(answers), ROOM);

  test('different options are rated highest: how many, and the remote says which', () =>
    expect(of(rated([5, 2], [2, 4], [1, 1]))).toMatchObject({
      kind: 'describes',
      leaders: [],
      text: '2 criteria, 2 different options rated highest',
      detail: 'Knows the business: A, 5. Gets it built: B, 4.',
    }));

  test('the same option everywhere is no winner: the averages are described', () =>
    expect(of(rated([5, 5], [2, 4], [1, 1]))).toMatchObject({
      rule: 'averages',
      text: 'Averages from 1 to 5',
    }));

  test('level on a criterion, nobody is highest there', () =>
    expect(of(rated([5, 2], [5, 4], [1, 1]))).toMatchObject({ rule: 'averages' }));

  test('nobody, or nobody who rated: none, with the reason', () => {
    expect(of()).toMatchObject({ kind: 'none', reason: 'Nobody has answered.' });
    expect(of({ abstain: true })).toMatchObject({ kind: 'none', reason: 'Nobody gave a number.' });
  });

  test('no ratings whatever make one option the winner over all', () =>
    fc.assert(
      fc.property(fc.array(anyGridAnswer, { minLength: 1 }), (answers) => {
        const found = of(...answers);
        if (found.kind !== 'none') expect([found.kind, found.leaders]).toEqual(['describes', []]);
      }),
    ));
});

const row = fc.dictionary(fc.constantFrom('c1', 'c2'), fc.integer({ min: 1, max: 5 }));
const anyGridAnswer = fc.oneof(
  fc.record({ ratings: fc.dictionary(fc.constantFrom('a', 'b', 'c'), row) }),
  fc.constant({ abstain: true as const }),
);

test('[TA1] what is added and taken away again leaves the tally as it was', () =>
  fc.assert(
    fc.property(fc.array(anyGridAnswer), fc.array(anyGridAnswer), (kept, gone) => {
      let tally = tallyOf([...gone, ...kept]);
      for (const answer of gone) tally = grid.add(tally, answer as never, -1);
      expect(tally).toEqual(tallyOf(kept));
    }),
  ));

test('made-up answers always count', () => {
  const random = (seed: number) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let seed = 1; seed < 60; seed += 1) {
    const answer = grid.pretend(spec, { leans: [1, 1, 1], random: random(seed) });
    expect(grid.refuses(spec, grid.answer.parse(answer))).toEqual([]);
  }
});

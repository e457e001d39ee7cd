import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { points, type PointsAnswer } from '../../../shared/questions/points.ts';
import type { PointsTally } from '../../../shared/questions/points-tally.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec } from '../sample.ts';

const spec = aSpec('points', 3, { abstain: true });
const NOBODY_ELSE = { joined: 0, roomSize: null };
const give = (a: number, b = 0, c = 0): PointsAnswer => ({ points: { a, b, c } });
const tallyOf = (...answers: PointsAnswer[]) => recount(spec, answers) as PointsTally;
const times = (n: number, answer: PointsAnswer) => Array.from({ length: n }, () => answer);
const wrongWith = (answer: unknown, of = spec) => {
  const parsed = points.answer.safeParse(answer);
  return parsed.success ? points.refuses(of, parsed.data).map(({ path }) => path) : ['schema'];
};

describe('an answer', () => {
  test('[PO2] comes to the total exactly, in whole numbers', () => {
    expect(wrongWith({ points: { a: 60, b: 40 } })).toEqual([]);
    expect(wrongWith({ points: { a: 60, b: 40, c: 0 } })).toEqual([]);
    expect(wrongWith({ points: { a: 60 } })).toEqual(['points']);
    expect(wrongWith({ points: { a: 60, b: 41 } })).toEqual(['points']);
    expect(wrongWith({ points: {} })).toEqual(['points']);
    expect(wrongWith({ points: { a: 99.5, b: 0.5 } })).toEqual(['schema']);
    expect(wrongWith({ points: { a: 110, b: -10 } })).toEqual(['schema']);
    expect(points.refuses(spec, give(40))[0]?.message).toBe('Share exactly 100 points; these are 40.');
  });

  test('[PO1] shares as many points as were set', () => {
    const ten = aSpec('points', 3, { total: 10 });
    expect(wrongWith({ points: { a: 6, c: 4 } }, ten)).toEqual([]);
    expect(wrongWith({ points: { a: 60, c: 40 } }, ten)).toEqual(['points']);
    for (const total of [1, 1001, 2.5]) expect(points.settings.safeParse({ total }).success).toBe(false);
  });

  test('[PO2] names the option that is not there', () => {
    expect(wrongWith({ points: { a: 60, zz: 40 } })).toEqual(['points.zz']);
    expect(wrongWith({ abstain: true }, aSpec('points', 3, {}))).toEqual(['abstain']);
  });

  test('is read as the options that got any, and as points in the columns', () => {
    expect(points.labels(spec, give(0, 30, 70))).toEqual(['B', 'C']);
    expect(points.row(spec, { points: { c: 100 } })).toEqual(['0', '0', '100']);
    expect(points.row(spec, { abstain: true })).toEqual(['', '', '']);
    expect(points.pickedIds(give(0, 30, 70))).toEqual(['b', 'c']);
  });
});

describe('results', () => {
  const tally = tallyOf(give(100), give(50, 50), give(20, 40, 40), give(30, 70), { abstain: true });

  test('[PO3] average, spread and middle half of everybody who answered, noughts too', () => {
    const { options } = points.results(spec, tally, NOBODY_ELSE);
    expect(options[0]).toMatchObject({ mean: 50, lower: 25, upper: 75, count: 4, share: null });
    expect(options[0]?.['sd']).toBeCloseTo(35.59, 2);
    expect(options[2]).toMatchObject({ mean: 10, lower: 0, upper: 20, count: 1 });
  });

  test('[PO3] nobody: no average, no NaN', () => {
    expect(points.results(spec, tallyOf(), NOBODY_ELSE).options[0]).toMatchObject({ mean: null, sd: null });
    expect(points.table(spec, tallyOf(), NOBODY_ELSE).rows[0]?.cells).toEqual(['–', '–', '0', '–']);
  });

  test('[PO4] the room’s tally says the same, and nothing of who gave how many', () => {
    const room = points.forRoom(tally, undefined as never);
    expect(points.results(spec, room, NOBODY_ELSE)).toEqual(points.results(spec, tally, NOBODY_ELSE));
    expect(room.given).toEqual([]);
  });

  test('the table has the average and the middle half', () => {
    expect(points.table(spec, tally, NOBODY_ELSE).rows[0]).toMatchObject({
      cells: ['50.0', '25–75', '4', '35.6'],
      bar: 0.5,
    });
  });
});

describe('the finding', () => {
  const found = (tally: PointsTally, joined: number) =>
    points.finding(spec, tally, { joined, roomSize: null });

  test('[PO5] gets the most when those who have not answered cannot change it', () => {
    const tally = tallyOf(...times(4, give(60, 20, 20)));
    expect(found(tally, 5)).toMatchObject({
      kind: 'leads',
      text: 'A gets the most: 60 of 100 points',
      detail:
        'Next is B with 20. The middle half gave it 60 to 60. The 1 who has not answered cannot change that.',
    });
    expect(found(tally, 6)).not.toMatchObject({ kind: 'leads' });
  });

  test('[PO8] where the middle half is a quarter wide, the sentence says that the room does not agree', () => {
    const text = (low: number, high: number) =>
      (
        found(tallyOf(...times(4, give(low, 100 - low)), ...times(4, give(high, 100 - high))), 8) as {
          text: string;
        }
      ).text;
    expect(text(50, 74)).toBe('A gets the most: 62 of 100 points');
    expect(text(50, 75)).toBe('A gets the most, 62.5 of 100 points, but the room does not agree');
  });

  test('[PO6] gets the most among those who answered when more gave it more than each other', () => {
    expect(found(tallyOf(...times(12, give(50, 30, 20)), give(0, 100)), 90)).toMatchObject({
      kind: 'leads-among-answered',
      text: 'A gets the most among the 13 who answered; 77 have not',
      rule: 'points-head-to-head',
    });
  });

  test('[PO6] one who gives everything to one option does not make it win', () => {
    const tally = tallyOf(...times(6, give(45, 55)), give(100), give(100));
    expect(found(tally, 60)).toMatchObject({ kind: 'too-close', leaders: ['a', 'b'] });
  });

  test('[PO7] too close to call names all that do not lose', () => {
    const tally = tallyOf(...times(10, give(50, 49, 1)), ...times(10, give(49, 50, 1)));
    expect(found(tally, 60)).toMatchObject({
      kind: 'too-close',
      text: 'Too close to call: 49.5 and 49.5 of 100 points',
      leaders: ['a', 'b'],
    });
  });

  test('nobody: no sentence', () => expect(found(tallyOf(), 4)).toMatchObject({ kind: 'none' }));
});

const anyGiven = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]): PointsAnswer => {
      const [low, high] = a < b ? [a, b] : [b, a];
      return give(low, high - low, 100 - high);
    }),
  },
  fc.constant<PointsAnswer>({ abstain: true }),
);

test('[TA2] a tally takes away what it added, in any order, also after it was stored', () => {
  fc.assert(
    fc.property(fc.array(anyGiven), fc.array(anyGiven), (stay, go) => {
      let tally = recount(spec, [...go, ...stay]);
      for (const answer of go.reverse())
        tally = questionType('points').add(JSON.parse(JSON.stringify(tally)), answer, -1);
      expect(tally).toEqual(recount(spec, [...stay].reverse()));
    }),
  );
});

test('[PO3] averages come to the total', () => {
  fc.assert(
    fc.property(fc.array(anyGiven, { minLength: 1 }), (given) => {
      const { options } = points.results(spec, tallyOf(...given, give(100)), NOBODY_ELSE);
      expect(options.reduce((sum, { mean }) => sum + Number(mean), 0)).toBeCloseTo(100, 9);
    }),
  );
});

test('made-up answers count, and nobody is of everybody’s mind', () => {
  let state = 7;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  for (const total of [2, 7, 10, 100, 1000]) {
    const asked = aSpec('points', 7, { total });
    const given = Array.from({ length: 40 }, () =>
      points.pretend(asked, { leans: [5, 3, 2, 1, 1, 0, 0], random }),
    );
    for (const answer of given) expect(points.refuses(asked, answer)).toEqual([]);
    expect(new Set(given.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(5);
  }
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ranking, type RankingAnswer } from '../../../shared/questions/ranking.ts';
import { inRankOrder, rankedOptions, standings } from '../../../shared/questions/ranking-order.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import type { RankingTally } from '../../../shared/questions/ranking-order.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec } from '../sample.ts';

const all = aSpec('ranking', 3, { abstain: true });
const firstTwo = aSpec('ranking', 5, { places: 2 });
const NOBODY_ELSE = { joined: 0, roomSize: null };
const order = (letters: string) => ({ order: [...letters] });
const tallyOf = (spec: typeof all, ...answers: RankingAnswer[]) => recount(spec, answers) as RankingTally;
const times = (n: number, letters: string) => Array.from({ length: n }, () => order(letters));
const pathsOf = (spec: typeof all, answer: RankingAnswer) =>
  ranking.refuses(spec, answer).map(({ path }) => path);

describe('[RA1] a question', () => {
  const errors = (places: unknown) =>
    ranking.settings.safeParse({ places }).success
      ? ranking.refusesSpec({ ...all, settings: { places } }).map(({ path }) => path)
      : ['schema'];

  test('may ask for as many places as it has options, and no more', () => {
    expect(errors(1)).toEqual([]);
    expect(errors(3)).toEqual([]);
    expect(errors(4)).toEqual(['settings.places']);
    for (const wrong of [0, 1.5, 13, '2']) expect(errors(wrong)).toEqual(['schema']);
  });

  test('takes no settings of other types', () => {
    expect(ranking.settings.safeParse({ other: true }).success).toBe(false);
  });
});

describe('[RA2] an answer', () => {
  test('names every place once', () => {
    expect(pathsOf(all, order('bca'))).toEqual([]);
    expect(pathsOf(all, order('ba'))).toEqual(['order']);
    expect(pathsOf(all, order('bbc'))).toEqual(['order']);
    expect(pathsOf(all, order('bcx'))).toEqual(['order']);
    expect(pathsOf(firstTwo, order('ec'))).toEqual([]);
    expect(pathsOf(firstTwo, order('eca'))).toEqual(['order']);
  });

  test('abstains only where that is offered', () => {
    expect(pathsOf(all, { abstain: true })).toEqual([]);
    expect(pathsOf(firstTwo, { abstain: true })).toEqual(['abstain']);
  });

  test('is read and written as labels, and as places in the columns', () => {
    expect(ranking.labels(firstTwo, order('ec'))).toEqual(['E', 'C']);
    expect(ranking.columns(firstTwo)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(ranking.row(firstTwo, order('ec'))).toEqual(['', '', '2', '', '1']);
    expect(ranking.row(all, { abstain: true })).toEqual(['', '', '']);
  });
});

describe('results', () => {
  test('[RA3] an option without a place has the mean of the places left', () => {
    const [a, , c, , e] = rankedOptions(firstTwo, tallyOf(firstTwo, order('ec'), order('ea')));
    expect(e).toMatchObject({ meanRank: 1, places: [2, 0], placed: 2 });
    expect(c).toMatchObject({ meanRank: (2 + 4) / 2, places: [0, 1], placed: 1 });
    expect(a?.meanRank).toBe((4 + 2) / 2);
  });

  test('[RA3] abstentions count in no average; nobody has none', () => {
    const [a] = rankedOptions(all, tallyOf(all, order('bac'), { abstain: true }));
    expect(a?.meanRank).toBe(2);
    expect(rankedOptions(all, tallyOf(all))[0]).toMatchObject({ meanRank: null, borda: 0 });
  });

  test('[RA4] Borda points are what the contract’s results have beside the places', () => {
    const { options } = ranking.results(all, tallyOf(all, order('abc'), order('acb')), NOBODY_ELSE);
    expect(options[0]).toMatchObject({
      meanRank: 1,
      borda: 4,
      first: 2,
      places: [2, 0, 0],
      count: 2,
      share: null,
    });
    expect(options[1]).toMatchObject({ meanRank: 2.5, borda: 1, first: 0, places: [0, 1, 1] });
  });

  test('[RA5] what is level stands at the same place', () => {
    const inOrder = inRankOrder(rankedOptions(all, tallyOf(all, order('abc'), order('acb'))));
    expect(standings(inOrder)).toEqual([1, 2, 2]);
  });

  test('[RA4] all Borda points come to n × k(k − 1)/2, whatever is left out', () => {
    fc.assert(
      fc.property(fc.array(fc.shuffledSubarray([...'abcde'], { minLength: 2, maxLength: 2 })), (orders) => {
        const ranked = rankedOptions(firstTwo, tallyOf(firstTwo, ...orders.map((each) => ({ order: each }))));
        expect(ranked.reduce((sum, { borda }) => sum + borda, 0)).toBe(orders.length * 10);
      }),
    );
  });

  test('the table has a column for every place', () => {
    const { columns, rows } = ranking.table(firstTwo, tallyOf(firstTwo, order('ec')), NOBODY_ELSE);
    expect(columns.map(({ label }) => label)).toEqual([
      'Average place',
      'Borda points',
      '1st',
      '2nd',
      'Not placed',
    ]);
    expect(rows[4]).toMatchObject({ label: 'E', cells: ['1.0', '4', '1', '0', '0'], bar: 1 });
    expect(rows[0]?.cells).toEqual(['4.0', '1', '0', '0', '1']);
  });
});

describe('the finding', () => {
  const found = (tally: RankingTally, joined: number, spec = all) =>
    ranking.finding(spec, tally, { joined, roomSize: null });

  test('[RA6] comes first when those who have not answered cannot change it', () => {
    const tally = tallyOf(all, ...times(5, 'abc'));
    // a leads by 5 points; each who is missing can take 2 of them back.
    expect(found(tally, 7)).toMatchObject({ kind: 'leads', text: 'A comes first', leaders: ['a'] });
    expect(found(tally, 8)).not.toMatchObject({ kind: 'leads' });
  });

  test('[RA7] comes first among those who answered when it wins against each of the others', () => {
    const tally = tallyOf(all, ...times(9, 'abc'), ...times(9, 'acb'), order('bca'));
    expect(found(tally, 60)).toMatchObject({
      kind: 'leads-among-answered',
      text: 'A comes first among the 19 who answered; 41 have not',
      rule: 'head-to-head',
    });
    expect(found(tally, 60)).toHaveProperty('detail', '18 of 19 put it first. Its average place is 1.1.');
  });

  test('[RA8] says so where another option wins against the best average', () => {
    const tally = tallyOf(all, ...times(65, 'bac'), ...times(35, 'acb'));
    expect(found(tally, 300)).toMatchObject({
      kind: 'describes',
      text: 'A has the best average place, but more put B before it',
      leaders: ['a', 'b'],
    });
  });

  test('[RA9] else it is too close to call, with both averages and the votes between the two', () => {
    const tally = tallyOf(all, ...times(6, 'abc'), ...times(5, 'bac'));
    expect(found(tally, 20)).toMatchObject({
      kind: 'too-close',
      text: 'Too close to call: average places 1.45 and 1.55',
      detail: '6 put A before B, 5 the other way round.',
      leaders: ['a', 'b'],
    });
  });

  test('nobody, and nobody but those who abstain: no sentence', () => {
    expect(found(tallyOf(all), 3)).toMatchObject({ kind: 'none', reason: 'Nobody has answered.' });
    expect(found(tallyOf(all, { abstain: true }), 3)).toMatchObject({ kind: 'none' });
  });
});

describe('[TA2] a tally', () => {
  const anyOrder = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.shuffledSubarray([...'abc'], { minLength: 3 }).map((letters) => ({ order: letters })),
    },
    fc.constant({ abstain: true as const }),
  );

  test('takes away what it added, in any order, also after it was stored', () => {
    fc.assert(
      fc.property(fc.array(anyOrder), fc.array(anyOrder), (stay, go) => {
        let tally = recount(all, [...go, ...stay]);
        for (const answer of go.reverse())
          tally = questionType('ranking').add(JSON.parse(JSON.stringify(tally)), answer, -1);
        expect(tally).toEqual(recount(all, [...stay].reverse()));
      }),
    );
  });
});

test('made-up answers count', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (stream) => {
      const random = () => stream.next().value as number;
      for (const spec of [all, firstTwo])
        expect(ranking.refuses(spec, ranking.pretend(spec, { leans: [1, 0, 0], random }))).toEqual([]);
    }),
  );
});

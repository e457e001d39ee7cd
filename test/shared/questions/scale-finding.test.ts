import { describe, expect, test } from 'vitest';
import type { QuestionSettings, QuestionSpec } from '../../../shared/question.ts';
import { scale } from '../../../shared/questions/scale.ts';
import { recount } from '../../../shared/tally.ts';

const ROOM = { joined: 10, roomSize: null };

function findingOf(counts: Record<number, number>, settings: QuestionSettings = {}) {
  const spec: QuestionSpec = {
    type: 'scale',
    prompt: 'How ready?',
    options: [],
    settings: { min: 1, max: 10, ...settings },
  };
  const answers = Object.entries(counts).flatMap(([value, count]) =>
    Array.from({ length: count }, () => ({ value: Number(value) })),
  );
  return scale.finding(spec, recount(spec, answers) as never, ROOM);
}

describe('[SC7] one number', () => {
  test('the middle half, how many said that, and the average', () =>
    expect(findingOf({ 1: 1, 2: 2, 3: 4, 4: 6, 5: 7, 6: 9, 7: 14, 8: 17, 9: 11, 10: 5 })).toMatchObject({
      kind: 'describes',
      rule: 'middle-half',
      leaders: [],
      text: '47 of 76 say 5 to 8, the average is 6.8',
      detail: 'The middle answer is 7.',
    }));

  test('where the middle half is one number', () =>
    expect(findingOf({ 6: 1, 7: 8, 8: 1 })).toMatchObject({ text: '8 of 10 say 7, the average is 7' }));

  test('the ends of the middle half that nobody could answer are not said', () =>
    expect(findingOf({ 3: 1, 4: 1, 6: 1, 7: 1 })).toMatchObject({
      text: '2 of 4 say 4 to 6, the average is 5',
    }));

  test('one answer is no half of anything', () =>
    expect(findingOf({ 7: 1 })).toMatchObject({ text: 'The one answer is 7' }));

  test('with a unit', () =>
    expect(findingOf({ 20: 4, 30: 4 }, { min: 0, max: 100, unit: '%' })).toMatchObject({
      text: '8 of 8 say 20 to 30\u00a0%, the average is 25\u00a0%',
    }));

  test('many at both ends and few between are two ends, not an average', () =>
    expect(findingOf({ 1: 9, 2: 6, 3: 5, 5: 2, 8: 4, 9: 10, 10: 5 })).toMatchObject({
      rule: 'two-ends',
      text: 'Two ends: 20 of 41 say 3 or less, 19 say 8 or more',
      detail: '2 answers lie between. The average is 5.3.',
    }));

  test('on a short scale an end is one number', () =>
    expect(findingOf({ 1: 20, 3: 3, 5: 18 }, { max: 5 })).toMatchObject({
      text: 'Two ends: 20 of 41 say 1, 18 say 5',
    }));

  test('two numbers alone have nothing between them', () =>
    expect(findingOf({ 1: 20, 2: 20 }, { max: 2 })).toMatchObject({ rule: 'middle-half' }));

  test('as many between as at an end: no two ends', () =>
    expect(findingOf({ 1: 10, 5: 10, 10: 10 })).toMatchObject({ rule: 'middle-half' }));
});

test('[SC7] nobody, or nobody who gave a number: none, with the reason', () => {
  expect(findingOf({})).toMatchObject({ kind: 'none', reason: 'Nobody has answered.' });
  const spec: QuestionSpec = {
    type: 'scale',
    prompt: '?',
    options: [],
    settings: { min: 1, max: 5, abstain: true },
  };
  const tally = recount(spec, [{ abstain: true }]);
  expect(scale.finding(spec, tally as never, ROOM)).toMatchObject({
    kind: 'none',
    reason: 'Nobody gave a number.',
  });
});

describe('[SC8] statements', () => {
  const statements = ['Plan', 'Look back', 'Nobody knows'].map((label, at) => ({ id: `s${at}`, label }));
  const spec: QuestionSpec = {
    type: 'scale',
    prompt: '?',
    options: [],
    settings: { min: 1, max: 5, statements },
  };
  const of = (answers: unknown[]) => scale.finding(spec, recount(spec, answers) as never, ROOM);

  test('the lowest and the highest average; one nobody answered has none', () =>
    expect(of([{ values: { s0: 2, s1: 4 } }, { values: { s0: 3 } }])).toMatchObject({
      rule: 'averages',
      leaders: [],
      text: 'Averages from 2.5 to 4',
      detail: 'Highest: Look back, 4. Lowest: Plan, 2.5.',
    }));

  test('all the same', () =>
    expect(of([{ values: { s0: 2, s1: 2 } }])).toMatchObject({ text: 'Every average is 2' }));
});

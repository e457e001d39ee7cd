import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addOutside, aQuestionToCompare, idOf, type OutsideQuestion } from './outside.ts';
import { startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
let question: OutsideQuestion;
let designer: string;
let marketing: string;
let pointId: string;
beforeAll(async () => {
  rest = await startRest();
});
beforeEach(async () => {
  question = await aQuestionToCompare(rest);
  [designer, marketing] = question.options.map(({ id }) => id) as [string, string];
  const results = ['Designers', 'Market', 'Sales'].map((label) => ({ label, count: 10 }));
  pointId = idOf(await addOutside(rest, question.id, { results }));
});
afterAll(() => rest.close());

const put = (...maps: object[]) => rest.call('PUT', `/questions/${question.id}/alignment`, { maps });
const get = async () => (await rest.call('GET', `/questions/${question.id}/alignment`)).body;
const at = (label: string) => ({ dataPointId: pointId, label });

describe('/questions/:id/alignment', () => {
  test('[AL6] proposes, and decides nothing by itself', async () => {
    expect(await get()).toEqual({
      current: null,
      revisions: [],
      proposals: {
        [pointId]: [
          { from: at('Designers'), to: [designer], as: 'same' },
          { from: at('Market'), to: [], as: 'dropped' },
          { from: at('Sales'), to: [], as: 'dropped' },
        ],
      },
      versionProposals: [],
      undecided: [at('Designers'), at('Market'), at('Sales')],
    });
  });

  test('[AL7] a decision is a revision with who and when; a later one goes over it, and an earlier one can be sent again', async () => {
    const maps = [
      { from: at('Designers'), to: [designer], as: 'same' },
      { from: at('Market'), to: [marketing], as: 'renamed' },
    ];
    const decided = { maps, decidedBy: 'ASKAGAIN_API_TOKEN', decidedAt: '2026-05-04T09:00:00.000Z' };
    expect(await put(...maps)).toMatchObject({ status: 200, body: { ...decided, revision: 1 } });
    expect(await get()).toMatchObject({ current: { revision: 1, maps }, undecided: [at('Sales')] });
    expect((await put()).body).toMatchObject({ revision: 2, maps: [] });
    expect((await put(...maps)).body).toEqual({ ...decided, revision: 3 });
    expect(await get()).toMatchObject({
      current: { revision: 3, maps },
      revisions: [{ revision: 3 }, { revision: 2, maps: [] }, { revision: 1, maps }],
    });
  });

  test.each<[string, () => object[], string]>([
    ['an option that is none', () => [{ from: at('Sales'), to: ['nowhere'], as: 'same' }], 'maps.0.to.0'],
    ['a label that is not there', () => [{ from: at('Nobody'), to: [designer], as: 'same' }], 'maps.0.from'],
    [
      'a result of another question',
      () => [{ from: { dataPointId: 'other', label: 'Sales' }, to: [], as: 'dropped' }],
      'maps.0.from',
    ],
    [
      'an option mapped twice',
      () => [
        { from: at('Sales'), to: [designer], as: 'same' },
        { from: at('sales'), to: [marketing], as: 'same' },
      ],
      'maps.1.from',
    ],
    ['a kind that does not fit', () => [{ from: at('Sales'), to: [designer], as: 'merged' }], 'maps.0.to'],
    ['an unknown kind', () => [{ from: at('Sales'), to: [designer], as: 'like' }], 'maps.0.as'],
    ['an unknown key', () => [{ from: { ...at('Sales'), n: 1 }, to: [], as: 'dropped' }], 'maps.0.from'],
  ])('[AL4] refuses %s, names it, and decides nothing', async (_name, maps, path) => {
    expect(await put(...maps())).toMatchObject({
      status: 422,
      body: { code: 'INVALID', errors: [{ path }] },
    });
    expect(await get()).toMatchObject({ current: null });
  });

  test('[AL5] maps of a result that was taken out are left out, so that what is shown can be sent again', async () => {
    await put({ from: at('Sales'), to: [designer], as: 'renamed' });
    await rest.call('DELETE', `/data-points/${pointId}`);
    expect(await get()).toMatchObject({ current: { revision: 1, maps: [] }, proposals: {}, undecided: [] });
  });

  test('of no question', async () => {
    expect((await rest.call('GET', '/questions/nowhere/alignment')).status).toBe(404);
    expect((await rest.call('PUT', '/questions/nowhere/alignment', { maps: [] })).status).toBe(404);
  });
});

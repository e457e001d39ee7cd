import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addOutside, aQuestionToCompare, fromElsewhere, idOf, type OutsideQuestion } from './outside.ts';
import { aMember, API_TOKEN, aRoom, bearer, singleChoice, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
let question: OutsideQuestion;
beforeAll(async () => {
  rest = await startRest();
});
beforeEach(async () => {
  question = await aQuestionToCompare(rest);
});
afterAll(() => rest.close());

const add = (fields: object = {}) => addOutside(rest, question.id, fields);
const list = async () =>
  ((await rest.call('GET', `/questions/${question.id}/data-points`)).body as { items: object[] }).items;

describe('POST /questions/:id/data-points', () => {
  test('keeps it, and says what it made of it', async () => {
    const added = await add({ when: { date: '2019', precision: 'year' } });
    expect(added).toMatchObject({ status: 201 });
    expect(added.body).toEqual({
      id: expect.stringMatching(/^\w{20}$/) as string,
      questionId: question.id,
      label: 'LPI event',
      when: { date: '2019-01-01', precision: 'year' },
      interim: false,
      audience: 'Leaders of learning',
      audienceTags: [],
      reached: null,
      askedBy: null,
      method: '',
      prompt: null,
      wording: 'unknown',
      optionsOffered: null,
      source: null,
      base: 'cast',
      exactness: 'counts',
      n: 50,
      nLow: null,
      nHigh: null,
      results: [
        { label: 'Designer', count: 30 },
        { label: 'Marketing', count: 20 },
      ],
      imported: null,
      evidence: null,
      createdAt: '2026-05-04T09:00:00.000Z',
      createdBy: 'ASKAGAIN_API_TOKEN',
      warnings: [{ path: 'n', message: 'The counts come to 50: kept as n.' }],
    });
    const { warnings: _told, ...kept } = added.body as { warnings: unknown };
    expect((await rest.call('GET', `/data-points/${idOf(added)}`)).body).toEqual(kept);
    expect(await list()).toEqual([kept]);
  });

  test('keeps every field it takes', async () => {
    const fields = {
      interim: true,
      audienceTags: ['leaders', 'UK'],
      reached: 'open poll on LinkedIn',
      askedBy: 'Donald',
      method: 'LinkedIn poll',
      prompt: 'Who should lead?',
      wording: 'rough',
      optionsOffered: ['Designer', 'Marketing', 'Other'],
      source: { url: 'https://example.org/poll', note: 'read on a phone' },
      base: 'room',
      exactness: 'remembered',
      n: 100,
      nLow: 90,
      nHigh: 110,
      results: [
        { label: 'Designer', optionId: question.options[0]?.id, share: 0.9, shareLow: 0.85, shareHigh: 0.95 },
        { label: 'Marketing', words: 'little support' },
      ],
    };
    expect((await add(fields)).body).toMatchObject({ ...fields, warnings: [] });
  });

  test('lists them oldest first', async () => {
    await add({ label: 'later', when: { date: '2021-06-01', precision: 'day' } });
    await add({ label: 'first', when: { date: '2019', precision: 'year' } });
    expect(await list()).toMatchObject([{ label: 'first' }, { label: 'later' }]);
  });

  const percent = (...shares: number[]) => ({
    exactness: 'percent-of-n',
    n: 50,
    results: shares.map((share, index) => ({ label: `Option ${index}`, share })),
  });
  test.each<[string, object, string]>([
    ['[DP3] a date in the future', { when: { date: '2026-05-05', precision: 'day' } }, 'when.date'],
    ['[DP2] a day that does not exist', { when: { date: '2019-02-30', precision: 'day' } }, 'when.date'],
    ['[DP6] percentages that come to 130', percent(0.9, 0.4), 'results'],
    ['[DP5] more counts than n', { n: 49 }, 'results'],
    ['[DP5] a count above n', { n: 25 }, 'results.0.count'],
    ['[DP5] more counts than the room', { n: 49, base: 'room' }, 'results'],
    ['[DP6] percentages of no n', { ...percent(0.9), n: null }, 'n'],
    [
      '[DP7] n outside its range',
      { ...percent(0.9), exactness: 'percent-of-about-n', nLow: 60, nHigh: 70 },
      'nLow',
    ],
    [
      '[DP9] words with a number',
      { exactness: 'words', results: [{ label: 'A', words: 'few', count: 1 }] },
      'results.0.count',
    ],
    ['[DP1] a percentage that is no share', percent(38), 'results.0.share'],
    ['[DP1] a link that is none', { source: { url: 'javascript:alert(1)' } }, 'source.url'],
    ['[DP1] what is not known here', { colour: 'red' }, ''],
    ['[DP1] no audience', { audience: undefined }, 'audience'],
  ])('refuses %s, names it, and stores nothing', async (_name, fields, path) => {
    expect(await add(fields)).toMatchObject({ status: 422, body: { code: 'INVALID', errors: [{ path }] } });
    expect(await list()).toEqual([]);
  });

  test('[DP4] refuses an option that is mapped twice, or is none of the question', async () => {
    const to = (...ids: (string | undefined)[]) => ({
      results: ids.map((optionId, index) => ({ label: `Option ${index}`, optionId, count: 1 })),
    });
    const id = question.options[0]?.id;
    const refused = (path: string) => ({ status: 422, body: { errors: [{ path }] } });
    expect(await add(to(id, id))).toMatchObject(refused('results.1.optionId'));
    expect(await add(to('elsewhere'))).toMatchObject(refused('results.0.optionId'));
    expect(await add(to(id, undefined))).toMatchObject({ status: 201 });
  });

  test('refuses to keep what belongs to no question', async () => {
    expect((await addOutside(rest, 'nowhere')).status).toBe(404);
    expect((await rest.call('GET', '/questions/nowhere/data-points')).status).toBe(404);
  });

  test('the same Idempotency-Key adds it once', async () => {
    const headers = { ...bearer(API_TOKEN), 'idempotency-key': 'once' };
    const path = `/questions/${question.id}/data-points`;
    const [first, again] = [
      await rest.call('POST', path, fromElsewhere(), headers),
      await rest.call('POST', path, fromElsewhere(), headers),
    ];
    expect(again.body).toEqual(first.body);
    expect(await list()).toHaveLength(1);
  });
});

describe('PATCH /data-points/:id', () => {
  test('changes what is named, checks the whole, keeps who entered it when', async () => {
    const added = await add({ method: 'show of hands' });
    const path = `/data-points/${idOf(added)}`;
    rest.clock.now += 60_000;
    const changed = await rest.call('PATCH', path, { label: 'LPI, London', wording: 'rough', n: 60 });
    expect(changed).toMatchObject({ status: 200, body: { label: 'LPI, London', n: 60, warnings: [] } });
    const { warnings: _first, ...before } = added.body as { warnings: unknown };
    const { warnings: _then, ...after } = changed.body as { warnings: unknown };
    expect(after).toEqual({ ...before, label: 'LPI, London', wording: 'rough', n: 60 });
    expect((await rest.call('GET', path)).body).toEqual(after);
  });

  test('null takes away, and a refused change changes nothing', async () => {
    const added = await add({ method: 'show of hands', source: { note: 'x' } });
    const path = `/data-points/${idOf(added)}`;
    expect((await rest.call('PATCH', path, { method: null, source: null })).body).toMatchObject({
      method: '',
      source: null,
    });
    const before = (await rest.call('GET', path)).body;
    expect(await rest.call('PATCH', path, { label: 'Other', n: 40 })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'results' }] },
    });
    expect(await rest.call('PATCH', path, { createdBy: 'me' })).toMatchObject({ status: 422 });
    expect((await rest.call('GET', path)).body).toEqual(before);
  });
});

test('DELETE takes one out, once', async () => {
  const path = `/data-points/${idOf(await add())}`;
  expect((await rest.call('DELETE', path)).status).toBe(204);
  expect(await list()).toEqual([]);
  for (const method of ['GET', 'DELETE'] as const) expect((await rest.call(method, path)).status).toBe(404);
  expect((await rest.call('PATCH', path, { label: 'x' })).status).toBe(404);
});

test('only organisers see or change them', async () => {
  const { eventId, questionId } = await aRoom(rest, singleChoice());
  const added = await addOutside(rest, questionId);
  const viewer = await aMember(rest, eventId, 'viewer');
  const calls: ['GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT', string][] = [
    ['GET', `/questions/${questionId}/data-points`],
    ['POST', `/questions/${questionId}/data-points`],
    ['GET', `/data-points/${idOf(added)}`],
    ['PATCH', `/data-points/${idOf(added)}`],
    ['DELETE', `/data-points/${idOf(added)}`],
    ['PUT', `/data-points/${idOf(added)}/evidence`],
    ['GET', `/data-points/${idOf(added)}/evidence`],
    ['DELETE', `/data-points/${idOf(added)}/evidence`],
    ['GET', `/questions/${questionId}/alignment`],
    ['PUT', `/questions/${questionId}/alignment`],
  ];
  for (const [method, path] of calls) {
    expect(await rest.call(method, path, undefined, {}), path).toMatchObject({ status: 401 });
    expect(await rest.call(method, path, undefined, viewer), path).toMatchObject({ status: 403 });
  }
});

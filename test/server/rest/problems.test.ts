import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERROR_TITLES } from '../../../shared/error-titles.ts';
import { ERRORS, refusal, Refused, type ErrorCode } from '../../../shared/result.ts';
import { problemOf, refusalOf } from '../../../server/rest/problem.ts';
import { API_TOKEN, answerOf, aRoom, bearer, startRest, type Answer, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

function expectProblem(answer: Answer, status: number, code: ErrorCode): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.body).toMatchObject({
    type: `urn:askagain:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: expect.any(String) as string,
    status,
    code,
  });
}

describe('a problem', () => {
  test.each(Object.keys(ERRORS) as ErrorCode[])('%s stands with its status and a sentence', (code) => {
    expect(problemOf(refusal(code))).toEqual({
      type: expect.stringMatching(/^urn:askagain:problem:[a-z-]+$/) as string,
      title: ERROR_TITLES[code],
      status: ERRORS[code].status,
      code,
    });
  });

  test('names what is wrong with the input, at most twenty things', async () => {
    const answer = await rest.call('POST', '/events', { title: 7, audienceTags: ['x', ''] });
    expectProblem(answer, 422, 'INVALID');
    expect(answer.body).toMatchObject({
      errors: [
        { path: 'title', message: 'This has to be a text.' },
        { path: 'audienceTags.1', message: 'This cannot be empty.' },
      ],
    });
    const { eventId } = await aRoom(rest);
    const order = Array.from({ length: 100 }, () => '');
    const { body } = await rest.call('PATCH', `/events/${eventId}`, { order });
    expect((body as { errors: object[] }).errors).toHaveLength(20);
  });

  test('says nothing of what nobody foresaw', async () => {
    const { list } = rest.store.events;
    rest.store.events.list = () => Promise.reject(new Error('secret detail'));
    const answer = await rest.call('GET', '/events');
    rest.store.events.list = list;
    expectProblem(answer, 500, 'INTERNAL');
    expect(answer.text).not.toContain('secret detail');
    expect(answer.headers['retry-after']).toBe('2');
  });

  test('says when the disk is full', async () => {
    const { create } = rest.store.events;
    rest.store.events.create = () => Promise.reject(new Refused('STORAGE_FULL'));
    expectProblem(await rest.call('POST', '/events', { title: 'x' }), 507, 'STORAGE_FULL');
    rest.store.events.create = create;
  });

  test('is made of whatever is thrown', () => {
    expect(refusalOf(new Refused('BUSY')).code).toBe('BUSY');
    expect(refusalOf({ statusCode: 418 }).code).toBe('BAD_REQUEST');
    expect(refusalOf({ statusCode: 502 }).code).toBe('INTERNAL');
    expect(refusalOf('a text').code).toBe('INTERNAL');
    expect(refusalOf(undefined).code).toBe('INTERNAL');
  });
});

describe('what is not there', () => {
  test.each([
    ['GET', '/nowhere'],
    ['POST', '/events/x/nowhere'],
    ['DELETE', '/events'],
    ['PUT', '/join'],
  ] as const)('%s %s is 404', async (method, path) => {
    expectProblem(await rest.call(method, path), 404, 'NOT_FOUND');
  });

  test('an address that is none is 400', async () => {
    expect(await rest.call('GET', '/events/%E0%A4%A')).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST' },
    });
  });
});

describe('bodies', () => {
  const send = async (payload: string, contentType: string) =>
    answerOf(
      await rest.app.inject({
        method: 'POST',
        url: '/api/v1/events',
        headers: { ...bearer(API_TOKEN), 'content-type': contentType },
        payload,
      }),
    );

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/json'])(
    '%s is not taken',
    async (type) => {
      expectProblem(await send('{"title":"x"}', type), 400, 'BAD_REQUEST');
    },
  );

  test('that are no JSON are 400, other JSON is 422, too much is 413', async () => {
    for (const payload of ['{', '{"title":', 'title', '\u0000']) {
      expectProblem(await send(payload, 'application/json'), 400, 'BAD_REQUEST');
    }
    for (const payload of ['[]', '"x"', '7', 'null', 'true', ''])
      expectProblem(await send(payload, 'application/json'), 422, 'INVALID');
    expectProblem(await send(`{"title":"${'x'.repeat(2 ** 20)}"}`, 'application/json'), 413, 'TOO_LARGE');
  });

  test('with a charset are taken', async () => {
    expect((await send('{"title":"é"}', 'application/json; charset=utf-8')).status).toBe(201);
  });
});

describe('other methods', () => {
  test('HEAD answers like GET, without a body', async () => {
    const head = await rest.app.inject({ method: 'HEAD', url: '/api/v1/events', headers: bearer(API_TOKEN) });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect((await rest.app.inject({ method: 'HEAD', url: '/api/v1/events' })).statusCode).toBe(401);
  });

  test('OPTIONS is not there', async () => {
    const answer = answerOf(await rest.app.inject({ method: 'OPTIONS', url: '/api/v1/events' }));
    expectProblem(answer, 404, 'NOT_FOUND');
  });
});

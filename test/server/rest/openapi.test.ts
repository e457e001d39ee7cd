import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, startRest, type RestApp } from './rest-app.ts';

interface Operation {
  responses?: Record<string, { description?: unknown }>;
  parameters?: { name: string; in: string; required?: boolean }[];
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: object };
}

/** Every call of the contract. */
const CONTRACT = `
POST /events · GET /events · GET /events/{id} · PATCH /events/{id} · DELETE /events/{id}
POST /events/{id}/restore · POST /events/{id}/erase · POST /events/{id}/state · POST /events/{id}/copy
POST /questions · GET /questions · GET /questions/{id} · PATCH /questions/{id}
POST /events/{id}/askings · PATCH /askings/{id} · DELETE /askings/{id}
POST /askings/{id}/open · POST /askings/{id}/close · POST /askings/{id}/show · POST /askings/{id}/hide
PUT /askings/{id}/hands · POST /askings/{id}/timer · POST /events/{id}/step · PUT /events/{id}/stage
GET /askings/{id}/results · GET /events/{id}/export.csv · GET /events/{id}/export.xlsx · GET /events/{id}/export.json
POST /import · POST /questions/{id}/data-points · GET /questions/{id}/comparison · PUT /questions/{id}/alignment
POST /join · PUT /askings/{id}/ballot · GET /events/{id}/posts · POST /events/{id}/posts
PUT /posts/{id}/backing · PATCH /posts/{id} · GET /events/{id}/stream
GET /webhooks · POST /webhooks · DELETE /webhooks`
  .split(/\s*[·\n]\s*/)
  .filter((call) => call !== '');

const NOT_BUILT = ['GET /events/x/stream', 'GET /webhooks', 'POST /webhooks', 'DELETE /webhooks'];

let rest: RestApp;
let document: Document;
beforeAll(async () => {
  rest = await startRest();
  const answer = answerOf(await rest.app.inject({ method: 'GET', url: '/api/openapi.json' }));
  expect(answer.status).toBe(200);
  document = answer.body as Document;
});
afterAll(() => rest.close());

function operations(): [call: string, operation: Operation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
}

describe('/api/openapi.json', () => {
  test('is OpenAPI 3.1, named and versioned', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Askagain', version: '0.0.0' } });
  });

  test.each(CONTRACT)('knows %s', (call) => {
    const [method = '', path] = call.split(' ');
    expect(document.paths[`/api/v1${path}`]).toHaveProperty(method.toLowerCase());
  });

  test('every operation has described responses, and names each part of its path', () => {
    expect(operations().length).toBeGreaterThanOrEqual(CONTRACT.length);
    for (const [call, { responses = {}, parameters = [] }] of operations()) {
      expect(Object.keys(responses), call).not.toEqual([]);
      for (const response of Object.values(responses))
        expect(response.description, call).toBeTypeOf('string');
      const inPath = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
      expect(inPath.toSorted(), call).toEqual(
        [...call.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      );
    }
  });

  test('says of every operation what it answers when all is well, and that it may answer a problem', () => {
    for (const [call, { responses = {} }] of operations()) {
      expect(responses, call).toHaveProperty(['default', 'content', 'application/problem+json', 'schema']);
      if (call.startsWith('DELETE') && !('501' in responses)) expect(responses, call).toHaveProperty('204');
    }
    for (const call of ['POST /api/v1/events/{id}/erase', 'PUT /api/v1/me/password', 'POST /api/v1/sign-out'])
      expect(Object.keys(Object.fromEntries(operations())[call]?.responses ?? {})).toEqual([
        '204',
        'default',
      ]);
  });

  test('has no reference that leads nowhere, and no internal routes', () => {
    const text = JSON.stringify(document);
    expect(text).not.toContain('"$ref":"#/definitions');
    expect(Object.keys(document.paths).every((path) => path.startsWith('/api/v1/'))).toBe(true);
  });

  test('can be read as a page', async () => {
    const page = await rest.app.inject({ method: 'GET', url: '/api' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('/api/v1/askings/{id}/ballot');
  });
});

test.each(NOT_BUILT)('%s says that it is not built, whoever asks', async (call) => {
  const [method, path = ''] = call.split(' ');
  for (const headers of [undefined, {}])
    expect(await rest.call(method as 'GET', path, undefined, headers)).toMatchObject({
      status: 501,
      body: { code: 'NOT_BUILT', status: 501 },
    });
});

import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadComparison } from '../../server/comparisons.ts';
import { addPublicQuestions } from '../../server/public-questions.ts';
import { addSecurityHeaders } from '../../server/security-headers.ts';
import type { QuestionId } from '../../shared/ids.ts';
import { aPhone, aRoom, startRest, type RestApp, type Room } from './rest/rest-app.ts';

let rest: RestApp;
let room: Room;
let app: FastifyInstance;
const load = vi.fn(loadComparison);

beforeEach(async () => {
  rest = await startRest();
  room = await aRoom(rest);
  app = await anApp([]);
  load.mockClear();
});
afterEach(async () => {
  await app.close();
  await rest.close();
});

async function anApp(embedAncestors: string[]): Promise<FastifyInstance> {
  const fastify = Fastify();
  addSecurityHeaders(fastify, false);
  const { store, clock } = rest;
  addPublicQuestions(fastify, { store, now: () => clock.now, pagesFolder: '/nowhere', embedAncestors, load });
  await fastify.ready();
  return fastify;
}

const get = (url: string, on = app) => on.inject({ method: 'GET', url });

async function makePublic(isPublic = true): Promise<void> {
  const question = await rest.store.questions.get(room.questionId as QuestionId);
  if (!question) throw new Error('no question');
  const act = { at: rest.clock.now, by: null, what: 'question:change', eventId: null, detail: {} };
  rest.clock.now += 1;
  await rest.store.questions.save({ ...question, isPublic, updatedAt: rest.clock.now }, act);
}

async function vote(): Promise<void> {
  await rest.call('POST', `/askings/${room.askingId}/open`);
  const phone = await aPhone(rest, room.code);
  const body = { revision: 1, answer: { option: room.optionIds[0] } };
  await rest.call('PUT', `/askings/${room.askingId}/ballot`, body, phone);
}

const act = (what: string) => rest.call('POST', `/askings/${room.askingId}/${what}`);

test('off unless an organiser has said so: then the same answer as for what never was', async () => {
  await vote();
  await act('close');
  const [unknown, notPublic] = [await get('/q/nothing'), await get(`/q/${room.questionId}`)];
  expect(notPublic.statusCode).toBe(404);
  expect(notPublic.body).toBe(unknown.body);
  expect(notPublic.headers['cache-control']).toBe('no-store');
  await makePublic();
  expect((await get(`/q/${room.questionId}`)).statusCode).toBe(200);
  await makePublic(false);
  expect((await get(`/q/${room.questionId}`)).body).toBe(unknown.body);
});

test('sentence, chart, n and method, without a script, kept for a minute', async () => {
  await vote();
  await act('close');
  await act('show');
  await makePublic();
  const { body, headers } = await get(`/q/${room.questionId}`);
  expect(body).toContain('<meta property="og:title" content="Who would you put in charge?"');
  expect(body).toContain('Learning Lounge, 1 phone, counted here');
  expect(body).toContain('>100 (');
  expect(body).toContain('How we know');
  expect(body).not.toContain('<script');
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'public, max-age=60',
    'x-frame-options': 'DENY',
  });
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none';style-src 'sha256-[^']+';.*frame-ancestors 'none'$/,
  );
});

test('no number of a vote that is open, or whose result was never shown', async () => {
  await makePublic();
  await vote();
  const shown = async () => {
    rest.clock.now += 11_000;
    return (await get(`/q/${room.questionId}`)).body;
  };
  expect(await shown()).not.toMatch(/1 phone|100 \(/);
  await act('close');
  await act('hide');
  expect(await shown()).not.toMatch(/1 phone|100 \(/);
  await act('show');
  expect(await shown()).toContain('1 phone');
});

test('however many read it, it is reckoned once in ten seconds', async () => {
  await makePublic();
  await Promise.all(Array.from({ length: 50 }, () => get(`/q/${room.questionId}`)));
  expect(load).toHaveBeenCalledTimes(1);
  rest.clock.now += 9_000;
  await get(`/q/${room.questionId}?embed=1`);
  expect(load).toHaveBeenCalledTimes(1);
  rest.clock.now += 2_000;
  await get(`/q/${room.questionId}`);
  expect(load).toHaveBeenCalledTimes(2);
});

test('what fails is not kept', async () => {
  await makePublic();
  load.mockRejectedValueOnce(new Error('the disk is away'));
  expect((await get(`/q/${room.questionId}`)).statusCode).toBe(500);
  expect((await get(`/q/${room.questionId}`)).statusCode).toBe(200);
});

test('the bare version is framed by those who may, and by nobody else; the whole one never', async () => {
  await makePublic();
  const url = `/q/${room.questionId}`;
  const bare = await get(`${url}?embed=1`);
  expect(bare.headers['x-frame-options']).toBe('DENY');
  expect(bare.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(bare.body).not.toContain('How we know');

  const allowing = await anApp(['https://intranet.example', 'https://b.example']);
  const framed = await get(`${url}?embed=1`, allowing);
  expect(framed.headers['x-frame-options']).toBeUndefined();
  expect(framed.headers['content-security-policy']).toContain(
    'frame-ancestors https://intranet.example https://b.example',
  );
  const whole = await get(url, allowing);
  expect(whole.headers['x-frame-options']).toBe('DENY');
  expect(whole.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  await allowing.close();
});

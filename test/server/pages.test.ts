import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBuiltApp, PAGES, type BuiltApp } from './built-app.ts';
import { API_TOKEN, bearer } from './rest/rest-app.ts';

let built: BuiltApp;
beforeAll(async () => (built = await aBuiltApp()));
afterAll(() => built.close());

function get(url: string, headers: InjectOptions['headers'] = {}): Promise<LightMyRequestResponse> {
  return built.fastify.inject({ method: 'GET', url, headers });
}

const page = (name: string) => readFileSync(join(PAGES, `${name}.html`), 'utf8');
const script = readdirSync(join(PAGES, 'assets')).find((name) => /^vote-.*\.js$/.test(name)) ?? '';

test.each([
  ['/', 'vote'],
  ['/K7M4QX', 'vote'],
  ['/k7m4qx', 'vote'],
  ['/k7m%204qx', 'vote'],
  ['/try', 'vote'],
  ['/present', 'present'],
  ['/present/some-event', 'present'],
  ['/remote/some-event', 'present'],
  ['/organise', 'organise'],
  ['/organise/', 'organise'],
  ['/organise/events/some-event', 'organise'],
])('%s is the page “%s”, kept by nobody without asking', async (url, name) => {
  const response = await get(url);
  expect(response.statusCode).toBe(200);
  expect(response.body).toBe(page(name));
  expect(response.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
  });
});

test('a page that has not changed is not sent again; the ETag is of its content', async () => {
  const [vote, present] = await Promise.all([get('/'), get('/present')]);
  const { etag } = vote.headers;
  expect(etag).not.toBe(present.headers.etag);
  const again = await get('/K7M4QX', { 'if-none-match': `"other", ${String(etag)}` });
  expect(again.statusCode).toBe(304);
  expect(again.body).toBe('');
  expect((await get('/present', { 'if-none-match': String(etag) })).statusCode).toBe(200);
});

test('HEAD is GET without its body', async () => {
  for (const url of ['/', '/organise', `/assets/${script}`, '/healthz']) {
    const { statusCode, body } = await built.fastify.inject({ method: 'HEAD', url });
    expect([url, statusCode, body]).toEqual([url, 200, '']);
  }
});

describe.each([
  ['/', 'text/html; charset=utf-8', join(PAGES, 'vote.html')],
  [`/assets/${script}`, /^(text|application)\/javascript; charset=utf-8$/, join(PAGES, 'assets', script)],
])('%s', (url, type, file) => {
  test.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['deflate', undefined, (bytes: Buffer) => bytes],
    ['', undefined, (bytes: Buffer) => bytes],
  ])('to who accepts “%s” goes out as %s', async (accepted, encoding, unpack) => {
    const { headers, rawPayload } = await get(url, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toMatch(type);
    expect(headers.vary).toContain('accept-encoding');
    expect(unpack(rawPayload).equals(readFileSync(file))).toBe(true);
  });
});

test('what carries a hash in its name may be kept for good, the rest is asked for again', async () => {
  expect((await get(`/assets/${script}`)).headers['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  );
  expect((await get('/favicon.svg')).headers['cache-control']).toBe('no-cache');
});

test('on plain HTTP nothing is promised that a network without TLS cannot keep', async () => {
  const { headers } = await get('/', { host: 'ask.local:3000' });
  expect(headers['content-security-policy']?.toString().split(';')).toEqual([
    "default-src 'self'",
    "base-uri 'none'",
    "connect-src 'self' ws://ask.local:3000 wss://ask.local:3000",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
  ]);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'SAMEORIGIN',
  });
  expect(Object.keys(headers)).not.toContain('strict-transport-security');
  expect(Object.keys(headers)).not.toContain('cross-origin-opener-policy');
});

test('a Host that is none does not get into the policy', async () => {
  const { headers } = await get('/', { host: "x; script-src 'unsafe-inline'" });
  expect(String(headers['content-security-policy'])).not.toContain('unsafe');
});

test.each(['vote', 'present', 'organise'])('%s.html needs nothing the policy forbids', (name) => {
  const html = page(name);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
  for (const [tag, inside] of html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) {
    expect(tag).toContain('src="/assets/');
    expect(inside).toBe('');
  }
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
});

describe('what is not there', () => {
  test.each([
    '/nope/nope',
    '/robots.txt',
    '/organise.html',
    '/vote.html',
    '/assets/none.js',
    '/api/v1/nope',
    '/api/nope',
    '/healthz/x',
    '/package.json',
  ])('%s: 404, as a problem', async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  test.each([
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/assets/%2e%2e%2f%2e%2e%2fserver/main.js',
    '//etc/passwd',
    '/assets//../vote.html',
    '/%00',
    '/%ff',
    '/assets/%',
  ])('%s leads out of nothing', async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode === 200 ? body : '').not.toMatch(/"dependencies"|root:|runCli/);
    if (statusCode === 200) expect(body).toBe(page('vote'));
    else expect([400, 403, 404]).toContain(statusCode);
  });

  test('embeds are not built yet', async () => {
    const response = await get('/embed/some-event/results');
    expect(response.statusCode).toBe(501);
    expect(response.json()).toMatchObject({ code: 'NOT_BUILT' });
  });
});

describe('for machines', () => {
  test('/healthz and /readyz answer', async () => {
    expect((await get('/healthz')).json()).toEqual({ ok: true });
    expect((await get('/readyz')).json()).toEqual({ ok: true });
  });

  test('/readyz says 503 until the start is done', async () => {
    const starting = await aBuiltApp({}, () => false);
    const response = await starting.fastify.inject('/readyz');
    expect(response.statusCode).toBe(503);
    expect((await starting.fastify.inject('/healthz')).statusCode).toBe(200);
    await starting.close();
  });

  test('/metrics takes an owner’s token, and tells numbers only', async () => {
    expect((await get('/metrics')).statusCode).toBe(401);
    expect((await get('/metrics', bearer('a'.repeat(22)))).statusCode).toBe(403);
    const response = await get('/metrics', bearer(API_TOKEN));
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toMatch(/^text\/plain; version=/);
    expect(response.body).toContain('\naskagain_connections 0\n');
  });

  test('/api is the reference, /api/openapi.json its source', async () => {
    const reference = await get('/api');
    expect(reference.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reference.body).toContain('/api/v1/join');
    expect(reference.body).not.toMatch(/<script|<style|\sstyle=/);
    expect((await get('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
  });
});

import type { LightMyRequestResponse } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { isSafeForConsole } from '../../server/identity/console-line.ts';
import { aBuiltApp, type BuiltApp } from './built-app.ts';

const ELSEWHERE = '203.0.113.7';
const PROXY = '10.0.0.2';

/** One server for all that ask under the same settings. */
const built = new Map<string, Promise<BuiltApp>>();
afterAll(async () => {
  for (const app of built.values()) await (await app).close();
});

function appWith(env: NodeJS.ProcessEnv): Promise<BuiltApp> {
  const key = JSON.stringify(env);
  const app = built.get(key) ?? aBuiltApp(env);
  built.set(key, app);
  return app;
}

/** Asks for the console from an address, over what came before the server. */
async function askForConsole(
  remoteAddress: string,
  headers: Record<string, string> = {},
  env: NodeJS.ProcessEnv = {},
): Promise<LightMyRequestResponse> {
  const { fastify } = await appWith(env);
  return fastify.inject({ method: 'GET', url: '/organise/people', remoteAddress, headers });
}

function expectRefusal(response: LightMyRequestResponse): void {
  expect(response.statusCode).toBe(403);
  expect(response.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  for (const way of ['on this machine only', 'TLS_CERT_FILE', 'TRUST_PROXY', 'ALLOW_INSECURE_CONSOLE=1'])
    expect(response.body).toContain(way);
  expect(response.body).not.toContain('<script');
}

describe('without TLS', () => {
  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'the console answers on this machine (%s)',
    async (from) => {
      expect((await askForConsole(from)).statusCode).toBe(200);
    },
  );

  test.each([ELSEWHERE, '192.168.1.9', '::ffff:192.168.1.9', 'fe80::1', '10.127.0.1'])(
    'it is refused to %s, with what would change that',
    async (from) => expectRefusal(await askForConsole(from)),
  );

  test('saying that one comes from this machine, or over TLS, does not help', async () => {
    const claims = { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https', host: 'localhost' };
    expectRefusal(await askForConsole(ELSEWHERE, claims));
  });

  test('phones and screens are let in from anywhere', async () => {
    const { fastify } = await appWith({});
    for (const url of ['/', '/K7M4QX', '/present', '/present/x', '/remote/x']) {
      const { statusCode } = await fastify.inject({ method: 'GET', url, remoteAddress: ELSEWHERE });
      expect([url, statusCode]).toEqual([url, 200]);
    }
  });

  test('ALLOW_INSECURE_CONSOLE=1 opens it', async () => {
    const env = { ALLOW_INSECURE_CONSOLE: '1' };
    expect((await askForConsole(ELSEWHERE, {}, env)).statusCode).toBe(200);
  });
});

test('what comes from the very address it came in by is of this machine, unless it was forwarded', () => {
  const line = { isTls: false, address: '192.168.1.5', ownAddress: '192.168.1.5', isForwarded: false };
  expect(isSafeForConsole(line)).toBe(true);
  expect(isSafeForConsole({ ...line, isForwarded: true })).toBe(false);
  expect(isSafeForConsole({ ...line, address: '192.168.1.6' })).toBe(false);
  expect(isSafeForConsole({ ...line, ownAddress: undefined })).toBe(false);
});

describe('behind a proxy', () => {
  const overTls = { 'x-forwarded-for': ELSEWHERE, 'x-forwarded-proto': 'https' };
  const plain = { 'x-forwarded-for': ELSEWHERE, 'x-forwarded-proto': 'http' };

  test('one that nobody trusts does not make a request local: it is refused', async () => {
    expectRefusal(await askForConsole('127.0.0.1', overTls));
    expectRefusal(await askForConsole('127.0.0.1', { forwarded: `for=${ELSEWHERE};proto=https` }));
  });

  test('a trusted one vouches for TLS', async () => {
    const response = await askForConsole(PROXY, overTls, { TRUST_PROXY: '10.0.0.0/8' });
    expect(response.statusCode).toBe(200);
  });

  test('a trusted one on this machine too', async () => {
    const response = await askForConsole('127.0.0.1', overTls, { TRUST_PROXY: '127.0.0.1' });
    expect(response.statusCode).toBe(200);
  });

  test('a trusted one that was reached over plain HTTP tells so: refused', async () => {
    expectRefusal(await askForConsole(PROXY, plain, { TRUST_PROXY: PROXY }));
    expectRefusal(await askForConsole('127.0.0.1', plain, { TRUST_PROXY: '127.0.0.1' }));
  });

  test('what a client put before it does not count', async () => {
    const spoofed = { 'x-forwarded-for': `127.0.0.1, ${ELSEWHERE}`, 'x-forwarded-proto': 'https, http' };
    expectRefusal(await askForConsole(PROXY, spoofed, { TRUST_PROXY: PROXY }));
  });

  test('another address than the trusted one is not believed', async () => {
    expectRefusal(await askForConsole('10.0.0.3', overTls, { TRUST_PROXY: PROXY }));
  });
});

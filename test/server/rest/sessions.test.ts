import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSession, OWN_ORIGIN, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

const fromPage = { origin: OWN_ORIGIN };

async function aCookie(name: string): Promise<string> {
  const { body } = await rest.call('POST', '/invites', { role: 'organiser' });
  return (await aSession(rest, (body as { link: string }).link, name))['cookie'] ?? '';
}

describe('a session', () => {
  const write = (headers: Record<string, string>) =>
    rest.call('POST', '/events', { title: 'By cookie' }, headers);
  let cookie: string;
  beforeAll(async () => {
    cookie = await aCookie('Margaret');
  });

  test('changes things from our own pages, by host or by public address', async () => {
    expect((await write({ cookie, origin: OWN_ORIGIN })).status).toBe(201);
    expect((await write({ cookie, origin: rest.reach.url() })).status).toBe(201);
  });

  test.each([
    {},
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site' },
  ])('never changes anything without an Origin: %j', async (more) => {
    expect([401, 403]).toContain((await write({ cookie, ...more })).status);
  });

  test.each(['https://evil.example', 'null', 'http://localhost:81', 'not an origin'])(
    'from %s nothing is changed and nothing read, whatever else is sent',
    async (origin) => {
      expect(await write({ cookie, origin })).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
      const { token } = (await rest.call('POST', '/tokens', { name: 'x', role: 'owner' })).body as {
        token: string;
      };
      expect((await write({ authorization: `Bearer ${token}`, origin })).status).toBe(403);
      expect((await rest.call('GET', '/events', undefined, { cookie, origin })).status).toBe(401);
      expect((await rest.call('POST', '/sign-in', { name: 'x', password: 'y' }, { origin })).status).toBe(
        403,
      );
    },
  );

  test('no page of another address is given leave to read', async () => {
    const { headers } = await rest.call('GET', '/me', undefined, { cookie, origin: 'https://evil.example' });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    const preflight = await rest.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/events',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.statusCode).toBeGreaterThanOrEqual(400);
    expect(preflight.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('ends with sign-out, and after thirty days', async () => {
    const headers = { cookie, ...fromPage };
    const out = await rest.call('POST', '/sign-out', undefined, headers);
    expect(out.status).toBe(204);
    expect(out.headers['set-cookie']).toContain('Max-Age=0');
    expect((await rest.call('GET', '/me', undefined, headers)).status).toBe(401);
    const next = { cookie: await aCookie('Barbara'), ...fromPage };
    rest.clock.now += 30 * 86_400_000 + 1;
    expect((await rest.call('GET', '/me', undefined, next)).status).toBe(401);
  });
});

describe('without TLS', () => {
  const fromAfar = { remoteAddress: '192.168.1.20' };

  test('a session counts on this machine only, and the answer says how to change that', async () => {
    const cookie = await aCookie('Radia');
    const me = { method: 'GET', url: '/api/v1/me', headers: { cookie } } as const;
    expect((await rest.app.inject(me)).statusCode).toBe(200);
    expect((await rest.app.inject({ ...me, ...fromAfar })).statusCode).toBe(401);
    expect(
      (await rest.app.inject({ ...me, headers: { cookie, 'x-forwarded-for': '127.0.0.1' } })).statusCode,
    ).toBe(401);
    const refused = await rest.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { token: 'any', name: 'Afar' },
      ...fromAfar,
    });
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({
      title: expect.stringContaining('ALLOW_INSECURE_CONSOLE') as string,
    });
  });

  test('ALLOW_INSECURE_CONSOLE lets sessions in from everywhere', async () => {
    const open = await startRest({ allowInsecureConsole: true });
    const token = (await open.identity.newSignInLink()).split('=')[1];
    const answer = await open.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { token },
      ...fromAfar,
    });
    expect(answer.statusCode).toBe(200);
    await open.close();
  });
});

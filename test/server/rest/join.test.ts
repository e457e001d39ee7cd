import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerOf, aRoom, bearer, startRest, type Answer, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(() => {
  rest.clock.now += 3_600_000;
});

const join = (code: unknown, more: object = {}): Promise<Answer> =>
  rest.call('POST', '/join', { code, ...more }, {});

async function joinFrom(remoteAddress: string, code: string): Promise<Answer> {
  const request = { method: 'POST', url: '/api/v1/join', payload: { code }, remoteAddress } as const;
  return answerOf(await rest.app.inject(request));
}

describe('POST /join', () => {
  test('turns a code, however it is typed, into a token of 128 bits', async () => {
    const { eventId, code } = await aRoom(rest);
    const typed = [
      code,
      code.toLowerCase(),
      `${code.slice(0, 3)} ${code.slice(3)}`,
      ` ${code.slice(0, 3)}-${code.slice(3)} `,
    ];
    const tokens = new Set<string>();
    for (const text of typed) {
      const joined = await join(text);
      expect(joined).toMatchObject({
        status: 200,
        body: { eventId, event: { id: eventId, title: 'Learning Lounge', code } },
      });
      tokens.add((joined.body as { voterToken: string }).voterToken);
    }
    expect(tokens.size).toBe(4);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{22}$/);
  });

  test('keeps the secret a phone brings, and knows the phone again', async () => {
    const { code, askingId } = await aRoom(rest);
    await rest.call('POST', `/askings/${askingId}/open`, {});
    const secret = 'AAAAAAAAAAAAAAAAAAAAAA';
    for (let n = 0; n < 3; n += 1)
      expect((await join(code, { secret })).body).toMatchObject({ voterToken: secret });
    expect((await rest.call('GET', `/askings/${askingId}`)).body).toMatchObject({ joined: 1 });
    expect(await join(code, { secret: 'short' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'secret' }] },
    });
    expect((await rest.call('GET', `/askings/${askingId}/ballot`, undefined, bearer(secret))).status).toBe(
      404,
    );
  });

  test('[LE2] unknown, ended, private and binned codes get one answer', async () => {
    const [ended, hidden, binned] = [await aRoom(rest), await aRoom(rest), await aRoom(rest)];
    await rest.call('POST', `/events/${ended.eventId}/state`, { state: 'live' });
    await rest.call('POST', `/events/${ended.eventId}/state`, { state: 'ended' });
    await rest.call('PATCH', `/events/${hidden.eventId}`, { isPrivate: true });
    await rest.call('DELETE', `/events/${binned.eventId}`);
    for (const code of [ended.code, hidden.code, binned.code, 'K7M4QX']) {
      const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
      const answer = await join(code.toLowerCase());
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({
        type: 'urn:askagain:problem:not-found',
        title: `No event is open under ${spaced}.`,
        status: 404,
        code: 'NOT_FOUND',
      });
    }
  });

  test.each(['', 'O0O0O0', 'ABC', 'ABCDEFGH', '<b>hi</b>', '😀😀😀'])(
    'no code at all, “%s”, is 404 too',
    async (code) => {
      expect((await join(code)).status).toBe(404);
    },
  );

  test.each([[undefined], [7], [null], [['K7M4QX']], ['x'.repeat(41)]])('refuses %j', async (code) => {
    expect(await join(code)).toMatchObject({ status: 422, body: { errors: [{ path: 'code' }] } });
  });

  test('after 25 wrong codes an address waits; what was joined from there before still works', async () => {
    const [here, elsewhere] = [await aRoom(rest), await aRoom(rest)];
    expect((await joinFrom('10.0.0.1', here.code)).status).toBe(200);
    for (let n = 0; n < 25; n += 1) expect((await joinFrom('10.0.0.1', wrongCode(n))).status).toBe(404);
    expect(await joinFrom('10.0.0.1', wrongCode(25))).toMatchObject({
      status: 429,
      body: { code: 'RATE_LIMITED' },
      headers: { 'retry-after': '2' },
    });
    for (let n = 0; n < 60; n += 1) expect((await joinFrom('10.0.0.1', here.code)).status).toBe(200);
    expect((await joinFrom('10.0.0.2', wrongCode(26))).status).toBe(404);
    expect((await joinFrom('10.0.0.2', elsewhere.code)).status).toBe(200);
    rest.clock.now += 10 * 60_000;
    expect((await joinFrom('10.0.0.1', wrongCode(27))).status).toBe(404);
  });

  test('over its budget an address is not told which codes are right', async () => {
    const { code } = await aRoom(rest);
    for (let n = 0; n < 25; n += 1) await joinFrom('10.3.0.1', wrongCode(n));
    const [right, wrong] = [await joinFrom('10.3.0.1', code), await joinFrom('10.3.0.1', wrongCode(25))];
    expect(right.status).toBe(429);
    expect(right.body).toEqual(wrong.body);
  });

  test('all addresses of one IPv6 network have one budget', async () => {
    const { code } = await aRoom(rest);
    for (let n = 0; n < 25; n += 1) await joinFrom(`2001:db8:7:1::${n.toString(16)}`, wrongCode(n));
    expect((await joinFrom('2001:db8:7:1:9:9:9:9', code)).status).toBe(429);
    expect((await joinFrom('2001:db8:7:2::1', code)).status).toBe(200);
  });

  test('a room in which everybody types the same old code is not kept out', async () => {
    const { code } = await aRoom(rest);
    for (let n = 0; n < 60; n += 1) expect((await joinFrom('10.4.0.1', wrongCode(0))).status).toBe(404);
    expect((await joinFrom('10.4.0.1', code)).status).toBe(200);
  });

  test('too many wrong codes in all: every address has three tries, then waits', async () => {
    const [{ code }, joinedBefore] = [await aRoom(rest), await aRoom(rest)];
    expect((await joinFrom('10.2.0.1', joinedBefore.code)).status).toBe(200);
    for (let n = 0; n < 2000; n += 1) await joinFrom(`10.1.${n >> 8}.${n & 255}`, wrongCode(n));
    for (let n = 0; n < 3; n += 1) expect((await joinFrom('10.2.0.1', wrongCode(n))).status).toBe(404);
    expect((await joinFrom('10.2.0.1', code)).status).toBe(429);
    expect((await joinFrom('10.2.0.1', joinedBefore.code)).status).toBe(200);
    expect((await joinFrom('10.2.0.2', code)).status).toBe(200);
  });
});

/** Codes of no event, all different. */
function wrongCode(n: number): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const [a, b] = [Math.floor(n / letters.length), n % letters.length];
  return `ZZ${letters[Math.floor(a / letters.length)]}Z${letters[a % letters.length]}${letters[b]}`;
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aRoom, aSession, OWN_ORIGIN, startRest, type Answer, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

const PASSWORD = 'correct horse battery';
const fromPage = { origin: OWN_ORIGIN };

async function invite(role: 'owner' | 'organiser' = 'organiser'): Promise<string> {
  const { body } = await rest.call('POST', '/invites', { role });
  return tokenOf((body as { link: string }).link);
}

function tokenOf(link: string): string {
  return link.split('=')[1] ?? '';
}

function signIn(body: object, headers: Record<string, string> = fromPage): Promise<Answer> {
  return rest.call('POST', '/sign-in', body, headers);
}

function sessionOf({ headers }: Answer): Record<string, string> {
  return { cookie: String(headers['set-cookie']).split(';')[0] ?? '', ...fromPage };
}

describe('an invite', () => {
  test('makes the person, once, with a session of their own', async () => {
    const token = await invite();
    const answer = await signIn({ token, name: ' Ada ' });
    expect(answer).toMatchObject({
      status: 200,
      body: { user: { name: 'Ada', role: 'organiser', hasPassword: false } },
    });
    expect(answer.headers['set-cookie']).toMatch(
      /^askagain_session=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    );
    const session = sessionOf(answer);
    expect((await rest.call('GET', '/me', undefined, session)).body).toEqual(answer.body);
    expect(await signIn({ token, name: 'Grace' })).toMatchObject({
      status: 401,
      body: { code: 'UNAUTHENTICATED' },
    });
  });

  test('asks for a name, and for another one when it is taken; it works again then', async () => {
    const token = await invite();
    expect(await signIn({ token })).toMatchObject({ status: 422, body: { errors: [{ path: 'name' }] } });
    await signIn({ token: await invite(), name: 'Taken' });
    expect(await signIn({ token, name: 'taken' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'name' }] },
    });
    expect((await signIn({ token, name: 'Free' })).status).toBe(200);
  });

  test('without a link nobody learns which names are taken', async () => {
    await signIn({ token: await invite(), name: 'Known' });
    const [known, unknown] = await Promise.all(
      ['Known', 'Unknown'].map((name) => signIn({ token: 'no-such-link', name })),
    );
    expect(known?.status).toBe(401);
    expect(known?.text).toBe(unknown?.text);
  });

  test('is over after a week', async () => {
    const token = await invite();
    rest.clock.now += 7 * 86_400_000 + 1;
    expect((await signIn({ token, name: 'Late' })).status).toBe(401);
  });

  test('to an event gives its part in it, and to no unknown event', async () => {
    const { eventId } = await aRoom(rest);
    const made = await rest.call('POST', '/invites', { role: 'member', eventId, eventRole: 'presenter' });
    expect(made).toMatchObject({ status: 201 });
    const session = await aSession(rest, (made.body as { link: string }).link, 'Pat');
    expect(await rest.call('GET', `/events/${eventId}`, undefined, session)).toMatchObject({
      status: 200,
      body: { may: ['watch', 'step', 'read', 'run'] },
    });
    const { body } = await rest.call('GET', `/events/${eventId}/members`);
    const [member] = (body as { items: { user: { id: string; name: string }; role: string }[] }).items;
    expect(member).toMatchObject({ user: { name: 'Pat' }, role: 'presenter' });
    const path = `/events/${eventId}/members/${member?.user.id}`;
    expect((await rest.call('PUT', path, { role: null })).status).toBe(204);
    expect((await rest.call('GET', `/events/${eventId}`, undefined, session)).status).toBe(403);
    expect((await rest.call('PUT', `/events/${eventId}/members/nobody`, { role: 'viewer' })).status).toBe(
      404,
    );
    expect(
      await rest.call('POST', '/invites', { role: 'member', eventId: 'none', eventRole: 'viewer' }),
    ).toMatchObject({ status: 422, body: { errors: [{ path: 'eventId' }] } });
    expect(await rest.call('POST', '/invites', { role: 'member', eventId })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'eventRole' }] },
    });
  });
});

describe('the owner’s link', () => {
  test('works once and always leads to the same owner', async () => {
    const [first, second] = [await rest.identity.newSignInLink(), await rest.identity.newSignInLink()];
    expect(first).toMatch(/^\/organise#sign-in=[\w-]{32}$/);
    const answers = [await signIn({ token: tokenOf(first) }), await signIn({ token: tokenOf(second) })];
    expect(answers[0]?.body).toMatchObject({ user: { role: 'owner' } });
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await signIn({ token: tokenOf(first) })).status).toBe(401);
  });
});

describe('a password', () => {
  let session: Record<string, string>;
  let id: string;
  beforeAll(async () => {
    const answer = await signIn({ token: await invite(), name: 'Hedy' });
    ({ id } = (answer.body as { user: { id: string } }).user);
    session = sessionOf(answer);
    expect((await rest.call('PUT', '/me/password', { password: PASSWORD }, session)).status).toBe(204);
  });

  test('lets in under the name, however it is written; a wrong one and an unknown name look alike', async () => {
    expect((await signIn({ name: ' hedy ', password: PASSWORD })).status).toBe(200);
    const [wrong, unknown] = [
      await signIn({ name: 'Hedy', password: 'wrong wrong wrong' }),
      await signIn({ name: 'Nobody', password: 'wrong wrong wrong' }),
    ];
    expect(wrong.status).toBe(401);
    expect(wrong.text).toBe(unknown.text);
  });

  test('is changed with the one before, ends the other sessions and keeps this one', async () => {
    const other = sessionOf(await signIn({ name: 'Hedy', password: PASSWORD }));
    const change = (body: object) => rest.call('PUT', '/me/password', body, session);
    expect(await change({ password: 'another long one' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'current' }] },
    });
    expect(await change({ password: 'short', current: PASSWORD })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'password' }] },
    });
    expect((await change({ password: `${PASSWORD}!`, current: PASSWORD })).status).toBe(204);
    expect((await rest.call('GET', '/me', undefined, session)).status).toBe(200);
    expect((await rest.call('GET', '/me', undefined, other)).status).toBe(401);
    expect((await change({ password: PASSWORD, current: `${PASSWORD}!` })).status).toBe(204);
  });

  test('that is right is not counted as a try', async () => {
    for (let n = 0; n < 12; n += 1)
      expect((await signIn({ name: 'Hedy', password: PASSWORD })).status).toBe(200);
  });

  test('a reset takes it away, ends all sessions, and lets in', async () => {
    const made = await rest.call('POST', `/users/${id}/reset`);
    expect(made.status).toBe(201);
    const answer = await signIn({ token: tokenOf((made.body as { link: string }).link) });
    expect(answer).toMatchObject({ status: 200, body: { user: { id, hasPassword: false } } });
    expect((await rest.call('GET', '/me', undefined, session)).status).toBe(401);
    expect((await signIn({ name: 'Hedy', password: PASSWORD })).status).toBe(401);
    expect((await rest.call('POST', '/users/nobody/reset')).status).toBe(404);
  });

  test('is tried ten times in a quarter of an hour, also when all tries come at once', async () => {
    await signIn({ token: await invite(), name: 'Joan' });
    const statuses = (
      await Promise.all(
        Array.from({ length: 14 }, (_, n) => signIn({ name: 'Joan', password: `wrong number ${n}` })),
      )
    ).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    rest.clock.now += 15 * 60_000;
    expect((await signIn({ name: 'Joan', password: 'wrong again, but' })).status).toBe(401);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aMember,
  aPhone,
  aRoom,
  aScreen,
  startRest,
  type Answer,
  type Method,
  type RestApp,
  type Room,
} from './rest-app.ts';

type Route = [method: Method, path: string, body?: object];

/** Routes for those who organise this machine: nobody with less gets in, whatever they hold. */
const MACHINE: Route[] = [
  ['POST', '/events', { title: 'Mine' }],
  ['GET', '/questions'],
  ['POST', '/questions', { type: 'single', prompt: '?', options: [{ label: 'A' }, { label: 'B' }] }],
  ['GET', '/questions/QUESTION'],
  ['PATCH', '/questions/QUESTION', { prompt: 'Other' }],
  ['GET', '/users'],
  ['POST', '/invites', { role: 'owner' }],
  ['POST', '/users/SOMEBODY/reset'],
  ['GET', '/tokens'],
  ['POST', '/tokens', { name: 'Mine', role: 'owner' }],
  ['DELETE', '/tokens/ANY'],
  ['PUT', '/reach', { url: null }],
  ['GET', '/machine'],
  ['GET', '/backup'],
  ['POST', '/import', { format: 'askagain-event' }],
];

/** Routes of one event for those who prepare or run it: not for viewers, screens that watch, or phones. */
const EVENT: Route[] = [
  ['PATCH', '/events/EVENT', { title: 'Mine' }],
  ['DELETE', '/events/EVENT'],
  ['POST', '/events/EVENT/restore'],
  ['POST', '/events/EVENT/erase', { title: 'Learning Lounge' }],
  ['POST', '/events/EVENT/state', { state: 'live' }],
  ['POST', '/events/EVENT/copy', {}],
  ['POST', '/events/EVENT/askings', { questionId: 'QUESTION' }],
  ['POST', '/events/EVENT/step', { press: 'next', version: 1 }],
  ['PUT', '/events/EVENT/stage', { view: 'lobby' }],
  ['GET', '/events/EVENT/log'],
  ['GET', '/events/EVENT/members'],
  ['PUT', '/events/EVENT/members/SOMEBODY', { role: null }],
  ['GET', '/events/EVENT/screens'],
  ['POST', '/events/EVENT/screens', { may: 'present', label: 'Mine' }],
  ['DELETE', '/screens/SCREEN'],
  ['POST', '/events/EVENT/pairings', { code: 'ABCD' }],
  ['PATCH', '/askings/ASKING', { settings: { changeAllowed: false } }],
  ['DELETE', '/askings/ASKING'],
  ['POST', '/askings/ASKING/open', {}],
  ['POST', '/askings/ASKING/close', {}],
  ['POST', '/askings/ASKING/show', {}],
  ['POST', '/askings/ASKING/hide', {}],
  ['POST', '/askings/ASKING/timer', { stop: true }],
  ['PATCH', '/askings/ASKING/texts', { text: 'x', shown: true }],
  ['PATCH', '/posts/POST', { state: 'hidden' }],
  ['POST', '/events/EVENT/stops', { kind: 'wall' }],
  ['DELETE', '/events/EVENT/stops/wall'],
];

/** Also closed to a screen and a phone, open to a viewer. */
const READING: Route[] = [
  ['GET', '/events/EVENT'],
  ['GET', '/events/EVENT/export.csv'],
  ['GET', '/events/EVENT/export.xlsx'],
  ['GET', '/events/EVENT/export.json'],
  ['GET', '/events/EVENT/posts.csv'],
  ['GET', '/askings/ASKING'],
];

let rest: RestApp;
let room: Room;
let screenId: string;
let postId: string;
let callers: Record<'nobody' | 'phone' | 'watching screen' | 'viewer' | 'stranger', Record<string, string>>;

beforeAll(async () => {
  rest = await startRest();
  room = await aRoom(rest);
  const other = await aRoom(rest);
  const screen = await aScreen(rest, room.eventId, 'watch');
  screenId = screen.id;
  callers = {
    nobody: {},
    phone: await aPhone(rest, room.code),
    'watching screen': screen,
    viewer: await aMember(rest, room.eventId, 'viewer'),
    stranger: await aMember(rest, other.eventId, 'presenter'),
  };
  const asked = await rest.call('POST', `/events/${room.eventId}/posts`, { text: 'Why?' }, callers.phone);
  postId = (asked.body as { id: string }).id;
});
afterAll(() => rest.close());

function pathOf(path: string, exists: boolean): string {
  const ids = {
    EVENT: room.eventId,
    ASKING: room.askingId,
    QUESTION: room.questionId,
    SCREEN: screenId,
    POST: postId,
  };
  return path.replace(/EVENT|ASKING|QUESTION|SCREEN|POST/, (noun) =>
    exists ? ids[noun as keyof typeof ids] : 'abcdefghjkmnpqrstvwx',
  );
}

function call([method, path, body]: Route, caller: keyof typeof callers, exists: boolean): Promise<Answer> {
  return rest.call(method, pathOf(path, exists), body, callers[caller]);
}

describe.each([...MACHINE, ...EVENT, ...READING])('%s %s', (...route) => {
  test('answers 401 to nobody, the same whether it exists', async () => {
    const [here, nowhere] = [await call(route, 'nobody', true), await call(route, 'nobody', false)];
    expect(here.status).toBe(401);
    expect(here.text).toBe(nowhere.text);
    expect(here.body).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test.each(['phone', 'stranger'] as const)(
    'answers 403 to a %s, the same whether it exists',
    async (caller) => {
      const [here, nowhere] = [await call(route, caller, true), await call(route, caller, false)];
      expect(here.status).toBe(403);
      expect(here.text).toBe(nowhere.text);
    },
  );
});

describe.each([...MACHINE, ...EVENT])('%s %s', (...route) => {
  test.each(['watching screen', 'viewer'] as const)('answers 403 to a %s', async (caller) => {
    expect((await call(route, caller, true)).status).toBe(403);
    expect((await call(route, caller, false)).status).toBe(403);
  });
});

describe.each(READING)('%s %s', (...route) => {
  test('answers a viewer', async () => expect((await call(route, 'viewer', true)).status).toBe(200));
  test('answers 403 to a screen', async () =>
    expect((await call(route, 'watching screen', true)).status).toBe(403));
});

describe('what there is not', () => {
  test.each([...EVENT, ...READING].filter(([, path]) => !path.startsWith('/screens')))(
    '%s %s answers 404 to an organiser',
    async (...[method, path, body]) => {
      expect(await rest.call(method, pathOf(path, false), body)).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND' },
      });
    },
  );
});

describe('tokens of an event', () => {
  test('a clicker steps, shows, hides and darkens, and does no more', async () => {
    const clicker = await aScreen(rest, room.eventId, 'step');
    await rest.call('POST', `/askings/${room.askingId}/open`, {});
    const status = async (method: Method, path: string, body: object = {}) =>
      (await rest.call(method, path, body, clicker)).status;
    expect(await status('POST', `/askings/${room.askingId}/hide`)).toBe(200);
    expect(await status('POST', `/askings/${room.askingId}/show`)).toBe(200);
    expect(await status('POST', `/askings/${room.askingId}/timer`, { addSeconds: 30 })).toBe(200);
    expect(await status('PUT', `/events/${room.eventId}/stage`, { view: 'blank' })).toBe(200);
    expect(await status('POST', `/events/${room.eventId}/step`, { press: 'next', version: 1 })).toBe(200);
    expect(await status('PUT', `/events/${room.eventId}/stage`, { view: 'lobby' })).toBe(200);
    const toAsking = { view: 'asking', askingId: room.askingId };
    expect(await status('PUT', `/events/${room.eventId}/stage`, toAsking)).toBe(403);
    expect(await status('POST', `/askings/${room.askingId}/open`)).toBe(403);
    expect(await status('POST', `/askings/${room.askingId}/close`)).toBe(403);
  });

  test('a remote runs its event, takes no files and makes no tokens', async () => {
    const remote = await aScreen(rest, room.eventId, 'present');
    expect((await rest.call('POST', `/askings/${room.askingId}/close`, {}, remote)).status).toBe(200);
    expect((await rest.call('GET', `/askings/${room.askingId}/results`, undefined, remote)).status).toBe(200);
    expect((await rest.call('GET', `/events/${room.eventId}/export.json`, undefined, remote)).status).toBe(
      403,
    );
    expect(
      (await rest.call('POST', `/events/${room.eventId}/screens`, { may: 'watch', label: 'x' }, remote))
        .status,
    ).toBe(403);
  });

  test('a revoked one is nobody, and whoever listens hears of it at once', async () => {
    const screen = await aScreen(rest, room.eventId, 'watch');
    const heard: object[] = [];
    const stop = rest.identity.onRevoked((revoked) => heard.push(revoked));
    expect((await rest.call('DELETE', `/screens/${screen.id}`)).status).toBe(204);
    stop();
    expect(heard).toEqual([{ screenId: screen.id }]);
    expect((await rest.call('GET', `/askings/${room.askingId}/results`, undefined, screen)).status).toBe(401);
  });

  test('an organiser’s token is no owner’s', async () => {
    const made = await rest.call('POST', '/tokens', { name: 'Slides', role: 'organiser' });
    const { token, id } = made.body as { token: string; id: string };
    const headers = { authorization: `Bearer ${token}` };
    expect((await rest.call('GET', '/events', undefined, headers)).status).toBe(200);
    expect((await rest.call('GET', '/tokens', undefined, headers)).status).toBe(403);
    expect(JSON.stringify((await rest.call('GET', '/tokens')).body)).not.toContain(token);
    expect((await rest.call('DELETE', `/tokens/${id}`)).status).toBe(204);
    expect((await rest.call('GET', '/events', undefined, headers)).status).toBe(401);
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId, type PostId } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { randomBytes } from 'node:crypto';
import { API_TOKEN, aRoom, type RestApp, type Room } from '../rest/rest-app.ts';
import { ask, next, startLive, type LiveApp, type Phone } from './live-app.ts';

let live: LiveApp;
let room: Room;

beforeAll(async () => {
  live = await startLive();
});
afterAll(() => live.close());
beforeEach(async () => {
  room = await aRoom(live as unknown as RestApp);
});

const anId = () => newId<PostId>((length) => randomBytes(length));
const askOn = (phone: Phone, text = 'Why?', id = anId()) => ask(phone.socket, 'post:ask', { id, text });
const idOf = (asked: unknown) => (asked as { value: { id: PostId } }).value.id;
const setUpWall = (wall: object) =>
  live.call('PATCH', `/events/${room.eventId}`, {
    setUp: { wall: { isOpen: true, names: 'optional', isModerated: false, ...wall } },
  });
const screenToken = async (may: string) =>
  (
    (await live.call('POST', `/events/${room.eventId}/screens`, { may, label: may })).body as {
      token: string;
    }
  ).token;

test('a phone that looks sees what another asks, and backs it', async () => {
  const [asker, reader] = [await live.phone(room.code), await live.phone(room.code)];
  expect(reader.snapshot.wall).toMatchObject({ isOpen: true, isOnStage: false, names: 'optional' });
  const watched = await ask(reader.socket, 'wall:watch', { order: 'backed' });
  expect(watched).toMatchObject({ ok: true, value: { posts: [], total: 0, mine: [], backed: [] } });
  const changed = next(reader.socket, 'wall:changed');
  const asked = await askOn(asker);
  expect(asked).toMatchObject({ ok: true, value: { text: 'Why?', state: 'shown' } });
  expect(await changed).toMatchObject({ order: 'backed', total: 1, posts: [{ text: 'Why?', backings: 0 }] });
  const backing = { postId: idOf(asked), on: true };
  expect(await ask(reader.socket, 'post:back', backing)).toMatchObject({ ok: true, value: { backings: 1 } });
  expect(await ask(reader.socket, 'wall:watch', { order: 'newest' })).toMatchObject({
    value: { order: 'newest', backed: [idOf(asked)] },
  });
});

test('[PW10] a post is no state of the event: nobody who does not look hears of it', async () => {
  const [asker, other] = [await live.phone(room.code), await live.phone(room.code)];
  const screen = await live.presenter(room.eventId, await screenToken('watch'));
  const heard: string[] = [];
  other.socket.onAny((name: string) => name.startsWith('heads') || heard.push(name));
  const onScreen = next(screen.socket, 'wall:changed', ({ total }) => total === 1);
  await askOn(asker);
  expect(await onScreen).toMatchObject({ askers: 1, queue: null, staged: null });
  await ask(other.socket, 'line:probe', undefined).catch(() => undefined);
  expect(heard).toEqual([]);
});

test('[PW3] [PW7] one that waits goes to readers alone, and its asker hears what became of it', async () => {
  await setUpWall({ isModerated: true });
  const phone = await live.phone(room.code);
  const screen = await live.presenter(room.eventId, await screenToken('watch'));
  const remote = await live.presenter(room.eventId, API_TOKEN, 'console');
  const queued = next(remote.socket, 'wall:changed', ({ queue }) => queue?.counts.waiting === 1);
  const id = idOf(await askOn(phone));
  expect((await queued).queue?.waiting).toMatchObject([{ id, text: 'Why?' }]);
  const told = next(phone.socket, 'posts:mine');
  const shown = next(screen.socket, 'wall:changed', ({ total }) => total === 1);
  const decided = await ask(remote.socket, 'post:moderate', { postId: id, state: 'shown' });
  expect(decided).toEqual({ ok: true, value: null });
  expect((await told).mine).toMatchObject([{ id, state: 'shown' }]);
  expect((await shown).posts).toMatchObject([{ id }]);
});

test('a screen that watches decides nothing', async () => {
  const id = idOf(await askOn(await live.phone(room.code)));
  const screen = await live.presenter(room.eventId, await screenToken('step'));
  const refused = await ask(screen.socket, 'post:moderate', { postId: id, state: 'hidden' });
  expect((refused as Result<never>).ok).toBe(false);
  expect(await ask(screen.socket, 'stage:put', { view: 'wall' })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
});

test('[ST10] the question that stands large is there before the stage says so', async () => {
  const phone = await live.phone(room.code);
  const id = idOf(await askOn(phone));
  const screen = await live.presenter(room.eventId, await screenToken('watch'));
  const order: string[] = [];
  screen.socket.on('wall:changed', ({ staged }) => staged && order.push('wall'));
  screen.socket.on('presenter:state', ({ stage }) => stage.postId && order.push('state'));
  const staged = next(screen.socket, 'presenter:state', ({ stage }) => stage.postId === id);
  const onPhone = next(phone.socket, 'voter:state', ({ wall }) => wall?.isOnStage === true);
  await live.call('PUT', `/events/${room.eventId}/stage`, { view: 'wall', postId: id });
  await staged;
  expect(order.slice(0, 2)).toEqual(['wall', 'state']);
  expect((await onPhone).wall).toMatchObject({ postId: id });
});

test('[PW9] a closed wall is nothing to phones, unless the screen shows it', async () => {
  await setUpWall({ isOpen: false });
  const phone = await live.phone(room.code);
  expect(phone.snapshot.wall).toBeNull();
  expect(await ask(phone.socket, 'wall:watch', { order: 'backed' })).toMatchObject({ ok: false });
  const shown = next(phone.socket, 'voter:state');
  await live.call('PUT', `/events/${room.eventId}/stage`, { view: 'wall' });
  expect((await shown).wall).toMatchObject({ isOpen: false, isOnStage: true });
  expect(await ask(phone.socket, 'wall:watch', { order: 'backed' })).toMatchObject({ ok: true });
});

test.each([
  ['post:ask', { id: 'x', text: 'Why?' }],
  ['post:ask', { id: '0123456789abcdefghjk', text: '' }],
  ['post:back', { postId: 'x' }],
  ['post:list', { order: 'backed' }],
  ['wall:watch', { order: 'best' }],
])('%s %j is refused and keeps the line', async (name, payload) => {
  const phone = await live.phone(room.code);
  expect(await ask(phone.socket, name, payload)).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } });
  expect(phone.socket.connected).toBe(true);
});

test('a phone that taps too fast is told to wait', async () => {
  const phone = await live.phone(room.code);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => ask(phone.socket, 'wall:watch', { order: 'backed' })),
  );
  expect(answers.filter((answer) => !(answer as Result<unknown>).ok)).toHaveLength(10);
});

test('[TK1] a phone that came before tickets were needed asks and backs nothing without one', async () => {
  const [asker, early] = [await live.phone(room.code), await live.phone(room.code)];
  const id = idOf(await askOn(asker));
  await live.call('PATCH', `/events/${room.eventId}`, { setUp: { entry: 'tickets' } });
  const refused = { ok: false, error: { code: 'TICKET_NEEDED' } };
  expect(await askOn(early)).toMatchObject(refused);
  expect(await ask(early.socket, 'post:back', { postId: id, on: true })).toMatchObject(refused);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anAsking, aRoom, singleChoice, startRest, type RestApp, type Room } from './rest-app.ts';

interface StageBody {
  view: string;
  askingId: string | null;
  blank: boolean;
  version: number;
}

let rest: RestApp;
let room: Room;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(async () => {
  room = await aRoom(rest);
  rest.clock.now += 60_000;
});

async function press(what: 'next' | 'back', version: number): Promise<StageBody> {
  const answer = await rest.call('POST', `/events/${room.eventId}/step`, { press: what, version });
  expect(answer.status).toBe(200);
  return answer.body as StageBody;
}

async function walk(what: 'next' | 'back', version: number): Promise<StageBody> {
  rest.clock.now += 1000;
  return press(what, version);
}

const put = (body: object) => rest.call('PUT', `/events/${room.eventId}/stage`, body);
const stateOf = async (id = room.askingId) => (await rest.call('GET', `/askings/${id}`)).body;

describe('POST /events/:id/step', () => {
  test('[ST2] next walks from the lobby to the reveal and on; back reopens', async () => {
    const { askingId: second } = await anAsking(rest, room.eventId, singleChoice());
    let stage = await walk('next', 1);
    expect(stage).toMatchObject({ view: 'asking', askingId: room.askingId, version: 2 });
    expect(await stateOf()).toMatchObject({ state: 'waiting' });
    stage = await walk('next', stage.version);
    expect(await stateOf()).toMatchObject({ state: 'open' });
    stage = await walk('next', stage.version);
    expect(await stateOf()).toMatchObject({ state: 'closed', shown: true });
    stage = await walk('next', stage.version);
    expect(stage).toMatchObject({ askingId: second });
    stage = await walk('back', stage.version);
    expect(stage).toMatchObject({ askingId: room.askingId });
    await walk('back', stage.version);
    expect(await stateOf()).toMatchObject({ state: 'open' });
  });

  test('[ST1] a press that saw an older stage changes nothing and gets the stage', async () => {
    const stage = await walk('next', 1);
    for (const version of [1, 0, 99]) expect(await walk('next', version)).toEqual(stage);
    expect(await stateOf()).toMatchObject({ state: 'waiting' });
  });

  test('[ST1] a second press within 400 ms counts as the same one', async () => {
    const stage = await walk('next', 1);
    rest.clock.now += 399;
    expect(await press('next', stage.version)).toEqual(stage);
    rest.clock.now += 1;
    expect((await press('next', stage.version)).version).toBe(stage.version + 1);
  });

  test('two presses at the same moment are one', async () => {
    const stages = await Promise.all([press('next', 1), press('next', 1), press('next', 1)]);
    expect(stages.map(({ version }) => version)).toEqual([2, 2, 2]);
  });

  test.each([
    [{ press: 'next' }, 'version'],
    [{ press: 'jump', version: 1 }, 'press'],
    [{ press: 'next', version: '1' }, 'version'],
  ])('refuses %j', async (body, at) => {
    expect(await rest.call('POST', `/events/${room.eventId}/step`, body)).toMatchObject({
      status: 422,
      body: { code: 'INVALID', errors: [{ path: at }] },
    });
  });
});

describe('PUT /events/:id/stage', () => {
  test('jumps to a question, darkens, and goes home', async () => {
    expect(await put({ view: 'asking', askingId: room.askingId })).toMatchObject({
      status: 200,
      body: { view: 'asking', askingId: room.askingId, blank: false, version: 2 },
    });
    expect(await put({ view: 'blank' })).toMatchObject({
      body: { view: 'asking', askingId: room.askingId, blank: true },
    });
    expect(await put({ view: 'lobby' })).toMatchObject({
      body: { view: 'lobby', askingId: null, blank: false, version: 4 },
    });
    await rest.hosts.forget(room.eventId as never);
    expect(await walk('next', 4)).toMatchObject({ view: 'asking', version: 5 });
  });

  test('needs a question that is in the running order', async () => {
    expect(await put({ view: 'asking' })).toMatchObject({
      status: 422,
      body: { code: 'INVALID', errors: [{ path: 'askingId' }] },
    });
    expect(await put({ view: 'asking', askingId: 'nowhere' })).toMatchObject({ status: 404 });
    expect(await put({ view: 'moon' })).toMatchObject({ status: 422, body: { errors: [{ path: 'view' }] } });
  });

  test('shows the wall, and no question that is not on it', async () => {
    expect(await put({ view: 'wall' })).toMatchObject({ status: 200, body: { view: 'wall', postId: null } });
    expect(await put({ view: 'wall', postId: 'nowhere' })).toMatchObject({
      status: 409,
      body: { code: 'STATE_CONFLICT' },
    });
  });

  test('shows the lobby when the question on it is deleted', async () => {
    await put({ view: 'asking', askingId: room.askingId });
    await rest.call('DELETE', `/askings/${room.askingId}`);
    expect(await put({ view: 'blank' })).toMatchObject({ body: { view: 'lobby', askingId: null } });
  });
});

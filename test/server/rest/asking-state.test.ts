import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anAsking, aRoom, singleChoice, startRest, type RestApp, type Room } from './rest-app.ts';

let rest: RestApp;
let room: Room;
let path: string;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(async () => {
  room = await aRoom(rest);
  path = `/askings/${room.askingId}`;
});

const post = (act: string, body?: object) => rest.call('POST', `${path}/${act}`, body);
const NOW = '2026-05-04T09:00:00.000Z';
const later = (seconds: number) => new Date(rest.clock.now + seconds * 1000).toISOString();

describe('open, close, show, hide', () => {
  test('each answers with the asking, and the same again', async () => {
    const opened = await post('open', {});
    expect(opened).toMatchObject({
      status: 200,
      body: {
        state: 'open',
        shown: true,
        number: 1,
        openedAt: NOW,
        closesAt: null,
        conditions: { barsVisible: true },
      },
    });
    expect(await post('open', {})).toMatchObject({ status: 200, body: opened.body as object });
    expect(await post('open')).toMatchObject({ status: 200, body: opened.body as object });
    expect(await post('hide')).toMatchObject({ status: 200, body: { shown: false, state: 'open' } });
    expect((await post('hide')).status).toBe(200);
    expect(await post('close')).toMatchObject({
      status: 200,
      body: { state: 'closed', shown: false, closedAt: NOW },
    });
    rest.clock.now += 1000;
    expect(await post('close')).toMatchObject({ status: 200, body: { closedAt: NOW } });
    rest.clock.now -= 1000;
    expect(await post('show')).toMatchObject({ status: 200, body: { shown: true } });
    expect((await post('show')).status).toBe(200);
    expect(await post('open', {})).toMatchObject({
      status: 200,
      body: { state: 'open', number: 1, closedAt: null },
    });
    expect((await rest.call('GET', `/events/${room.eventId}`)).body).toMatchObject({ state: 'live' });
  });

  test('what was never asked can be neither closed nor shown', async () => {
    for (const act of ['close', 'show'])
      expect(await post(act)).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
  });

  test('[LE3] opening one closes the one that was open', async () => {
    await post('open', {});
    const { askingId } = await anAsking(rest, room.eventId, singleChoice());
    await rest.call('POST', `/askings/${askingId}/open`, {});
    expect((await rest.call('GET', path)).body).toMatchObject({ state: 'closed' });
  });

  test('[AS9] the number counts askings of the question by first opening, and is never given twice', async () => {
    const add = async () => {
      const added = await rest.call('POST', `/events/${room.eventId}/askings`, {
        questionId: room.questionId,
      });
      return `/askings/${(added.body as { id: string }).id}`;
    };
    const [second, third] = [await add(), await add()];
    await rest.call('POST', `${second}/open`, {});
    await post('open', {});
    expect((await rest.call('GET', second)).body).toMatchObject({ number: 1 });
    expect((await rest.call('GET', path)).body).toMatchObject({ number: 2 });
    await rest.call('DELETE', second);
    await rest.call('POST', `${third}/open`, {});
    expect((await rest.call('GET', third)).body).toMatchObject({ number: 3 });
  });
});

describe('the timer', () => {
  test('[AS6] runs from the opening, is lengthened and stopped', async () => {
    expect(await post('open', { seconds: 60 })).toMatchObject({ body: { closesAt: later(60) } });
    expect(await post('timer', { addSeconds: 30 })).toMatchObject({
      status: 200,
      body: { closesAt: later(90) },
    });
    expect(await post('timer', { stop: true })).toMatchObject({ status: 200, body: { closesAt: null } });
    expect(await post('timer', { addSeconds: 10 })).toMatchObject({ body: { closesAt: later(10) } });
    await post('close');
    expect(await post('timer', { addSeconds: 10 })).toMatchObject({
      status: 409,
      body: { code: 'STATE_CONFLICT' },
    });
  });

  test('only says that it is over where it is not to close', async () => {
    expect(await post('open', { seconds: 60, closeAtEnd: false })).toMatchObject({
      body: { closesAt: later(60), settings: { closeAtEnd: false } },
    });
  });

  test('[LP7] holds over a restart', async () => {
    await post('open', { seconds: 90 });
    const closesAt = later(90);
    await rest.hosts.forget(room.eventId as never);
    expect((await rest.call('GET', path)).body).toMatchObject({ state: 'open', closesAt });
  });

  test.each([
    ['open', { seconds: 0 }, 'seconds'],
    ['open', { seconds: 1.5 }, 'seconds'],
    ['open', { seconds: 86_401 }, 'seconds'],
    ['open', { closeAtEnd: 'no' }, 'closeAtEnd'],
    ['timer', { addSeconds: -5 }, 'addSeconds'],
    ['timer', { stop: false }, 'stop'],
  ])('%s refuses %j', async (act, body, at) => {
    expect(await post(act, body)).toMatchObject({
      status: 422,
      body: { code: 'INVALID', errors: [{ path: at }] },
    });
  });
});

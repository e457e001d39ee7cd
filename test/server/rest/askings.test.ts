import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aMember,
  anAsking,
  aPhone,
  aRoom,
  singleChoice,
  startRest,
  type RestApp,
  type Room,
} from './rest-app.ts';

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

async function aBallot(): Promise<void> {
  await post('open', {});
  const phone = await aPhone(rest, room.code);
  const answer = { option: room.optionIds[0] };
  expect((await rest.call('PUT', `${path}/ballot`, { revision: 1, answer }, phone)).status).toBe(200);
}

describe('POST /events/:id/askings', () => {
  test('asks a question there is, or a new one', async () => {
    const again = await rest.call('POST', `/events/${room.eventId}/askings`, { questionId: room.questionId });
    expect(again).toMatchObject({
      status: 201,
      body: {
        eventId: room.eventId,
        questionId: room.questionId,
        questionVersion: 1,
        number: null,
        state: 'waiting',
        shown: false,
        type: 'single',
        prompt: 'Who would you put in charge?',
        options: [{ label: 'Designer' }, { label: 'Marketing' }],
        settings: { barsWhileVoting: true, changeAllowed: true, seconds: null, closeAtEnd: true },
        conditions: null,
        openedAt: null,
        closedAt: null,
        closesAt: null,
        ballots: 0,
        joined: 0,
      },
    });
    const { order } = (await rest.call('GET', `/events/${room.eventId}`)).body as { order: string[] };
    expect(order).toEqual([room.askingId, (again.body as { id: string }).id]);
  });

  test.each([
    [{}, ''],
    [{ questionId: 'x', question: singleChoice() }, undefined],
    [{ question: singleChoice({ prompt: '' }) }, 'question.prompt'],
    [{ question: singleChoice({ options: [{ label: 'one' }] }) }, 'options'],
    [{ question: singleChoice({ settings: { min: 1 } }) }, 'settings'],
  ])('refuses %j', async (body, at) => {
    const refused = await rest.call('POST', `/events/${room.eventId}/askings`, body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'INVALID' } });
    if (at !== undefined) expect(refused.body).toMatchObject({ errors: [{ path: at }] });
  });

  test('knows no unknown question', async () => {
    const add = (body: object) => rest.call('POST', `/events/${room.eventId}/askings`, body);
    expect(await add({ questionId: 'nowhere' })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  test('takes no more questions than the running order may name', async () => {
    const event = await rest.hosts.get(room.eventId as never);
    const question = await rest.store.questions.get(room.questionId as never);
    if (!event || !question) throw new Error('the room is gone');
    for (let stops = 1; stops < 200; stops += 1)
      await event.addAsking(rest.hosts.newAsking(event.id, question), question, null);
    const refused = await rest.call('POST', `/events/${room.eventId}/askings`, {
      questionId: room.questionId,
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
    expect(event.askings()).toHaveLength(200);
  });
});

describe('PATCH /askings/:id', () => {
  test('moves it in the running order, also past the end', async () => {
    const { askingId: second } = await anAsking(rest, room.eventId, singleChoice());
    const { askingId: third } = await anAsking(rest, room.eventId, singleChoice());
    const orderAfter = async (position: number) => {
      expect((await rest.call('PATCH', path, { position })).status).toBe(200);
      return ((await rest.call('GET', `/events/${room.eventId}`)).body as { order: string[] }).order;
    };
    expect(await orderAfter(1)).toEqual([second, room.askingId, third]);
    expect(await orderAfter(150)).toEqual([second, third, room.askingId]);
    expect(await orderAfter(0)).toEqual([room.askingId, second, third]);
    expect((await rest.call('PATCH', path, { position: -1 })).status).toBe(422);
  });

  test('a presenter sets how people vote, not the running order', async () => {
    const presenter = await aMember(rest, room.eventId, 'presenter');
    const patch = (body: object) => rest.call('PATCH', path, body, presenter);
    expect(await patch({ settings: { seconds: 30 } })).toMatchObject({
      status: 200,
      body: { settings: { seconds: 30, changeAllowed: true } },
    });
    expect((await patch({ position: 0 })).status).toBe(403);
    expect((await patch({ settings: { seconds: 0 } })).body).toMatchObject({
      errors: [{ path: 'settings.seconds' }],
    });
  });
});

describe('DELETE /askings/:id', () => {
  test('one without ballots goes at once, even when open; phones cannot vote there any more', async () => {
    await post('open', {});
    const phone = await aPhone(rest, room.code);
    expect((await rest.call('DELETE', path)).status).toBe(204);
    expect((await rest.call('GET', path)).status).toBe(404);
    expect((await rest.call('DELETE', path)).status).toBe(404);
    const answer = { option: room.optionIds[0] };
    expect((await rest.call('PUT', `${path}/ballot`, { revision: 1, answer }, phone)).status).toBe(404);
    expect((await rest.call('GET', `/events/${room.eventId}`)).body).toMatchObject({
      order: [],
      askings: [],
    });
  });

  test('[LE6] one with ballots asks for a second word', async () => {
    await aBallot();
    const refused = await rest.call('DELETE', path);
    expect(refused).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
    expect(refused.text).toContain('?confirm=ballots');
    expect((await rest.call('DELETE', `${path}?confirm=yes`)).status).toBe(422);
    expect((await rest.call('GET', path)).body).toMatchObject({ ballots: 1 });
    expect((await rest.call('DELETE', `${path}?confirm=ballots`)).status).toBe(204);
    expect(await rest.store.ballots.ofAsking(room.askingId as never)).toEqual([]);
  });
});

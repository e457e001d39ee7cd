import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PresenterState } from '../../../shared/messages.ts';
import { aRoom, type RestApp, type Room } from '../rest/rest-app.ts';
import { ask, next, startLive, type LiveApp, type Presenter } from './live-app.ts';

/** A question that one room has answered, asked again in another. */
let live: LiveApp;
let then: Room;
let now: { eventId: string; code: string; askingId: string; questionId: string };

beforeAll(async () => {
  live = await startLive();
  then = await aRoom(live as unknown as RestApp);
  await vote(then.code, then.askingId, 0);
  await live.call('POST', `/askings/${then.askingId}/close`);
  await live.call('POST', `/askings/${then.askingId}/show`);
  const { questionId } = (await live.call('GET', `/askings/${then.askingId}`)).body as {
    questionId: string;
  };
  const event = (await live.call('POST', '/events', { title: 'Again' })).body as { id: string; code: string };
  const asked = await live.call('POST', `/events/${event.id}/askings`, { questionId });
  now = {
    eventId: event.id,
    code: event.code,
    askingId: (asked.body as { id: string }).id,
    questionId,
  };
});
afterAll(() => live.close());

async function vote(code: string, askingId: string, option: number) {
  await live.call('POST', `/askings/${askingId}/open`);
  const { socket } = await live.phone(code);
  const optionId = then.optionIds[option];
  await ask(socket, 'ballot:cast', { askingId, revision: 1, answer: { option: optionId } } as never);
}

async function pageOf(may: 'step' | 'present'): Promise<Presenter> {
  const screen = await live.call('POST', `/events/${now.eventId}/screens`, { may, label: may });
  return live.presenter(now.eventId, (screen.body as { token: string }).token);
}

const sees = async (may: 'step' | 'present') => {
  const { snapshot } = await pageOf(may);
  const [stop] = snapshot.stops;
  return [stop?.lastTime?.pointId ?? null, stop?.shifts?.length ?? null];
};

test("[AS10] last time's result comes to the screen with the reveal, and to no phone", async () => {
  expect(await sees('step')).toEqual([null, null]);
  expect(await sees('present')).toEqual([then.askingId, null]);
  await vote(now.code, now.askingId, 1);
  expect(await sees('step')).toEqual([null, null]);
  await live.call('PATCH', `/askings/${now.askingId}`, { settings: { lastResultWhileVoting: true } });
  expect(await sees('step')).toEqual([then.askingId, null]);
  await live.call('PATCH', `/askings/${now.askingId}`, { settings: { lastResultWhileVoting: false } });
  expect(await sees('step')).toEqual([null, null]);
  const told = await live.phone(now.code);
  expect(JSON.stringify(told.snapshot)).not.toContain(then.askingId);
  await live.call('POST', `/askings/${now.askingId}/close`);
  await live.call('POST', `/askings/${now.askingId}/hide`);
  expect(await sees('step')).toEqual([null, null]);
  await live.call('POST', `/askings/${now.askingId}/show`);
  expect(await sees('step')).toEqual([then.askingId, then.optionIds.length]);
  const asking = (await live.call('GET', `/askings/${now.askingId}`)).body;
  expect(asking).toMatchObject({ conditions: { lastResultVisible: true } });
});

test('[LP6] a comparison on the stage holds no asking of this event that is hidden, for anyone', async () => {
  const { eventId, askingId, questionId } = now;
  await live.call('PUT', `/events/${eventId}/stage`, { view: 'comparison', questionId });
  const { socket, snapshot } = await pageOf('present');
  const ids = ({ comparison }: PresenterState) => comparison?.points.map(({ id }) => id);
  expect(ids(snapshot)).toEqual([then.askingId, askingId]);
  const told = next(socket, 'presenter:state', ({ stops }) => stops[0]?.shown === false);
  await live.call('POST', `/askings/${askingId}/hide`);
  expect(ids(await told)).toEqual([then.askingId]);
});

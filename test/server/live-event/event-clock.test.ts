import { afterEach, beforeEach, expect, test } from 'vitest';
import { IDLE_MS } from '../../../server/live-event/event-clock.ts';
import { aPhone, aRoom, startRest, type RestApp, type Room } from '../rest/rest-app.ts';

const HOUR = 3_600_000;
let rest: RestApp;
let room: Room;

beforeEach(async () => {
  rest = await startRest();
  room = await aRoom(rest);
});
afterEach(() => rest.close());

/** Nobody looks at the event, and time goes by. */
async function later(ms: number): Promise<string> {
  await rest.hosts.forget(room.eventId as never);
  rest.clock.now += ms;
  await rest.hosts.clock.look();
  return stateNow();
}

async function stateNow(): Promise<string> {
  return ((await rest.call('GET', `/askings/${room.askingId}`)).body as { state: string }).state;
}

/** The clock looks for idle events at its first look, and then rarely. */
async function idle(ms: number): Promise<string> {
  await later(ms);
  for (let looks = 0; looks < 12; looks += 1) await rest.hosts.clock.look();
  return stateNow();
}

test('[SP4] [CL1] opens and closes an event that is not in memory', async () => {
  const { now } = rest.clock;
  const setUp = { pace: 'self', openFrom: now + HOUR, openUntil: now + 2 * HOUR };
  const set = await rest.call('PATCH', `/events/${room.eventId}`, { setUp });
  expect(set.status).toBe(200);
  expect(await later(HOUR - 1)).toBe('waiting');
  expect(await later(1)).toBe('open');
  expect(await later(HOUR)).toBe('closed');
  const { items } = (await rest.call('GET', `/events/${room.eventId}/log`)).body as { items: object[] };
  expect(items[0]).toMatchObject({ what: 'asking:close', by: null });
});

test('[CL1] closes by the timer what nobody looks at', async () => {
  await rest.call('POST', `/askings/${room.askingId}/open`, { seconds: 60 });
  expect(await later(60_000)).toBe('closed');
});

test('[CL2] a day without anything closes what is open, and the event stays live', async () => {
  await rest.call('POST', `/askings/${room.askingId}/open`);
  expect(await idle(IDLE_MS - 1)).toBe('open');
  expect(await idle(2)).toBe('closed');
  expect((await rest.call('GET', `/events/${room.eventId}`)).body).toMatchObject({ state: 'live' });
});

test('[CL2] a vote is something', async () => {
  await rest.call('POST', `/askings/${room.askingId}/open`);
  const phone = await aPhone(rest, room.code);
  rest.clock.now += IDLE_MS - 1;
  const answer = { option: room.optionIds[0] };
  await rest.call('PUT', `/askings/${room.askingId}/ballot`, { revision: 1, answer }, phone);
  expect(await idle(2)).toBe('open');
  expect(await idle(IDLE_MS)).toBe('closed');
});

test('[CL2] a question on the wall is something', async () => {
  await rest.call('POST', `/askings/${room.askingId}/open`);
  const phone = await aPhone(rest, room.code);
  // That it joined is stored before time goes by.
  await rest.hosts.forget(room.eventId as never);
  rest.clock.now += IDLE_MS - 1;
  await rest.call('POST', `/events/${room.eventId}/posts`, { text: 'Why?' }, phone);
  expect(await idle(2)).toBe('open');
  expect(await idle(IDLE_MS)).toBe('closed');
});

test('[CL2] where a clock runs it closes then', async () => {
  const setUp = { pace: 'self', openFrom: null, openUntil: rest.clock.now + 3 * IDLE_MS };
  await rest.call('PATCH', `/events/${room.eventId}`, { setUp });
  await rest.call('POST', `/askings/${room.askingId}/open`);
  expect(await idle(2 * IDLE_MS)).toBe('open');
});

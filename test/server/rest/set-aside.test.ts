import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Comparison } from '../../../shared/comparison/comparison.ts';
import { compared, twoRooms } from './compared-rooms.ts';
import { startRest, type RestApp, type Room } from './rest-app.ts';

let rest: RestApp;
let first: Room;
let second: Room;

const WHY = 'Half the room had no sound.';
const put = (askingId: string, setAside: string | null) =>
  rest.call('PATCH', `/askings/${askingId}`, { setAside });
const idsOf = ({ points }: Comparison) => points.map(({ id }) => id);

beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(async () => {
  ({ first, second } = await twoRooms(rest));
  for (const { askingId } of [first, second]) await rest.call('POST', `/askings/${askingId}/show`);
});

test('[AS12] what was set aside counts in no comparison, which names it with the reason', async () => {
  expect(await put(first.askingId, WHY)).toMatchObject({ status: 200, body: { setAside: WHY } });
  const comparison = await compared(rest, first.questionId);
  expect(idsOf(comparison)).toEqual([second.askingId]);
  expect(comparison.warnings).toContainEqual({
    code: 'SET_ASIDE',
    text: expect.stringContaining(`(${WHY})`),
  });
  expect((await rest.call('GET', `/questions/${first.questionId}`)).body).toMatchObject({
    askings: [{ setAside: WHY }, { setAside: null }],
  });
});

test('[AS12] it is kept whole, and taken back it counts again', async () => {
  await put(first.askingId, WHY);
  const results = await rest.call('GET', `/askings/${first.askingId}/results`);
  expect(results.body).toMatchObject({ ballots: 24 });
  await put(first.askingId, null);
  const comparison = await compared(rest, first.questionId);
  expect(idsOf(comparison)).toEqual([first.askingId, second.askingId]);
  expect(comparison.warnings.filter(({ code }) => code === 'SET_ASIDE')).toEqual([]);
});

test('[AS12] nor is it last time’s result', async () => {
  const host = async () => rest.hosts.get(second.eventId as never);
  const last = async () => (await host())?.lastTimeOf(second.askingId as never)?.pointId;
  await expect.poll(last).toBe(first.askingId);
  await put(first.askingId, WHY);
  await expect.poll(last).toBeUndefined();
});

test('[AS12] only what was asked and is closed can be set aside', async () => {
  await rest.call('POST', `/askings/${first.askingId}/open`, {});
  expect(await put(first.askingId, WHY)).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
  expect(await put(second.askingId, '')).toMatchObject({ status: 422 });
});

test('[AS12] the reason goes out with the event and comes back', async () => {
  await put(first.askingId, WHY);
  const file = JSON.parse((await rest.call('GET', `/events/${first.eventId}/export.json`)).text) as object;
  const other = await startRest();
  try {
    expect((await other.call('POST', '/import', file)).status).toBe(200);
    expect((await other.call('GET', `/askings/${first.askingId}`)).body).toMatchObject({ setAside: WHY });
  } finally {
    await other.close();
  }
});

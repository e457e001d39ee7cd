import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, compared, times, vote } from './compared-rooms.ts';
import { aPhone, aRoom, startRest, type RestApp, type Room } from './rest-app.ts';

let rest: RestApp;
let room: Room;

beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(async () => {
  room = await aRoom(rest);
});

const count = (counts: Record<string, number>, present?: number, askingId = room.askingId) =>
  rest.call('PUT', `/askings/${askingId}/hands`, { counts, ...(present === undefined ? {} : { present }) });
const option = (at: number): string => room.optionIds[at] ?? '';

async function again(): Promise<string> {
  const body = { questionId: room.questionId, after: room.askingId };
  return ((await rest.call('POST', `/events/${room.eventId}/askings`, body)).body as { id: string }).id;
}

test('[HA4] hands close the question, make the event live, and phones cannot answer it', async () => {
  const counted = await count({ [option(0)]: 7, [option(1)]: 4 }, 20);
  expect(counted).toMatchObject({
    status: 200,
    body: {
      state: 'closed',
      shown: false,
      number: 1,
      ballots: 0,
      hands: { counts: { [option(0)]: 7, [option(1)]: 4 }, present: 20 },
    },
  });
  expect((await rest.call('GET', `/events/${room.eventId}`)).body).toMatchObject({ state: 'live' });
  const phone = await aPhone(rest, room.code);
  const body = { revision: 1, answer: { option: option(0) } };
  expect(await rest.call('PUT', `/askings/${room.askingId}/ballot`, body, phone)).toMatchObject({
    status: 409,
    body: { code: 'ASKING_CLOSED' },
  });
  expect(await rest.call('POST', `/askings/${room.askingId}/open`, {})).toMatchObject({
    status: 409,
    body: { title: expect.stringContaining('Hands were counted') },
  });
});

test('[HA2] where phones have answered, hands are refused, and counted right after it', async () => {
  await ask(rest, room.askingId, () => vote(rest, room, [option(0)]));
  expect(await count({ [option(0)]: 7 })).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
  await rest.call('POST', `/events/${room.eventId}/askings`, { questionId: room.questionId });
  const fresh = await again();
  expect(((await rest.call('GET', `/events/${room.eventId}`)).body as { order: string[] }).order[1]).toBe(
    fresh,
  );
  expect((await count({ [option(1)]: 9 }, undefined, fresh)).status).toBe(200);
  const votes = await rest.call('GET', `/askings/${room.askingId}/results`);
  expect(votes.body).toMatchObject({ ballots: 1, hands: null, options: [{ count: 1 }, { count: 0 }] });
});

test('[HA3] what does not fit names its field, and nothing is kept', async () => {
  const errors = [{ path: 'counts.nobody', message: 'That option is not part of this question.' }];
  expect(await count({ nobody: 3 })).toMatchObject({ status: 422, body: { errors } });
  expect(await count({ [option(0)]: 3 }, 2)).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'present' }] },
  });
  expect(await count({ [option(0)]: -1 })).toMatchObject({ status: 422 });
  expect((await rest.call('GET', `/askings/${room.askingId}`)).body).toMatchObject({ hands: null });
});

test('[HA6] results, finding and report say that they are hands', async () => {
  await count({ [option(0)]: 7, [option(1)]: 4 }, 20);
  const results = await rest.call('GET', `/askings/${room.askingId}/results`);
  expect(results.body).toMatchObject({
    ballots: 0,
    joined: 20,
    roomSize: { low: 20, high: 20 },
    hands: { present: 20 },
    finding: { kind: 'describes', text: 'Most hands for Designer: 7 of 11', rule: 'hands-counted' },
    options: [{ count: 7 }, { count: 4 }],
    table: { columns: [{ id: 'hands', label: 'Hands' }, { id: 'share' }] },
  });
  const report = await rest.call('GET', `/events/${room.eventId}/report`);
  expect(report.text).toContain('Most hands for Designer: 7 of 11.');
  expect(report.text).toContain('11 hands, counted by the presenter.');
});

test('[HA8] in the tidy file there is no row of them, in the JSON file they come back', async () => {
  await count({ [option(0)]: 7 });
  const csv = await rest.call('GET', `/events/${room.eventId}/export.csv`);
  expect(csv.text.trim().split('\n')).toHaveLength(1);
  const file = (await rest.call('GET', `/events/${room.eventId}/export.json`)).text;
  expect(JSON.parse(file)).toMatchObject({ askings: [{ hands: { counts: { [option(0)]: 7 } } }] });
  const other = await startRest();
  try {
    const parsed = JSON.parse(file) as { askings: { hands: { counts: Record<string, number> } }[] };
    expect((await other.call('POST', '/import', parsed)).status).toBe(200);
    const there = await other.call('GET', `/askings/${room.askingId}/results`);
    expect(there.body).toMatchObject({ options: [{ count: 7 }, { count: 0 }] });
    const [first] = parsed.askings;
    if (first) first.hands.counts = { nobody: 1 };
    expect((await other.call('POST', '/import', parsed)).status).toBe(422);
  } finally {
    await other.close();
  }
});

test('hands stay over a restart', async () => {
  await count({ [option(0)]: 7 });
  await rest.hosts.forget(room.eventId as never);
  const results = await rest.call('GET', `/askings/${room.askingId}/results`);
  expect(results.body).toMatchObject({ options: [{ count: 7, share: 1 }, { count: 0 }] });
});

test('[HA8] beside ballots they are counted in another way, beside hands alike', async () => {
  const tagged = { audienceTags: ['Leaders'] };
  await rest.call('PATCH', `/events/${room.eventId}`, { ...tagged, startsOn: '2024-05-16' });
  await count({ [option(0)]: 40, [option(1)]: 10 });
  const elsewhere = async (startsOn: string) => {
    rest.clock.now += 1000;
    const event = (await rest.call('POST', '/events', { title: 'Later', startsOn, ...tagged }))
      .body as Room & {
      id: string;
    };
    const asked = await rest.call('POST', `/events/${event.id}/askings`, { questionId: room.questionId });
    return { code: event.code, askingId: (asked.body as { id: string }).id };
  };
  const byHand = await elsewhere('2025-05-16');
  await count({ [option(0)]: 10, [option(1)]: 40 }, undefined, byHand.askingId);
  const byPhone = await elsewhere('2026-05-04');
  await ask(rest, byPhone.askingId, () => vote(rest, byPhone, times(3, option(0))));
  const { points, differences } = await compared(rest, room.questionId);
  expect(points[0]).toMatchObject({
    n: 50,
    nText: '50 hands',
    exactness: 'counts',
    disclosure: {
      knownHow: 'hands, counted by the presenter',
      reached: 'everybody in the room who raised a hand',
      whileVoting: 'hands raised in sight of everybody',
      source: 'counts kept here; there are no ballots',
    },
  });
  const between = (from: string, to: string) =>
    differences.find((difference) => difference.from === from && difference.to === to);
  expect(between(room.askingId, byHand.askingId)).toMatchObject({ isAlike: true, unlike: [] });
  expect(between(byHand.askingId, byPhone.askingId)).toMatchObject({
    isAlike: false,
    unlike: ['counted in different ways'],
  });
});

test('[HA8] nobody is followed from ballots to hands', async () => {
  await ask(rest, room.askingId, () => vote(rest, room, [option(0), option(1)]));
  rest.clock.now += 1000;
  await count({ [option(1)]: 2 }, undefined, await again());
  const { differences } = await compared(rest, room.questionId);
  expect(differences).toMatchObject([
    { kind: 'two-groups', options: [], reason: expect.stringContaining('nobody knows how each of them') },
  ]);
});

test('a screen may not count hands, who runs the event may', async () => {
  const asScreen = async (may: string) => {
    const made = await rest.call('POST', `/events/${room.eventId}/screens`, { may, label: may });
    return { authorization: `Bearer ${(made.body as { token: string }).token}` };
  };
  const path = `/askings/${room.askingId}/hands`;
  const body = { counts: { [option(0)]: 1 } };
  expect((await rest.call('PUT', path, body, await asScreen('step'))).status).toBe(403);
  expect((await rest.call('PUT', path, body, await asScreen('present'))).status).toBe(200);
});

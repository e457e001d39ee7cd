import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, vote } from './compared-rooms.ts';
import { aRoom, startRest, type RestApp, type Room } from './rest-app.ts';

let rest: RestApp;
let room: Room;
let phones: Record<string, string>[];

const LINK = { label: 'The slides', url: 'https://slides.example.org/2026' };

beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(async () => {
  room = await aRoom(rest);
  const [a, b] = room.optionIds;
  await ask(rest, room.askingId, async () => {
    phones = await vote(rest, room, [a, a, b]);
  });
  await rest.call('POST', `/askings/${room.askingId}/show`);
});

const share = (afterwards: object) =>
  rest.call('PATCH', `/events/${room.eventId}`, {
    setUp: { afterwards: { results: false, comparison: false, link: null, ...afterwards } },
  });
const end = () => rest.call('POST', `/events/${room.eventId}/state`, { state: 'ended' });
const open = (code = room.code, headers: Record<string, string> = {}) =>
  rest.call('GET', `/afterwards/${code}`, undefined, headers);

test('[AF1] the code of an ended event opens what was shared, of nothing else', async () => {
  await share({ results: true, link: LINK });
  expect((await open()).status).toBe(404);
  await end();
  expect(await open()).toMatchObject({
    status: 200,
    body: {
      title: 'Learning Lounge',
      link: LINK,
      comparisons: [],
      results: [
        {
          question: { prompt: 'Who would you put in charge?' },
          tick: { tally: { ballots: 3 }, finding: { kind: 'leads' } },
          own: null,
        },
      ],
    },
  });
});

test('[AF1] unknown, unshared and private codes get one answer, that of joining', async () => {
  await end();
  const unshared = await open();
  const joining = await rest.call('POST', '/join', { code: room.code }, {});
  expect(unshared).toMatchObject({ status: 404, body: joining.body as object });
  await share({ results: true });
  await rest.call('PATCH', `/events/${room.eventId}`, { isPrivate: true });
  expect((await open()).body).toEqual(unshared.body);
  expect((await open('ZZZZZZ')).body).toMatchObject({ code: 'NOT_FOUND' });
});

test('[AF1] codes that open nothing are guesses, as when joining', async () => {
  const other = await startRest();
  try {
    const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
    const tries: number[] = [];
    for (const letter of letters)
      tries.push((await other.call('GET', `/afterwards/ZZZZZ${letter}`, undefined, {})).status);
    expect(tries.at(-1)).toBe(429);
    expect((await other.call('POST', '/join', { code: 'ZZZZ22' }, {})).status).toBe(429);
  } finally {
    await other.close();
  }
});

test('[AF2] only revealed results, without what was set aside or left off the screen', async () => {
  await share({ results: true });
  const again = { questionId: room.questionId };
  const hidden = (await rest.call('POST', `/events/${room.eventId}/askings`, again)).body as { id: string };
  await ask(rest, hidden.id, async () => {
    await rest.call('POST', `/askings/${hidden.id}/hide`);
  });
  await rest.call('PATCH', `/askings/${room.askingId}`, { settings: { showFinding: false } });
  await end();
  const shared = (await open()).body as { results: { tick: { askingId: string; finding: unknown } }[] };
  expect(shared.results.map(({ tick }) => [tick.askingId, tick.finding])).toEqual([[room.askingId, null]]);
  await rest.call('PATCH', `/askings/${room.askingId}`, { setAside: 'No sound.' });
  expect((await open()).body).toMatchObject({ results: [] });
});

test('[AF2] a phone that was there sees its own answer', async () => {
  await share({ results: true });
  await end();
  expect((await open(room.code, phones[0])).body).toMatchObject({
    results: [{ own: { option: room.optionIds[0] } }],
  });
});

test('[AF2] comparisons only of questions that everybody may see', async () => {
  await share({ comparison: true });
  await end();
  expect((await open()).body).toMatchObject({ comparisons: [], results: [] });
  await rest.call('PATCH', `/questions/${room.questionId}`, { isPublic: true });
  expect((await open()).body).toMatchObject({ comparisons: [{ questionId: room.questionId }] });
});

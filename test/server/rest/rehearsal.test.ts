import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

beforeEach(async () => {
  rest = await startRest();
  room = await aRoom(rest);
});
afterEach(() => rest.close());

function rehearse(on: boolean, more: object = {}) {
  return rest.call('POST', `/events/${room.eventId}/rehearsal`, { on, ...more });
}

/** Somebody in the room votes while it is rehearsed, and it is closed. */
async function rehearsedVote(): Promise<Record<string, string>> {
  await rehearse(true, { phones: 0 });
  await rest.call('POST', `/askings/${room.askingId}/open`);
  const phone = await aPhone(rest, room.code);
  const answer = { option: room.optionIds[0] };
  await rest.call('PUT', `/askings/${room.askingId}/ballot`, { revision: 1, answer }, phone);
  await rest.call('POST', `/askings/${room.askingId}/close`);
  return phone;
}

async function bodyOf<Body = never>(path: string): Promise<Body> {
  return (await rest.call('GET', path)).body as Body;
}

test('says what it is, and is changed while it runs', async () => {
  const begun = await rehearse(true, { phones: 2, answers: 'close' });
  expect(begun).toMatchObject({
    status: 200,
    body: { isRehearsal: true, rehearsal: { phones: 2, answers: 'close', network: 'good' } },
  });
  const changed = await rehearse(true, { network: 'crowded' });
  expect(changed.body).toMatchObject({ rehearsal: { phones: 2, network: 'crowded' } });
  expect(await bodyOf(`/events/${room.eventId}`)).toMatchObject({ isRehearsal: true });
});

test('bad input names its field', async () => {
  expect(await rehearse(true, { phones: 5000 })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'phones' }] },
  });
});

test('is for those who run the event', async () => {
  const viewer = await aMember(rest, room.eventId, 'viewer');
  const asked = await rest.call('POST', `/events/${room.eventId}/rehearsal`, { on: true }, viewer);
  expect(asked.status).toBe(403);
});

describe('[RE3] nothing of it enters', () => {
  test('how often a question was asked, and its history', async () => {
    await rehearsedVote();
    expect(await bodyOf(`/questions/${room.questionId}`)).toMatchObject({ askings: [] });
    const { items } = (await bodyOf('/questions')) as { items: { askingCount: number }[] };
    expect(items[0]?.askingCount).toBe(0);
  });

  test('a comparison, and last time’s result elsewhere', async () => {
    await rehearsedVote();
    expect(await bodyOf(`/questions/${room.questionId}/comparison`)).toMatchObject({ points: [] });
    expect(await rest.store.askings.ofQuestion(room.questionId as never)).toEqual([]);
  });

  test('the counts of a list, in memory or not', async () => {
    await rehearsedVote();
    expect((await bodyOf('/events')) as object).toMatchObject({ items: [{ stops: 1, asked: 0, phones: 0 }] });
    await rest.hosts.forget(room.eventId as never);
    expect((await bodyOf('/events')) as object).toMatchObject({ items: [{ stops: 1, asked: 0, phones: 0 }] });
  });

  test('a file', async () => {
    await rehearsedVote();
    const csv = await rest.call('GET', `/events/${room.eventId}/export.csv`);
    expect(csv.text.trim().split('\n')).toHaveLength(1);
    const json = JSON.parse((await rest.call('GET', `/events/${room.eventId}/export.json`)).text) as object;
    expect(json).toMatchObject({
      event: { isRehearsal: false },
      stage: { view: 'lobby' },
      askings: [{ state: 'waiting', number: null }],
      ballots: [],
      voters: [],
    });
  });

  test('a file’s log of acts, neither while it runs nor after', async () => {
    await rehearsedVote();
    await rest.call('PATCH', `/events/${room.eventId}`, { title: 'Renamed' });
    const whats = async () => {
      const { acts } = JSON.parse((await rest.call('GET', `/events/${room.eventId}/export.json`)).text) as {
        acts: { what: string }[];
      };
      return acts.map(({ what }) => what);
    };
    const prepared = ['event:create', 'asking:add', 'event:change'];
    expect(await whats()).toEqual(prepared);
    await rehearse(false);
    expect(await whats()).toEqual(prepared);
    await rest.call('POST', `/askings/${room.askingId}/open`);
    expect(await whats()).toEqual([...prepared, 'asking:open']);
  });

  test('a report', async () => {
    await rehearsedVote();
    const report = await rest.call('GET', `/events/${room.eventId}/report`);
    expect(report.text).toContain('No question has been asked and closed yet.');
  });
});

describe('[RE2] one press clears it', () => {
  test('code and running order stay; ballots, numbers and the stage do not', async () => {
    await rehearsedVote();
    expect((await rehearse(false)).body).toEqual({ isRehearsal: false, rehearsal: null });
    expect(await bodyOf(`/events/${room.eventId}`)).toMatchObject({
      code: room.code,
      state: 'draft',
      isRehearsal: false,
      askings: [{ id: room.askingId, state: 'waiting', number: null, ballots: 0, joined: 0, late: 0 }],
    });
    expect(await rest.store.ballots.ofAsking(room.askingId as never)).toEqual([]);
    expect(await rest.store.events.load(room.eventId as never)).toMatchObject({ stage: { view: 'lobby' } });
  });

  test('made-up phones are forgotten, people’s are known again', async () => {
    await rehearsedVote();
    await rehearse(true, { phones: 3 });
    const host = await rest.hosts.get(room.eventId as never);
    for (const hash of ['~1', '~2', '~3']) host?.join(hash);
    await host?.voters.write();
    await rehearse(false);
    const voters = await rest.store.voters.ofEvent(room.eventId as never);
    expect(voters).toHaveLength(1);
    expect(voters[0]?.hash).not.toContain('~');
  });

  test('also those who came in at the last moment', async () => {
    await rehearse(true, { phones: 0 });
    const host = await rest.hosts.get(room.eventId as never);
    for (const hash of ['~1', '~2', '~3']) host?.join(hash);
    await rehearse(false);
    expect(await rest.store.voters.ofEvent(room.eventId as never)).toEqual([]);
  });

  test('and it can be asked for real then, as the first time', async () => {
    await rehearsedVote();
    await rehearse(false);
    const opened = await rest.call('POST', `/askings/${room.askingId}/open`);
    expect(opened.body).toMatchObject({ state: 'open', number: 1, ballots: 0 });
  });

  test('where nothing is rehearsed it does nothing', async () => {
    await rest.call('POST', `/askings/${room.askingId}/open`);
    expect((await rehearse(false)).status).toBe(200);
    expect(await bodyOf(`/askings/${room.askingId}`)).toMatchObject({ state: 'open' });
  });
});

test('[RE4] a question that is being rehearsed is not changed under its made-up answers', async () => {
  await rehearsedVote();
  const patch = { prompt: 'Something else?' };
  const refused = await rest.call('PATCH', `/questions/${room.questionId}`, patch);
  expect(refused).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
  await rehearse(false);
  const changed = await rest.call('PATCH', `/questions/${room.questionId}`, patch);
  expect(changed).toMatchObject({ status: 200, body: { version: 1 } });
});

test('[RE4] one that waits may be', async () => {
  const other = await anAsking(rest, room.eventId, singleChoice({ prompt: 'Another one?' }));
  await rehearsedVote();
  const changed = await rest.call('PATCH', `/questions/${other.questionId}`, { prompt: 'Yet another?' });
  expect(changed.status).toBe(200);
});

test('[RE3] whoever was late in it is no act of the event after', async () => {
  const phone = await rehearsedVote();
  const answer = { option: room.optionIds[1] };
  await rest.call('PUT', `/askings/${room.askingId}/ballot`, { revision: 2, answer }, phone);
  await rehearse(false);
  const { items } = await bodyOf<{ items: { what: string }[] }>(`/events/${room.eventId}/log`);
  expect(items[0]?.what).toBe('rehearsal:end');
});

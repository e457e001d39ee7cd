import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aMember,
  aPhone,
  aRoom,
  aScreen,
  singleChoice,
  startRest,
  type RestApp,
  type Room,
} from './rest-app.ts';

let rest: RestApp;
let room: Room;
let path: string;
let phone: Record<string, string>;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(async () => {
  room = await aRoom(rest, singleChoice({ settings: { other: true, abstain: true } }));
  path = `/askings/${room.askingId}`;
  await rest.call('PATCH', `/events/${room.eventId}`, { roomSize: 40 });
  await rest.call('PATCH', path, { settings: { barsWhileVoting: false } });
  await rest.call('POST', `${path}/open`, {});
  phone = await aPhone(rest, room.code);
});

const results = (headers?: Record<string, string>) => rest.call('GET', `${path}/results`, undefined, headers);

async function cast(answer: object, headers?: Record<string, string>): Promise<void> {
  const by = headers ?? (await aPhone(rest, room.code));
  expect((await rest.call('PUT', `${path}/ballot`, { revision: 1, answer }, by)).status).toBe(200);
}

describe('GET /askings/:id/results', () => {
  test('has the contract’s shape, for an organiser also while hidden', async () => {
    const [first, second] = room.optionIds;
    for (let n = 0; n < 9; n += 1) await cast({ option: first });
    for (let n = 0; n < 7; n += 1) await cast({ option: second });
    await cast({ other: 'A coach' });
    await cast({ abstain: true });
    const { status, body } = await results();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      askingId: room.askingId,
      state: 'open',
      shown: false,
      ballots: 18,
      joined: 19,
      roomSize: { low: 40, high: 40 },
      haveNotAnswered: 22,
      conditions: { barsVisible: false, changeAllowed: true, duplicateControl: 'device' },
      finding: null,
      findingReason: 'Voting has not closed.',
      others: [{ text: 'A coach', count: 1 }],
    });
    const { options } = body as { options: Record<string, unknown>[] };
    expect(options.map(({ id, count }) => [id, count])).toEqual([
      [first, 9],
      [second, 7],
      ['other', 1],
      ['abstain', 1],
    ]);
    expect(Object.keys(options[0] ?? {})).toEqual([
      'id',
      'label',
      'count',
      'share',
      'low',
      'high',
      'boundLow',
      'boundHigh',
    ]);
    expect(options[0]).toMatchObject({ share: 0.5, boundLow: 9 / 40, boundHigh: 31 / 40 });
  });

  test('has a finding once closed, and nulls instead of numbers that are none', async () => {
    await rest.call('POST', `${path}/close`);
    expect((await results()).body).toMatchObject({
      ballots: 0,
      finding: null,
      findingReason: expect.any(String) as string,
      options: [{ count: 0, share: null, low: null, high: null }, {}, {}, {}],
    });
    await rest.call('PATCH', `/events/${room.eventId}`, { roomSize: null });
    await rest.call('POST', `${path}/open`, {});
    await cast({ option: room.optionIds[0] }, phone);
    await rest.call('POST', `${path}/close`);
    expect((await results()).body).toMatchObject({
      finding: { kind: 'leads', text: expect.any(String) as string, rule: 'lead-exceeds-unanswered' },
      roomSize: null,
      options: [{ count: 1, boundLow: null, boundHigh: null }, {}, {}, {}],
    });
  });

  test('is the same after the event left memory', async () => {
    await cast({ option: room.optionIds[0] }, phone);
    await cast({ other: 'A coach' });
    await rest.call('POST', `${path}/close`);
    const { body } = await results();
    await rest.hosts.forget(room.eventId as never);
    expect((await results()).body).toEqual(body);
  });
});

describe('while results are hidden', () => {
  test('[LP6] a phone and a screen get 403 RESULTS_HIDDEN, and no number per option', async () => {
    await cast({ option: room.optionIds[0] }, phone);
    const screens = await Promise.all(
      (['watch', 'step'] as const).map((may) => aScreen(rest, room.eventId, may)),
    );
    for (const headers of [phone, ...screens]) {
      const hidden = await results(headers);
      expect(hidden).toMatchObject({ status: 403, body: { code: 'RESULTS_HIDDEN' } });
      expect(Object.keys(hidden.body as object).sort()).toEqual(['code', 'status', 'title', 'type']);
    }
  });

  test('whoever reads the event sees them: viewer, presenter, remote', async () => {
    for (const headers of [
      await aMember(rest, room.eventId, 'viewer'),
      await aMember(rest, room.eventId, 'presenter'),
      await aScreen(rest, room.eventId, 'present'),
    ])
      expect(await results(headers)).toMatchObject({ status: 200, body: { others: [] } });
  });
});

describe('while they are shown', () => {
  test('phones and screens see the numbers, and nobody’s own words', async () => {
    await cast({ other: 'A secret thought' }, phone);
    await rest.call('POST', `${path}/show`);
    for (const headers of [phone, await aScreen(rest, room.eventId, 'watch')]) {
      const shown = await results(headers);
      expect(shown).toMatchObject({ status: 200, body: { shown: true, ballots: 1 } });
      expect(shown.body).toMatchObject({ others: [] });
      expect(shown.text).not.toContain('secret');
    }
    await rest.call('POST', `${path}/hide`);
    expect((await results(phone)).status).toBe(403);
  });

  test('not for phones that never joined, screens of another event, or nobody: all alike', async () => {
    await rest.call('POST', `${path}/show`);
    const other = await aRoom(rest);
    const strangers = [await aPhone(rest, other.code), await aScreen(rest, other.eventId, 'present')];
    for (const headers of strangers) {
      const here = await results(headers);
      expect(here).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
      expect((await rest.call('GET', '/askings/nowhere/results', undefined, headers)).text).toBe(here.text);
    }
    expect((await results({})).status).toBe(401);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aPhone,
  aRoom,
  API_TOKEN,
  bearer,
  singleChoice,
  startRest,
  type Answer,
  type RestApp,
  type Room,
} from './rest-app.ts';

let rest: RestApp;
let room: Room;
let phone: Record<string, string>;
let first: string;
let second: string;

beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

beforeEach(async () => {
  room = await aRoom(rest, singleChoice({ settings: { other: true } }));
  await rest.call('POST', `/askings/${room.askingId}/open`, {});
  phone = await aPhone(rest, room.code);
  [first = '', second = ''] = room.optionIds;
  rest.clock.now += 60_000;
});

function cast(body: unknown, headers = phone, askingId = room.askingId): Promise<Answer> {
  return rest.call('PUT', `/askings/${askingId}/ballot`, body, headers);
}

async function ballots(): Promise<number> {
  const { body } = await rest.call('GET', `/askings/${room.askingId}/results`);
  return (body as { ballots: number }).ballots;
}

const stored = () => rest.store.ballots.ofAsking(room.askingId as never);

describe('a ballot', () => {
  test('[TR4] notes the language its question was read in, which the close counts', async () => {
    const vote = { revision: 1, answer: { option: first } };
    expect((await cast({ ...vote, language: 'de' })).status).toBe(200);
    expect((await cast({ ...vote, language: 'fr' })).status).toBe(200);
    await cast(vote, await aPhone(rest, room.code));
    expect((await stored()).map(({ language }) => language)).toEqual(['de', undefined]);
    await rest.call('POST', `/askings/${room.askingId}/close`);
    const [asked] = (await rest.store.events.load(room.eventId as never))?.askings ?? [];
    expect(asked?.asking.languages).toEqual({ de: 1, '': 1 });
  });

  test('[TR4] in a language that no phone speaks is refused by name', async () => {
    expect(await cast({ revision: 1, answer: { option: first }, language: 'xx' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'language' }] },
    });
  });

  test('[BA1] is answered with a receipt once it is on disk', async () => {
    const receipt = await cast({ revision: 1, answer: { option: first } });
    expect(receipt).toMatchObject({ status: 200 });
    expect(receipt.body).toEqual({
      revision: 1,
      castAt: new Date(rest.clock.now).toISOString(),
      saved: true,
    });
    expect(await stored()).toMatchObject([
      { revision: 1, answer: { option: first }, castAt: rest.clock.now },
    ]);
    expect((await rest.call('GET', `/askings/${room.askingId}/ballot`, undefined, phone)).body).toEqual({
      revision: 1,
      answer: { option: first },
      castAt: new Date(rest.clock.now).toISOString(),
    });
  });

  test('[BA2] sent again gets the same receipt, also after the close', async () => {
    const receipt = await cast({ revision: 1, answer: { option: first } });
    rest.clock.now += 5000;
    expect((await cast({ revision: 1, answer: { option: first } })).body).toEqual(receipt.body);
    await rest.call('POST', `/askings/${room.askingId}/close`);
    expect(await cast({ revision: 1, answer: { option: first } })).toMatchObject({
      status: 200,
      body: receipt.body as object,
    });
    expect(await ballots()).toBe(1);
  });

  test('[BA3] with a newer revision replaces the older one', async () => {
    await cast({ revision: 1, answer: { option: first } });
    expect((await cast({ revision: 7, answer: { option: second } })).body).toMatchObject({ revision: 7 });
    expect(await stored()).toMatchObject([{ revision: 7, answer: { option: second } }]);
  });

  test('[BA4] that is older, or other at the same revision, is stale and told what is stored', async () => {
    const { castAt } = (await cast({ revision: 2, answer: { option: first } })).body as { castAt: string };
    for (const stale of [
      { revision: 2, answer: { option: second } },
      { revision: 1, answer: { option: first } },
    ])
      expect(await cast(stale)).toMatchObject({
        status: 409,
        body: { code: 'REVISION_STALE', stored: { revision: 2, answer: { option: first }, castAt } },
      });
    expect(await stored()).toMatchObject([{ revision: 2, answer: { option: first } }]);
  });

  test('[LP5] after the close is refused, new or changed', async () => {
    await cast({ revision: 1, answer: { option: first } });
    await rest.call('POST', `/askings/${room.askingId}/close`);
    const late = await aPhone(rest, room.code);
    for (const answer of [
      await cast({ revision: 2, answer: { option: second } }),
      await cast({ revision: 1, answer: { option: first } }, late),
    ])
      expect(answer).toMatchObject({ status: 409, body: { code: 'ASKING_CLOSED' } });
    expect(await stored()).toHaveLength(1);
  });

  test('before the opening is refused', async () => {
    const waiting = await aRoom(rest);
    const answer = { option: waiting.optionIds[0] };
    expect(await cast({ revision: 1, answer }, phone, waiting.askingId)).toMatchObject({
      status: 409,
      body: { code: 'ASKING_CLOSED' },
    });
  });

  test('[AS8] cannot be changed where the opening did not allow it, whatever is set meanwhile', async () => {
    const other = await aRoom(rest);
    const path = `/askings/${other.askingId}`;
    await rest.call('PATCH', path, { settings: { changeAllowed: false } });
    await rest.call('POST', `${path}/open`, {});
    const [a, b] = other.optionIds;
    const castHere = (revision: number, option = a) =>
      cast({ revision, answer: { option } }, phone, other.askingId);
    expect((await castHere(1)).status).toBe(200);
    await rest.call('PATCH', path, { settings: { changeAllowed: true } });
    expect(await castHere(2, b)).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
    expect((await castHere(1)).status).toBe(200);
  });

  test('two votes of one phone at the same moment are one ballot', async () => {
    const answers = await Promise.all(
      [first, second, first, second].map((option) => cast({ revision: 1, answer: { option } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect(await ballots()).toBe(1);
  });
});

describe('what is no ballot is refused, stores nothing, and leaves the phone able to vote', () => {
  afterEach(async () => {
    expect(await stored()).toEqual([]);
    expect((await cast({ revision: 1, answer: { option: first } })).status).toBe(200);
    expect(await ballots()).toBe(1);
  });

  test.each([
    ['a foreign option', { option: 'nowhere' }],
    ['too many picks', { options: ['x', 'y'] }],
    ['nothing', {}],
    ['null', null],
    ['a text', 'first'],
    ['a list', []],
    ['a number for an option', { option: 7 }],
    ['an option and more', { option: 'x', more: 1 }],
    ['an empty own answer', { other: '   ' }],
    ['a long own answer', { other: 'x'.repeat(121) }],
    ['an abstention that is not offered', { abstain: true }],
    ['an option that is no text', { option: { toString: 'x' } }],
  ])('%s', async (_what, answer) => {
    const refused = await cast({ revision: 1, answer });
    expect(refused).toMatchObject({ status: 422, body: { code: 'ANSWER_INVALID' } });
    const { errors } = refused.body as { errors: { path: string }[] };
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ path }) => /^answer(\.|$)/.test(path))).toBe(true);
  });

  test.each([
    ['no revision', () => ({ answer: { option: first } })],
    ['revision 0', () => ({ revision: 0, answer: { option: first } })],
    ['half a revision', () => ({ revision: 1.5, answer: { option: first } })],
    ['a revision as text', () => ({ revision: '1', answer: { option: first } })],
    ['a revision without end', () => ({ revision: 1e300, answer: { option: first } })],
    ['an asking of its own choice', () => ({ revision: 1, answer: { option: first }, askingId: 'x' })],
    ['a list', () => []],
  ])('a body with %s', async (_what, body) => {
    expect(await cast(body())).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  });

  test('no body, or one that is no JSON', async () => {
    const path = `/askings/${room.askingId}/ballot`;
    expect((await rest.call('PUT', path, undefined, phone)).status).toBe(422);
    const json = { ...phone, 'content-type': 'application/json' };
    expect(await rest.call('PUT', path, '{"revision":1,', json)).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST' },
    });
    expect(
      await rest.call('PUT', path, 'revision=1', { ...phone, 'content-type': 'text/plain' }),
    ).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST' },
    });
    expect(
      await rest.call('PUT', path, '<x/>', { ...phone, 'content-type': 'application/xml' }),
    ).toMatchObject({
      status: 400,
    });
  });

  test('more than 16 KB', async () => {
    const answer = { option: first, more: 'x'.repeat(16 * 1024) };
    expect(await cast({ revision: 1, answer })).toMatchObject({ status: 413, body: { code: 'TOO_LARGE' } });
  });

  test('an asking there is not, in whatever words', async () => {
    for (const id of [
      'nowhere',
      'x'.repeat(61),
      'x'.repeat(5000),
      '%00',
      '..%2F..',
      '%F0%9F%92%A9',
      '%',
      '%ED%A0%80',
    ])
      expect(await cast({ revision: 1, answer: { option: first } }, phone, id)).toMatchObject({
        body: { code: expect.stringMatching(/NOT_FOUND|INVALID|BAD_REQUEST/) as string },
      });
    expect((await cast({ revision: 1, answer: {} }, phone, 'nowhere')).status).toBe(404);
  });
});

describe('who may cast', () => {
  test.each([
    ['nobody', () => ({}), 401],
    ['half a token', () => bearer('short'), 401],
    ['an owner', () => bearer(API_TOKEN), 403],
  ])('not %s', async (_who, headers, status) => {
    const body = { revision: 1, answer: { option: first } };
    const here = await cast(body, headers());
    expect(here.status).toBe(status);
    expect((await cast(body, headers(), 'nowhere')).text).toBe(here.text);
    expect(await stored()).toEqual([]);
  });

  test.each([
    ['private', () => rest.call('PATCH', `/events/${room.eventId}`, { isPrivate: true })],
    ['over', () => rest.call('POST', `/events/${room.eventId}/state`, { state: 'ended' })],
  ])(
    'no token that never joined while the event is %s, and it does not get in by trying',
    async (_how, act) => {
      const stranger = bearer('S'.repeat(22));
      const results = () => rest.call('GET', `/askings/${room.askingId}/results`, undefined, stranger);
      await rest.call('POST', `/askings/${room.askingId}/show`);
      await act();
      expect((await results()).status).toBe(403);
      expect((await cast({ revision: 1, answer: { option: first } }, stranger)).status).toBe(404);
      expect((await results()).status).toBe(403);
      expect(await stored()).toEqual([]);
    },
  );

  test('a phone casts forty times in ten seconds, then waits; others go on', async () => {
    const statuses: number[] = [];
    for (let revision = 1; revision <= 42; revision += 1)
      statuses.push((await cast({ revision, answer: { option: first } })).status);
    expect(statuses.slice(38)).toEqual([200, 200, 429, 429]);
    const limited = await cast({ revision: 99, answer: { option: first } });
    expect(limited).toMatchObject({ body: { code: 'RATE_LIMITED' }, headers: { 'retry-after': '2' } });
    const other = await aPhone(rest, room.code);
    expect((await cast({ revision: 1, answer: { option: first } }, other)).status).toBe(200);
    rest.clock.now += 10_000;
    expect((await cast({ revision: 99, answer: { option: first } })).status).toBe(200);
  });
});

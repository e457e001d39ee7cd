import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPhone, aRoom, singleChoice, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

const ODD = [
  '👩🏽‍🚀 Ångström',
  'مرحبا',
  '‏right to left',
  '"quoted", \'so\'',
  '<script>alert(1)</script>',
  '\\u0000',
  '𝔘𝔫𝔦',
  '\u007f',
];

describe('texts come back as they were given', () => {
  test.each(ODD)('%s', async (text) => {
    const made = await rest.call('POST', '/events', { title: text, place: text, audienceTags: [text] });
    expect(made).toMatchObject({ status: 201, body: { title: text, place: text, audienceTags: [text] } });
    const { id } = made.body as { id: string };
    await rest.hosts.forget(id as never);
    expect((await rest.call('GET', `/events/${id}`)).body).toEqual(made.body);
    const question = await rest.call('POST', '/questions', {
      type: 'single',
      prompt: text,
      options: [{ label: text }, { label: 'B' }],
    });
    expect(question).toMatchObject({ status: 201, body: { prompt: text, options: [{ label: text }, {}] } });
  });
});

describe.each(['nul \0', 'half \ud83d', '\udc00 half'])('%j cannot be kept', (text) => {
  test.each([
    ['/events', { title: text }, 'title'],
    ['/events', { title: 'x', place: text }, 'place'],
    ['/questions', { type: 'single', prompt: text, options: [{ label: 'A' }, { label: 'B' }] }, 'prompt'],
    [
      '/questions',
      { type: 'single', prompt: '?', options: [{ label: 'A' }, { label: text }] },
      'options.1.label',
    ],
    ['/tokens', { name: text, role: 'organiser' }, 'name'],
  ])('POST %s refuses it', async (path, body, at) => {
    const refused = await rest.call('POST', path, body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'INVALID', errors: [{ path: at }] } });
  });

  test('as an own answer either', async () => {
    const { askingId, code } = await aRoom(rest, singleChoice({ settings: { other: true } }));
    await rest.call('POST', `/askings/${askingId}/open`, {});
    const phone = await aPhone(rest, code);
    const cast = { revision: 1, answer: { other: text } };
    expect(await rest.call('PUT', `/askings/${askingId}/ballot`, cast, phone)).toMatchObject({
      status: 422,
      body: { code: 'ANSWER_INVALID', errors: [{ path: 'answer.other' }] },
    });
  });
});

describe('words that every object answers to', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '“%s” is only a word',
    async (word) => {
      const { askingId, eventId, code } = await aRoom(rest, {
        type: 'multiple',
        prompt: word,
        options: [{ label: word }, { label: 'B' }],
        settings: { other: true },
      });
      await rest.call('POST', `/askings/${askingId}/open`, {});
      const phone = await aPhone(rest, code);
      const cast = (revision: number, answer: object) =>
        rest.call('PUT', `/askings/${askingId}/ballot`, { revision, answer }, phone);
      expect((await cast(1, { options: [], other: word })).status).toBe(200);
      expect((await cast(2, { options: [word] })).status).toBe(422);
      expect((await cast(3, { options: [], other: word })).status).toBe(200);
      await rest.call('PATCH', `/askings/${askingId}/texts`, { text: word, shown: true });
      await rest.call('POST', `/askings/${askingId}/close`, {});
      await rest.hosts.forget(eventId as never);
      expect(await rest.call('GET', `/askings/${askingId}/results`)).toMatchObject({
        status: 200,
        body: { ballots: 1, others: [{ text: word, count: 1 }] },
      });
    },
  );

  test.each(['__proto__', 'constructor'])('a key “%s” changes nothing', async (key) => {
    const payload = `{"title":"x","${key}":{"prototype":{"isPrivate":true}}}`;
    const { status } = await rest.call('POST', '/events', payload, {
      ...(await headers()),
      'content-type': 'application/json',
    });
    expect([400, 422]).toContain(status);
    expect(({} as { isPrivate?: boolean }).isPrivate).toBeUndefined();
  });
});

async function headers(): Promise<Record<string, string>> {
  const { token } = (await rest.call('POST', '/tokens', { name: 'Keys', role: 'owner' })).body as {
    token: string;
  };
  return { authorization: `Bearer ${token}` };
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

interface Texts {
  items: {
    text: string;
    count: number;
    state: string;
    group: string | null;
    isHeldBack: boolean;
    about: object[];
  }[];
  cursor: string | null;
  counts: Record<string, number>;
  groups: { label: string; count: number }[];
}

/** An open question with these answers, each from a phone of its own. */
async function asked(question: object, answers: object[]) {
  const room = await aRoom(rest, question);
  await rest.call('POST', `/askings/${room.askingId}/open`, {});
  const phones = await Promise.all(answers.map(() => aPhone(rest, room.code)));
  for (const [at, answer] of answers.entries()) {
    const body = { revision: 1, answer };
    const cast = await rest.call('PUT', `/askings/${room.askingId}/ballot`, body, phones[at]);
    expect(cast.status).toBe(200);
  }
  return { room, phone: phones[0], path: `/askings/${room.askingId}` };
}

const open = (settings: object = {}) => ({ type: 'open-text', prompt: 'What gets in the way?', settings });
const cloud = (settings: object = {}) => ({ type: 'word-cloud', prompt: 'What gets in the way?', settings });
const textsOf = async (path: string, query = '') =>
  (await rest.call('GET', `${path}/texts${query}`)).body as Texts;
const decide = (path: string, body: object) => rest.call('PATCH', `${path}/texts`, body);
const seenBy = (path: string, headers: Record<string, string> | undefined) =>
  rest.call('GET', `${path}/results`, undefined, headers);

describe('[TX2] open text that is read first', () => {
  test('waits; shown, it reaches phones and screens; hidden, it leaves them', async () => {
    const { room, phone, path } = await asked(open({ moderated: true }), [
      { text: 'Time' },
      { text: 'Trust' },
    ]);
    const watching = await aScreen(rest, room.eventId, 'watch');
    expect(await textsOf(path)).toMatchObject({ counts: { waiting: 2, shown: 0, hidden: 0 }, cursor: null });
    for (const headers of [phone, watching])
      expect((await seenBy(path, headers)).body).toMatchObject({ ballots: 2, answers: [], groups: [] });
    expect((await seenBy(path, undefined)).body).toMatchObject({
      answers: [{ text: 'Trust' }, { text: 'Time' }],
    });
    expect(await decide(path, { text: 'Trust', shown: true })).toMatchObject({
      status: 200,
      body: { text: 'Trust', shown: true, group: null },
    });
    for (const headers of [phone, watching])
      expect((await seenBy(path, headers)).body).toMatchObject({ answers: [{ text: 'Trust' }] });
    expect((await textsOf(path, '?state=waiting')).items).toMatchObject([{ text: 'Time', state: 'waiting' }]);
    await decide(path, { text: 'Trust', shown: false });
    expect((await seenBy(path, phone)).body).toMatchObject({ answers: [] });
    expect((await textsOf(path, '?state=hidden')).items).toMatchObject([{ text: 'Trust', state: 'hidden' }]);
    await decide(path, { text: 'Trust', shown: null });
    expect(await textsOf(path)).toMatchObject({ counts: { waiting: 2 } });
  });

  test('is gathered under labels, which count; the finding names the largest', async () => {
    const { room, phone, path } = await asked(open({ moderated: true }), [
      { text: 'No time' },
      { text: 'Too full a calendar' },
      { text: 'Trust' },
    ]);
    for (const text of ['No time', 'Too full a calendar']) await decide(path, { text, group: 'Time' });
    await rest.call('POST', `${path}/close`);
    // Decisions are on disk: who comes after a restart reads the same.
    await rest.hosts.forget(room.eventId as never);
    expect((await seenBy(path, phone)).body).toMatchObject({
      answers: [],
      groups: [{ label: 'Time', count: 2 }],
      finding: { kind: 'describes', text: 'Time, say 2 of 3 answers', rule: 'largest-group' },
    });
    expect((await textsOf(path)).groups).toEqual([{ label: 'Time', count: 2 }]);
    await decide(path, { text: 'No time', group: null });
    expect((await textsOf(path)).groups).toEqual([{ label: 'Time', count: 1 }]);
  });
});

test('[TX2] texts come page by page, in the order in which they came, and the cursor is checked', async () => {
  const answers = Array.from({ length: 7 }, (_, at) => ({ text: `Answer ${at}` }));
  const { path } = await asked(open(), answers);
  const first = await textsOf(path, '?limit=3');
  const second = await textsOf(path, `?limit=3&cursor=${first.cursor}`);
  const third = await textsOf(path, `?limit=3&cursor=${second.cursor}`);
  expect([...first.items, ...second.items, ...third.items].map(({ text }) => text)).toEqual(
    answers.map(({ text }) => text),
  );
  expect(third.cursor).toBeNull();
  for (const cursor of ['-1', 'x', '1.5'])
    expect((await rest.call('GET', `${path}/texts?cursor=${cursor}`)).status).toBe(422);
});

describe('a word cloud', () => {
  test('[WC2] [TX1] counts spellings together, and a decision about one is about all', async () => {
    const { phone, path } = await asked(cloud(), [
      { words: ['Time', 'budgets'] },
      { words: ['time'] },
      { words: ['TIMES', 'Budget'] },
    ]);
    expect((await seenBy(path, phone)).body).toMatchObject({
      options: [],
      words: [{ count: 3 }, { text: 'Budget', count: 2 }],
    });
    await decide(path, { text: 'Times', shown: false });
    expect((await seenBy(path, phone)).body).toMatchObject({
      words: [{ text: 'Budget', count: 2 }],
      entries: 5,
    });
  });

  test('[TX3] a held-back word counts and waits; by hand it is shown; another list is another result', async () => {
    const put = (words: string[]) => rest.call('PUT', '/held-back-words', { words });
    const kept = (await rest.call('GET', '/held-back-words')).body as { words: string[] };
    expect(kept.words.length).toBeGreaterThan(20);
    const { phone, path } = await asked(cloud(), [
      { words: ['Broccoli', 'Time'] },
      { words: ['time', 'broccoli!'] },
      { words: ['broccoli'] },
    ]);
    expect((await put(['broccoli', 'broccoli', 'sprouts'])).body).toEqual({ words: ['broccoli', 'sprouts'] });
    expect((await seenBy(path, phone)).body).toMatchObject({
      entries: 5,
      words: [{ text: 'Time', count: 2 }],
    });
    expect((await textsOf(path, '?state=waiting')).items).toMatchObject([{ count: 3, isHeldBack: true }]);
    await rest.call('POST', `${path}/close`);
    expect((await seenBy(path, phone)).body).toMatchObject({ finding: { text: 'Time, say 2 of 5 answers' } });
    await decide(path, { text: 'Broccoli', shown: true });
    expect((await seenBy(path, phone)).body).toMatchObject({
      words: [{ count: 3 }, { text: 'Time', count: 2 }],
    });
    await decide(path, { text: 'Broccoli', shown: null });
    await put([]);
    expect((await seenBy(path, phone)).body).toMatchObject({ words: [{ count: 3 }, {}] });
    expect((await put([' '])).status).toBe(422);
    await put(kept.words);
  });
});

describe('[CH10] reasons of a choice', () => {
  test('wait, are shown by the option chosen, and are about it', async () => {
    const room = await aRoom(rest, singleChoice({ settings: { why: true, other: true } }));
    await rest.call('POST', `/askings/${room.askingId}/open`, {});
    const path = `/askings/${room.askingId}`;
    const [first, second] = room.optionIds;
    const phone = await aPhone(rest, room.code);
    const cast = (answer: object, by = phone) =>
      rest.call('PUT', `${path}/ballot`, { revision: 1, answer }, by);
    expect((await cast({ option: first, why: 'They start with the problem' })).status).toBe(200);
    expect((await cast({ option: second, why: 'x\ny' }, await aPhone(rest, room.code))).status).toBe(422);
    expect((await textsOf(path)).items).toMatchObject([
      { text: 'They start with the problem', state: 'waiting', about: [{ id: first, label: 'Designer' }] },
    ]);
    expect((await seenBy(path, phone)).body).toMatchObject({ reasons: [] });
    await decide(path, { text: 'They start with the problem', shown: true });
    expect((await seenBy(path, phone)).body).toMatchObject({
      reasons: [{ text: 'They start with the problem', count: 1, optionIds: [first] }],
    });
    expect(await decide(path, { text: 'They start with the problem', group: 'x' })).toMatchObject({
      status: 409,
    });
  });
});

test('numbers are not answered in words', async () => {
  const room: Room = await aRoom(rest, { type: 'scale', prompt: '?', settings: { min: 1, max: 5 } });
  expect(await textsOf(`/askings/${room.askingId}`)).toMatchObject({ items: [], areGrouped: false });
  expect((await decide(`/askings/${room.askingId}`, { text: 'x', shown: true })).status).toBe(409);
});

test('a viewer reads texts and decides nothing; a screen does neither; the list is the organiser’s', async () => {
  const { room, path } = await asked(open(), [{ text: 'Time' }]);
  const viewer = await aMember(rest, room.eventId, 'viewer');
  const screen = await aScreen(rest, room.eventId, 'step');
  expect((await rest.call('GET', `${path}/texts`, undefined, viewer)).status).toBe(200);
  expect((await rest.call('PATCH', `${path}/texts`, { text: 'Time', shown: true }, viewer)).status).toBe(403);
  expect((await rest.call('GET', `${path}/texts`, undefined, screen)).status).toBe(403);
  expect((await rest.call('GET', '/held-back-words', undefined, viewer)).status).toBe(403);
  expect((await rest.call('PUT', '/held-back-words', { words: [] }, viewer)).status).toBe(403);
  for (const body of [{}, { text: '' }, { text: 'a', shown: 'yes' }, { text: 'a', more: 1 }])
    expect((await decide(path, body)).status).toBe(422);
});

test('the host’s note of what was said is kept, read by who reads the event, and taken away when empty', async () => {
  const { path } = await asked(open(), []);
  const note = 'Two said: it depends.\nNobody disagreed.';
  expect(await rest.call('PATCH', path, { said: ` ${note} ` })).toMatchObject({
    status: 200,
    body: { said: note },
  });
  expect((await rest.call('PATCH', path, { said: '' })).body).toMatchObject({ said: null });
  expect((await rest.call('PATCH', path, { said: 'x'.repeat(2001) })).status).toBe(422);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QuestionId } from '../../../shared/ids.ts';
import { aDataPoint, anAct } from '../store/sample.ts';
import { aPhone, aRoom, singleChoice, startRest, type Answer, type RestApp } from './rest-app.ts';

interface QuestionBody {
  id: string;
  version: number;
  prompt: string;
  options: { id: string; label: string }[];
  versions: { version: number; options: { id: string; label: string }[] }[];
  askings: object[];
}

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

const labels = (...names: string[]) => names.map((label) => ({ label }));
const make = async (body: object = singleChoice()) =>
  (await rest.call('POST', '/questions', body)).body as QuestionBody;
const patch = (id: string, body: object): Promise<Answer> => rest.call('PATCH', `/questions/${id}`, body);

async function aQuestionThatWasAsked(): Promise<QuestionBody> {
  const { askingId, questionId } = await aRoom(rest);
  await rest.call('POST', `/askings/${askingId}/open`, {});
  return (await rest.call('GET', `/questions/${questionId}`)).body as QuestionBody;
}

describe('POST /questions', () => {
  test('gives ids to its options', async () => {
    const made = await rest.call('POST', '/questions', singleChoice({ settings: { shuffle: true } }));
    expect(made).toMatchObject({
      status: 201,
      body: {
        type: 'single',
        version: 1,
        prompt: 'Who would you put in charge?',
        options: [{ label: 'Designer' }, { label: 'Marketing' }],
        settings: { shuffle: true },
        createdAt: '2026-05-04T09:00:00.000Z',
        askings: [],
      },
    });
    const { id, options, versions } = made.body as QuestionBody;
    expect(new Set(options.map((option) => option.id)).size).toBe(2);
    expect(versions).toHaveLength(1);
    expect((await rest.call('GET', `/questions/${id}`)).body).toEqual(made.body);
  });

  test('takes 2 to 12 options', async () => {
    const withOptions = (n: number) =>
      rest.call(
        'POST',
        '/questions',
        singleChoice({ options: labels(...Array.from({ length: n }, (_, i) => `${i}`)) }),
      );
    for (const n of [0, 1, 13])
      expect(await withOptions(n)).toMatchObject({
        status: 422,
        body: { code: 'INVALID', errors: [{ path: 'options' }] },
      });
    for (const n of [2, 12]) expect((await withOptions(n)).status).toBe(201);
    expect((await rest.call('POST', '/questions', { type: 'single', prompt: '?' })).status).toBe(422);
  });

  test.each([
    [{ prompt: ' ' }, 'prompt'],
    [{ prompt: 'x'.repeat(301) }, 'prompt'],
    [{ type: 'essay' }, 'type'],
    [{ options: labels('Same', 'same') }, 'options.1.label'],
    [{ options: [{ label: 'A' }, { label: 'B', id: 'mine' }] }, 'options.1'],
    [{ options: labels('A', 'x'.repeat(121)) }, 'options.1.label'],
    [{ settings: { shuffle: 'yes' } }, 'settings.shuffle'],
    [{ settings: { unknown: true } }, 'settings'],
    [{ type: 'multiple', settings: { min: 3 } }, 'settings.min'],
    [{ type: 'multiple', settings: { max: 3 } }, 'settings.max'],
  ])('refuses %j', async (fields, at) => {
    const refused = await rest.call('POST', '/questions', singleChoice(fields));
    expect(refused).toMatchObject({ status: 422, body: { code: 'INVALID', errors: [{ path: at }] } });
  });
});

describe('PATCH /questions/:id', () => {
  test('[QU7] takes translations without a new version, asked or not', async () => {
    const { id, options } = await aQuestionThatWasAsked();
    const translations = { de: { prompt: 'Wen?', options: { [options[0]?.id ?? '']: 'Leitung' } } };
    const { body } = await patch(id, { translations });
    expect(body).toMatchObject({ version: 1, prompt: 'Who would you put in charge?', translations });
  });

  test('[TR1] refuses a translation of what is not there, and stores none of it', async () => {
    const { id } = await make();
    const of = (translations: unknown) => patch(id, { prompt: 'Other', translations });
    expect(await of({ de: { prompt: 'Wen?', options: { nobody: 'x' } } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'translations.de.options.nobody' }] },
    });
    expect(await of({ xx: { prompt: '?' } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: expect.stringMatching(/^translations/) as string }] },
    });
    expect((await rest.call('GET', `/questions/${id}`)).body).toMatchObject({
      prompt: 'Who would you put in charge?',
      translations: {},
    });
  });

  test('[QU1] before it was asked, changes the version there is', async () => {
    const { id, options } = await make();
    const changed = (await patch(id, { prompt: 'Who leads?', options: [options[1], { label: 'Product' }] }))
      .body;
    expect(changed).toMatchObject({
      version: 1,
      prompt: 'Who leads?',
      options: [options[1], { label: 'Product' }],
      versions: [{ version: 1 }],
    });
  });

  test('[QU2] after it was asked, makes a new version; what was asked stays as it was', async () => {
    const { id, options } = await aQuestionThatWasAsked();
    expect((await patch(id, { prompt: 'Who leads?' })).body).toMatchObject({
      version: 2,
      versions: [
        { version: 1, prompt: 'Who would you put in charge?', options },
        { version: 2, prompt: 'Who leads?' },
      ],
      askings: [{ version: 1, state: 'open', eventTitle: 'Learning Lounge' }],
    });
  });

  test('[QU2] a result from elsewhere counts as asked: its options stay', async () => {
    const question = await make();
    const point = aDataPoint(question.id as QuestionId);
    await rest.store.dataPoints.saveAll([point], [], anAct());
    const edited = await patch(question.id, { options: labels('New', 'Newer'), change: 'new-meaning' });
    expect(edited).toMatchObject({
      status: 200,
      body: { versions: [{ options: question.options, change: null }, { change: 'new-meaning' }] },
    });
  });

  test('[QU4] says whether everybody may see its comparison, and makes no version of that', async () => {
    const question = await aQuestionThatWasAsked();
    expect(question).toMatchObject({ isPublic: false });
    const open = await patch(question.id, { isPublic: true });
    expect(open).toMatchObject({ status: 200, body: { isPublic: true, version: 1 } });
    expect((await rest.call('GET', `/questions/${question.id}`)).body).toEqual(open.body);
    expect(await patch(question.id, { prompt: 'And who?' })).toMatchObject({
      body: { isPublic: true, version: 2 },
    });
    expect(await patch(question.id, { isPublic: 'yes' })).toMatchObject({ status: 422 });
  });

  test('[QU4] an edit that changes nothing makes no version', async () => {
    const { id, options, prompt } = await aQuestionThatWasAsked();
    for (const same of [{}, { prompt }, { options }, { settings: {} }, { change: 'correction' }])
      expect(await patch(id, same)).toMatchObject({ status: 200, body: { version: 1 } });
  });

  test('[QU3] a correction keeps an option’s id, a new meaning gives another', async () => {
    const { id, options } = await aQuestionThatWasAsked();
    const [first, second] = options;
    const relabelled = [{ id: first?.id, label: 'The designer' }, second];
    expect((await patch(id, { options: relabelled, change: 'correction' })).body).toMatchObject({
      version: 2,
      options: [{ id: first?.id, label: 'The designer' }, second],
    });
    const again = [{ id: first?.id, label: 'Design as a practice' }, second];
    const renewed = (await patch(id, { options: again, change: 'new-meaning' })).body as QuestionBody;
    expect(renewed).toMatchObject({ version: 3, options: [{ label: 'Design as a practice' }, second] });
    expect(renewed.options[0]?.id).not.toBe(first?.id);
  });

  test('[QU3] an option that was dropped may be offered again, as the same option', async () => {
    const { id, options } = await aQuestionThatWasAsked();
    const [first, second] = options;
    const without = await patch(id, { options: [second, { label: 'Data' }] });
    expect((without.body as QuestionBody).options).not.toContainEqual(first);
    expect((await patch(id, { options: [first, second] })).body).toMatchObject({ version: 3, options });
  });

  test('counts an event in the bin: it can come back', async () => {
    const { eventId, askingId, questionId } = await aRoom(rest);
    await rest.call('POST', `/askings/${askingId}/open`, {});
    await rest.call('DELETE', `/events/${eventId}`);
    expect((await patch(questionId, { prompt: 'Another' })).body).toMatchObject({ version: 2, askings: [] });
  });

  test('[QU5] a waiting asking takes the new version; an asked one keeps its own, also when asked again', async () => {
    const { eventId, askingId, questionId } = await aRoom(rest);
    await rest.call('POST', `/askings/${askingId}/open`, {});
    const waiting = await rest.call('POST', `/events/${eventId}/askings`, { questionId });
    await patch(questionId, { prompt: 'Another' });
    await rest.call('POST', `/askings/${askingId}/close`);
    const get = async (id: string) => (await rest.call('GET', `/askings/${id}`)).body;
    const { id: waitingId } = waiting.body as { id: string };
    expect(await get(waitingId)).toMatchObject({ questionVersion: 2, prompt: 'Another' });
    await rest.hosts.forget(eventId as never);
    expect(await get(waitingId)).toMatchObject({ questionVersion: 2, prompt: 'Another' });
    await rest.call('POST', `/askings/${askingId}/open`, {});
    expect(await get(askingId)).toMatchObject({ questionVersion: 1, prompt: 'Who would you put in charge?' });
  });

  test('refuses ids of no option, or of one twice, and too few options', async () => {
    const { id, options } = await make();
    for (const wrong of [
      [{ id: 'nowhere', label: 'A' }, options[0]],
      [options[0], { ...options[0], label: 'B' }],
    ])
      expect(await patch(id, { options: wrong })).toMatchObject({
        status: 422,
        body: { errors: [{ path: expect.stringMatching(/^options\.\d\.id$/) as string }] },
      });
    expect((await patch(id, { options: [options[0]] })).status).toBe(422);
    expect((await patch('nowhere', { prompt: 'x' })).status).toBe(404);
    expect((await rest.call('GET', `/questions/${id}`)).body).toMatchObject({ version: 1, options });
  });
});

describe('GET /questions/:id', () => {
  test('says of each time it was asked where, who was there, and how they answered, also while voting is open', async () => {
    const { eventId, code, askingId, questionId, optionIds } = await aRoom(rest);
    const facts = {
      place: 'London',
      audience: 'Leaders',
      audienceTags: ['Leaders in learning'],
      roomSize: 81,
    };
    await rest.call('PATCH', `/events/${eventId}`, facts);
    await rest.call('POST', `/askings/${askingId}/open`, {});
    const answer = { option: optionIds[0] };
    const phone = await aPhone(rest, code);
    await rest.call('PUT', `/askings/${askingId}/ballot`, { revision: 1, answer }, phone);
    const asked = async () => (await rest.call('GET', `/questions/${questionId}`)).body;
    const time = {
      ...facts,
      roomSize: { low: 81, high: 81 },
      ballots: 1,
      joined: 1,
      counts: { [optionIds[0] ?? '']: 1, [optionIds[1] ?? '']: 0 },
      conditions: { barsVisible: true },
    };
    expect(await asked()).toMatchObject({ askings: [{ ...time, state: 'open' }] });
    await rest.call('POST', `/askings/${askingId}/close`);
    expect(await asked()).toMatchObject({ askings: [{ ...time, state: 'closed' }] });
  });
});

describe('GET /questions', () => {
  test('pages, newest change first, with counts instead of versions and askings', async () => {
    const own = await startRest();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      own.clock.now += 1000;
      const { body } = await own.call('POST', '/questions', singleChoice({ prompt: `Question ${n}` }));
      ids.unshift((body as QuestionBody).id);
    }
    interface Page {
      items: { id: string; versionCount: number; askingCount: number }[];
      cursor: string | null;
    }
    const first = (await own.call('GET', '/questions?limit=3')).body as Page;
    expect(first.items[0]).toMatchObject({ versionCount: 1, askingCount: 0 });
    expect(first.items[0]).not.toHaveProperty('versions');
    const second = (await own.call('GET', `/questions?limit=3&cursor=${first.cursor}`)).body as Page;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.cursor).toBeNull();
    await own.close();
  });
});

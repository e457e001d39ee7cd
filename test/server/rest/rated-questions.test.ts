import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPhone, aRoom, startRest, type Answer, type RestApp, type Room } from './rest-app.ts';

/** Questions whose settings list something by label: the criteria of a grid, the statements of a scale. */

interface Listed {
  id: string;
  label: string;
}

interface QuestionBody {
  id: string;
  version: number;
  settings: { criteria: Listed[] };
}

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

const GRID = {
  type: 'grid',
  prompt: 'How well does each role do it?',
  options: [{ label: 'Designer' }, { label: 'Marketing' }],
  settings: { criteria: [{ label: ' Knows the business ' }, { label: 'Gets it built' }], min: 1, max: 5 },
};
const SCALE = { type: 'scale', prompt: 'How cold is it?', settings: { min: -20, max: 40, unit: '°C' } };

const make = async () => (await rest.call('POST', '/questions', GRID)).body as QuestionBody;

function edit(question: QuestionBody, criteria: object[], more: object = {}): Promise<Answer> {
  const settings = { ...question.settings, criteria };
  return rest.call('PATCH', `/questions/${question.id}`, { settings, ...more });
}

async function cast(room: Room, answer: object): Promise<Answer> {
  const phone = await aPhone(rest, room.code);
  return rest.call('PUT', `/askings/${room.askingId}/ballot`, { revision: 1, answer }, phone);
}

async function anOpenRoom(question: object): Promise<Room & { criteria: Listed[] }> {
  const room = await aRoom(rest, question);
  await rest.call('POST', `/askings/${room.askingId}/open`, {});
  const { settings } = (await rest.call('GET', `/questions/${room.questionId}`)).body as QuestionBody;
  return { ...room, criteria: settings.criteria };
}

describe('what a question lists', () => {
  test('[QU6] gets ids, and labels without the spaces around them', async () => {
    const { settings } = await make();
    expect(settings.criteria.map(({ label }) => label)).toEqual(['Knows the business', 'Gets it built']);
    expect(new Set(settings.criteria.map(({ id }) => id)).size).toBe(2);
  });

  test('[QU6] keeps its ids when it is given back, put right or in another order', async () => {
    const made = await make();
    const [first, second] = made.settings.criteria;
    const kept = await edit(made, [{ ...second }, { id: first?.id, label: 'Knows our business' }], {
      change: 'correction',
    });
    expect(kept).toMatchObject({
      status: 200,
      body: { settings: { criteria: [second, { id: first?.id, label: 'Knows our business' }] } },
    });
  });

  test('[QU2] [QU6] once it was asked an edit makes a version, and a new meaning another id', async () => {
    const room = await anOpenRoom(GRID);
    const question = (await rest.call('GET', `/questions/${room.questionId}`)).body as QuestionBody;
    const [first, second] = room.criteria;
    const changed = await edit(question, [{ id: first?.id, label: 'Is cheap' }, { ...second }], {
      change: 'new-meaning',
    });
    const { version, settings } = changed.body as QuestionBody;
    expect(version).toBe(2);
    expect(settings.criteria[1]).toEqual(second);
    expect(settings.criteria[0]?.id).not.toBe(first?.id);
  });

  test('[QU4] given back as it was makes no version', async () => {
    const room = await anOpenRoom(GRID);
    const question = (await rest.call('GET', `/questions/${room.questionId}`)).body as QuestionBody;
    expect(await edit(question, room.criteria)).toMatchObject({ status: 200, body: { version: 1 } });
  });

  test('[QU6] is refused under an id the question never had, or one that stands there twice', async () => {
    const made = await make();
    const [first] = made.settings.criteria;
    for (const second of [
      { id: 'strange', label: 'B' },
      { ...first, label: 'B' },
    ])
      expect(await edit(made, [{ ...first }, second])).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'settings.criteria.1.id' }] },
      });
  });

  test.each([
    [{ criteria: [{ label: 'Alone' }] }, 'settings.criteria'],
    [{ criteria: 'Cost' }, 'settings.criteria'],
    [{ criteria: [null, { label: 'Cost' }] }, 'settings.criteria.0'],
    [{ criteria: [{ label: 'Cost' }, { label: 'cost' }] }, 'settings.criteria.1.label'],
  ])('[GR1] %j is refused with its path', async (more, path) => {
    const body = { ...GRID, settings: { ...GRID.settings, ...more } };
    expect(await rest.call('POST', '/questions', body)).toMatchObject({
      status: 422,
      body: { errors: [{ path }] },
    });
  });
});

describe('what is answered in numbers', () => {
  test('[GR2] a bad cell is refused with its path', async () => {
    const { criteria, ...room } = await anOpenRoom(GRID);
    const path = `ratings.${room.optionIds[0]}.${criteria[0]?.id}`;
    const ratings = { [room.optionIds[0] ?? '']: { [criteria[0]?.id ?? '']: 9 } };
    expect(await cast(room, { ratings })).toMatchObject({
      status: 422,
      body: { code: 'ANSWER_INVALID', errors: [{ path: expect.stringContaining(path) as string }] },
    });
  });

  test('[GR4] results say mean, spread and n per option and criterion', async () => {
    const { criteria, ...room } = await anOpenRoom(GRID);
    const [a = ''] = room.optionIds;
    const [c1 = '', c2 = ''] = criteria.map(({ id }) => id);
    await cast(room, { ratings: { [a]: { [c1]: 2, [c2]: 5 } } });
    await cast(room, { ratings: { [a]: { [c1]: 4 } } });
    expect((await rest.call('GET', `/askings/${room.askingId}/results`)).body).toMatchObject({
      options: [
        {
          id: a,
          count: 2,
          criteria: [
            { id: c1, mean: 3, sd: expect.closeTo(1.4142, 4) as number, n: 2 },
            { id: c2, mean: 5, sd: null, n: 1 },
          ],
        },
        { count: 0 },
      ],
    });
  });

  test('[SC6] results say counts, mean, median and spread', async () => {
    const room = await anOpenRoom(SCALE);
    for (const value of [-7, -7, 4]) expect((await cast(room, { value })).status).toBe(200);
    expect((await rest.call('GET', `/askings/${room.askingId}/results`)).body).toMatchObject({
      options: [],
      counts: { '-7': 2, '4': 1 },
      mean: expect.closeTo(-3.3333, 4) as number,
      median: -7,
      sd: expect.closeTo(6.3509, 4) as number,
    });
  });

  test('a file holds the number as a number, and its words run in no spreadsheet', async () => {
    const room = await anOpenRoom(SCALE);
    await cast(room, { value: -7 });
    const { text } = await rest.call('GET', `/events/${room.eventId}/export.csv`);
    const [row] = parse<Record<string, string>>(text, { columns: true });
    expect([row?.['answer'], row?.[`${room.askingId} value`]]).toEqual(['−7\u00a0°C', '-7']);
  });

  test.each([GRID, SCALE])(
    'an event with a $type goes into a file and comes back the same',
    async (question) => {
      const { criteria, ...room } = await anOpenRoom(question);
      const rated = { [room.optionIds[0] ?? '']: { [criteria?.[0]?.id ?? '']: 3 } };
      await cast(room, question === GRID ? { ratings: rated } : { value: 12 });
      await rest.call('POST', `/askings/${room.askingId}/close`);
      const file = await rest.call('GET', `/events/${room.eventId}/export.json`);
      const other = await startRest();
      try {
        expect((await other.call('POST', '/import', file.body)).status).toBe(200);
        const results = (at: RestApp) => at.call('GET', `/askings/${room.askingId}/results`);
        expect((await results(other)).body).toEqual((await results(rest)).body);
      } finally {
        await other.close();
      }
    },
  );
});

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPhone, aRoom, startRest, type Answer, type RestApp, type Room } from './rest-app.ts';

/** Rankings and points from the ballot to the files and back. */

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

const options = [{ label: 'Designer' }, { label: 'Marketing' }, { label: 'Data' }];
const RANKING = { type: 'ranking', prompt: 'In which order?', options, settings: { places: 2 } };
const POINTS = { type: 'points', prompt: 'Share 10 points', options, settings: { total: 10, abstain: true } };

async function anOpenRoom(question: object): Promise<Room> {
  const room = await aRoom(rest, question);
  await rest.call('POST', `/askings/${room.askingId}/open`, {});
  return room;
}

async function cast(room: Room, answer: object): Promise<Answer> {
  const phone = await aPhone(rest, room.code);
  return rest.call('PUT', `/askings/${room.askingId}/ballot`, { revision: 1, answer }, phone);
}

const resultsOf = async ({ askingId }: Room) => (await rest.call('GET', `/askings/${askingId}/results`)).body;
const rowsOf = async ({ eventId }: Room) =>
  parse((await rest.call('GET', `/events/${eventId}/export.csv`)).text, { columns: true }) as Record<
    string,
    string
  >[];

async function goesOutAndBack(room: Room): Promise<void> {
  const file = (await rest.call('GET', `/events/${room.eventId}/export.json`)).text;
  const other = await startRest();
  try {
    const imported = await other.call('POST', '/import', JSON.parse(file) as object);
    expect(imported.status).toBeLessThan(300);
    const again = await other.call('GET', `/askings/${room.askingId}/results`);
    expect(again.body).toEqual(await resultsOf(room));
  } finally {
    await other.close();
  }
}

describe('a ranking', () => {
  test('[RA2] [RA3] [RA4] is counted, tabulated, exported and brought back', async () => {
    const room = await anOpenRoom(RANKING);
    const [a = '', b = '', c = ''] = room.optionIds;
    await cast(room, { order: [a, c] });
    await cast(room, { order: [c, a] });
    await cast(room, { order: [a, b] });
    await rest.call('POST', `/askings/${room.askingId}/close`);
    expect(await resultsOf(room)).toMatchObject({
      ballots: 3,
      options: [
        { id: a, meanRank: 4 / 3, borda: 5, first: 2, places: [2, 1], count: 3 },
        { id: b, meanRank: 8 / 3, borda: 1, first: 0, places: [0, 1], count: 1 },
        { id: c, meanRank: 2, borda: 3, first: 1, places: [1, 1], count: 2 },
      ],
      table: { main: 'average-place', rows: [{ cells: ['1.3', '5', '2', '1', '0'] }, {}, {}] },
    });
    const rows = await rowsOf(room);
    const places = rows.map((row) =>
      ['Designer', 'Marketing', 'Data'].map((label) => row[`${room.askingId} ${label}`]),
    );
    expect(new Set(places.map(String))).toEqual(new Set(['1,,2', '2,,1', '1,2,']));
    expect(new Set(rows.map(({ answer }) => answer))).toEqual(
      new Set(['Designer; Data', 'Data; Designer', 'Designer; Marketing']),
    );
    await goesOutAndBack(room);
  });

  test('[RA2] one that does not fit is refused with its path, and nothing of it is stored', async () => {
    const room = await anOpenRoom(RANKING);
    const [a = ''] = room.optionIds;
    for (const order of [[a], [a, a], [a, 'zz']])
      expect(await cast(room, { order })).toMatchObject({
        status: 422,
        body: {
          code: 'ANSWER_INVALID',
          errors: [{ path: expect.stringContaining('order') as string }, ...[]],
        },
      });
    expect(await resultsOf(room)).toMatchObject({ ballots: 0 });
  });

  test('[RA1] more places than options are refused', async () => {
    const asked = await rest.call('POST', '/questions', { ...RANKING, settings: { places: 4 } });
    expect(asked).toMatchObject({ status: 422, body: { errors: [{ path: 'settings.places' }] } });
  });
});

describe('points', () => {
  test('[PO2] [PO3] are counted, tabulated, exported and brought back', async () => {
    const room = await anOpenRoom(POINTS);
    const [a = '', b = '', c = ''] = room.optionIds;
    await cast(room, { points: { [a]: 10 } });
    await cast(room, { points: { [a]: 4, [b]: 6 } });
    await cast(room, { points: { [a]: 1, [b]: 1, [c]: 8 } });
    await cast(room, { abstain: true });
    await rest.call('POST', `/askings/${room.askingId}/close`);
    expect(await resultsOf(room)).toMatchObject({
      ballots: 4,
      abstained: 1,
      options: [
        { id: a, mean: 5, lower: 1, upper: 10, sd: Math.sqrt(21), count: 3, share: null },
        { id: b, mean: 7 / 3, lower: 0, upper: 6 },
        { id: c, mean: 8 / 3, lower: 0, upper: 8 },
      ],
    });
    const rows = await rowsOf(room);
    const given = rows.map((row) =>
      ['Designer', 'Marketing', 'Data'].map((label) => row[`${room.askingId} ${label}`]),
    );
    expect(new Set(given.map(String))).toEqual(new Set(['10,0,0', '4,6,0', '1,1,8', ',,']));
    await goesOutAndBack(room);
  });

  test('[PO2] an overspent answer is refused and says by how much', async () => {
    const room = await anOpenRoom(POINTS);
    const [a = '', b = ''] = room.optionIds;
    expect(await cast(room, { points: { [a]: 8, [b]: 3 } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'answer.points', message: 'Share exactly 10 points; these are 11.' }] },
    });
  });

  test('[PO4] a phone sees the same numbers while they are shown', async () => {
    const room = await anOpenRoom(POINTS);
    const [a = ''] = room.optionIds;
    const phone = await aPhone(rest, room.code);
    await cast(room, { points: { [a]: 10 } });
    await rest.call('POST', `/askings/${room.askingId}/show`);
    const shown = await rest.call('GET', `/askings/${room.askingId}/results`, undefined, phone);
    expect(shown).toMatchObject({ status: 200, body: { options: [{ mean: 10, count: 1 }, {}, {}] } });
  });
});

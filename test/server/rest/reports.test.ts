import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMember, aPhone, aRoom, aScreen, startRest, type RestApp, type Room } from './rest-app.ts';

let rest: RestApp;
let room: Room;

beforeAll(async () => {
  rest = await startRest();
  room = await aRoom(rest);
  await rest.call('POST', `/askings/${room.askingId}/open`);
  for (const option of [0, 0, 1]) {
    const phone = await aPhone(rest, room.code);
    const body = { revision: 1, answer: { option: room.optionIds[option] } };
    await rest.call('PUT', `/askings/${room.askingId}/ballot`, body, phone);
  }
  await rest.call('POST', `/askings/${room.askingId}/close`);
  await rest.call('POST', `/questions/${room.questionId}/data-points`, {
    label: 'A poll',
    when: { date: '2021-06-21', precision: 'day' },
    audience: 'open to anyone',
    method: 'poll',
    n: 10,
    results: [
      { label: 'Designer', optionId: room.optionIds[0], count: 4 },
      { label: 'Marketing', optionId: room.optionIds[1], count: 6 },
    ],
  });
});
afterAll(() => rest.close());

const ofQuestion = (what: string) => `/questions/${room.questionId}/${what}`;

test('the report of a comparison is a page with a policy of its own', async () => {
  const { status, text, headers } = await rest.call('GET', ofQuestion('report'));
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none';style-src 'sha256-/);
  expect(headers['cache-control']).toBe('no-store');
  expect(text).toContain('40 (17–69)');
  expect(text).toContain('67 (21–94)');
});

test('the query of the comparison holds for its report and its files', async () => {
  const points = (await rest.call('GET', ofQuestion('comparison'))).body as { points: { id: string }[] };
  const [poll] = points.points;
  const { text } = await rest.call('GET', ofQuestion(`report?points=${poll?.id}`));
  expect(text).toContain('Asked once so far');
  expect(text).not.toContain('67 (21–94)');
  expect((await rest.call('GET', ofQuestion('report?points=nothing'))).status).toBe(422);
  expect((await rest.call('GET', ofQuestion('comparison.csv?base=moon'))).status).toBe(422);
});

test('the report of an event has its last time beside it', async () => {
  const { status, text } = await rest.call('GET', `/events/${room.eventId}/report`);
  expect(status).toBe(200);
  expect(text).toContain('What the room said');
  expect(text).toContain('Beside earlier times');
  expect(text).toContain('A poll');
});

test.each([
  ['comparison.csv', 'text/csv; charset=utf-8; header=present', 'csv'],
  ['comparison.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['comparison.json', 'application/json; charset=utf-8', 'json'],
  ['comparison.svg', 'image/svg+xml; charset=utf-8', 'svg'],
  ['comparison.svg?chart=time&theme=dark&width=800', 'image/svg+xml; charset=utf-8', 'svg'],
])('%s is a file named after the question', async (file, type, ending) => {
  const { status, headers, text } = await rest.call('GET', ofQuestion(file));
  expect(status).toBe(200);
  expect(headers['content-type']).toBe(type);
  expect(headers['content-disposition']).toContain(`filename="Who would you put in charge.${ending}"`);
  expect(text.length).toBeGreaterThan(500);
});

test('the JSON file has what was brought in', async () => {
  const { body } = await rest.call('GET', ofQuestion('comparison.json'));
  expect(body).toMatchObject({
    dataPoints: [{ label: 'A poll', evidence: null }],
    comparison: { base: 'cast' },
  });
});

test('a chart is as wide as asked for, within reason', async () => {
  expect((await rest.call('GET', ofQuestion('comparison.svg?width=640'))).text).toMatch(
    /^<svg [^>]*width="640"/,
  );
  for (const query of ['width=10', 'width=99999', 'chart=pie', 'theme=pink'])
    expect((await rest.call('GET', ofQuestion(`comparison.svg?${query}`))).status).toBe(422);
});

test('reports and files are for those who may read what is in them', async () => {
  const viewer = await aMember(rest, room.eventId, 'viewer');
  const screen = await aScreen(rest, room.eventId, 'present');
  const phone = await aPhone(rest, room.code);
  const files = ['report', 'comparison.csv', 'comparison.xlsx', 'comparison.json', 'comparison.svg'].map(
    ofQuestion,
  );
  for (const path of files) {
    expect([path, (await rest.call('GET', path, undefined, {})).status]).toEqual([path, 401]);
    for (const who of [viewer, screen, phone])
      expect([path, (await rest.call('GET', path, undefined, who)).status]).toEqual([path, 403]);
  }
  const report = `/events/${room.eventId}/report`;
  expect((await rest.call('GET', report, undefined, {})).status).toBe(401);
  for (const who of [screen, phone])
    expect((await rest.call('GET', report, undefined, who)).status).toBe(403);
  expect((await rest.call('GET', report, undefined, viewer)).status).toBe(200);
});

test('a viewer sees other events’ numbers only where everybody may', async () => {
  const viewer = await aMember(rest, room.eventId, 'viewer');
  const earlier = await rest.call('POST', '/events', { title: 'Earlier room', startsOn: '2024-01-01' });
  const eventId = (earlier.body as { id: string }).id;
  const asked = await rest.call('POST', `/events/${eventId}/askings`, { questionId: room.questionId });
  const askingId = (asked.body as { id: string }).id;
  await rest.call('POST', `/askings/${askingId}/open`);
  await rest.call('POST', `/askings/${askingId}/close`);
  await rest.call('POST', `/askings/${askingId}/hide`);
  const reportFor = async (who?: Record<string, string>) =>
    (await rest.call('GET', `/events/${room.eventId}/report`, undefined, who)).text;
  expect(await reportFor()).toContain('Earlier room');
  expect(await reportFor(viewer)).not.toContain('Earlier room');
});

test('what is not there is not found', async () => {
  for (const path of [
    '/questions/nothing/report',
    '/questions/nothing/comparison.svg',
    '/events/nothing/report',
  ])
    expect((await rest.call('GET', path)).status).toBe(404);
});

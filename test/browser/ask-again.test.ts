import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_TOKEN, bearer } from '../server/rest/rest-app.ts';
import { violationsOn } from './axe.ts';
import { CONSOLE, startWorld, type World } from './world.ts';

/** A question set beside what others found: written down from memory, brought in as a table, matched, compared. */
let world: World;
let desk: Page;
let questionId: string;

const OPTIONS = ['Product Manager', 'Performance Consultant', 'Designer', 'Data'];
const seen = { timeout: 8_000 };

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN, ASKAGAIN_DEMO: '0' });
  questionId = await make('/questions', {
    type: 'single',
    prompt: 'Who would you put in charge of a digital learning function?',
    options: OPTIONS.map((label) => ({ label })),
  });
  desk = await world.newPage(CONSOLE);
  await desk.goto(world.signInLink);
  await desk.getByRole('heading', { name: 'Events', exact: true }).waitFor(seen);
});
afterAll(() => world?.close());

async function make(path: string, body: object): Promise<string> {
  const response = await fetch(`${world.server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { ...bearer(API_TOKEN), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return ((await response.json()) as { id: string }).id;
}

const visit = (path: string) =>
  desk.goto(`${new URL(world.signInLink).origin}/organise/questions/${questionId}${path}`);
const see = (text: string | RegExp) => desk.getByText(text).first().waitFor(seen);
const isFine = async () => expect(await violationsOn(desk)).toEqual([]);

test('what was typed of a remembered result survives a reload, and says how it will be drawn', async () => {
  await visit('/results/new');
  await desk.getByLabel('What was it called?').fill('LPI event');
  await desk.getByText('the month', { exact: true }).click();
  await desk.getByLabel('When?').fill('2019-02');
  await desk.getByLabel('Who was asked?').fill('around 100 leaders in learning');
  await desk.getByText('Roughly the same').click();
  await desk.getByText('Remembered').click();
  await desk.getByLabel(/How many answered/).fill('100');
  await desk.getByLabel('Share, Performance Consultant').fill('90');
  await desk.getByLabel('In words, Product Manager').fill('little support');
  await see(/drawn as 85–95/);
  await see(/leaves at most 15/);
  expect(await desk.getByLabel('At most').inputValue()).toBe('120');
  await desk.reload();
  await see('What you had typed is here again');
  await isFine();
  await desk.getByRole('button', { name: 'Add this result' }).first().click();
  await see('around 100');
  await see('February 2019');
});

test('what contradicts itself is said at once, and nothing is stored', async () => {
  await visit('/results/new');
  await desk.getByText('Percentages, and how many answered').click();
  await desk.getByLabel(/How many answered/).fill('50');
  await desk.getByLabel('Share, Product Manager').fill('90');
  await desk.getByLabel('Share, Data').fill('40');
  await see(/cannot be more than 100/);
  await desk.getByRole('button', { name: 'Add this result' }).first().click();
  await see(/Not saved yet/);
  await desk.getByRole('link', { name: 'Cancel' }).click();
  await see('February 2019');
  expect(await desk.locator('tbody').count()).toBe(1);
});

test('a pasted table is understood, brought in, and its options are matched', async () => {
  await desk.getByRole('link', { name: 'Bring in a file or a table' }).click();
  await desk
    .getByLabel('Paste it here')
    .fill(`Who should lead?\nProduct Managers\t23\nBusiness partner\t17\nDesigner and data\t10`);
  await desk.getByRole('button', { name: 'Read the table' }).click();
  await see('What was understood');
  await desk.getByLabel('Who was asked').fill('whoever saw it there');
  await desk.getByLabel('What it is called').fill('LinkedIn poll');
  await desk.getByLabel('When', { exact: true }).fill('2021-06-21');
  await isFine();
  await desk.getByRole('button', { name: 'Bring in 1 result' }).click();
  await see('1 result brought in');
  await desk.getByRole('link', { name: /Match the options/ }).click();
  await desk.getByRole('button', { name: /^Business partner/ }).click();
  await desk.getByText('Same, but renamed').click();
  await desk.getByRole('radio', { name: 'Performance Consultant' }).check();
  await desk.getByRole('button', { name: /^Designer and data/ }).click();
  await desk.getByText('Merged from several').click();
  for (const name of ['Designer', 'Data']) await desk.getByRole('checkbox', { name, exact: true }).check();
  await see('Three groups can be compared');
  await isFine();
  await desk.getByRole('button', { name: 'Use this matching' }).click();
  await see('This matching is in use');
  await see('in use');
});

test('the comparison says its sentence, draws, and keeps what is chosen in the address', async () => {
  await visit('/compare');
  await desk.getByRole('heading', { name: /Product Manager|Performance Consultant/ }).waitFor(seen);
  await desk
    .getByRole('img', { name: /digital learning/ })
    .first()
    .waitFor(seen);
  await desk.getByText('More', { exact: true }).click();
  await desk.getByText('people in the room', { exact: true }).click();
  await desk.waitForURL(/base=room/);
  await desk.reload();
  await desk.getByText('More', { exact: true }).click();
  expect(await desk.getByRole('radio', { name: 'people in the room' }).isChecked()).toBe(true);
  await isFine();
});

test('it becomes a stop, comes on the screen from its page, and is built up by the clicker', async () => {
  const eventId = await make('/events', { title: 'Learning Lounge' });
  await make(`/events/${eventId}/state`, { state: 'live' });
  await visit('/compare');
  await desk.getByRole('button', { name: 'Put it in the running order' }).click();
  await see('The comparison is in the running order of “Learning Lounge”.');
  await desk.getByRole('button', { name: 'Show on the screen' }).click();
  await see(/On the screen of “Learning Lounge”/);
  await desk.getByRole('link', { name: 'Run', exact: true }).click();
  await see('Over time, step 1 of 4');
  await desk.keyboard.press('PageDown');
  await see('Over time, step 2 of 4');
  await isFine();
  await desk.getByRole('button', { name: /^Lobby/ }).click();
  await desk.getByRole('button', { name: /^Take it out/ }).click();
  await see(/over time is out of the running order/);
});

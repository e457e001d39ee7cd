import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_TOKEN } from '../server/rest/rest-app.ts';
import { violationsOn } from './axe.ts';
import { clickerAt, type Click } from './clicker.ts';
import { phonesThatVote, restAt, voteAs, type Call } from './rest-at.ts';
import { CONSOLE, joinByCode, PHONE, startWorld, vote, type World } from './world.ts';

/**
 * The demo's question, as its author would go on with it: what others found is added, the room votes, the screen sets all
 * of it side by side, and what was found goes out. The steps build on each other.
 */
let world: World;
let call: Call;
let desk: Page;
let screen: Page;
let click: Click;
let phones: Page[];
let voters: string[];
let event: { id: string; code: string };
let question: { id: string; prompt: string; options: { id: string; label: string }[] };
let sentence: string;
const folder = mkdtempSync(join(tmpdir(), 'askagain-story-'));

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN });
  call = restAt(world.server.url);
  event = await first<typeof event>('/events');
  question = await first<typeof question>('/questions');
});
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = async <T>(path: string) => (await call<{ items: [T] }>('GET', path)).items[0];
const seen = { timeout: 8_000 };
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(seen);
const shown = (text: string | RegExp) => () => screen.getByText(text).first().waitFor({ timeout: 3_000 });
const visit = (path: string) => desk.goto(`${new URL(world.signInLink).origin}/organise${path}`);
const isFine = async (page: Page) => expect(await violationsOn(page)).toEqual([]);

/** So many answers for each of the first options. */
const answers = (...counts: number[]) =>
  counts.flatMap((count, at) => Array<string>(count).fill(question.options[at]?.id ?? ''));
const askings = async () =>
  (await call<{ askings: { id: string; state: string }[] }>('GET', `/events/${event.id}`)).askings;
const stateOfLast = async () => (await askings()).at(-1)?.state;
const compared = () => call<{ sentences: string[] }>('GET', `/questions/${question.id}/comparison`);

test('the question stands in the console with the story behind it: two results and the open asking', async () => {
  desk = await world.newPage(CONSOLE);
  await desk.goto(world.signInLink);
  await desk.getByRole('heading', { name: 'Events', exact: true }).waitFor(seen);
  await visit(`/questions/${question.id}`);
  for (const what of ['February 2019', 'LPI event', 'LinkedIn poll', 'Learning Lounge, demo'])
    await see(desk, what);
  expect(await desk.locator('tbody').count()).toBe(3);
  await isFine(desk);
});

test('a remembered result is written down in plain words, with a picture of it', async () => {
  await desk.getByRole('link', { name: 'Add a result from elsewhere' }).click();
  await desk.getByLabel('What was it called?').fill('The year after');
  await desk.getByText('the month', { exact: true }).click();
  await desk.getByLabel('When?').fill('2020-02');
  await desk.getByLabel('Who was asked?').fill('around 100 leaders in learning');
  await desk.getByText('Roughly the same').click();
  await desk.getByText('Remembered').click();
  await desk.getByLabel(/How many answered/).fill('100');
  await desk.getByLabel('Share, Performance Consultant').fill('90');
  await desk.getByLabel('In words, Product Manager').fill('little support');
  await see(desk, /drawn as 85–95/);
  const picture = { name: 'slide.png', mimeType: 'image/png', buffer: await desk.screenshot() };
  await desk.getByLabel('Picture or document').setInputFiles(picture);
  await isFine(desk);
  await desk.getByRole('button', { name: 'Add this result' }).first().click();
  await desk.getByRole('button', { name: /February 2020/ }).click();
  await see(desk, 'slide.png');
  const kept = await desk.getByRole('link', { name: 'slide.png' }).getAttribute('href');
  const served = await desk.request.get(new URL(kept ?? '', desk.url()).href);
  expect((await served.body()).equals(picture.buffer)).toBe(true);
});

test('a file of percentages is understood, brought in and matched', async () => {
  await desk.getByRole('link', { name: 'Bring in a file or a table' }).click();
  const csv = `Option,Share\nProduct Manager,44%\nBusiness partner,36%\nDesigner and data,20%\n`;
  await desk
    .getByLabel('XLSX or CSV, up to 5 MB')
    .setInputFiles({ name: 'linkedin.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await see(desk, 'What was understood');
  await isFine(desk);
  await desk.getByLabel('What was asked?').fill('Who should lead digital learning?');
  await desk.getByLabel('Who was asked').fill('whoever saw it there');
  await desk.getByLabel('What it is called').fill('First poll');
  await desk.getByLabel('When', { exact: true }).fill('2020-10-05');
  await desk.getByLabel('How many answered').fill('50');
  await desk.getByRole('button', { name: 'Bring in 1 result' }).click();
  await see(desk, '1 result brought in');
  await desk.getByRole('link', { name: /Match the options/ }).click();
  await desk.getByRole('button', { name: /^Business partner/ }).click();
  await desk.getByText('Same, but renamed').click();
  await desk.getByRole('radio', { name: 'Performance Consultant' }).check();
  await desk.getByRole('button', { name: /^Designer and data/ }).click();
  await desk.getByText('Merged from several').click();
  for (const name of ['Designer', 'Data']) await desk.getByRole('checkbox', { name, exact: true }).check();
  await isFine(desk);
  await desk.getByRole('button', { name: 'Use this matching' }).click();
  await see(desk, 'This matching is in use');
});

test('the room votes: three phones by hand, the others as phones do', async () => {
  const opened = desk.context().waitForEvent('page');
  await visit(`/events/${event.id}/run`);
  await desk.getByRole('button', { name: 'Open screen' }).click();
  screen = await opened;
  await screen.setViewportSize({ width: 1920, height: 1080 });
  click = clickerAt(screen);
  await screen.getByRole('heading', { name: question.prompt }).waitFor(seen);
  phones = await Promise.all([1, 2, 3].map(() => world.newPage(PHONE)));
  for (const phone of phones) {
    await joinByCode(phone, world.server.url, event.code);
    await vote(phone, 'Product Manager');
    await see(phone, 'Your vote is counted');
  }
  const [asking] = await askings();
  voters = await phonesThatVote(call, event.code, asking?.id ?? '', answers(17, 4, 3, 0, 0, 1));
  await expect.poll(() => screen.locator('.row').first().innerText(), seen).toContain('71');
  await expect.poll(() => screen.locator('.aside').count()).toBe(0);
});

test('the reveal sets last time behind the bars, and says it in the table', async () => {
  await click('PageDown', shown('Product Manager leads'));
  await see(screen, 'LinkedIn poll, June 2021, 50 votes when read');
  expect(await screen.locator('.aside').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^46/), '34', '14', '6', 'new']),
  );
  await screen.getByRole('columnheader', { name: 'LinkedIn poll, June 2021' }).waitFor({ state: 'attached' });
  await isFine(screen);
});

/** So many times asked stand on the screen, with their ranges or without, under the sentence or not yet. */
const stands = (times: number, hasRanges: boolean, hasSentence: boolean) => async () => {
  const now = async () => [
    (await screen.getByRole('columnheader').count()) - 1,
    (await screen.getByText(/95\s% range/).count()) > 0,
    (await screen.locator('.sentence').count()) === 1,
  ];
  await expect.poll(now, { timeout: 3_000 }).toEqual([times, hasRanges, hasSentence]);
};

test('the comparison builds up by the clicker, oldest to today, and back', async () => {
  for (const times of [1, 2, 3, 4, 5]) await click('PageDown', stands(times, false, false));
  await click('PageDown', stands(5, true, false));
  await click('PageDown', stands(5, true, true));
  sentence = (await compared()).sentences[0] ?? '';
  expect(sentence).not.toBe('');
  // Words that keep together on a wall are the same words.
  const plain = (words: string) => words.replaceAll('\u00a0', ' ');
  expect(`${plain(await screen.locator('.sentence').innerText())}.`).toBe(plain(sentence));
  await isFine(screen);
  await click('PageUp', stands(5, true, false));
  await click('PageUp', stands(5, false, false));
  await click('PageDown', stands(5, true, false));
  await click('PageDown', stands(5, true, true));
});

test('the console says the same sentence', async () => {
  await visit(`/questions/${question.id}/compare`);
  await desk.getByRole('heading', { name: sentence, exact: true }).waitFor(seen);
  await isFine(desk);
});

test('the report says it too, prints, and stands alone', async () => {
  const opened = desk.context().waitForEvent('page');
  await desk.getByRole('link', { name: 'Report to print' }).click();
  const report = await opened;
  await report.getByRole('heading', { name: 'Where the figures come from' }).waitFor(seen);
  for (const words of [sentence, 'How we know']) await see(report, words);
  const pdf = (await report.pdf()).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(0);

  const file = join(folder, 'report.html');
  writeFileSync(file, await (await report.request.get(report.url())).body());
  const page = await world.newPage(CONSOLE);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await see(page, sentence);
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
  for (const each of [report, page]) await each.close();
});

test('the public page is not there until it is switched on; then it needs no script and lets nobody frame it', async () => {
  const address = `${world.server.url}/q/${question.id}`;
  expect((await fetch(address)).status).toBe(404);
  await desk.getByText('Public page').click();
  await see(desk, `/q/${question.id}`);
  const page = await world.newPage({ ...PHONE, javaScriptEnabled: false });
  await page.goto(address);
  await see(page, sentence);
  await page.goto('about:blank');
  await page.setContent(`<iframe src="${address}?embed=1"></iframe>`);
  await expect
    .poll(() => page.frames().map((frame) => frame.url()))
    .toContain('chrome-error://chromewebdata/');
  await page.context().close();
  // A browser notes in its console what it did not frame; this was meant.
  const others = world.wrongs.filter((wrong) => !/frame-ancestors|X-Frame-Options/i.test(wrong));
  world.wrongs.splice(0, world.wrongs.length, ...others);
});

test('asked again in the same event, the screen shows who moved where and who did not answer again', async () => {
  await visit(`/questions/${question.id}`);
  await see(desk, 'The same people twice');
  await desk.getByRole('button', { name: 'Put it in the running order' }).click();
  await desk.getByRole('heading', { name: 'Learning Lounge, demo' }).waitFor(seen);
  await click('PageDown', shown(/phones? joined/));
  await click('PageDown', () => expect.poll(stateOfLast, { timeout: 3_000 }).toBe('open'));
  await voteAs(call, voters.slice(0, 20), (await askings()).at(-1)?.id ?? '', answers(3, 15, 2));
  await click('PageDown', shown('Performance Consultant leads'));
  const then = expect.arrayContaining([expect.stringMatching(/^14/), '71']);
  await expect.poll(() => screen.locator('.aside').allInnerTexts(), seen).toEqual(then);
  await isFine(screen);
  await screen.keyboard.press('c');
  await see(screen, 'before');
  await click('PageDown', shown(/the same 20 phones/));
  await click('PageDown', shown('did not answer again'));
  await click('PageDown', () => screen.locator('.sentence').waitFor({ timeout: 3_000 }));
  expect(await screen.getByText(/made up for the demonstration/).count()).toBe(0);
  await isFine(screen);
});

test('nothing went wrong on any page, and no request left the machine', () => {
  expect(world.wrongs).toEqual([]);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_TOKEN } from '../server/rest/rest-app.ts';
import { violationsOn } from './axe.ts';
import { lineTo, LINE_LOST, type Line } from './line-cut.ts';
import { restAt, type Call } from './rest-at.ts';
import { CONSOLE, joinByCode, PHONE, SCREEN, startWorld, type World } from './world.ts';

/** What people write, from the phone over the desk to the room: a word cloud, an open answer, a reason. */
let world: World;
let line: Line;
let call: Call;
let event: { id: string; code: string };
let asked: { cloud: string; open: string; why: string };
let screen: Page;
let desk: Page;
let phone: Page;
let other: Page;

const seen = { timeout: 8_000 };
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(seen);

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN, ASKAGAIN_DEMO: '0' });
  line = await lineTo(Number(new URL(world.server.url).port));
  call = restAt(world.server.url);
  event = await call('POST', '/events', { title: 'In own words' });
  const add = async (question: object) =>
    (await call<{ id: string }>('POST', `/events/${event.id}/askings`, { question })).id;
  asked = {
    cloud: await add({ type: 'word-cloud', prompt: 'What gets in the way of learning?' }),
    open: await add({ type: 'open-text', prompt: 'What would you change?', settings: { moderated: true } }),
    why: await add({
      type: 'single',
      prompt: 'Who would you put in charge?',
      options: [{ label: 'Designer' }, { label: 'Consultant' }],
      settings: { why: true },
    }),
  };
  const { token } = await call<{ token: string }>('POST', `/events/${event.id}/screens`, {
    may: 'watch',
    label: 'Wall',
  });
  [screen, desk, phone, other] = [
    await world.newPage(SCREEN),
    await world.newPage(CONSOLE),
    await world.newPage(PHONE),
    await world.newPage(PHONE),
  ];
  await screen.goto(`${world.server.url}/present/${event.id}#t=${token}`);
  await desk.goto(world.signInLink);
  await desk.getByRole('heading', { name: 'Events', exact: true }).waitFor(seen);
  await joinByCode(phone, line.url, event.code);
  await joinByCode(other, world.server.url, event.code);
}, 60_000);
afterAll(async () => {
  await line?.close();
  await world?.close();
});

test('words are written one by one with the key of the keyboard, changed, and stand on the screen', async () => {
  await call('POST', `/askings/${asked.cloud}/open`);
  await phone.getByLabel('First').fill('Time');
  await phone.getByLabel('First').press('Enter');
  await phone.keyboard.type('Old tools');
  expect(await violationsOn(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Send 2 answers' }).click();
  await see(phone, 'Your vote is counted');
  await other.getByLabel('First').fill('times!');
  await other.getByRole('button', { name: 'Send my answer' }).click();
  await see(other, 'Your vote is counted');
  const words = () => screen.locator('svg text').allTextContents();
  await expect.poll(words, seen).toEqual(expect.arrayContaining(['Time', '2', 'Old tools', '1']));
  await phone.getByRole('button', { name: 'Change my vote' }).click();
  expect(await phone.getByLabel('Second').inputValue()).toBe('Old tools');
  await phone.getByLabel('Second').fill('Culture');
  await phone.getByRole('button', { name: 'Send 2 answers' }).click();
  await expect.poll(words, seen).toEqual(expect.arrayContaining(['Time', '2', 'Culture', '1']));
  expect(await words()).not.toContain('Old tools');
});

test('revealed, the finding names the most written word, on screen and phone', async () => {
  await call('POST', `/askings/${asked.cloud}/close`);
  await call('POST', `/askings/${asked.cloud}/show`);
  await see(screen, 'Time, say 2 of 3 answers');
  await see(phone, 'Time, say 2 of 3 answers');
  expect(await screen.locator('table').innerText()).toMatch(/Time\s+2/);
  expect([...(await violationsOn(screen)), ...(await violationsOn(phone))]).toEqual([]);
});

test('an answer written without a line is kept and sent; it waits until the desk shows it, by keys alone', async () => {
  await call('POST', `/askings/${asked.open}/open`);
  await phone.getByRole('textbox').waitFor(seen);
  line.cut();
  await phone.getByRole('textbox').fill('Ask what people need.');
  await phone.getByRole('button', { name: 'Send my answer' }).click();
  await see(phone, 'Kept on this phone');
  line.mend();
  await see(phone, 'Counted now');
  await other.getByRole('textbox').fill('Something nobody should read');
  await other.getByRole('button', { name: 'Send my answer' }).click();
  await see(screen, '2 answers. They are read before they are shown.');
  await desk.goto(`${new URL(desk.url()).origin}/organise/events/${event.id}/run`);
  await desk.getByRole('heading', { name: 'What people wrote: 2' }).waitFor(seen);
  expect(await violationsOn(desk)).toEqual([]);
  await desk.locator('.item', { hasText: 'nobody' }).focus();
  await desk.keyboard.press('h');
  await see(desk, /Waiting\s*1/);
  await desk.locator('.item', { hasText: 'Ask' }).focus();
  await desk.keyboard.press('l');
  await desk.keyboard.type('Ask first');
  await desk.keyboard.press('Enter');
  await expect.poll(() => screen.locator('svg text').allTextContents(), seen).toContain('Ask first');
  await desk.keyboard.press('s');
  await see(screen, 'Ask what people need.');
  expect(await screen.getByText('Something nobody').count()).toBe(0);
  expect(await violationsOn(screen)).toEqual([]);
});

test('a reason goes with a choice, and stands on the screen with what was chosen once it is shown', async () => {
  await call('POST', `/askings/${asked.open}/close`);
  await call('POST', `/askings/${asked.why}/open`);
  await phone.locator('.choice', { hasText: 'Consultant' }).click();
  await phone.getByLabel('Why?').fill('They start with the problem');
  expect(await violationsOn(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Send my vote' }).click();
  await see(phone, 'Why: They start with the problem');
  await other.locator('.choice', { hasText: 'Designer' }).click();
  await other.getByRole('button', { name: 'Send my vote' }).click();
  await see(other, 'Your vote is counted');
  await desk.getByRole('button', { name: 'Show “They start with the problem”' }).click();
  await see(screen, '“They start with the problem”');
  await see(screen, 'Why? Consultant');
  await call('POST', `/askings/${asked.why}/close`);
  const note = desk.getByRole('textbox', { name: 'What was said in the room' });
  await note.fill('It depends on what the course is for.');
  await note.blur();
  await see(desk, 'Kept. It stands in the report.');
});

test('all of it is in the file, comes back with it, and the report has the reason and the note', async () => {
  const file = await fetch(`${world.server.url}/api/v1/events/${event.id}/export.csv`, {
    headers: { authorization: `Bearer ${API_TOKEN}` },
  });
  const table = await file.text();
  for (const text of ['Time; Culture', 'Ask what people need.', 'They start with the problem'])
    expect(table).toContain(text);
  expect(table).toContain(`${asked.why} why`);
  const whole = await call<{ texts: object[] }>('GET', `/events/${event.id}/export.json`);
  expect(whole.texts).toHaveLength(3);
  expect(await call('POST', '/import', whole)).toMatchObject({ added: 0 });
  const report = await fetch(`${world.server.url}/api/v1/events/${event.id}/report`, {
    headers: { authorization: `Bearer ${API_TOKEN}` },
  });
  const words = await report.text();
  const said = [
    'They start with the problem',
    'It depends on what the course is for.',
    'Something nobody should read',
  ];
  expect(said.map((text) => words.includes(text))).toEqual([true, true, false]);
  expect(world.wrongs.filter((wrong) => !LINE_LOST.test(wrong))).toEqual([]);
});

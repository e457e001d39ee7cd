import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_TOKEN } from '../server/rest/rest-app.ts';
import { violationsOn } from './axe.ts';
import { isFine } from './fine.ts';
import { lineTo, LINE_LOST, type Line } from './line-cut.ts';
import { restAt, type Call } from './rest-at.ts';
import { CONSOLE, joinByCode, PHONE, SCREEN, startWorld, type World } from './world.ts';

/** Questions from the room: asked on one phone, backed on another, read in the console, large on the screen, answered. */
let world: World;
let line: Line;
let call: Call;
let event: { id: string; code: string };
let screen: Page;
let desk: Page;
let remote: Page;
let phone: Page;
let other: Page;

const seen = { timeout: 8_000 };
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(seen);
const ask = async (page: Page, text: string) => {
  await page.getByLabel('Ask the stage').fill(text);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
};
const tokenTo = async (may: string) =>
  (await call<{ token: string }>('POST', `/events/${event.id}/screens`, { may, label: may })).token;
/** The questions on a phone's wall, as they stand. */
const listed = (page: Page) => page.locator('ol.asked li p:first-child').allInnerTexts();

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN, ASKAGAIN_DEMO: '0' });
  const { url } = world.server;
  line = await lineTo(Number(new URL(url).port));
  call = restAt(url);
  event = await call('POST', '/events', { title: 'Learning Lounge' });
  const options = [{ label: 'Designer' }, { label: 'Consultant' }];
  const question = { type: 'single', prompt: 'Who would you put in charge?', options };
  await call('POST', `/events/${event.id}/askings`, { question });
  [screen, desk, remote, phone, other] = [
    await world.newPage(SCREEN),
    await world.newPage(CONSOLE),
    await world.newPage(PHONE),
    await world.newPage(PHONE),
    await world.newPage(PHONE),
  ];
  await screen.goto(`${url}/present/${event.id}#t=${await tokenTo('step')}`);
  await remote.goto(`${url}/remote/${event.id}#t=${await tokenTo('present')}`);
  await desk.goto(world.signInLink);
  await desk.getByRole('heading', { name: 'Events', exact: true }).waitFor(seen);
  await joinByCode(phone, line.url, event.code);
  await joinByCode(other, url, event.code);
}, 60_000);
afterAll(async () => {
  await line?.close();
  await world?.close();
});

test('a phone asks, and another backs it with a button that says so', async () => {
  for (const page of [phone, other]) {
    await page.getByRole('button', { name: 'Questions from the room' }).click();
    await see(page, 'Nobody has asked anything yet.');
  }
  await ask(phone, 'Who owns the budget?');
  await see(phone, 'Yours');
  await see(other, 'Who owns the budget?');
  await other.getByRole('button', { name: 'Back this, 0 phones do' }).click();
  const backed = other.getByRole('button', { name: 'You back this, 1 phone does' });
  expect(await backed.getAttribute('aria-pressed')).toBe('true');
  expect(await phone.getByRole('button', { name: /back this/i }).count()).toBe(0);
  await see(phone, '1 phone backs this');
});

test('a name stands where somebody writes one; the page is fine on all phones', async () => {
  await other.getByLabel('Ask the stage').fill('What would a consultant do in week one?');
  await other.getByLabel('Your name, if you like').fill('Ada');
  await other.getByRole('button', { name: 'Ask', exact: true }).click();
  await see(phone, 'Ada');
  await isFine(phone);
  await phone.setViewportSize({ width: 320, height: 568 });
  await isFine(phone);
  await phone.setViewportSize({ width: 390, height: 844 });
});

test('what is new comes below the question somebody is at', async () => {
  await other.getByRole('button', { name: /You back this/ }).focus();
  await ask(phone, 'Why now?');
  await see(other, 'Why now?');
  expect((await listed(other))[0]).toBe('Who owns the budget?');
});

test('the wall is put into the running order, and comes to the screen by the clicker', async () => {
  await desk.goto(`${new URL(desk.url()).origin}/organise/events/${event.id}/run`);
  await desk.getByRole('button', { name: 'Add questions from the room' }).click();
  await see(desk, 'Questions from the room are at the end of the running order.');
  await call('PATCH', `/events/${event.id}`, { order: ['wall', ...(await orderOf()).slice(0, -1)] });
  await screen.keyboard.press('PageDown');
  await see(screen, 'Who owns the budget?');
  await see(screen, 'Ask yours:');
  expect(await violationsOn(screen)).toEqual([]);
});

test('the remote puts the most backed question large, says that it is answered, and takes the next', async () => {
  await remote.getByRole('button', { name: 'Next question' }).click();
  await screen.locator('blockquote', { hasText: 'Who owns the budget?' }).waitFor(seen);
  await see(screen, 'Being answered now.');
  await see(phone, 'Being answered now');
  expect([...(await violationsOn(screen)), ...(await violationsOn(remote))]).toEqual([]);
  await remote.getByRole('button', { name: 'Answered' }).click();
  await see(screen, 'Answered.');
  await remote.getByRole('button', { name: 'Next question' }).click();
  await screen.locator('blockquote', { hasText: 'consultant' }).waitFor(seen);
  await see(phone, 'Answered');
});

test('a question that is read first waits in the console, and is hidden or shown there', async () => {
  await desk.goto(`${new URL(desk.url()).origin}/organise/events/${event.id}/wall`);
  await desk.getByRole('switch', { name: /Read questions first/ }).check();
  await expect.poll(async () => (await setUpOf()).isModerated, seen).toBe(true);
  await ask(other, 'Something nobody should read');
  await see(other, 'Yours. The host reads it first.');
  await ask(phone, 'May everybody read this?');
  await desk.getByRole('button', { name: 'To read 2' }).click();
  await see(desk, 'Something nobody should read');
  expect(await violationsOn(desk)).toEqual([]);
  const of = (text: string) => desk.getByRole('group', { name: `“${text}”` });
  await of('Something nobody should read').getByRole('button', { name: 'Hide' }).click();
  await see(other, 'Yours. The host did not put it up.');
  await of('May everybody read this?').getByRole('button', { name: 'Show' }).click();
  await see(other, 'May everybody read this?');
  await desk.getByRole('button', { name: 'On the wall' }).click();
  await desk.getByRole('searchbox').fill('everybody');
  await of('May everybody read this?').getByRole('button', { name: 'On the screen' }).click();
  await screen.locator('blockquote', { hasText: 'May everybody' }).waitFor(seen);
  expect(await screen.getByText('Something nobody').count()).toBe(0);
  await of('May everybody read this?').getByRole('button', { name: 'Hide' }).click();
  await screen.locator('blockquote').waitFor({ ...seen, state: 'detached' });
});

test('a question asked without a line is kept, through a reload, and asked once', async () => {
  await desk.getByRole('switch', { name: /Read questions first/ }).uncheck();
  await expect.poll(async () => (await setUpOf()).isModerated, seen).toBe(false);
  line.cut();
  await ask(phone, 'Is this kept?');
  await see(phone, 'Kept on this phone. It is sent when there is a connection.');
  line.mend();
  await phone.reload();
  await see(other, 'Is this kept?');
  await see(phone, 'Is this kept?');
  const found = await call<{ items: unknown[] }>('GET', `/events/${event.id}/posts?search=kept`);
  expect(found.items).toHaveLength(1);
});

test('a vote that opens takes every phone along; what was typed is still there', async () => {
  await other.getByLabel('Ask the stage').fill('Half a ques');
  // To the question, then open; a press that follows too soon counts as none.
  await expect
    .poll(async () => {
      await screen.keyboard.press('PageDown');
      return other.getByText('Choose one').count();
    }, seen)
    .toBe(1);
  await other.locator('.choice', { hasText: 'Designer' }).click();
  await other.getByRole('button', { name: 'Send my vote' }).click();
  await see(other, 'Your vote is counted');
  await other.getByRole('button', { name: 'Questions from the room' }).click();
  expect(await other.getByLabel('Ask the stage').inputValue()).toBe('Half a ques');
});

test('nothing went wrong in any page that was not meant', () => {
  expect(world.wrongs.filter((wrong) => !LINE_LOST.test(wrong))).toEqual([]);
});

const orderOf = async () => (await call<{ order: string[] }>('GET', `/events/${event.id}`)).order;
const setUpOf = async () =>
  (await call<{ setUp: { wall: { isModerated: boolean } } }>('GET', `/events/${event.id}`)).setUp.wall;

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { clickerAt, type Click } from './clicker.ts';
import { lineTo, LINE_LOST, type Line } from './line-cut.ts';
import { CONSOLE, joinByCode, PHONE, startWorld, vote, type World } from './world.ts';

/**
 * One event from end to end, as people live it: the console makes it, the screen shows it, a clicker runs it, three
 * phones answer. The steps build on each other.
 */
let world: World;
let line: Line;
let desk: Page;
let screen: Page;
let click: Click;
let phones: [Page, Page, Page];
let code: string;

beforeAll(async () => {
  world = await startWorld();
  line = await lineTo(Number(new URL(world.server.url).port));
});
afterAll(async () => {
  await line?.close();
  await world?.close();
});

const seen = { timeout: 8_000 };
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(seen);

const shown = (text: string | RegExp) => () => screen.getByText(text).first().waitFor({ timeout: 1_500 });

test('the sign-in link opens the console, once', async () => {
  desk = await world.newPage(CONSOLE);
  await desk.goto(world.signInLink);
  await desk.getByRole('heading', { name: 'Events', exact: true }).waitFor(seen);
  const stranger = await world.newPage(CONSOLE);
  await stranger.goto(world.signInLink);
  await see(stranger, /used already|too old/);
  await stranger.context().close();
  // A browser notes every refusal in its console; this one was meant.
  expect(world.wrongs.every((wrong) => wrong.includes('401'))).toBe(true);
  world.wrongs.length = 0;
});

test('an event is made, and a pasted question is ready at once', async () => {
  await desk.getByRole('button', { name: 'New event' }).click();
  await desk.getByLabel('Title').fill('Learning Lounge, Friday');
  await desk.getByLabel('How many in the room').fill('3');
  await desk.getByRole('button', { name: 'Make the event' }).click();
  await desk
    .getByLabel(/Paste a question/)
    .fill('Who would you put in charge?\n- Product Manager\n- Performance Consultant\n- Designer');
  await desk.getByRole('button', { name: 'Add to the running order' }).click();
  await see(desk, /is in the running order, with 3 options/);
  await desk.getByRole('link', { name: 'Run' }).first().click();
  await desk.getByRole('toolbar', { name: 'Live controls' }).waitFor(seen);
  expect(await violationsOn(desk)).toEqual([]);
});

test('the screen opens from the console and shows where to join', async () => {
  const opened = desk.context().waitForEvent('page');
  await desk.getByRole('button', { name: 'Open screen' }).click();
  screen = await opened;
  await screen.setViewportSize({ width: 1920, height: 1080 });
  click = clickerAt(screen);
  await screen.getByRole('heading', { name: 'Learning Lounge, Friday' }).waitFor(seen);
  expect(screen.url()).not.toContain('asc_');
  const text = (await screen.locator('body').innerText()).replaceAll(/\s/g, '');
  const events = (await desk.evaluate(`fetch('/api/v1/events').then((r) => r.json())`)) as {
    items: { title: string; code: string }[];
  };
  code = events.items.find(({ title }) => title === 'Learning Lounge, Friday')?.code ?? '';
  expect(text).toContain(code);
  expect(await violationsOn(screen)).toEqual([]);
});

test('three phones join by code and wait', async () => {
  phones = [await world.newPage(PHONE), await world.newPage(PHONE), await world.newPage(PHONE)];
  await Promise.all(
    phones.map((phone, index) => joinByCode(phone, index === 2 ? line.url : world.server.url, code)),
  );
  for (const phone of phones) await see(phone, 'You are in');
});

test('the clicker brings the question and opens it; votes move the bars', async () => {
  await click('PageDown', shown('Who would you put in charge?'));
  await click('PageDown', () =>
    phones[0].getByRole('button', { name: 'Send my vote' }).waitFor({ timeout: 1_500 }),
  );
  await vote(phones[0], 'Performance Consultant');
  await see(phones[0], 'Your vote is counted');
  await expect
    .poll(() => screen.locator('.row', { hasText: 'Performance Consultant' }).innerText(), seen)
    .toContain('100');
  expect(await violationsOn(screen)).toEqual([]);
  expect(await violationsOn(phones[0])).toEqual([]);
});

test('a vote is changed while voting is open', async () => {
  await vote(phones[1], 'Designer');
  await see(phones[1], 'Your vote is counted');
  await phones[1].getByRole('button', { name: 'Change my vote' }).click();
  await vote(phones[1], 'Performance Consultant');
  await see(phones[1], 'Your vote is counted');
  await expect
    .poll(() => screen.locator('.row', { hasText: 'Designer' }).innerText(), seen)
    .not.toContain('50');
});

test('a vote without a line is kept, and sent after a reload when the line is back', async () => {
  const phone = phones[2];
  await phone.getByRole('button', { name: 'Send my vote' }).waitFor(seen);
  line.cut();
  await vote(phone, 'Performance Consultant');
  await see(phone, 'Kept on this phone');
  expect(await violationsOn(phone)).toEqual([]);
  line.mend();
  await phone.reload();
  await see(phone, 'Your vote is counted');
  world.wrongs.splice(0, world.wrongs.length, ...world.wrongs.filter((wrong) => !LINE_LOST.test(wrong)));
});

test('the clicker closes and reveals: the sentence stands on the screen and on the phones', async () => {
  await click('PageDown', shown(/Performance Consultant leads/));
  for (const phone of phones) await see(phone, 'Performance Consultant leads');
  expect(await violationsOn(screen)).toEqual([]);
  expect(await violationsOn(phones[0])).toEqual([]);
});

test('back opens it again; Esc ends nothing; B darkens and any key returns', async () => {
  await click('PageUp', () =>
    phones[0].getByText('Your vote is counted').first().waitFor({ timeout: 1_500 }),
  );
  await screen.keyboard.press('Escape');
  await expect.poll(() => phones[0].getByRole('button', { name: 'Change my vote' }).count(), seen).toBe(1);
  const blank = screen.getByRole('img', { name: 'The screen is blank.' });
  await screen.keyboard.press('b');
  await expect.poll(() => blank.count(), seen).toBe(1);
  await screen.keyboard.press('PageDown');
  await expect.poll(() => blank.count(), seen).toBe(0);
  expect(await phones[0].getByRole('button', { name: 'Change my vote' }).count()).toBe(1);
});

test('what was counted is what is exported', async () => {
  await click('PageDown', shown(/Performance Consultant leads/));
  const csv = (await desk.evaluate(`(async () => {
    const events = await (await fetch('/api/v1/events')).json();
    const { id } = events.items.find(({ title }) => title === 'Learning Lounge, Friday');
    return (await fetch('/api/v1/events/' + id + '/export.csv')).text();
  })()`)) as string;
  const [head = '', ...rows] = csv.trim().split('\r\n');
  expect(head.split(',').at(0)).toBe('event_id');
  expect(rows).toHaveLength(3);
  expect(rows.every((row) => /,Performance Consultant,/.test(row))).toBe(true);
});

test('nothing went wrong on any page, and no request left the machine', () => {
  expect(world.wrongs).toEqual([]);
});

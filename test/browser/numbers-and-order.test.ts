import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { API_TOKEN, bearer } from '../server/rest/rest-app.ts';
import { isFine } from './fine.ts';
import { lineTo, LINE_LOST, type Line } from './line-cut.ts';
import { restAt, type Call } from './rest-at.ts';
import { joinByCode, PHONE, SCREEN, startWorld, type World } from './world.ts';

/** Ranking, points, scales and grids as their users have them: a phone by touch, by keys and without a line, and the screen. */

const SMALLEST = { ...PHONE, viewport: { width: 320, height: 568 } };
const options = ['Designer', 'Marketing', 'Data', 'Social'].map((label) => ({ label }));

let world: World;
let line: Line;
let call: Call;
let phone: Page;
let screen: Page;
let event: { id: string; code: string };

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN, ASKAGAIN_DEMO: '0' });
  line = await lineTo(Number(new URL(world.server.url).port));
  call = restAt(world.server.url);
});
afterAll(async () => {
  await line.close();
  await world.close();
  expect(world.wrongs.filter((wrong) => !LINE_LOST.test(wrong))).toEqual([]);
});

beforeEach(async () => {
  event = await call('POST', '/events', { title: 'Learning Lounge Live', roomSize: 4 });
});

async function open(question: object): Promise<string> {
  const { id } = await call<{ id: string }>('POST', `/events/${event.id}/askings`, { question });
  await call('POST', `/askings/${id}/open`);
  phone = await world.newPage(SMALLEST);
  await joinByCode(phone, line.url, event.code);
  const { token } = await call<{ token: string }>('POST', `/events/${event.id}/screens`, {
    may: 'watch',
    label: 'Wall',
  });
  screen = await world.newPage(SCREEN);
  await screen.goto(`${world.server.url}/present/${event.id}#t=${token}`);
  return id;
}

async function reveal(id: string): Promise<void> {
  await call('POST', `/askings/${id}/close`);
  await call('POST', `/askings/${id}/show`);
}

test('a ranking is made with buttons that keep the focus, kept while the line is cut, and revealed', async () => {
  const id = await open({ type: 'ranking', prompt: 'In which order?', options });
  const up = phone.getByRole('button', { name: 'Move Social up' });
  await up.focus();
  await phone.keyboard.press('Enter');
  await phone.keyboard.press('Enter');
  await phone.getByText('Social, now place 2 of 4').waitFor();
  expect(await up.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Move Social up');
  await isFine(phone);
  line.cut();
  await phone.getByRole('button', { name: 'Send my ranking' }).click();
  await phone.getByRole('heading', { name: 'Kept on this phone' }).waitFor();
  line.mend();
  await phone.getByRole('heading', { name: 'Counted now' }).waitFor();
  await phone.getByRole('button', { name: 'Change my vote' }).click();
  await phone.getByRole('button', { name: 'Move Social up' }).click();
  await phone.getByRole('button', { name: 'Send my ranking' }).click();
  await phone.getByRole('heading', { name: 'Your vote is counted' }).waitFor();
  await reveal(id);
  await phone.getByRole('heading', { name: 'Too close to call' }).waitFor();
  await isFine(phone);
  const row = screen.getByRole('row', { name: /^Social/ });
  await row.waitFor({ state: 'attached' });
  expect(await row.locator('td').first().textContent()).toBe('1.0');
  await isFine(screen);
});

test('an order that nobody made is sent only when asked twice', async () => {
  await open({ type: 'ranking', prompt: 'In which order?', options });
  await phone.getByRole('button', { name: 'Send my ranking' }).click();
  await phone.getByText('Nothing has been moved yet.').waitFor();
  await phone.getByRole('button', { name: 'Send it in this order' }).click();
  await phone.getByRole('heading', { name: 'Your vote is counted' }).waitFor();
});

test('the first two of four are tapped into their places', async () => {
  await open({ type: 'ranking', prompt: 'Which two first?', options, settings: { places: 2 } });
  await phone.getByRole('button', { name: 'Data' }).click();
  await isFine(phone);
  await phone.getByRole('button', { name: 'Place 1 more' }).waitFor();
  await phone.getByRole('button', { name: 'Designer' }).click();
  await phone.getByRole('button', { name: 'Take Data off' }).click();
  await phone.getByRole('button', { name: 'Social' }).click();
  await phone.getByRole('button', { name: 'Send my ranking' }).click();
  await phone.getByText('2. Social', { exact: true }).waitFor();
});

test('points are shared by keys, never overspent, and revealed', async () => {
  const id = await open({ type: 'points', prompt: 'Share 100 points', options });
  const slider = (name: string) => phone.getByRole('slider', { name });
  await slider('Designer').focus();
  for (const key of ['PageUp', 'PageUp', 'ArrowRight']) await phone.keyboard.press(key);
  expect(await slider('Designer').inputValue()).toBe('25');
  await phone.locator('[role=status]', { hasText: '75 points left' }).waitFor({ state: 'attached' });
  await phone.getByRole('button', { name: 'Place 75 more points' }).waitFor();
  await slider('Data').focus();
  await phone.keyboard.press('End');
  await phone.getByRole('button', { name: '5 more for Social' }).click({ force: true });
  await phone.getByText('All 100 points are shared.').waitFor();
  expect(await slider('Social').inputValue()).toBe('0');
  await isFine(phone);
  await phone.getByRole('button', { name: 'Send my points' }).click();
  await phone.getByText('Data 75', { exact: true }).waitFor();
  await reveal(id);
  const row = screen.getByRole('row', { name: /^Data/ });
  await row.waitFor({ state: 'attached' });
  expect(await row.locator('td').allTextContents()).toEqual(['75.0', '75', '1', '–']);
  await isFine(screen);
  await isFine(phone);
});

test('a number on a scale is chosen by keys, kept while the line is cut, changed, revealed, exported and taken back', async () => {
  const id = await open({
    type: 'scale',
    prompt: 'How ready are you?',
    settings: { min: 1, max: 7, lowLabel: 'not at all', highLabel: 'completely' },
  });
  const slider = phone.getByRole('slider');
  await slider.focus();
  await phone.keyboard.press('End');
  await phone.keyboard.press('ArrowLeft');
  await isFine(phone);
  line.cut();
  await phone.getByRole('button', { name: /^Send/ }).click();
  await phone.getByRole('heading', { name: 'Kept on this phone' }).waitFor();
  line.mend();
  await phone.getByRole('heading', { name: 'Counted now' }).waitFor();
  await phone.getByRole('button', { name: 'Change my vote' }).click();
  await phone.getByRole('button', { name: 'less' }).click();
  await phone.getByRole('button', { name: /^Send/ }).click();
  await phone.getByRole('heading', { name: 'Your vote is counted' }).waitFor();
  await reveal(id);
  const results = await call<{ mean: number }>('GET', `/askings/${id}/results`);
  expect(results.mean).toBe(5);
  await screen.getByText('average', { exact: false }).first().waitFor();
  await isFine(screen);
  await isFine(phone);
  const [, row = ''] = (await textOf('csv')).trim().split('\r\n');
  expect(row).toMatch(/,5,/);
  const taken = await call<{ added: number }>('POST', '/import', JSON.parse(await textOf('json')) as object);
  expect(taken.added).toBe(0);
});

test('a grid is rated one option a page, and revealed without a winner', async () => {
  const criteria = ['Knows the business', 'Is heard'].map((label) => ({ label }));
  const id = await open({
    type: 'grid',
    prompt: 'How does each do?',
    options: options.slice(0, 2),
    settings: { criteria, min: 1, max: 5 },
  });
  const rate = (criterion: string, n: string) =>
    phone
      .getByRole('radiogroup', { name: criterion })
      .getByRole('radio', { name: n, exact: true })
      .check({ force: true });
  await rate('Knows the business', '4');
  await rate('Is heard', '2');
  await isFine(phone);
  await phone.getByRole('button', { name: 'Next: Marketing' }).click();
  await rate('Knows the business', '3');
  await phone.getByRole('button', { name: /^Send/ }).click();
  await phone.getByRole('heading', { name: 'Your vote is counted' }).waitFor();
  await reveal(id);
  await screen.getByRole('row', { name: /^Designer/ }).waitFor({ state: 'attached' });
  const { finding } = await call<{ finding: { text: string } | null }>('GET', `/askings/${id}/results`);
  expect(finding?.text ?? '').not.toMatch(/leads|wins|best/);
  await isFine(screen);
  await isFine(phone);
});

async function textOf(format: 'csv' | 'json'): Promise<string> {
  const url = `${world.server.url}/api/v1/events/${event.id}/export.${format}`;
  return (await fetch(url, { headers: bearer(API_TOKEN) })).text();
}

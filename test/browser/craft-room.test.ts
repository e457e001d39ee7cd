import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_TOKEN } from '../server/rest/rest-app.ts';
import { violationsOn } from './axe.ts';
import { lineTo, LINE_LOST } from './line-cut.ts';
import { restAt, type Call } from './rest-at.ts';
import { CONSOLE, PHONE, startWorld, vote, type World } from './world.ts';

/** The room as a presenter has it in hand: rehearsed, late, at its own pace, behind a door, with tickets. */
let world: World;
let call: Call;
let desk: Page;

const seen = { timeout: 15_000 };
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(seen);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click(seen);

interface Event {
  id: string;
  code: string;
  askings: string[];
}

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN, ASKAGAIN_DEMO: '0' });
  call = restAt(world.server.url);
  desk = await world.newPage(CONSOLE);
  await desk.goto(world.signInLink);
  await desk.getByRole('heading', { name: 'Events', exact: true }).waitFor(seen);
});
afterAll(() => world?.close());

async function anEvent(prompts: string[], setUp: object = {}): Promise<Event> {
  const { id, code } = await call<Event>('POST', '/events', { title: 'Learning Lounge', setUp });
  const askings: string[] = [];
  for (const prompt of prompts) {
    const question = { type: 'single', prompt, options: [{ label: 'Time' }, { label: 'Money' }] };
    askings.push((await call<{ id: string }>('POST', `/events/${id}/askings`, { question })).id);
  }
  return { id, code, askings };
}

/** The console is where its link led: its session is that address's. */
const deskTo = (page: Page, path: string) => page.goto(new URL(path, world.signInLink).href);
const run = (id: string) => deskTo(desk, `/organise/events/${id}/run`);

async function aPhone(path: string, url = world.server.url): Promise<Page> {
  const phone = await world.newPage(PHONE);
  await phone.goto(`${url}/${path}`);
  return phone;
}

const resultsOf = (asking: string) =>
  call<{ ballots: number; late: number }>('GET', `/askings/${asking}/results`);

test('[RE2] a rehearsal: made-up phones answer, one press clears it, code and phone stay', async () => {
  const event = await anEvent(['What stands in the way?']);
  const [asking = ''] = event.askings;
  await run(event.id);
  await press(desk, 'Rehearse');
  await see(desk, 'Nothing is counted or kept');
  const phone = await aPhone(event.code);
  await see(phone, 'A rehearsal.');
  await call('POST', `/askings/${asking}/open`);
  await vote(phone, 'Time');
  await see(phone, 'Your vote is counted');
  await expect.poll(async () => (await resultsOf(asking)).ballots, seen).toBeGreaterThan(3);
  expect(await violationsOn(desk)).toEqual([]);
  expect(await violationsOn(phone)).toEqual([]);
  await press(desk, 'End the rehearsal');
  await see(phone, 'Wait for the');
  expect(await phone.getByText('A rehearsal.').count()).toBe(0);
  const after = await call<object>('GET', `/events/${event.id}`);
  expect(after).toMatchObject({
    code: event.code,
    isRehearsal: false,
    state: 'draft',
    askings: [{ state: 'waiting', ballots: 0, number: null }],
  });
  await phone.context().close();
}, 60_000);

test('[LT4] a late vote is counted as late, and collected with one press and one tap', async () => {
  const event = await anEvent(['Which first?']);
  const [asking = ''] = event.askings;
  const line = await lineTo(Number(new URL(world.server.url).port));
  await run(event.id);
  await call('POST', `/askings/${asking}/open`);
  const phone = await aPhone(event.code, line.url);
  await phone.locator('.choice', { hasText: 'Money' }).click(seen);
  line.cut();
  await press(phone, 'Send my vote');
  await see(phone, 'Kept on this phone');
  await see(desk, '1 phone is out of reach.');
  await call('POST', `/askings/${asking}/close`);
  line.mend();
  await see(phone, 'This vote came after the close');
  await see(desk, '1 vote came late and is not counted.');
  await phone.reload();
  await see(phone, 'This vote came after the close');
  await press(desk, 'Reopen 20 s');
  await see(phone, 'Voting is open again');
  expect(await violationsOn(phone)).toEqual([]);
  expect((await resultsOf(asking)).ballots).toBe(0);
  await press(phone, 'Send this vote');
  await see(phone, 'Your vote is counted');
  expect(await resultsOf(asking)).toMatchObject({ ballots: 1, late: 0 });
  await phone.context().close();
  await line.close();
}, 60_000);

describe('[SP3] at their own pace', () => {
  test('a phone works through what is open, back and forth, to a closing page', async () => {
    const event = await anEvent(['First of all?', 'And then?', 'At last?'], { pace: 'self' });
    await run(event.id);
    await press(desk, 'Open all');
    const phone = await aPhone(event.code);
    await see(phone, 'First of all?');
    await vote(phone, 'Time');
    await see(phone, 'And then?');
    expect(await violationsOn(phone)).toEqual([]);
    await press(phone, 'The next question');
    await see(phone, 'At last?');
    await vote(phone, 'Money');
    // What was passed over comes round again.
    await see(phone, 'And then?');
    await press(phone, 'The next question');
    await press(phone, 'The next question');
    await see(phone, '1 question left');
    expect(await violationsOn(phone)).toEqual([]);
    await phone.reload();
    await see(phone, 'And then?');
    await vote(phone, 'Money');
    await see(phone, 'That was all. Thank you.');
    await press(desk, 'Close all');
    await see(phone, 'Voting is closed. Thank you.');
    expect(await Promise.all(event.askings.map(async (id) => (await resultsOf(id)).ballots))).toEqual([
      1, 1, 1,
    ]);
    await phone.context().close();
  }, 60_000);

  test('[SP4] before the clock opens, a phone says when', async () => {
    const now = Date.now();
    const event = await anEvent(['Later?'], {
      pace: 'self',
      openFrom: now + 3_600_000,
      openUntil: now + 7_200_000,
    });
    const phone = await aPhone(event.code);
    await see(phone, 'It opens on');
    expect(await violationsOn(phone)).toEqual([]);
    await phone.context().close();
  });
});

test('[DO1] a closed door says so to who is new, and who was in comes back', async () => {
  const event = await anEvent(['Who is here?']);
  await run(event.id);
  const inside = await aPhone(event.code);
  await see(inside, 'You are in');
  await desk.getByRole('switch', { name: /Door closed/ }).click(seen);
  await see(desk, 'No new phones come in.');
  const late = await aPhone(event.code);
  await see(late, 'The door is closed');
  expect(await violationsOn(late)).toEqual([]);
  await inside.reload();
  await see(inside, 'You are in');
  await desk.getByRole('switch', { name: /Door closed/ }).click(seen);
  await see(desk, 'Whoever comes is let in.');
  await press(late, 'Try again');
  await see(late, 'You are in');
  for (const phone of [inside, late]) await phone.context().close();
}, 60_000);

test('[TK1] tickets: made, printed, scanned; copies are reported and count once', async () => {
  const event = await anEvent(['Which way?']);
  await deskTo(desk, `/organise/events/${event.id}/edit`);
  await desk.getByText('Whoever has a printed ticket').click(seen);
  await desk.getByLabel('New tickets').fill('3');
  await press(desk, 'Make 3 tickets');
  const sheet = await desk.getByRole('link', { name: 'Open the sheet to print' }).getAttribute('href');
  expect(await violationsOn(desk)).toEqual([]);
  const printed = await desk.context().newPage();
  await deskTo(printed, sheet ?? '');
  expect(await printed.locator('svg').count()).toBe(3);
  expect(await violationsOn(printed)).toEqual([]);
  await printed.close();

  const { tickets } = await call<{ tickets: { ticket: string }[] }>('POST', `/events/${event.id}/tickets`, {
    count: 1,
  });
  const ticket = `${event.code}/${tickets[0]?.ticket ?? ''}`;
  const without = await aPhone(event.code);
  await see(without, 'This event needs a ticket');
  expect(await violationsOn(without)).toEqual([]);
  const [one, copy] = [await aPhone(ticket), await aPhone(ticket)];
  await call('POST', `/askings/${event.askings[0] ?? ''}/open`);
  await vote(one, 'Time');
  await see(one, 'Your vote is counted');
  await copy.reload();
  await see(copy, 'Your vote is counted');
  expect((await resultsOf(event.askings[0] ?? '')).ballots).toBe(1);
  await run(event.id);
  await see(desk, '4 tickets: 1 used, 3 unused');
  await see(desk, '1 ticket on two phones at once');
  for (const phone of [without, one, copy]) await phone.context().close();
}, 60_000);

test('nothing went wrong on any page, but for the line that was cut', () => {
  const unexpected = world.wrongs.filter((wrong) => !LINE_LOST.test(wrong) && !/status of 403/.test(wrong));
  expect(unexpected).toEqual([]);
});

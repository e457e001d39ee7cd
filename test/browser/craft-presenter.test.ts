import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPng } from '../server/a-picture.ts';
import { API_TOKEN } from '../server/rest/rest-app.ts';
import { violationsOn } from './axe.ts';
import { clickerAt, type Click } from './clicker.ts';
import { phonesThatVote, restAt, type Call } from './rest-at.ts';
import { CONSOLE, PHONE, startWorld, type World } from './world.ts';

/**
 * A talk as its presenter runs it: slides between the questions, one clicker, a remote with notes, hands where phones are
 * few, a question that comes up in between, and what the room takes home. The steps build on each other.
 */
let world: World;
let call: Call;
let desk: Page;
let screen: Page;
let remote: Page;
let click: Click;
let event: { id: string; code: string };
let asked: { id: string; options: { id: string }[] };

const NOTE = 'Wait for the back rows.';
const seen = { timeout: 8_000 };
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(seen);
const onScreen = (text: string | RegExp) => () => screen.getByText(text).first().waitFor({ timeout: 1_500 });
const tap = (name: string | RegExp) => remote.getByRole('button', { name }).click();

/** Two pages with nothing on them. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 320 180]>>endobj
4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 320 180]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN });
  call = restAt(world.server.url);
  event = await call('POST', '/events', { title: 'Learning Lounge, Saturday' });
  const options = ['Product Manager', 'Performance Consultant', 'Designer'].map((label) => ({ label }));
  const question = { type: 'single', prompt: 'Who would you put in charge?', options };
  asked = await call('POST', `/events/${event.id}/askings`, { question });
  desk = await world.newPage(CONSOLE);
  await desk.goto(world.signInLink);
  await desk.getByRole('heading', { name: 'Events', exact: true }).waitFor(seen);
});
afterAll(() => world?.close());

async function opened(page: string, may: 'step' | 'present', options = CONSOLE): Promise<Page> {
  const { token } = await call<{ token: string }>('POST', `/events/${event.id}/screens`, {
    may,
    label: page,
  });
  const here = await world.newPage(options);
  await here.goto(`${world.server.url}${page}#t=${token}`);
  return here;
}

test('pictures and the pages of a PDF come into the running order, a stop gets a section and a note', async () => {
  await desk.goto(`${new URL(desk.url()).origin}/organise/events/${event.id}/edit`);
  await desk.getByRole('radio', { name: 'Pictures' }).check();
  await desk.getByLabel(/What it shows/).fill('A chart of last year');
  const files = desk.getByLabel(/Choose pictures or a PDF/);
  await files.setInputFiles({ name: 'chart.png', mimeType: 'image/png', buffer: aPng(320, 180) });
  await see(desk, '1 picture put in.');
  await files.setInputFiles({ name: 'slides.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
  await see(desk, '2 pictures put in.');
  await see(desk, 'slides, page 2');
  await desk.getByText('Section and note of Who would you put in charge?').click();
  await desk.getByLabel('A section begins here, called').first().fill('Opening');
  const note = desk.getByLabel(/Your note/).first();
  await note.fill(NOTE);
  await note.blur();
  await desk.getByRole('heading', { name: 'Opening' }).waitFor(seen);
  await see(desk, 'Saved.');
  expect(await violationsOn(desk)).toEqual([]);
});

test('one clicker carries questions and slides; the note is on the remote only', async () => {
  screen = await opened(`/present/${event.id}`, 'step');
  remote = await opened(`/remote/${event.id}`, 'present', PHONE);
  click = clickerAt(screen);
  await see(screen, 'Learning Lounge, Saturday');
  await click('PageDown', onScreen('Voting opens soon.'));
  await see(remote, NOTE);
  await click('PageDown', onScreen('No votes yet'));
  const [manager = '', consultant = ''] = asked.options.map(({ id }) => id);
  await phonesThatVote(call, event.code, asked.id, [consultant, consultant, consultant, manager]);
  await see(remote, '4');
  expect(await screen.content()).not.toContain(NOTE);
});

test('the remote reads the finding first, and it can be left off the screen', async () => {
  await tap('Close, reveal later');
  await see(remote, 'Performance Consultant leads');
  expect(await screen.getByText('Performance Consultant leads').count()).toBe(0);
  await remote.getByRole('switch', { name: 'Leave this sentence off the screen' }).check();
  await click('PageDown', onScreen('75'));
  await remote.getByText('Closed. The room sees this.').waitFor(seen);
  expect(await screen.getByText('Performance Consultant leads').count()).toBe(0);
  await remote.getByRole('switch', { name: 'Leave this sentence off the screen' }).uncheck();
  await see(screen, 'Performance Consultant leads');
});

test('hands are counted beside the votes, as a result of their own', async () => {
  await tap('Count hands');
  for (let hand = 0; hand < 3; hand += 1) await tap('One hand more for Designer');
  await tap('One hand fewer for Designer');
  await remote.getByRole('textbox', { name: 'Product Manager' }).fill('12');
  await remote.getByLabel(/How many are there/).fill('30');
  expect(await violationsOn(remote)).toEqual([]);
  await tap('Count 14 hands');
  await see(remote, 'Most hands for Product Manager: 12 of 14');
  await click('PageDown', onScreen('Most hands for Product Manager: 12 of 14'));
  await see(screen, 'hands of 30 present, counted by the presenter');
  const votes = await call<{ ballots: number }>('GET', `/askings/${asked.id}/results`);
  expect(votes.ballots).toBe(4);
  expect(await violationsOn(screen)).toEqual([]);
});

test('the next stops are slides, full screen', async () => {
  const slide = (alt: string) => () => screen.getByRole('img', { name: alt }).waitFor({ timeout: 1_500 });
  await click('PageDown', slide('A chart of last year'));
  await see(remote, 'The room sees this picture.');
  await click('PageDown', slide('slides, page 1'));
  const box = await screen.getByRole('img', { name: 'slides, page 1' }).boundingBox();
  expect([box?.width, box?.height]).toEqual([1280, 720]);
  expect(await violationsOn(screen)).toEqual([]);
  await screen.keyboard.press('?');
  await screen.getByRole('dialog', { name: 'Keys' }).waitFor(seen);
  expect(await violationsOn(screen)).toEqual([]);
  await screen.keyboard.press('Escape');
  await screen.getByRole('dialog', { name: 'Keys' }).waitFor({ ...seen, state: 'hidden' });
});

test('a question comes up: it is typed on the remote and opens at once, then the talk goes on where it was', async () => {
  await tap('Ask now');
  await remote.getByLabel(/The question first/).fill('Shall we go on?\nYes\nAfter the break');
  expect(await violationsOn(remote)).toEqual([]);
  await tap('Open voting');
  await see(screen, 'Shall we go on?');
  await click('PageDown', onScreen('Nobody has answered'));
  await click('PageDown', () =>
    screen.getByRole('img', { name: 'slides, page 2' }).waitFor({ timeout: 1_500 }),
  );
});

test('the remote goes anywhere, and a monitor agrees with it', async () => {
  const monitor = await opened(`/present/${event.id}?monitor`, 'present');
  await see(monitor, 'slides, page 2');
  await tap('Go to …');
  await see(remote, 'Opening');
  await remote
    .getByRole('button', { name: /Who would you put in charge/ })
    .first()
    .click();
  await see(monitor, NOTE);
  await see(monitor, 'Performance Consultant leads');
  await see(screen, 'Performance Consultant leads');
  expect(await violationsOn(monitor)).toEqual([]);
});

test('a time asked is set aside with a reason, and nothing is deleted', async () => {
  await desk.goto(`${new URL(desk.url()).origin}/organise/events/${event.id}/results`);
  await desk.getByRole('button', { name: 'Set it aside …' }).first().click();
  await desk.getByLabel('Why should it not be compared?').fill('The sound was gone.');
  await desk.getByRole('button', { name: 'Set it aside', exact: true }).click();
  await see(desk, 'The sound was gone.');
  await desk.getByRole('button', { name: 'Count it again' }).click();
  await see(desk, 'It is compared again.');
  expect(await violationsOn(desk)).toEqual([]);
});

test('the code of the ended event opens what was shared, on a phone that was never there', async () => {
  await desk.goto(`${new URL(desk.url()).origin}/organise/events/${event.id}/edit`);
  await desk.getByRole('switch', { name: 'The results that were revealed' }).check();
  await see(desk, 'Saved.');
  await call('POST', `/events/${event.id}/state`, { state: 'ended' });
  const phone = await world.newPage(PHONE);
  await phone.goto(`${world.server.url}/${event.code}`);
  await see(phone, 'Thank you for coming');
  await see(phone, 'The host shares 2 results.');
  await see(phone, 'Performance Consultant leads.');
  await phone.getByText('Hands were raised in the room, and the presenter counted them.').first().click();
  await phone.getByText('86').first().waitFor(seen);
  expect(await violationsOn(phone)).toEqual([]);
  // A browser notes the refusal to join; this one was meant.
  expect(world.wrongs.filter((wrong) => !wrong.includes('404'))).toEqual([]);
});

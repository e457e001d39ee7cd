import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCrowd, type CrowdOptions } from '../../scripts/crowd/run-crowd.ts';
import { API_TOKEN } from '../server/rest/rest-app.ts';
import { violationsOn } from './axe.ts';
import { clickerAt, type Click } from './clicker.ts';
import { restAt, type Call } from './rest-at.ts';
import { CONSOLE, PHONE, joinByCode, startWorld, type World } from './world.ts';

/**
 * A whole session as a presenter runs it: twelve questions of every type, the same one before and after, a picture of
 * change, the wall; sixty made-up phones, one real one; and nothing but the keys of a clicker.
 */
let world: World;
let call: Call;
let screen: Page;
let phone: Page;
let click: Click;
let code: string;
let crowd: Promise<unknown>;
const home = new AbortController();

const PHONES = 60;
/** Where pictures of every stop are kept; unset: none are taken. */
const SHOTS = process.env['ASKAGAIN_SHOTS'];

const ROLES = [
  'Product Manager',
  'Performance Consultant',
  'Designer',
  'Marketing',
  'Content Producer',
  'Data',
  'Social',
].map((label) => ({ label }));
const CRITERIA = ['Knows the business', 'Can build it', 'Is heard'].map((label) => ({ label }));
const WHO = {
  type: 'single',
  prompt: 'Who would you put in charge of a digital learning function?',
  options: ROLES,
};

/** In the order of the evening; the last asks the fourth again. */
const QUESTIONS: Asked[] = [
  {
    type: 'single',
    prompt: 'Which describes you?',
    options: ROLES.slice(0, 4),
    settings: { describes: true },
  },
  { type: 'word-cloud', prompt: 'What gets in the way of learning at work?' },
  { type: 'ranking', prompt: 'In which order would you hire?', options: ROLES.slice(0, 5) },
  WHO,
  {
    type: 'multiple',
    prompt: 'Which of these do you have today?',
    options: ROLES,
    settings: { max: 3, other: true, abstain: true },
  },
  { type: 'points', prompt: 'Share 100 points between the seven roles', options: ROLES },
  {
    type: 'grid',
    prompt: 'How well does each role do on each of these?',
    options: ROLES.slice(0, 4),
    settings: { criteria: CRITERIA, min: 1, max: 5 },
  },
  {
    type: 'scale',
    prompt: 'How ready is your organisation?',
    settings: { min: 1, max: 7, lowLabel: 'not at all', highLabel: 'completely' },
  },
  {
    type: 'scale',
    prompt: 'How far do you agree?',
    settings: { min: 1, max: 5, statements: CRITERIA, lowLabel: 'no', highLabel: 'yes' },
  },
  {
    type: 'scale',
    prompt: 'What share of courses is ever finished?',
    settings: { min: 0, max: 100, unit: '%' },
  },
  { type: 'open-text', prompt: 'What will you do differently on Monday?' },
];

interface Asked {
  type: string;
  prompt: string;
  options?: { label: string }[];
  settings?: object;
}

interface Made {
  id: string;
  questionId: string;
}

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN, ASKAGAIN_DEMO: '0' });
  call = restAt(world.server.url);
});
afterAll(async () => {
  home.abort();
  await crowd;
  await world?.close();
});

const seen = { timeout: 10_000 };
const askings: (Made & Asked)[] = [];
const shown = (text: string | RegExp) => () => screen.getByText(text).first().waitFor({ timeout: 2_000 });

async function fine(name: string): Promise<void> {
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true });
    await screen.screenshot({ path: join(SHOTS, `${name}-screen.png`) });
    await phone.screenshot({ path: join(SHOTS, `${name}-phone.png`) });
  }
  expect(await violationsOn(screen), `${name}, screen`).toEqual([]);
  expect(await violationsOn(phone), `${name}, phone`).toEqual([]);
  const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await phone.evaluate(over), `${name}, phone`).toBeLessThanOrEqual(0);
}

test('an evening is made: every type, before and after, a comparison, the wall', async () => {
  const event = await call<{ id: string; code: string }>('POST', '/events', {
    title: 'Learning Lounge Live',
    audience: 'leaders in learning',
    roomSize: 81,
  });
  code = event.code;
  const add = async (body: object): Promise<Made> => call('POST', `/events/${event.id}/askings`, body);
  for (const question of QUESTIONS) askings.push({ ...(await add({ question })), ...question });
  const before = askings.find(({ prompt }) => prompt === WHO.prompt);
  askings.push({ ...(await add({ questionId: before?.questionId })), ...WHO });
  await call('POST', `/events/${event.id}/comparisons`, { questionId: before?.questionId });
  await call('POST', `/events/${event.id}/stops`, { kind: 'wall' });
  expect(askings).toHaveLength(12);

  const desk = await world.newPage(CONSOLE);
  await desk.goto(world.signInLink);
  await desk.getByRole('heading', { name: 'Events', exact: true }).waitFor(seen);
  await desk.goto(`${new URL(world.signInLink).origin}/organise/events/${event.id}/run`);
  const opened = desk.context().waitForEvent('page');
  await desk.getByRole('button', { name: 'Open screen' }).click();
  screen = await opened;
  await screen.setViewportSize({ width: 1920, height: 1080 });
  await screen.getByRole('heading', { name: 'Learning Lounge Live' }).waitFor(seen);
  click = clickerAt(screen);
  phone = await world.newPage(PHONE);
  await joinByCode(phone, world.server.url, code);
  await phone.getByText('You are in').waitFor(seen);
  const options: CrowdOptions = {
    url: world.server.url,
    code,
    phones: PHONES,
    seconds: 600,
    joinSeconds: 1,
    seed: 7,
    pace: 'fast',
    signal: home.signal,
  };
  crowd = runCrowd(options);
  await fine('00-lobby');
});

test.each(Array.from({ length: 12 }, (_, at) => at))(
  'stop %i: the clicker brings it, opens it, closes and reveals it',
  async (at) => {
    const asked = askings[at];
    if (!asked) throw new Error('there is no such stop');
    const name = `${String(at + 1).padStart(2, '0')}-${asked.type}`;
    await click('PageDown', shown(asked.prompt));
    await click('PageDown', () =>
      phone.getByRole('heading', { name: asked.prompt }).waitFor({ timeout: 2_000 }),
    );
    await phone
      .getByRole('button', { name: /^(Send|Next|Place)/ })
      .first()
      .waitFor(seen);
    await fine(`${name}-open`);
    const results = () =>
      call<{ ballots: number; finding: { text: string } | null }>('GET', `/askings/${asked.id}/results`);
    await expect.poll(async () => (await results()).ballots, seen).toBe(PHONES);
    await click('PageDown', async () => {
      const { state } = await call<{ state: string }>('GET', `/askings/${asked.id}/results`);
      if (state !== 'closed') throw new Error('it is not closed yet');
    });
    const { finding } = await results();
    if (finding) await screen.getByText(finding.text).first().waitFor(seen);
    await phone
      .getByText(/Voting is closed/)
      .first()
      .waitFor(seen);
    // The choreography of the reveal takes 3.2 s.
    await screen.locator('.sentence.comes').waitFor(seen);
    await fine(`${name}-revealed`);
  },
);

test('the same people asked twice: the comparison builds up to who moved', async () => {
  await click('PageDown', () =>
    screen
      .getByText(/did not answer again|answered both/)
      .first()
      .waitFor({ timeout: 2_000 }),
  );
  await fine('13-before-after');
});

test('the last stop is the wall: what the phone asks stands on the screen', async () => {
  await phone
    .getByRole('button', { name: 'Questions from the room' })
    .or(phone.getByRole('link', { name: 'Questions from the room' }))
    .first()
    .click();
  await phone.getByRole('textbox').first().fill('Who pays for it?');
  await phone
    .getByRole('button', { name: /^(Ask|Send)/ })
    .first()
    .click();
  await click('PageDown', shown('Who pays for it?'));
  await fine('14-wall');
});

test('nothing went wrong on any page', () => {
  expect(world.wrongs).toEqual([]);
});

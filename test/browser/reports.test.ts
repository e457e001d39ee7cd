import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_TOKEN, bearer } from '../server/rest/rest-app.ts';
import { violationsOn } from './axe.ts';
import { CONSOLE, PHONE, startWorld, type World } from './world.ts';

/** What leaves the room: the public page and the printed reports, as a browser shows and prints them. */
let world: World;
let questionId: string;
let eventId: string;

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN, ASKAGAIN_DEMO: '0' });
  const event = await call<{ id: string; code: string }>('POST', '/events', {
    title: 'Learning Lounge',
    startsOn: '2026-11-24',
  });
  eventId = event.id;
  const asking = await call<{ id: string; questionId: string; options: { id: string }[] }>(
    'POST',
    `/events/${event.id}/askings`,
    {
      question: {
        type: 'single',
        prompt: 'Who would you put in charge of a digital learning function?',
        options: ['Product Manager', 'Performance Consultant', 'Data'].map((label) => ({ label })),
      },
    },
  );
  questionId = asking.questionId;
  await call('POST', `/askings/${asking.id}/open`);
  for (const option of [0, 1, 1, 2, 1, 0]) await voteFor(event.code, asking.id, asking.options[option]?.id);
  await call('POST', `/askings/${asking.id}/close`);
  await call('POST', `/askings/${asking.id}/show`);
  await call('POST', `/questions/${questionId}/data-points`, {
    label: 'LPI event',
    when: { date: '2019-02-01', precision: 'month' },
    audience: 'leaders in learning',
    method: 'a question to the room',
    wording: 'rough',
    exactness: 'remembered',
    n: 100,
    nLow: 80,
    nHigh: 120,
    optionsOffered: ['Product Manager', 'Performance Consultant', 'Data'],
    results: [
      { label: 'Product Manager', optionId: asking.options[0]?.id, words: 'little support' },
      {
        label: 'Performance Consultant',
        optionId: asking.options[1]?.id,
        share: 0.9,
        shareLow: 0.85,
        shareHigh: 0.95,
      },
      { label: 'Data', optionId: asking.options[2]?.id, words: 'hardly any' },
    ],
  });
  await call('PATCH', `/questions/${questionId}`, { isPublic: true });
});
afterAll(() => world?.close());

async function voteFor(code: string, askingId: string, option: string | undefined): Promise<void> {
  const { voterToken } = await call<{ voterToken: string }>('POST', '/join', { code }, {});
  await call('PUT', `/askings/${askingId}/ballot`, { revision: 1, answer: { option } }, bearer(voterToken));
}

async function call<T>(method: string, path: string, body: object = {}, who = bearer(API_TOKEN)): Promise<T> {
  const response = await fetch(`${world.server.url}/api/v1${path}`, {
    method,
    headers: { ...who, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

describe.each<[string, BrowserContextOptions]>([
  ['phone', PHONE],
  ['console', CONSOLE],
])('the public page on a %s', (_name, size) => {
  test.each(['light', 'dark'] as const)('is readable in %s, whole and bare', async (colorScheme) => {
    const page = await world.newPage({ ...size, colorScheme });
    for (const address of [`/q/${questionId}`, `/q/${questionId}?embed=1`]) {
      await page.goto(world.server.url + address);
      await fits(page);
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.locator('figure svg:visible').count()).toBe(1);
    }
    await page.context().close();
  });
});

test('the public page needs no script', async () => {
  const page = await world.newPage({ ...PHONE, javaScriptEnabled: false });
  await page.goto(`${world.server.url}/q/${questionId}`);
  await page.getByText('LPI event, remembered').click();
  await page.getByText('roughly the same, exact words not known').waitFor();
  await page.context().close();
});

describe('reports', () => {
  let page: Page;
  beforeAll(async () => {
    page = await world.newPage({ ...CONSOLE, extraHTTPHeaders: bearer(API_TOKEN) });
  });
  afterAll(() => page.context().close());

  test.each([
    ['of a comparison', () => `/questions/${questionId}/report`, 'Where the figures come from'],
    ['of an event', () => `/events/${eventId}/report`, 'What the room said'],
  ])('%s: its face is in it, it prints, and all can read it', async (_name, path, words) => {
    await page.goto(`${world.server.url}/api/v1${path()}`);
    await page.getByRole('heading', { name: words }).waitFor();
    expect(await page.evaluate('document.fonts.ready.then(() => [...document.fonts][0].status)')).toBe(
      'loaded',
    );
    await fits(page);
    expect(await violationsOn(page)).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

test('nothing went wrong on any of these pages', () => {
  expect(world.wrongs).toEqual([]);
});

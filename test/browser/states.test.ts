import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_TOKEN } from '../server/rest/rest-app.ts';
import { isFine } from './fine.ts';
import { lineTo, LINE_LOST } from './line-cut.ts';
import { restAt, type Call } from './rest-at.ts';
import { CONSOLE, joinByCode, PHONE, SCREEN, startWorld, vote, type World } from './world.ts';

/** Every page in every state: no violation of WCAG 2.2 AA, light and dark, nothing cut off at the side. */
let world: World;
let call: Call;
let desk: Page;
let event: { id: string; code: string };
let asking: { id: string; questionId: string };
let outside: { id: string };

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN, ASKAGAIN_DEMO: '0' });
  call = restAt(world.server.url);
  event = await call('POST', '/events', { title: 'Learning Lounge', roomSize: { low: 30, high: 40 } });
  asking = await call('POST', `/events/${event.id}/askings`, {
    question: {
      type: 'multiple',
      prompt: 'Which of these does your organisation lack most?',
      options: [
        'Time',
        'Money',
        'A very long reason that takes more than one line on most phones',
        'Trust',
      ].map((label) => ({ label })),
      settings: { max: 2, other: true, abstain: true },
    },
  });
  outside = await call('POST', `/questions/${asking.questionId}/data-points`, {
    label: 'A poll of the team',
    when: { date: '2024-10', precision: 'month' },
    audience: 'Our own team',
    method: 'show of hands',
    exactness: 'remembered',
    optionsOffered: ['Time', 'Money and trust'],
    results: [{ label: 'Time', share: 0.9 }],
  });
  desk = await world.newPage(CONSOLE);
  await desk.goto(world.signInLink);
  await desk.getByRole('heading', { name: 'Events', exact: true }).waitFor(seen);
});
afterAll(() => world?.close());

const seen = { timeout: 8_000 };
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(seen);

async function withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.newPage(options);
  await use(page);
  await page.context().close();
}

const SMALL = { ...PHONE, viewport: { width: 320, height: 568 } };
const phoneAt = async (options: BrowserContextOptions, use: (page: Page) => Promise<void>) =>
  withPage(options, async (page) => {
    await joinByCode(page, world.server.url, event.code);
    await use(page);
  });

describe('the console', () => {
  test.each([
    ['events', () => '', 'Events'],
    ['an event', () => `/events/${event.id}/edit`, 'Learning Lounge'],
    ['results', () => `/events/${event.id}/results`, 'Learning Lounge'],
    ['the question bank', () => '/questions', 'Questions'],
    ['a question', () => `/questions/${asking.questionId}`, /lack most/],
    ['a question, to be edited', () => `/questions/${asking.questionId}/edit`, 'Question'],
    ['a result from elsewhere', () => `/questions/${asking.questionId}/results/new`, /Add a result/],
    ['such a result, to be changed', () => `/questions/${asking.questionId}/results/${outside.id}`, /Change/],
    ['matching options', () => `/questions/${asking.questionId}/matching/${outside.id}`, /Which options/],
    ['a comparison', () => `/questions/${asking.questionId}/compare`, /./],
    ['bringing in results', () => '/import', 'Bring in results'],
    ['a new question', () => '/questions/new', /question/i],
    ['reach', () => '/reach', /Can phones reach this/],
    ['people', () => '/people', 'People'],
    ['set-up', () => '/setup', 'Set-up'],
    ['nowhere', () => '/nonsense', /nothing here/i],
  ])('%s', async (_name, path, heading) => {
    await desk.goto(`${new URL(world.signInLink).origin}/organise${path()}`);
    await desk.getByRole('heading', { name: heading }).first().waitFor(seen);
    await desk.waitForLoadState('networkidle');
    await isFine(desk);
  });

  test('the sign-in page', async () => {
    await withPage(CONSOLE, async (page) => {
      await page.goto(`${world.server.url}/organise`);
      await page.getByRole('heading').first().waitFor(seen);
      await isFine(page);
    });
    world.wrongs.splice(0, world.wrongs.length, ...world.wrongs.filter((wrong) => !wrong.includes('401')));
  });
});

describe('before voting', () => {
  test('the phone joins, is told of a wrong code with the field kept, and reads what is kept of it', async () => {
    await withPage(SMALL, async (page) => {
      await joinByCode(page, world.server.url, 'K7M4QX');
      await see(page, 'No event is open under K7M 4QX.');
      expect((await page.getByLabel('Six characters').inputValue()).replace(/\s/g, '').toUpperCase()).toBe(
        'K7M4QX',
      );
      await isFine(page);
    });
    world.wrongs.splice(0, world.wrongs.length, ...world.wrongs.filter((wrong) => !wrong.includes('404')));
    await phoneAt(SMALL, async (page) => {
      await see(page, 'You are in');
      await page.getByRole('button', { name: 'Privacy' }).click();
      await isFine(page);
    });
  });

  test('the phone joins without storage', async () => {
    await withPage(PHONE, async (page) => {
      await page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('denied', 'SecurityError');
            },
          });
      });
      await joinByCode(page, world.server.url, event.code);
      await see(page, 'You are in');
    });
  });
});

describe('the screen and the remote', () => {
  const open = async (path: 'present' | 'remote', may: string, use: (page: Page) => Promise<void>) => {
    const { token } = await call<{ token: string }>('POST', `/events/${event.id}/screens`, {
      may,
      label: may,
    });
    await withPage(path === 'present' ? SCREEN : PHONE, async (page) => {
      await page.goto(`${world.server.url}/${path}/${event.id}#t=${token}`);
      await use(page);
    });
  };

  test('pairing letters, then the event', async () => {
    await withPage(SCREEN, async (page) => {
      await page.goto(`${world.server.url}/present`);
      const lettersOn = async () =>
        /Screens and remotes:\s*((?:[A-Z]\s*){4})/.exec(await page.locator('body').innerText())?.[1];
      await expect.poll(lettersOn, seen).toBeDefined();
      await isFine(page);
      const letters = (await lettersOn()) ?? '';
      await call('POST', `/events/${event.id}/pairings`, { code: letters });
      await page.getByRole('heading', { name: 'Learning Lounge' }).waitFor({ timeout: 15_000 });
    });
  });

  test('lobby, big QR, blank', async () => {
    await open('present', 'step', async (page) => {
      await page.getByRole('heading', { name: 'Learning Lounge' }).waitFor(seen);
      await isFine(page);
      await page.keyboard.press('q');
      await isFine(page);
      await page.keyboard.press('Escape');
    });
  });

  test('open, hidden, closed, revealed: screen, remote and phone together', async () => {
    await open('present', 'step', async (screen) => {
      await open('remote', 'present', async (remote) => {
        await phoneAt(SMALL, async (phone) => {
          await call('POST', `/askings/${asking.id}/open`);
          await see(phone, /Which of these/);
          await see(screen, /Which of these/);
          await see(remote, /Which of these/);
          for (const page of [phone, screen, remote]) await isFine(page);
          await phone.locator('.choice', { hasText: 'Time' }).click();
          await phone.locator('.choice', { hasText: 'Other' }).click();
          await phone.getByLabel('Other, in your words').fill('Courage');
          await isFine(phone);
          await phone.getByRole('button', { name: /^Send my/ }).click();
          await see(phone, 'Your vote is counted');
          for (const page of [phone, screen, remote]) await isFine(page);

          await call('POST', `/askings/${asking.id}/hide`);
          await see(remote, /the room sees no bars/);
          for (const page of [phone, screen, remote]) await isFine(page);

          await call('POST', `/askings/${asking.id}/close`);
          await see(phone, 'Voting is closed');
          for (const page of [phone, screen, remote]) await isFine(page);

          await call('POST', `/askings/${asking.id}/show`);
          await see(screen, /Time/);
          for (const page of [phone, screen, remote]) await isFine(page);

          await call('POST', `/events/${event.id}/state`, { state: 'ended' });
          await see(phone, /ended|over/i);
          for (const page of [phone, screen, remote]) await isFine(page);
        });
      });
    });
  });
});

test('a late vote is told that it came late', async () => {
  const fresh = await call<{ id: string; code: string }>('POST', '/events', { title: 'Late' });
  const question = { type: 'single', prompt: 'Now?', options: [{ label: 'Yes' }, { label: 'No' }] };
  const { id } = await call<{ id: string }>('POST', `/events/${fresh.id}/askings`, { question });
  await call('POST', `/askings/${id}/open`);
  const line = await lineTo(Number(new URL(world.server.url).port));
  await withPage(PHONE, async (page) => {
    await joinByCode(page, line.url, fresh.code);
    await see(page, 'Now?');
    line.cut();
    await vote(page, 'Yes');
    await see(page, 'Kept on this phone');
    await call('POST', `/askings/${id}/close`);
    line.mend();
    await see(page, 'This vote came after the close');
    await isFine(page);
  });
  await line.close();
  world.wrongs.splice(0, world.wrongs.length, ...world.wrongs.filter((wrong) => !LINE_LOST.test(wrong)));
  const { ballots } = await call<{ ballots: number }>('GET', `/askings/${id}/results`);
  expect(ballots).toBe(0);
});

test('nothing went wrong on any page, and no request left the machine', () => {
  // A phone that was there asks what an ended event shares; this one shares nothing.
  world.wrongs.splice(
    0,
    world.wrongs.length,
    ...world.wrongs.filter((wrong) => !wrong.includes('/afterwards/')),
  );
  expect(world.wrongs).toEqual([]);
});

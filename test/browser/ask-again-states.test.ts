import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_TOKEN } from '../server/rest/rest-app.ts';
import { isFine } from './fine.ts';
import { phonesThatVote, restAt, type Call } from './rest-at.ts';
import { CONSOLE, PHONE, SCREEN, startWorld, type World } from './world.ts';

/** Every page on which a question is set beside its earlier results, in every state: light, dark, forced colours. */
let world: World;
let call: Call;
let desk: Page;
let event: { id: string; code: string };
let asking: { id: string; questionId: string; options: { id: string }[] };
let outside: { id: string };

const seen = { timeout: 8_000 };

beforeAll(async () => {
  world = await startWorld({ ASKAGAIN_API_TOKEN: API_TOKEN, ASKAGAIN_DEMO: '0' });
  call = restAt(world.server.url);
  event = await call('POST', '/events', { title: 'Learning Lounge', audienceTags: ['Leaders'] });
  const options = ['Product Manager', 'Performance Consultant', 'Designer', 'Data'];
  const question = {
    type: 'single',
    prompt: 'Who would you put in charge of a digital learning function?',
    options: options.map((label) => ({ label })),
  };
  asking = await call('POST', `/events/${event.id}/askings`, { question });
  const told = {
    audience: 'leaders in learning',
    audienceTags: ['Leaders'],
    method: 'asked',
    wording: 'rough',
  };
  await call('POST', `/questions/${asking.questionId}/data-points`, {
    ...told,
    label: 'LPI event',
    when: { date: '2019-02', precision: 'month' },
    exactness: 'remembered',
    n: 100,
    nLow: 80,
    nHigh: 120,
    optionsOffered: options,
    results: [
      { label: 'Performance Consultant', optionId: asking.options[1]?.id, shareLow: 0.85, shareHigh: 0.95 },
      { label: 'Product Manager', optionId: asking.options[0]?.id, words: 'little support' },
    ],
  });
  outside = await call('POST', `/questions/${asking.questionId}/data-points`, {
    ...told,
    label: 'LinkedIn poll',
    when: { date: '2021-06-21', precision: 'day' },
    interim: true,
    n: 50,
    results: [
      { label: 'Product Manager', optionId: asking.options[0]?.id, count: 23 },
      { label: 'Business partner', count: 17 },
      { label: 'Designer', optionId: asking.options[2]?.id, count: 10 },
    ],
  });
  await call('POST', `/events/${event.id}/comparisons`, { questionId: asking.questionId });
  await call('POST', `/askings/${asking.id}/open`);
  const votes = [0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 0].map((at) => asking.options[at]?.id ?? '');
  await phonesThatVote(call, event.code, asking.id, votes);
  await call('POST', `/askings/${asking.id}/close`);
  await call('POST', `/askings/${asking.id}/show`);
  await call('PATCH', `/questions/${asking.questionId}`, { isPublic: true });
  desk = await world.newPage(CONSOLE);
  await desk.goto(world.signInLink);
  await desk.getByRole('heading', { name: 'Events', exact: true }).waitFor(seen);
});
afterAll(() => world?.close());

const visit = (path: string) =>
  desk.goto(`${new URL(world.signInLink).origin}/organise/questions/${asking.questionId}${path}`);

describe('the console', () => {
  test('the history of a question, opened up', async () => {
    await visit('');
    await desk.getByRole('button', { name: /LinkedIn poll/ }).click();
    await desk.getByRole('link', { name: 'Match the options' }).waitFor(seen);
    await isFine(desk);
  });

  test('a result from elsewhere, with what is missing said', async () => {
    await visit('/results/new');
    await desk.getByRole('button', { name: 'Add this result' }).first().click();
    await desk
      .getByText(/Not saved yet/)
      .first()
      .waitFor(seen);
    await isFine(desk);
  });

  test('what was understood of a table, its options looked over', async () => {
    await desk.goto(`${new URL(world.signInLink).origin}/organise/import?question=${asking.questionId}`);
    await desk.getByLabel('Paste it here').fill('Product Manager\t23\nBusiness partner\t17\nno number here');
    await desk.getByRole('button', { name: 'Read the table' }).click();
    await desk.getByRole('button', { name: /^Check the options/ }).click();
    await isFine(desk);
  });

  test('matching, an option merged from several', async () => {
    await visit(`/matching/${outside.id}`);
    await desk.getByRole('button', { name: /^Business partner/ }).click();
    await desk.getByText('Merged from several').click();
    await isFine(desk);
  });

  test.each(['Option by option', 'Over time'])(
    'a comparison, %s, with all that is folded away',
    async (kind) => {
      await visit('/compare');
      await desk.getByText(kind, { exact: true }).click();
      for (const each of await desk.locator('main summary').all()) await each.click();
      await desk.getByRole('group', { name: /Shares of/ }).waitFor(seen);
      await isFine(desk);
    },
  );
});

/** Which step shows how many times asked, whether ranges, whether the sentence. */
const STEPS = [
  [1, 1, 0, 0],
  [2, 2, 0, 0],
  [3, 3, 0, 0],
  [4, 3, 1, 0],
  [5, 3, 1, 1],
] as const;

describe('the screen and the remote', () => {
  const open = async (path: 'present' | 'remote', may: string) => {
    const { token } = await call<{ token: string }>('POST', `/events/${event.id}/screens`, {
      may,
      label: may,
    });
    const page = await world.newPage(path === 'present' ? SCREEN : PHONE);
    await page.goto(`${world.server.url}/${path}/${event.id}#t=${token}`);
    return page;
  };

  test('the reveal with last time behind it; the comparison at every step', async () => {
    const [screen, remote] = [await open('present', 'step'), await open('remote', 'present')];
    await call('PUT', `/events/${event.id}/stage`, { view: 'asking', askingId: asking.id });
    await screen.getByText('Product Manager leads').first().waitFor(seen);
    await isFine(screen);
    await call('PUT', `/events/${event.id}/stage`, { view: 'comparison', questionId: asking.questionId });
    for (const [step, times, ranges, sentences] of STEPS) {
      if (step > 1) await screen.keyboard.press('PageDown');
      await remote.getByText(step === 5 ? 'The room sees all of it.' : `step ${step} of 5`).waitFor(seen);
      const stands = async () => [
        (await screen.getByRole('columnheader').count()) - 1,
        Math.sign(await screen.getByText(/95\s% range/).count()),
        await screen.locator('.sentence').count(),
      ];
      await expect.poll(stands, seen).toEqual([times, ranges, sentences]);
      for (const page of [screen, remote]) await isFine(page);
    }
    // A screen is dark where its event says so, whatever the machine prefers.
    await call('PATCH', `/events/${event.id}`, { theme: 'dark' });
    await screen.locator('html[data-theme=dark]').waitFor(seen);
    await isFine(screen);
    await call('PUT', `/events/${event.id}/stage`, { view: 'asking', askingId: asking.id });
    await screen.getByText('Product Manager leads').first().waitFor(seen);
    await isFine(screen);
    for (const page of [screen, remote]) await page.context().close();
  });
});

test.each([PHONE, CONSOLE])('the public page and the report', async (size) => {
  for (const path of [`/q/${asking.questionId}`, `/api/v1/questions/${asking.questionId}/report`]) {
    const page = path.startsWith('/q/') ? await world.newPage(size) : desk;
    await page.goto((page === desk ? new URL(world.signInLink).origin : world.server.url) + path);
    await page.getByText('How we know').first().waitFor(seen);
    await isFine(page);
    if (page !== desk) await page.context().close();
  }
});

test('nothing went wrong on any page, and no request left the machine', () => {
  expect(world.wrongs).toEqual([]);
});

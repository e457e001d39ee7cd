import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDemoOnce } from '../../server/demo.ts';
import type { LiveEventHost } from '../../server/live-event-host.ts';
import { loadComparison } from '../../server/comparisons.ts';
import { aPhone, API_TOKEN, startRest, type RestApp } from './rest/rest-app.ts';

let rest: RestApp;
let host: LiveEventHost;
beforeAll(async () => {
  rest = await startRest();
  const { store, hosts, identity, reach, clock } = rest;
  const config = { version: '0', dataFolder: '', allowInsecureConsole: false };
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const made = await makeDemoOnce({ store, hosts, identity, reach, now: () => clock.now, random, config });
  if (!made) throw new Error('there is no demo event');
  host = made;
});
afterAll(() => rest.close());

test('the demo marks what is told and what is made up', async () => {
  const [asking] = host.askings();
  if (!asking) throw new Error('nothing is asked');
  const [told, poll] = (await rest.store.dataPoints.ofQuestion(asking.questionId)).map(({ point }) => point);
  expect(told).toMatchObject({
    label: 'LPI event',
    exactness: 'remembered',
    n: 100,
    wording: 'rough',
    when: { date: '2019-02-01', precision: 'month' },
  });
  expect(told?.results).toMatchObject([{ shareLow: 0.85, shareHigh: 0.95 }, { words: 'little support' }]);
  expect(told?.results[1]).not.toHaveProperty('share');
  expect(poll).toMatchObject({ label: 'LinkedIn poll', interim: true, n: 50 });
  expect(poll?.source?.note).toContain('made up');
  expect(host.event.audience).toContain('made-up');
});

test('the comparison says what the remembered 90 % leaves for the Product Manager, and that the poll had more', async () => {
  const [asking] = host.askings();
  if (!asking) throw new Error('nothing is asked');
  const question = host.questionOf(asking.id);
  const [manager, consultant] = host.specOf(asking.id).options;
  for (let n = 0; n < 20; n += 1) {
    const phone = await aPhone(rest, host.event.code);
    const answer = { option: (n < 6 ? manager : consultant)?.id };
    await rest.call('PUT', `/askings/${asking.id}/ballot`, { revision: 1, answer }, phone);
  }
  await rest.call('POST', `/askings/${asking.id}/close`, {}, { authorization: `Bearer ${API_TOKEN}` });
  const { sentences, foreground, warnings, points } = await loadComparison(
    { store: rest.store },
    question,
    {},
  );
  expect(foreground).toBe(manager?.id);
  expect(sentences[0]).toBe(
    'Product Manager: a clear difference between these groups, at most 15\u00a0% in LPI event (2019, by memory) and 46\u00a0% in LinkedIn poll (2021).',
  );
  expect(sentences.at(-1)).toContain('do not show that anyone changed their mind');
  expect(warnings.map(({ code }) => code)).toEqual(['OPTIONS_DIFFER']);
  expect(points.map(({ nText }) => nText)).toEqual(['around 100', '50 votes when read', '20 phones']);
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SET_UP } from '../../../shared/event-set-up.ts';
import { jsonOf } from '../../../server/export/json.ts';
import { importEvent } from '../../../server/import/import-event.ts';
import { anEvent, aQuestion, aStore, textOf, type Filled } from '../export/filled.ts';

interface FileBody {
  event: Record<string, unknown> & { id: string; setUp: Record<string, unknown> };
  questions: { versions: Record<string, unknown>[] }[];
  posts: Record<string, unknown>[];
}

let from: Filled;
let exported: string;
let to: Filled;

beforeAll(async () => {
  from = await aStore();
  const host = await anEvent(from, { setUp: { ...DEFAULT_SET_UP, pace: 'self' } });
  for (const prompt of ['Who?', 'Where?']) {
    const question = await aQuestion(from, ['Here', 'There'], { prompt });
    await host.addAsking(from.hosts.newAsking(host.id, question), question, null);
  }
  await host.openAll(null);
  await host.ask('phone'.padEnd(22, '.'), { id: 'p'.repeat(20) as never, text: 'Why?', name: undefined });
  exported = await textOf(jsonOf(from.store, host.id));
});
afterAll(() => from.close());
beforeEach(async () => {
  to = await aStore();
});
afterEach(() => to.close());

const file = () => JSON.parse(exported) as FileBody;
const take = (content: unknown) => importEvent(to.store, content, { now: 1, by: 'Ada' });
const refusedAt = (path: string) => ({ refusal: { code: 'INVALID', errors: [{ path }] } });

test('[SP1] an event at its phones’ own pace comes back with all that is open', async () => {
  await take(file());
  const again = await to.hosts.get(file().event.id as never);
  expect([...(again?.openAskings() ?? [])]).toHaveLength(2);
});

test('[SP1] with the presenter’s pace, two open ones are one too many', async () => {
  const { event, ...rest } = file();
  const changed = { ...rest, event: { ...event, setUp: { ...event.setUp, pace: 'presenter' } } };
  await expect(take(changed)).rejects.toMatchObject(refusedAt('askings'));
});

test('what nobody could have set up here is refused', async () => {
  for (const [setUp, path] of [
    [{ openFrom: 5, openUntil: 3 }, 'event.setUp.openUntil'],
    [{ openFrom: 5 }, 'event.setUp.openUntil'],
    [{ accent: '#ffff00' }, 'event.setUp.accent'],
  ] as const) {
    const { event, ...rest } = file();
    const changed = { ...rest, event: { ...event, setUp: { ...event.setUp, ...setUp } } };
    await expect(take(changed)).rejects.toMatchObject(refusedAt(path));
  }
});

test('[RE3] a rehearsal comes out of no file', async () => {
  const { event, ...rest } = file();
  const changed = { ...rest, event: { ...event, isRehearsal: true } };
  await expect(take(changed)).rejects.toMatchObject(refusedAt('event.isRehearsal'));
});

test('[TR1] translations of what a question does not have are refused', async () => {
  const changed = file();
  Object.assign(changed.questions[0]?.versions[0] ?? {}, {
    translations: { de: { options: { no: 'Nein' } } },
  });
  const path = 'questions.0.versions.0.translations.de.options.no';
  await expect(take(changed)).rejects.toMatchObject(refusedAt(path));
});

test('[PW5] posts that no phone could have sent are refused', async () => {
  const [post] = file().posts;
  for (const [wrong, path] of [
    [{ backers: [post?.['voter']] }, 'posts.0.backers'],
    [{ text: 'a\0' }, 'posts.0.text'],
    [{ name: 'a\ud800' }, 'posts.0.name'],
  ] as const)
    await expect(take({ ...file(), posts: [{ ...post, ...wrong }] })).rejects.toMatchObject(refusedAt(path));
});

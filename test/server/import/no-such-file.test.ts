import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { jsonOf } from '../../../server/export/json.ts';
import { importEvent } from '../../../server/import/import-event.ts';
import { anEvent, aQuestion, ask, aStore, textOf, type Filled } from '../export/filled.ts';

let exported: string;
/** One for all: nothing is ever stored in it. */
let to: Filled;

beforeAll(async () => {
  to = await aStore();
  const from = await aStore();
  const host = await anEvent(from);
  const question = await aQuestion(from, ['Designer', 'Marketing'], { settings: { other: true } });
  await ask(from, host, question, [{ option: 'o1' }, { option: 'o0' }]);
  exported = await textOf(jsonOf(from.store, host.id));
  await from.close();
});
afterAll(() => to.close());
afterEach(async () => {
  expect((await to.store.events.list({ limit: 1 })).rows).toEqual([]);
  expect((await to.store.questions.list({ limit: 1 })).rows).toEqual([]);
});

const take = (content: unknown) => importEvent(to.store, content, { now: 1, by: 'Ada' });
const file = () => JSON.parse(exported) as Record<string, unknown>;

/** Puts a value where a path leads. */
function set(content: object, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const target = steps.reduce(
    (at, step) => at[step] as Record<string, unknown>,
    content as Record<string, unknown>,
  );
  target[last] = value;
}

const option = { id: 'o0', label: 'Another' };
const version = {
  version: 1,
  prompt: '?',
  options: [option, { id: 'o1', label: 'B' }],
  settings: {},
  createdAt: '2026-05-04T09:00:00.000Z',
};
const ballot = {
  askingId: 'nowhere',
  voter: 1,
  revision: 1,
  answer: { option: 'o0' },
  castAt: '2026-05-04T09:00:00.000Z',
};

/** Where it is said to be wrong, where it was made so, and how. */
test.each<[said: string, path: string, value: unknown]>([
  ['format', 'format', 'other'],
  ['formatVersion', 'formatVersion', 2],
  ['event.title', 'event.title', 7],
  ['voters.0', 'voters', [Number.MAX_SAFE_INTEGER]],
  ['event.order', 'event.order', Array.from({ length: 201 }, (_, n) => `a${n}`)],
  ['event.code', 'event.code', 'O0O0O0'],
  ['event.createdAt', 'event.createdAt', 'yesterday'],
  ['event.startsOn', 'event.startsOn', '2019-02-30'],
  ['event.order', 'event.order', []],
  ['event.id', 'event.id', '=1+1'],
  ['stage.askingId', 'stage.askingId', 'nowhere'],
  ['questions.0.versions.0.options.0.id', 'questions.0.versions.0.options.0.id', '-x'],
  ['questions.0.versions.0.options', 'questions.0.versions.0.options', [option]],
  ['questions.0.versions.0.options.1.id', 'questions.0.versions.0.options.1.id', 'o0'],
  ['questions.0.versions.0.options.0.id', 'questions.0.versions.0.options.0.id', 'other'],
  ['questions.0.versions.0.options.0.id', 'questions.0.versions.0.options.0.id', 'abstain'],
  ['questions.0.versions.0.settings.shuffle', 'questions.0.versions.0.settings', { shuffle: 7 }],
  ['questions.0.versions', 'questions.0.versions', []],
  ['questions.0.versions', 'questions.0.versions.1', version],
  ['askings.0.closedAt', 'askings.0.state', 'open'],
  ['askings.0.openedAt', 'askings.0.openedAt', null],
  ['askings.0.questionId', 'askings.0.questionId', 'nowhere'],
  ['askings.0.questionId', 'askings.0.questionVersion', 2],
  ['askings.0.eventId', 'askings.0.eventId', 'elsewhere'],
  ['askings.0.number', 'askings.0.number', null],
  ['ballots.2.askingId', 'ballots.2', ballot],
  ['ballots.0.voter', 'ballots.0.voter', 99],
  ['ballots.1', 'ballots.1.voter', 1],
  ['ballots.0.answer', 'ballots.0.answer', { option: 'nowhere' }],
  ['ballots.0.answer', 'ballots.0.answer', 'first'],
  ['ballots.0.castAt', 'ballots.0.castAt', undefined],
  ['', 'extra', 1],
])('%s is named when %s is %j', async (said, path, value) => {
  const content = file();
  set(content, path, value);
  const refused = take(content);
  await expect(refused).rejects.toMatchObject({
    refusal: {
      code: 'INVALID',
      errors: expect.arrayContaining([expect.objectContaining({ path: said })]) as unknown,
    },
  });
});

test.each([[null], [undefined], [7], ['text'], [[]], [{}]])('%j is no file', async (content) => {
  await expect(take(content)).rejects.toMatchObject({ refusal: { code: 'INVALID' } });
});

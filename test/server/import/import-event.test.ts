import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EventId } from '../../../shared/ids.ts';
import { csvOf } from '../../../server/export/csv.ts';
import { jsonOf } from '../../../server/export/json.ts';
import { importEvent } from '../../../server/import/import-event.ts';
import { anEvent, aQuestion, ask, aStore, noEvent, random, textOf, type Filled } from '../export/filled.ts';

interface FileBody {
  event: Record<string, unknown> & { id: string; code: string };
  stage: Record<string, unknown>;
  questions: (Record<string, unknown> & {
    id: string;
    versions: { options: { id: string; label: string }[] }[];
  })[];
  askings: Record<string, unknown>[];
  acts: Record<string, unknown>[];
  voters: number[];
  texts: Record<string, unknown>[];
  ballots: Record<string, unknown>[];
}

let from: Filled;
let exported: string;
let id: EventId;
let to: Filled;

beforeAll(async () => {
  from = await aStore();
  const fields = { startsOn: '2019-02-14', place: 'London', audience: 'leaders', audienceTags: ['uk'] };
  const host = await anEvent(from, { ...fields, roomSize: { low: 90, high: 110 }, title: '“Who?” 👩🏽‍🚀' });
  id = host.id;
  const single = await aQuestion(from, ['Designer', 'Marketing'], {
    settings: { other: true, abstain: true },
  });
  const multiple = await aQuestion(from, ['Red', 'Blue'], { type: 'multiple' });
  await ask(from, host, single, [{ option: 'o1' }, { other: 'constructor' }, { abstain: true }]);
  const closed = await ask(from, host, multiple, [{ options: ['o0', 'o1'] }, { options: ['o1'] }]);
  await host.decideText(closed as never, { text: 'x', shown: true }, 'Ada');
  const open = from.hosts.newAsking(id, single, { seconds: 600 });
  await host.addAsking(open, single, 'Ada');
  await host.addAsking(from.hosts.newAsking(id, multiple), multiple, 'Ada');
  await host.open(open.id, {}, 'Ada');
  await host.cast('phone-0'.padEnd(22, '.'), { askingId: open.id, revision: 3, answer: { option: 'o0' } });
  exported = await textOf(jsonOf(from.store, id));
});
afterAll(() => from.close());
beforeEach(async () => {
  to = await aStore();
});
afterEach(() => to.close());

const file = () => JSON.parse(exported) as FileBody;
const take = (content: unknown, store = to.store) => importEvent(store, content, { now: 1, by: 'Ada' });
describe('an event as JSON', () => {
  test('comes back whole, and goes out again as it came', async () => {
    const { event, questions, askings, ballots, texts } = file();
    expect(texts).toMatchObject([{ text: 'x', shown: true, group: null }]);
    const things = 1 + questions.length + askings.length + ballots.length + texts.length;
    expect(await take(file())).toEqual({ eventId: id, added: things, skipped: 0 });
    expect(event).toMatchObject({ roomSize: { low: 90, high: 110 } });
    expect(await textOf(jsonOf(to.store, id))).toBe(exported);
    const host = await to.hosts.get(id);
    const before = await from.hosts.get(id);
    // Languages are counted from the ballots on the way in, as at a close.
    const facts = (it: typeof host) => it?.askings().map((asking) => ({ ...asking, languages: {} }));
    expect(facts(host)).toEqual(facts(before));
    for (const asking of host?.askings() ?? [])
      expect(host?.tallyOf(asking.id)).toEqual(before?.tallyOf(asking.id));
  });

  test('holds no secret, no hash, no tally, and counts voters from one', async () => {
    const voters = await from.store.voters.ofEvent(id);
    for (const { hash } of voters) expect(exported).not.toContain(hash);
    expect(exported).not.toMatch(/"(hash|token|secret|tally)"/);
    expect(file().voters).toEqual([1, 2, 3]);
  });

  test('gives the same table afterwards, but for the pseudonyms', async () => {
    await take(file());
    const lines = async ({ store }: Filled) =>
      (await textOf(csvOf(store, id, { random })))
        .replace(/v[0-9a-z]{10}/g, 'v')
        .split('\r\n')
        .sort();
    expect(await lines(to)).toEqual(await lines(from));
  });

  test('taken twice is skipped, and nothing of it is written', async () => {
    const { added } = await take(file());
    expect(await take(file())).toEqual({ eventId: id, added: 0, skipped: added });
    expect(await textOf(jsonOf(to.store, id))).toBe(exported);
  });

  test('of which some is here already brings the rest', async () => {
    const { event, stage, questions, askings, ballots, texts } = file();
    await take({
      ...file(),
      event: { ...event, id: 'other', code: 'AAAAAA', order: [] },
      stage: { ...stage, view: 'lobby', askingId: null },
      askings: [],
      acts: [],
      voters: [],
      texts: [],
      ballots: [],
    });
    const added = 1 + askings.length + ballots.length + texts.length;
    expect(await take(file())).toEqual({ eventId: id, added, skipped: questions.length });
  });
});

test('[TX4] a file from before texts had decisions brings the own words that were shown', async () => {
  const { texts, askings, ...old } = file();
  const [decided] = texts;
  const withShown = askings.map((asking) => ({
    ...asking,
    shownOthers: asking['id'] === decided?.['askingId'] ? [decided?.['text']] : [],
  }));
  await take({ ...old, askings: withShown });
  expect(await to.store.texts.ofEvent(id as never)).toMatchObject([
    { askingId: decided?.['askingId'], text: 'x', shown: true, group: null },
  ]);
});

test('[TX4] decisions that belong to nothing, stand twice or are kept under another name are refused', async () => {
  const [decision] = file().texts;
  for (const texts of [
    [decision, decision],
    [{ ...decision, askingId: 'nowhere' }],
    [{ ...decision, shown: 'yes' }],
  ])
    await expect(take({ ...file(), texts })).rejects.toMatchObject({ refusal: { code: 'INVALID' } });
});

describe('the same id with other content is a conflict that names it, and nothing is stored', () => {
  test.each([
    ['event', 'title', (content: FileBody) => [content.event]],
    ['question', 'updatedAt', (content: FileBody) => content.questions],
    ['asking', 'closedAt', (content: FileBody) => content.askings],
    ['ballot', 'castAt', (content: FileBody) => content.ballots],
  ])('%s', async (noun, field, things) => {
    await take(file());
    const changed = file();
    Object.assign(things(changed)[0] ?? {}, { [field]: '2020-01-01T00:00:00.000Z' });
    await expect(take(changed)).rejects.toMatchObject({
      refusal: { code: 'CONTENT_CONFLICT', message: expect.stringContaining(`The ${noun} `) as unknown },
    });
    expect(await textOf(jsonOf(to.store, id))).toBe(exported);
  });

  test('a question of that id alone keeps the whole event out', async () => {
    const [question] = file().questions;
    const labels = ['Other', 'Words'];
    const here = await aQuestion(to, labels);
    await to.store.questions.save(
      { ...here, id: question?.id as never },
      { at: 1, by: null, what: 'x', eventId: null, detail: {} },
    );
    await expect(take(file())).rejects.toMatchObject({
      refusal: {
        code: 'CONTENT_CONFLICT',
        message: expect.stringContaining(String(question?.id)) as unknown,
      },
    });
    expect(await to.store.events.load(id)).toBeUndefined();
    await expect(textOf(jsonOf(to.store, noEvent()))).rejects.toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  });

  test('a join code that another event has', async () => {
    const other = { ...file().event, id: 'other' };
    const stored = await from.store.events.load(id);
    if (!stored) throw new Error('the event is gone');
    await to.store.events.create({ ...stored.event, id: other.id as EventId, order: [] }, stored.stage, []);
    await expect(take(file())).rejects.toMatchObject({ refusal: { code: 'CONTENT_CONFLICT' } });
    expect(await to.store.events.load(id)).toBeUndefined();
  });
});

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventId } from '../../../shared/ids.ts';
import { csvOf } from '../../../server/export/csv.ts';
import { anEvent, aQuestion, ask, aStore, noEvent, random, textOf, type Filled } from './filled.ts';

const FIXED = [
  'event_id',
  'event_title',
  'event_date',
  'place',
  'audience',
  'question_id',
  'question_version',
  'prompt',
  'type',
  'asking_id',
  'asking_number',
  'opened_at',
  'closed_at',
  'voter',
  'revision',
  'cast_at',
  'answer',
  'language',
];

let filled: Filled;
beforeAll(async () => {
  filled = await aStore();
});
afterAll(() => filled.close());

function csv(id: EventId, options: { bom?: boolean; share?: boolean } = {}): Promise<string> {
  return textOf(csvOf(filled.store, id, { ...options, random }));
}

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true });
}

describe('the tidy file', () => {
  test('has its columns first and in order, and one row per ballot', async () => {
    const host = await anEvent(filled, { startsOn: '2019-02-14', place: 'London', audience: 'leaders' });
    const question = await aQuestion(filled, ['Designer', 'Marketing'], {
      settings: { other: true, abstain: true },
    });
    const openedAt = new Date(filled.clock.now).toISOString();
    const askingId = await ask(filled, host, question, [
      { option: 'o1' },
      { other: 'A coach' },
      { abstain: true },
    ]);
    const text = await csv(host.id);
    expect(text.split('\r\n')[0]).toBe(FIXED.join(','));
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = rowsOf(text);
    expect(rows).toHaveLength(3);
    expect(rows.map(({ answer }) => answer).sort()).toEqual(['', 'A coach', 'Marketing']);
    const castAt = Date.parse(openedAt) + 1000;
    expect(rows.find(({ answer }) => answer === 'Marketing')).toEqual({
      event_id: host.id,
      event_title: 'Learning Lounge',
      event_date: '2019-02-14',
      place: 'London',
      audience: 'leaders',
      question_id: question.id,
      question_version: '1',
      prompt: 'Who?',
      type: 'single',
      asking_id: askingId,
      asking_number: '1',
      opened_at: openedAt,
      closed_at: new Date(castAt + 3000).toISOString(),
      voter: expect.stringMatching(/^v[0-9a-z]{10}$/) as string,
      revision: '1',
      cast_at: new Date(castAt).toISOString(),
      answer: 'Marketing',
      language: '',
    });
  });

  test('a multiple choice adds a column per option, named by asking and label', async () => {
    const host = await anEvent(filled);
    const single = await aQuestion(filled, ['A', 'B']);
    const multiple = await aQuestion(filled, ['Red', 'Deep; blue'], {
      type: 'multiple',
      settings: { other: true, abstain: true },
    });
    await ask(filled, host, single, [{ option: 'o0' }]);
    const first = await ask(filled, host, multiple, [
      { options: ['o1', 'o0'], other: 'Green' },
      { options: ['o1'] },
      { abstain: true },
    ]);
    const second = await ask(filled, host, multiple, [{ options: ['o0'] }]);
    const text = await csv(host.id);
    const [head, ...rows] = parse(text);
    const own = [first, second].flatMap((id) => [`${id} Red`, `${id} Deep; blue`]);
    expect(head).toEqual([...FIXED, ...own]);
    const answers = rows.map((row) => row.slice(16)).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
    expect(answers).toEqual([
      ['', '', '', '', '', ''],
      ['A', '', '', '', '', ''],
      ['Deep; blue', '', '0', '1', '', ''],
      ['Red', '', '', '', '1', '0'],
      ['Red; Deep; blue; Green', '', '1', '1', '', ''],
    ]);
    expect(rowsOf(text).find(({ asking_id }) => asking_id === second)).toMatchObject({ asking_number: '2' });
  });

  test('gives the counted revision, and the version that was asked', async () => {
    const host = await anEvent(filled);
    const question = await aQuestion(filled, ['A', 'B']);
    const asking = filled.hosts.newAsking(host.id, question);
    await host.addAsking(asking, question, null);
    await host.open(asking.id, {}, null);
    for (const revision of [1, 2, 5])
      await host.cast('phone'.padEnd(22, '.'), {
        askingId: asking.id,
        revision,
        answer: { option: `o${revision % 2}` },
        language: 'de',
      });
    expect(rowsOf(await csv(host.id))).toMatchObject([
      { revision: '5', answer: 'B', closed_at: '', language: 'de' },
    ]);
  });

  test('leaves out what was never asked, and has a head without any ballot', async () => {
    const host = await anEvent(filled);
    const question = await aQuestion(filled, ['A', 'B'], { type: 'multiple' });
    await host.addAsking(filled.hosts.newAsking(host.id, question), question, null);
    expect(await csv(host.id)).toBe(`${FIXED.join(',')}\r\n`);
    await expect(csv(noEvent())).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  test('has a byte order mark only where it is asked for', async () => {
    const host = await anEvent(filled);
    const [plain, marked] = [await csv(host.id), await csv(host.id, { bom: true })];
    expect(plain.startsWith('event_id')).toBe(true);
    expect(marked).toBe(`\uFEFF${plain}`);
  });
});

describe('the voter', () => {
  const fifty = Array.from({ length: 50 }, (_, n) => ({ option: `o${n % 2}` }));

  test('is the same in all askings and all exports of one event, and in no other event', async () => {
    const question = await aQuestion(filled, ['A', 'B']);
    const [host, other] = [await anEvent(filled), await anEvent(filled)];
    for (const each of [host, host, other]) await ask(filled, each, question, fifty);
    const namesIn = async (id: EventId) => rowsOf(await csv(id)).map(({ voter }) => voter);
    const names = await namesIn(host.id);
    expect(new Set(names).size).toBe(50);
    expect(names.slice(0, 50)).toEqual(names.slice(50));
    expect(await namesIn(host.id)).toEqual(names);
    for (const name of await namesIn(other.id)) expect(names).not.toContain(name);
  });

  test('does not stand in the order of voting, nor do the rows', async () => {
    const host = await anEvent(filled);
    await ask(filled, host, await aQuestion(filled, ['A', 'B']), fifty);
    const rows = rowsOf(await csv(host.id));
    const byTime = [...rows].sort((a, b) => (String(a['cast_at']) < String(b['cast_at']) ? -1 : 1));
    expect(rows).not.toEqual(byTime);
    expect(byTime.map(({ voter }) => voter)).not.toEqual(byTime.map(({ voter }) => voter).sort());
    expect(await csv(host.id)).not.toContain('phone-');
  });
});

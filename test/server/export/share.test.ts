import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OptionId } from '../../../shared/ids.ts';
import type { QuestionSpec } from '../../../shared/question.ts';
import { csvOf } from '../../../server/export/csv.ts';
import { HELD_BACK, MERGED, shareable, SMALLEST_GROUP } from '../../../server/export/share.ts';
import { anEvent, aQuestion, ask, aStore, random, textOf, type Filled } from './filled.ts';

let filled: Filled;
beforeAll(async () => {
  filled = await aStore();
});
afterAll(() => filled.close());

const options = ['Ann', 'Ben', 'Cem', 'Dee'].map((label, n) => ({ id: `o${n}` as OptionId, label }));
const spec: QuestionSpec = { type: 'single', prompt: '?', options, settings: { other: true, abstain: true } };
const times = (n: number, answer: unknown) => Array.from({ length: n }, () => answer);

function groups(rows: { answer: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { answer } of rows) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

describe('what may be handed on', () => {
  test('has no voter and no times, and no word of one’s own', async () => {
    const host = await anEvent(filled);
    const question = await aQuestion(filled, ['Ann', 'Ben'], { settings: { other: true } });
    await ask(filled, host, question, [...times(6, { option: 'o0' }), ...times(5, { other: 'my secret' })]);
    const text = await textOf(csvOf(filled.store, host.id, { share: true, random }));
    const [head] = parse(text);
    expect(head).toEqual([
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
      'answer',
    ]);
    expect(text).not.toContain('secret');
    const rows: { answer: string }[] = parse(text, { columns: true });
    expect(groups(rows)).toEqual({ Ann: 6, [HELD_BACK]: 5 });
  });

  test('has no reason, no word and no answer in own words', async () => {
    const host = await anEvent(filled);
    const choice = await aQuestion(filled, ['Ann', 'Ben'], { settings: { why: true } });
    const reasons = Array.from({ length: 6 }, (_, at) => ({ option: 'o0', why: `my secret ${at}` }));
    await ask(filled, host, choice, reasons);
    const words = await aQuestion(filled, [], { type: 'word-cloud', settings: {} });
    await ask(filled, host, words, times(6, { words: ['secret word', 'secret'] }));
    const open = await aQuestion(filled, [], { type: 'open-text', settings: {} });
    await ask(filled, host, open, times(6, { text: 'A secret' }));
    const text = await textOf(csvOf(filled.store, host.id, { share: true, random }));
    expect(text).not.toContain('secret');
    const rows: { answer: string }[] = parse(text, { columns: true });
    expect(groups(rows)).toEqual({ Ann: 6, [`${HELD_BACK}; ${HELD_BACK}`]: 6, [HELD_BACK]: 6 });
    const whole = await textOf(csvOf(filled.store, host.id, { random }));
    const [head] = parse(whole);
    expect(head?.filter((name) => name.endsWith(' why'))).toHaveLength(1);
    expect(whole).toContain('my secret 3');
    expect(whole).toContain('secret word; secret');
  });

  test('merges groups under five, with the next one while they could still be told apart', () => {
    const shared = (counts: number[]) =>
      groups(
        shareable(
          spec,
          counts.flatMap((count, n) => times(count, { option: `o${n}` })),
        ),
      );
    expect(shared([9, 5, 0, 0])).toEqual({ Ann: 9, Ben: 5 });
    expect(shared([9, 3, 2, 0])).toEqual({ Ann: 9, [MERGED]: 5 });
    expect(shared([9, 7, 4, 0])).toEqual({ Ann: 9, [MERGED]: 11 });
    expect(shared([9, 4, 0, 0])).toEqual({ [MERGED]: 13 });
    expect(shared([2, 1, 0, 0])).toEqual({ [MERGED]: 3 });
  });

  test('own words that are spelled like an option are still that option’s label', () => {
    expect(groups(shareable(spec, [...times(5, { other: 'Zoe' }), ...times(5, { option: 'o0' })]))).toEqual({
      [HELD_BACK]: 5,
      Ann: 5,
    });
  });

  test('numbers are nobody’s own words', () => {
    const scale: QuestionSpec = { type: 'scale', prompt: '?', options: [], settings: { min: 1, max: 5 } };
    const rows = shareable(scale, [...times(5, { value: 4 }), ...times(6, { value: 2 })]);
    expect(groups(rows)).toEqual({ 2: 6, 4: 5 });
    expect(rows.at(-1)?.cells).toEqual(['4']);
  });

  test('no group under five is ever shown, every ballot is, and a merged rest is never one group', () => {
    const answer = fc.oneof(
      fc.constantFrom(...options).map(({ id }) => ({ option: id })),
      fc.string({ minLength: 1 }).map((other) => ({ other })),
      fc.constant({ abstain: true }),
    );
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 60 }), (answers) => {
        const rows = shareable(spec, answers);
        expect(rows).toHaveLength(answers.length);
        const shown = Object.entries(groups(rows));
        for (const [label, count] of shown)
          if (label !== MERGED) expect(count).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        const rest = groups(rows)[MERGED] ?? 0;
        if (rest > 0 && shown.length > 1) expect(rest).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        expect([...rows].map((row) => row.answer)).not.toContain(undefined);
      }),
    );
  });
});

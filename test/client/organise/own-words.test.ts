import { describe, expect, test } from 'vitest';
import { ownWordLists } from '../../../client/organise/results/own-word-lists.ts';
import { errorOf, wordsOfLines } from '../../../client/organise/setup/held-back-lines.ts';

const options = [
  { id: 'a', label: 'Ann' },
  { id: 'b', label: 'Ben' },
];
const lists = (results: object) => ownWordLists({ options }, results as never);

describe('what people wrote, on the results’ page', () => {
  test('reasons stand by the option chosen, those of several by each', () => {
    const both = { text: 'Both', count: 2, optionIds: ['a', 'b'] };
    const own = { text: 'Mine', count: 1, optionIds: ['b', 'other'] };
    expect(lists({ reasons: [both, own], others: [{ text: 'Cem', count: 1 }] })).toEqual([
      { head: 'Why Ann', said: [both] },
      { head: 'Why Ben', said: [both, own] },
      { head: 'Other', said: [{ text: 'Cem', count: 1 }] },
      { head: 'Why other', said: [own] },
    ]);
  });

  test('answers stand under their label, and each once; without labels the table has them', () => {
    const answers = [
      { id: '1', text: 'x' },
      { id: '2', text: 'y', group: 'Time' },
      { id: '3', text: 'y', group: 'Time' },
    ];
    expect(lists({ answers })).toEqual([
      { head: 'Time', said: [{ text: 'y', count: 2 }] },
      { head: 'Under no label', said: [{ text: 'x', count: 1 }] },
    ]);
    expect(lists({ answers: answers.slice(0, 1) })).toEqual([]);
    expect(lists({})).toEqual([]);
  });
});

test('the held-back list has one word a line, and a problem names its word', () => {
  expect(wordsOfLines(' rude \n\n very bad\n')).toEqual(['rude', 'very bad']);
  expect(errorOf({}, 'a')).toBeUndefined();
  expect(errorOf({ 'words.1': 'That is too long.' }, 'a\n\nb')).toBe('“b”: That is too long.');
  expect(errorOf({ words: 'Too many.' }, 'a')).toBe('Too many.');
});

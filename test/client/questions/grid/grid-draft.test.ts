import { expect, test } from 'vitest';
import {
  answerOf,
  draftOf,
  missingOf,
  withRating,
  wordsOf,
} from '../../../../client/questions/grid/grid-draft.ts';
import { en } from '../../../../client/words/phone/en.ts';
import { learn } from '../../../../client/words/words.svelte.ts';
import { aSpec } from '../../../shared/sample.ts';

learn('en', en);

const criteria = [
  { id: 'c1', label: 'Business' },
  { id: 'c2', label: 'Built' },
];
const question = aSpec('grid', 3, { criteria, min: 1, max: 5, abstain: true });

test.each([{ ratings: { a: { c1: 2 }, b: { c1: 1, c2: 5 } } }, { abstain: true }])(
  '%o is read and written again',
  (answer) => expect(answerOf(draftOf(question, answer))).toEqual(answer),
);

test('what the question no longer asks is left out, and a row without ratings is none', () =>
  expect(
    draftOf(question, { ratings: { a: { c1: 9, gone: 1 }, z: { c1: 1 }, b: { c2: 3 } } }).ratings,
  ).toEqual({
    b: { c2: 3 },
  }));

test('nothing rated is nothing to send', () => expect(answerOf(draftOf(question, null))).toBeUndefined());

test('a rating may be changed and taken back', () => {
  const once = withRating({}, 'a', 'c1', 2);
  expect(withRating(once, 'a', 'c1', 4)).toEqual({ a: { c1: 4 } });
  expect(withRating(once, 'a', 'c2', 5)).toEqual({ a: { c1: 2, c2: 5 } });
  expect(withRating(once, 'a', 'c1', undefined)).toEqual({});
});

test('how many criteria of an option are left', () =>
  expect(['a', 'b'].map((id) => missingOf(question, { a: { c1: 2 } }, id))).toEqual([1, 2]));

test('its words: one line an option, in the order of the criteria', () => {
  expect(wordsOf(question, { ratings: { b: { c2: 3 }, a: { c2: 1, c1: 2 } } })).toEqual([
    'A: 2, 1',
    'B: –, 3',
  ]);
  expect(wordsOf(question, { abstain: true })).toEqual(['I cannot say']);
});

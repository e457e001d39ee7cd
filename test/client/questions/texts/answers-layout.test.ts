import { expect, test } from 'vitest';
import { answerList } from '../../../../client/questions/open-text/answers-layout.ts';
import { mostLetters } from '../../../../client/questions/open-text/letters.ts';
import { entriesOf, fieldName, wordsIn } from '../../../../client/questions/word-cloud/entries.ts';
import { maxLengthOf } from '../../../../shared/questions/open-text.ts';
import { entriesOf as entriesOfSpec } from '../../../../shared/questions/word-cloud.ts';

const measure = (text: string) => text.length / 2;
const box = { width: 1344, height: 700 };

test('the first answer is large, the next ones can still be read, and what has no room is counted', () => {
  const list = answerList(
    Array.from({ length: 30 }, (_, at) => `Answer ${at}`),
    box,
    measure,
  );
  expect(list.shown[0]).toEqual({ text: 'Answer 0', size: 76 });
  expect(list.shown.slice(1).every(({ size }) => size === 42)).toBe(true);
  expect(list.shown.length + list.left).toBe(30);
  expect(list.left).toBeGreaterThan(0);
});

test('an answer of 500 letters stands there whole', () => {
  const list = answerList(['word '.repeat(100).trim(), 'Next'], box, measure);
  expect(list.shown[0]?.size).toBeGreaterThanOrEqual(42);
  expect(answerList([], box, measure)).toEqual({ shown: [], left: 0 });
});

test('the phone knows the same limits as the domain', () => {
  for (const settings of [{}, { maxLength: 60 }])
    expect(mostLetters(settings)).toBe(maxLengthOf({ settings }));
  for (const settings of [{}, { entries: 5 }]) expect(entriesOf(settings)).toBe(entriesOfSpec({ settings }));
});

test('fields that are empty are no words, and a word is said once', () => {
  expect(wordsIn(['Time', 'Time '])).toEqual(['Time']);
  expect(wordsIn([' Time ', '', '  ', 'Old tools'])).toEqual(['Time', 'Old tools']);
  expect(fieldName(0, 1)).not.toBe(fieldName(0, 3));
});

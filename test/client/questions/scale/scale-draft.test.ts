import { expect, test } from 'vitest';
import {
  answerOf,
  draftOf,
  scaleHint,
  stepped,
  withValue,
  wordsOf,
} from '../../../../client/questions/scale/scale-draft.ts';
import { learn } from '../../../../client/words/words.svelte.ts';
import { en } from '../../../../client/words/phone/en.ts';
import type { QuestionSettings, QuestionSpec } from '../../../../shared/question.ts';

learn('en', en);

function aScale(settings: QuestionSettings = {}): QuestionSpec {
  return { type: 'scale', prompt: '?', options: [], settings: { min: 1, max: 10, ...settings } };
}

const statements = [
  { id: 's1', label: 'We plan' },
  { id: 's2', label: 'We look back' },
];
const several = aScale({ statements });

test.each([{ value: 7 }, { abstain: true }])('%o is read and written again', (answer) =>
  expect(answerOf(aScale(), draftOf(aScale(), answer))).toEqual(answer),
);

test('so are several numbers; what the question no longer takes is left out', () => {
  const draft = draftOf(several, { values: { s1: 3, s2: 99, gone: 2 } });
  expect(answerOf(several, draft)).toEqual({ values: { s1: 3 } });
});

test('nothing set is nothing to send', () => {
  expect(answerOf(aScale(), draftOf(aScale(), null))).toBeUndefined();
  expect(answerOf(several, draftOf(several, null))).toBeUndefined();
});

test('a number may be taken back, and ends an abstention', () => {
  const draft = withValue({ value: undefined, values: {}, isAbstaining: true }, 's1', 4);
  expect(draft).toEqual({ value: undefined, values: { s1: 4 }, isAbstaining: false });
  expect(withValue(draft, 's1', undefined).values).toEqual({});
});

test('a step begins in the middle and ends at the ends', () => {
  expect(stepped(aScale(), undefined, 1)).toBe(6);
  expect([stepped(aScale(), 10, 1), stepped(aScale(), 1, -1), stepped(aScale(), 4, -1)]).toEqual([10, 1, 3]);
  expect(stepped(aScale({ min: 0, max: 1, step: 0.1 }), 0.2, 1)).toBe(0.3);
});

test('its words: with the unit, in the order of the statements', () => {
  expect(wordsOf(aScale({ min: -20, unit: 'km' }), { value: -3 })).toEqual(['−3\u00a0km']);
  expect(wordsOf(several, { values: { s2: 4, s1: 2 } })).toEqual(['We plan: 2', 'We look back: 4']);
  expect(wordsOf(aScale(), { abstain: true })).toEqual(['I cannot say']);
});

test('the hint says from where to where', () => {
  expect(scaleHint(aScale({ unit: '%' }))).toBe('From 1 to 10\u00a0%');
  expect(scaleHint(several)).toBe('Each from 1 to 10');
});

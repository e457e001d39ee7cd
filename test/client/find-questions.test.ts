import { expect, test } from 'vitest';
import { findQuestions } from '../../client/organise/questions/find-questions.ts';

const QUESTIONS = [
  { prompt: 'Who would you put in charge?', options: [{ label: 'Designer' }, { label: 'Data' }] },
  { prompt: 'Où êtes-vous ?', options: [{ label: 'À Paris' }] },
];

test.each([
  ['', [0, 1]],
  ['CHARGE', [0]],
  ['charge data', [0]],
  ['data paris', []],
  ['etes paris', [1]],
])('“%s”', (sought, found) => {
  expect(findQuestions(QUESTIONS, sought)).toEqual(found.map((index) => QUESTIONS[index]));
});

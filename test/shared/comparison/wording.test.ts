import { expect, test } from 'vitest';
import { wordingNumbers } from '../../../shared/comparison/wording.ts';
import type { QuestionVersion } from '../../../shared/question.ts';

function numbers(...versions: [prompt: string, change?: QuestionVersion['change']][]): number[] {
  const made = versions.map(([prompt, change = null], index) => ({
    version: index + 1,
    prompt,
    options: [],
    settings: {},
    translations: {},
    change,
    createdAt: 0,
  }));
  return [...wordingNumbers({ versions: made }).values()];
}

test('other words have another number, a correction and an edit of options keep it', () => {
  expect(numbers(['Who?'], ['Who'], ['Whom?', 'correction'], ['Whom?', 'new-meaning'])).toEqual([1, 2, 2, 2]);
});

test('words that are taken up again have the number they had', () => {
  expect(numbers(['Who runs it?'], ['Who leads it?'], ['Who runs it?'], ['Who owns it?'])).toEqual([
    1, 2, 1, 3,
  ]);
});

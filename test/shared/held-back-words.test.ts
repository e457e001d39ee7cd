import { expect, test } from 'vitest';
import { FIRST_HELD_BACK, heldBackBy } from '../../shared/held-back-words.ts';

test('[TX3] a word is held back as a whole word, however it is written', () => {
  const isHeldBack = heldBackBy(['Rude', 'very bad', '!!!']);
  for (const text of ['rude', 'RUDE', 'ru\u00adde', 'so rude!', 'Rudes', 'a very  bad idea', '!!!'])
    expect(isHeldBack(text), text).toBe(true);
  for (const text of ['crude', 'rudeness', 'bad', 'very', 'very good, bad', '', 'fine'])
    expect(isHeldBack(text), text).toBe(false);
});

test('nothing is held back by an empty list, and the first list holds no everyday word', () => {
  expect(heldBackBy([])('anything')).toBe(false);
  const isHeldBack = heldBackBy(FIRST_HELD_BACK);
  for (const text of ['Time', 'Scunthorpe', 'classic', 'analysis', 'Assessment', 'cocktail', 'Dickens'])
    expect(isHeldBack(text), text).toBe(false);
  expect(isHeldBack('this is SHIT')).toBe(true);
});

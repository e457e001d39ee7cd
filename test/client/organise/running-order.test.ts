import { expect, test } from 'vitest';
import { ANSWERED_LAST_TIME, isReady } from '../../../client/organise/event/ready-questions.ts';
import { stepWords } from '../../../client/organise/run/step-words.ts';
import type { Comparison } from '../../../shared/comparison/comparison.ts';

test('how far a comparison is built up: each time asked, then ranges, then the sentence', () => {
  const points = ['a', 'b', 'c'].map((id) => ({ id })) as Comparison['points'];
  const comparison = { points, differences: [] } as unknown as Comparison;
  expect(stepWords({ step: 0 }, comparison)).toBe('step 1 of 5');
  expect(stepWords({ step: 4 }, comparison)).toBe('step 5 of 5');
  expect(stepWords({ step: 9 }, comparison)).toBe('step 5 of 5');
  expect(stepWords({ step: 0 }, null)).toBe('');
});

test('a ready question is found again only where its answers still tell groups apart', () => {
  const { type, prompt, settings } = ANSWERED_LAST_TIME;
  expect(isReady({ type, prompt, settings: { ...settings } }, ANSWERED_LAST_TIME)).toBe(true);
  expect(isReady({ type, prompt, settings: {} }, ANSWERED_LAST_TIME)).toBe(false);
  expect(isReady({ type, prompt: 'Who?', settings: { ...settings } }, ANSWERED_LAST_TIME)).toBe(false);
});

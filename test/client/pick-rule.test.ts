import { expect, test } from 'vitest';
import { picksOf, settingsOf } from '../../client/questions/multiple/pick-rule.ts';

test.each([
  [{}, 'any'],
  [{ max: 3 }, 'most'],
  [{ min: 2 }, 'least'],
  [{ min: 2, max: 2 }, 'exactly'],
  [{ min: 2, max: 3 }, 'between'],
])('%o is said as “%s”, and that is stored as the same', (settings, rule) => {
  const picks = picksOf(settings, 5);
  expect(picks.rule).toBe(rule);
  expect(settingsOf({ shuffle: true }, picks)).toEqual({ shuffle: true, ...settings });
});

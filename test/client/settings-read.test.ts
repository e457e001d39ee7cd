import { expect, test } from 'vitest';
import { settingsRead } from '../../client/organise/event/settings-read.ts';

test('of what was read out of a paste, a type gets what it takes', () => {
  const read = { other: true, max: 3 };
  expect(settingsRead('multiple', read)).toEqual({ other: true, max: 3 });
  expect(settingsRead('single', read)).toEqual({ other: true });
});

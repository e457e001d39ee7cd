import { expect, test } from 'vitest';
import { percent } from '../../../client/ui/percent.ts';
import { agoWords, minutesAndSeconds } from '../../../client/ui/time.ts';
import { countOf } from '../../../shared/count-words.ts';
import { notAnsweredWords } from '../../../client/ui/words.ts';

test.each([
  [0, '0 %'],
  [0.004, '0 %'],
  [0.005, '1 %'],
  [0.38, '38 %'],
  [1, '100 %'],
  [null, '–'],
])('a share of %o is read as %s', (share, words) => {
  expect(percent(share).replace('\u00a0', ' ')).toBe(words);
});

test('a percent sign never stands on a line of its own', () => expect(percent(0.5)).toBe('50\u00a0%'));

test.each([
  [0, '0 phones'],
  [1, '1 phone'],
  [2, '2 phones'],
])('%i: %s', (n, words) => expect(countOf(n, 'phone')).toBe(words));

test('a plural may be its own', () => expect(countOf(2, 'person', 'people')).toBe('2 people'));

test.each([
  [-5, '0:00'],
  [0, '0:00'],
  [1, '0:01'],
  [42_000, '0:42'],
  [59_001, '1:00'],
  [725_000, '12:05'],
])('%i ms on a timer: %s', (ms, words) => expect(minutesAndSeconds(ms)).toBe(words));

test.each([
  [0, 'just now'],
  [1499, 'just now'],
  [12_000, '12 seconds ago'],
  [99_000, '99 seconds ago'],
  [100_000, '2 minutes ago'],
  [600_000, '10 minutes ago'],
])('%i ms ago: %s', (ms, words) => expect(agoWords(ms)).toBe(words));

test.each([
  [4, 4, null, '4 have not answered'],
  [1, 1, { low: 80, high: 90 }, '1 has not answered'],
  [5, 1, { low: 85, high: 85 }, '5 in the room have not answered'],
  [5, 0, { low: 75, high: 85 }, 'up to 5 in the room have not answered'],
])('%i, of them %i phones, in a room of %o', (missing, silent, room, words) => {
  expect(notAnsweredWords(missing, silent, room)).toBe(words);
});

import { expect, test } from 'vitest';
import { countOf, nth } from '../../shared/count-words.ts';

test('one of a thing, and several', () => {
  expect([0, 1, 2].map((n) => countOf(n, 'vote'))).toEqual(['0 votes', '1 vote', '2 votes']);
  expect(countOf(2, 'person', 'people')).toBe('2 people');
});

test('places in a row end as they are said', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(nth)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '103rd',
    '111th',
  ]);
});

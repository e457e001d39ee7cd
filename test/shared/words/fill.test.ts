import { expect, test } from 'vitest';
import { fill } from '../../../shared/words/fill.ts';
import { languageFor } from '../../../shared/words/languages.ts';

test('values go where their names stand, and a name without a value stays', () => {
  expect(fill('{a} and {b} of {ballots}', { a: 24, b: 22 }, 'en')).toBe('24 and 22 of {ballots}');
  expect(fill('{toString}', {}, 'en')).toBe('{toString}');
});

test('what is put in is not read again', () => {
  expect(fill('{option} leads', { option: '{n}', n: 3 }, 'en')).toBe('{n} leads');
});

test('n decides the form, as the language has it', () => {
  const votes = { one: '{n} vote', other: '{n} votes' };
  expect([0, 1, 2].map((n) => fill(votes, { n }, 'en'))).toEqual(['0 votes', '1 vote', '2 votes']);
  expect([0, 1].map((n) => fill(votes, { n }, 'fr'))).toEqual(['0 vote', '1 vote']);
  const forms = { zero: '0', one: '1', two: '2', few: '3–10', many: '11–99', other: '100' };
  expect([0, 1, 2, 5, 11, 100].map((n) => fill(forms, { n }, 'ar'))).toEqual(Object.values(forms));
});

test('the first wanted language that there is, whatever its region; else English', () => {
  expect(languageFor(['sv-SE', 'de-AT', 'fr'])).toBe('de');
  expect(languageFor(['PT_br'])).toBe('pt');
  expect(languageFor(['constructor', 'xx'])).toBe('en');
});

test('names are listed as the language lists them', () => {
  expect(fill('{who} are level.', { who: ['A', 'B', 'C'] }, 'en')).toBe('A, B and C are level.');
  expect(fill('{who} liegen gleichauf.', { who: ['A', 'B'] }, 'de')).toBe('A und B liegen gleichauf.');
});

test('a fraction has the language’s own point, Latin digits, and a minus sign', () => {
  expect(
    ['en', 'de', 'ar'].map((language) =>
      fill('{x}', { x: -4.25 }, language).replace(/[\u200e\u200f\u061c]/g, ''),
    ),
  ).toEqual(['−4.25', '−4,25', '−4.25']);
  expect(fill('{x}', { x: 1234 }, 'de')).toBe('1234');
});

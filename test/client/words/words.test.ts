import { afterEach, expect, test } from 'vitest';
import { en } from '../../../client/words/phone/en.ts';
import { learn, partsOf, t, tell } from '../../../client/words/words.svelte.ts';

afterEach(() => learn('en', en));

test('what stands between stars is strong; stars of a value are letters', () => {
  expect(partsOf('late.earlier', { words: '*A*' })).toEqual([
    '',
    'Your earlier vote stays counted:',
    ' *A*.',
  ]);
});

test('a phrase takes the form its number has in the language', () => {
  learn('ar', { 'choice.send': { two: 'two', few: '{n} few', other: 'other' } });
  expect([2, 3, 100].map((n) => t('choice.send', { n }))).toEqual(['two', '3 few', 'other']);
});

test('what the server said is said in the page’s language, and in English where the page has no words for it', () => {
  const said = { key: 'finding.leads', values: { option: 'A' } };
  learn('de', { 'finding.leads': '{option} liegt vorn' });
  expect(tell(said, 'A leads')).toBe('A liegt vorn');
  learn('de', {});
  expect(tell(said, 'A leads')).toBe('A leads');
});

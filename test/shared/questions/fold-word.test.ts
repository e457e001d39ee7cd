import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord, wordsOf } from '../../../shared/questions/fold-word.ts';

const same = (...texts: string[]) => expect(new Set(texts.map(foldWord)).size).toBe(1);

describe('[WC2] the same word, however it is written', () => {
  test.each<[string, string[]]>([
    ['case', ['Time', 'TIME', 'time']],
    ['spaces', ['old tools', ' old  tools ', 'old\u00a0tools', 'Old\ttools']],
    ['signs around it', ['Time', 'time!', '“Time”', 'time.', '(time)', '¿Time?']],
    ['how a letter is encoded', ['Café', 'Cafe\u0301', 'ＣＡＦＥ\u0301']],
    ['what cannot be seen', ['ti\u00adme', 'time', 'ti\u200bme']],
    ['a plural with s', ['meeting', 'Meetings', 'meetings.']],
    ['a plural with es', ['class', 'classes']],
    ['a plural with es after sh, ch, x', ['box', 'Boxes', 'boxes']],
    ['an e that was there', ['headache', 'headaches', 'Headaches!']],
    ['a plural with ies', ['company', 'companies', 'Company']],
    ['an ie that was there', ['movie', 'movies']],
    ['the last word alone', ['too many tool', 'too many tools']],
  ])('%s', (_what, texts) => same(...texts));

  test.each([
    ['glass', 'glas'],
    ['boss', 'bos'],
    ['gas', 'ga'],
    ['C++', 'C'],
    ['C#', 'C'],
    ['time', 'tim'],
    ['old tools', 'oldtools'],
    ['Tools we like', 'Tool we like'],
  ])('%s is not %s', (a, b) => expect(foldWord(a)).not.toBe(foldWord(b)));

  test('signs alone stay what they are', () => {
    expect(foldWord('?!')).toBe('?!');
    expect(foldWord('👩🏽‍🚀')).not.toBe('');
  });

  test('[WC2] a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        expect(foldWord(foldWord(text))).toBe(foldWord(text));
      }),
      { numRuns: 2000 },
    );
    const ends = fc.constantFrom(
      's',
      'es',
      'ies',
      'ie',
      'e',
      'x',
      'ss',
      'sh',
      'ch',
      'z',
      'y',
      'a',
      'b',
      ' ',
      '.',
    );
    fc.assert(
      fc.property(fc.array(ends, { maxLength: 8 }), (parts) => {
        const key = foldWord(parts.join(''));
        expect(foldWord(key)).toBe(key);
      }),
      { numRuns: 5000 },
    );
  });
});

test('the words of a text are folded one by one', () => {
  expect(wordsOf('Too many TOOLS, l’été; 3 boxes!')).toEqual(['too', 'many', 'tool', 'l', 'été', '3', 'box']);
  expect(wordsOf('…')).toEqual([]);
});

import { expect, test } from 'vitest';
import { changesBetween, changeWords } from '../../client/organise/questions/version-changes.ts';
import type { OptionId } from '../../shared/ids.ts';
import type { Option, QuestionSettings } from '../../shared/question.ts';

const option = (id: string, label: string): Option => ({ id: id as OptionId, label });
const CONTENT = option('c', 'Content');
const DATA = option('d', 'Data');
const SOCIAL = option('s', 'Social');

function version(prompt: string, options: Option[], settings: QuestionSettings = {}) {
  return { prompt, options, settings };
}

function texts(...[before, after]: Parameters<typeof changesBetween>): string[] {
  return changesBetween(before, after).map(({ mark, text }) => `${mark}: ${text}`);
}

test('nothing changed is nothing said', () => {
  expect(texts(version('Who?', [CONTENT, DATA]), version('Who?', [CONTENT, DATA]))).toEqual([]);
});

test('only the words that differ are named', () => {
  const before = version('Who should run a learning function?', [DATA]);
  const after = version('Who would you put in charge of a learning function?', [DATA]);
  expect(texts(before, after)).toEqual(['wording: “should run” becomes “would you put in charge of”']);
});

test('words that were only added show both sentences', () => {
  expect(texts(version('Who runs it?', []), version('Who runs it now?', []))).toEqual([
    'wording: “it?” becomes “it now?”',
  ]);
  expect(texts(version('Who runs', []), version('Who runs it', []))).toEqual([
    'wording: “Who runs” becomes “Who runs it”',
  ]);
});

test('a corrected label is the same option, told by its id', () => {
  const after = option('c', 'Content Producer');
  expect(texts(version('Who?', [CONTENT, DATA]), version('Who?', [after, DATA]))).toEqual([
    'same: “Content” becomes “Content Producer”, the same option',
  ]);
});

test('a new meaning is one option dropped and one added', () => {
  const after = option('x', 'Content Producer');
  expect(texts(version('Who?', [CONTENT, DATA]), version('Who?', [after, DATA]))).toEqual([
    'added: “Content Producer” is new',
    'dropped: “Content” is dropped',
  ]);
});

test('another order is said once, and not because something was added', () => {
  expect(texts(version('Who?', [CONTENT, DATA]), version('Who?', [DATA, CONTENT]))).toEqual([
    'order: Another order',
  ]);
  expect(texts(version('Who?', [CONTENT, DATA]), version('Who?', [SOCIAL, CONTENT, DATA]))).toEqual([
    'added: “Social” is new',
  ]);
});

test('settings are said in words', () => {
  const before = version('Who?', [], { max: 3, shuffle: true });
  const after = version('Who?', [], { max: 2, abstain: true });
  expect(texts(before, after)).toEqual([
    'settings: At most: 2',
    'settings: The same order on every phone',
    'settings: People may abstain',
  ]);
});

test('an edit of the words is a correction only where somebody said so', () => {
  const [before, after] = [version('Who runs it?', [DATA]), version('Who runs this?', [DATA])];
  expect(changeWords(before, { ...after, change: 'correction' })).toBe('A correction. ');
  expect(changeWords(before, { ...after, change: null })).toBe('A new wording. ');
});

test('of an option that came or went nobody said anything', () => {
  const [before, after] = [version('Who?', [DATA]), version('Who?', [DATA, SOCIAL])];
  expect(changeWords(before, { ...after, change: 'correction' })).toBe('');
});

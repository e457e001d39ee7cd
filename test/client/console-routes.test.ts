import { expect, test } from 'vitest';
import { actOfKey } from '../../client/organise/run/desk-keys.ts';
import { parsePath } from '../../client/organise/routes.ts';

function of(tab: string, itemId?: string) {
  return { page: 'question', questionId: 'q1', tab, itemId };
}

test.each([
  ['/organise', { page: 'events' }],
  ['/organise/', { page: 'events' }],
  ['/organise/events', { page: 'events' }],
  ['/organise/events/e1', { page: 'event', eventId: 'e1', tab: 'edit' }],
  ['/organise/events/e1/run', { page: 'event', eventId: 'e1', tab: 'run' }],
  ['/organise/events/e1/results', { page: 'event', eventId: 'e1', tab: 'results' }],
  ['/organise/events/e1/else', { page: 'nowhere' }],
  ['/organise/events/e1/run/more', { page: 'nowhere' }],
  ['/organise/questions', { page: 'questions' }],
  ['/organise/questions/new', { page: 'new-question' }],
  ['/organise/questions/new/edit', { page: 'nowhere' }],
  ['/organise/questions/q1', of('history')],
  ['/organise/questions/q1/edit', of('edit')],
  ['/organise/questions/q1/compare', of('compare')],
  ['/organise/questions/q1/results', { page: 'nowhere' }],
  ['/organise/questions/q1/results/new', of('result')],
  ['/organise/questions/q1/results/d1', of('result', 'd1')],
  ['/organise/questions/q1/matching/d1', of('matching', 'd1')],
  ['/organise/questions/q1/matching/d1/more', { page: 'nowhere' }],
  ['/organise/import', { page: 'import' }],
  ['/organise/reach', { page: 'reach' }],
  ['/organise/people/p1', { page: 'nowhere' }],
  ['/organise/%', { page: 'nowhere' }],
  ['/organise/questions/%', { ...of('history'), questionId: '%' }],
])('the address %s', (path, route) => {
  expect(parsePath(path)).toEqual(route);
});

test('a clicker needs only its own keys, and they act with the letters switched off', () => {
  expect(['PageDown', 'PageUp', '.'].map((key) => actOfKey(key, 'nothing', false))).toEqual([
    'pressNext',
    'pressBack',
    'toggleBlank',
  ]);
  expect(actOfKey('h', 'nothing', false)).toBeUndefined();
  expect(actOfKey('H', 'nothing', true)).toBe('toggleBars');
  expect(actOfKey('c', 'nothing', true)).toBe('toggleComparison');
});

test('a field keeps every key, and a button keeps Space', () => {
  expect(actOfKey('PageDown', 'field', true)).toBeUndefined();
  expect(actOfKey(' ', 'button', true)).toBeUndefined();
  expect(actOfKey('PageDown', 'button', true)).toBe('pressNext');
});

test('Escape never ends a vote', () => {
  expect(actOfKey('Escape', 'nothing', true)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { actOfKey } from '../../client/organise/run/desk-keys.ts';
import { parsePath } from '../../client/organise/routes.ts';

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
  ['/organise/questions/new', { page: 'question', questionId: undefined }],
  ['/organise/questions/q1', { page: 'question', questionId: 'q1' }],
  ['/organise/reach', { page: 'reach' }],
  ['/organise/people/p1', { page: 'nowhere' }],
  ['/organise/%', { page: 'nowhere' }],
  ['/organise/questions/%', { page: 'question', questionId: '%' }],
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
});

test('a field keeps every key, and a button keeps Space', () => {
  expect(actOfKey('PageDown', 'field', true)).toBeUndefined();
  expect(actOfKey(' ', 'button', true)).toBeUndefined();
  expect(actOfKey('PageDown', 'button', true)).toBe('pressNext');
});

test('Escape never ends a vote', () => {
  expect(actOfKey('Escape', 'nothing', true)).toBeUndefined();
});

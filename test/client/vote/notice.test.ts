import { expect, test } from 'vitest';
import { noticeOf } from '../../../client/vote/notice.ts';
import { anEntry, notCounted, X } from './sample.ts';

test('nothing was refused, nothing is said', () => expect(noticeOf(null, X)).toBe(''));

test('a vote on the question that stands there is "this vote", another one is named', () => {
  const late = notCounted('ASKING_CLOSED');
  expect(noticeOf(late, X)).toBe('This vote came after the close. It was not counted.');
  expect(noticeOf(late, undefined)).toBe('Your vote on “Which?” came after the close. It was not counted.');
});

test('an older vote is no loss, and is not called one', () => {
  expect(noticeOf(notCounted('REVISION_STALE'), X)).toBe(
    'A newer vote of yours is already counted. It stays.',
  );
});

test('anything else says why', () => {
  expect(noticeOf(notCounted('TOO_LARGE', anEntry()), X)).toBe(
    'This vote was not counted. That is too large.',
  );
});

import { describe, expect, test } from 'vitest';
import { announcementOf, timeLeftSaid } from '../../../client/vote/announce.ts';
import type { View } from '../../../client/vote/view-of.ts';
import { anAskingOnAir, anEntry, mine } from './sample.ts';

const asking = anAskingOnAir();

function said(
  view: View,
  more: { mine?: typeof mine; isPending?: boolean; wasKept?: boolean } = {},
  of = asking,
) {
  return announcementOf(
    view,
    of,
    more.mine ? ['A'] : [],
    more.isPending ? anEntry() : null,
    more.wasKept ?? false,
  ).trim();
}

describe('what a screen reader says', () => {
  test('voting opens, and a vote is on its way', () => {
    expect(said('vote')).toBe('Voting is open, 2 options.');
    expect(said('vote', { isPending: true })).toBe('Sending.');
  });

  test('what is counted, in words, and whether it can be changed', () => {
    expect(said('saved', { mine })).toBe('Your vote is counted: A. You can change it until voting closes.');
    expect(said('saved', { mine }, anAskingOnAir({ changeAllowed: false }))).toBe('Your vote is counted: A.');
  });

  test('a vote that had to wait for a line is counted now', () => {
    expect(said('saved', { mine, wasKept: true })).toMatch(/^Counted now: A\./);
  });

  test('no vote is called counted that is not', () => {
    for (const view of ['kept', 'late', 'closed', 'wait'] as const)
      expect(said(view)).not.toMatch(/is counted/);
    expect(said('late')).toMatch(/not counted/);
  });
});

describe('time left', () => {
  test.each([
    [null, ''],
    [31_000, ''],
    [30_000, '30 seconds left.'],
    [28_001, '30 seconds left.'],
    [28_000, ''],
    [10_000, '10 seconds left.'],
    [8_001, '10 seconds left.'],
    [8_000, ''],
    [0, ''],
  ])('%o ms: %o', (left, words) => expect(timeLeftSaid(left)).toBe(words));
});

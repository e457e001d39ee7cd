import { expect, test } from 'vitest';
import { withTick } from '../../../client/line/with-tick.ts';
import type { AskingId } from '../../../shared/ids.ts';
import type { Heads, TallyTick } from '../../../shared/messages.ts';

function tick(version: number, id = 'x'): TallyTick {
  const askingId = id as AskingId;
  const heads = { askingId, ballots: version, joined: 9, connected: 9, outOfReach: 0 };
  return { askingId, version, tally: { ballots: version, abstained: 0 }, heads, finding: null };
}

const heads: Heads = { askingId: null, ballots: 0, joined: 0, connected: 0, outOfReach: 0 };
const before = { heads, tally: null as TallyTick | null, more: 'stays' };

test('[LP8] a tally comes in with its heads, and what else there is stays', () => {
  expect(withTick(before, tick(2), 'x')).toEqual({ tally: tick(2), heads: tick(2).heads, more: 'stays' });
});

test('[LP8] the highest version wins: an older or the same one is thrown away', () => {
  const state = withTick(before, tick(2), 'x');
  expect(withTick(state, tick(1), 'x')).toBe(state);
  expect(withTick(state, tick(2), 'x')).toBe(state);
  expect(withTick(state, tick(3), 'x').tally).toEqual(tick(3));
});

test('a tally of another asking than is shown is a late one', () => {
  const state = withTick(before, tick(2), 'x');
  expect(withTick(state, tick(9, 'y'), 'x')).toBe(state);
  expect(withTick(before, tick(9), undefined)).toBe(before);
  expect(withTick(before, tick(9), null)).toBe(before);
});

test('of the next asking a lower version is new', () => {
  const state = withTick(before, tick(20), 'x');
  expect(withTick(state, tick(3, 'y'), 'y').tally).toEqual(tick(3, 'y'));
});

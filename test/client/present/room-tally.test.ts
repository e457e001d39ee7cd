import { expect, test } from 'vitest';
import { findingLine } from '../../../client/present/finding-line.ts';
import { roomSight } from '../../../client/present/room-tally.ts';
import { finding, noFinding } from '../../../shared/questions/finding.ts';
import { DEFAULT_ASKING_SETTINGS } from '../../../shared/asking.ts';
import type { AskingId } from '../../../shared/ids.ts';
import type { Stop, TallyTick } from '../../../shared/messages.ts';

const stop: Pick<Stop, 'state' | 'shown' | 'settings'> = {
  settings: DEFAULT_ASKING_SETTINGS,
  state: 'open',
  shown: true,
};
const tally = {
  ballots: 4,
  abstained: 0,
  counts: { x: 2, y: 0 },
  other: 2,
  others: { Librarian: 1, rude: 1 },
};
const tick: TallyTick = {
  askingId: 'a' as AskingId,
  version: 1,
  tally,
  heads: { askingId: 'a' as AskingId, ballots: 4, joined: 4, connected: 4, outOfReach: 0 },
  finding: finding(
    { kind: 'leads', rule: '', leaders: ['x'] },
    { key: 'finding.leads', values: { option: 'x' } },
    [],
  ),
};

test('hidden bars stay hidden, even on a screen that is told them because an organiser opened it', () => {
  expect(roomSight({ ...stop, shown: false }, tick)).toEqual({ tally: null, finding: null });
  expect(roomSight({ ...stop, state: 'waiting' }, tick)).toEqual({ tally: null, finding: null });
});

test('of what people wrote, the room sees what somebody has put on the screen', () => {
  expect(roomSight(stop, tick).tally).toBe(tally);
});

test('no finding before the close', () => {
  expect(roomSight(stop, tick).finding).toBeNull();
  expect(roomSight({ ...stop, state: 'closed' }, tick).finding).toBe(tick.finding);
});

test('a finding that is left off the screen is not on it', () => {
  const settings = { ...stop.settings, showFinding: false };
  expect(roomSight({ ...stop, state: 'closed', settings }, tick)).toEqual({ tally, finding: null });
});

test('without a finding the sentence is the reason', () => {
  expect(findingLine(noFinding('finding.nobody'))).toBe('Nobody has answered');
});

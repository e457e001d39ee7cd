import { describe, expect, test } from 'vitest';
import { atAsking, withTally } from '../../../client/line/phone-state.ts';
import type { AskingId } from '../../../shared/ids.ts';
import type { TallyTick, VoterState } from '../../../shared/messages.ts';
import { anAskingOnAir, anEventOnAir, tally, X } from '../vote/sample.ts';

const Y = 'y' as AskingId;

function told(pace: 'presenter' | 'self', tallies: TallyTick[] = []): VoterState {
  return {
    version: 1,
    serverTime: 1,
    event: { ...anEventOnAir, pace },
    askings: [anAskingOnAir(), anAskingOnAir({ id: Y })],
    heads: { ...tally.heads, askingId: null, connected: 9 },
    tallies,
    wall: null,
  };
}

test('[SP1] by the presenter’s pace the page is at the one asking, whatever was chosen', () => {
  expect(atAsking(told('presenter', [tally]), Y)).toMatchObject({ asking: { id: X }, tally });
  expect(atAsking({ ...told('presenter'), askings: [] }, null)).toMatchObject({ asking: null, tally: null });
});

test('[SP1] at its own pace it is where its voter went, or at the end', () => {
  expect(atAsking(told('self', [tally]), Y)).toMatchObject({ asking: { id: Y }, tally: null });
  expect(atAsking(told('self'), null).asking).toBeNull();
});

describe('a tally that comes', () => {
  test('of an asking the newest stays', () => {
    const newer = { ...tally, version: 3 };
    const state = withTally(told('presenter', [tally]), newer);
    expect(state.tallies).toEqual([newer]);
    expect(withTally(state, { ...tally, version: 2 })).toBe(state);
    expect(state.heads).toBe(newer.heads);
  });

  test('of another asking stands beside it; phones at their own pace keep their count', () => {
    const other = { ...tally, askingId: Y };
    const state = withTally(told('self', [tally]), other);
    expect(state.tallies).toEqual([tally, other]);
    expect(state.heads.connected).toBe(9);
  });

  test('of an asking nobody told of changes nothing', () => {
    const state = told('self');
    expect(withTally(state, { ...tally, askingId: 'z' as AskingId })).toBe(state);
  });
});

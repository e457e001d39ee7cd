import { beforeEach, describe, expect, test } from 'vitest';
import {
  announce,
  COUNT_APART_MS,
  NOTHING_HEARD,
  type Heard,
  type Seen,
} from '../../../client/present/announce.ts';

const open: Seen = {
  askingId: 'a',
  state: 'open',
  options: 7,
  ballots: 0,
  joined: 81,
  sentence: '',
  isLost: false,
};

describe('what a screen reader hears of the projected screen', () => {
  let heard: Heard;
  beforeEach(() => void (heard = NOTHING_HEARD));
  const say = (seen: Partial<Seen>, now: number) => {
    const next = announce(heard, { ...open, ...seen }, now);
    heard = next.heard;
    return next.words;
  };

  test('the opening, once, with how many options there are', () => {
    expect(say({}, 0)).toBe('Voting is open, 7 options.');
    expect(say({}, 100)).toBeUndefined();
  });

  test('how many have voted, at most every 15 s, and only when it changed', () => {
    say({}, 0);
    expect(say({ ballots: 12 }, 1000)).toBeUndefined();
    expect(say({ ballots: 40 }, COUNT_APART_MS)).toBe('40 of 81 phones have voted.');
    expect(say({ ballots: 41 }, COUNT_APART_MS + 14_999)).toBeUndefined();
    expect(say({ ballots: 41 }, COUNT_APART_MS * 2)).toBe('41 of 81 phones have voted.');
    expect(say({ ballots: 41 }, COUNT_APART_MS * 9)).toBeUndefined();
  });

  test('the close, and at the end of the reveal the sentence, once', () => {
    say({}, 0);
    expect(say({ state: 'closed' }, 1)).toBe('Voting is closed.');
    expect(say({ state: 'closed', sentence: 'Data leads' }, 2)).toBe('Data leads.');
    expect(say({ state: 'closed', sentence: 'Data leads' }, 3)).toBeUndefined();
  });

  test('back in the lobby nothing of it stands there any more', () => {
    say({}, 0);
    expect(say({ askingId: null, state: null }, 1)).toBe('');
  });

  test('that the line is lost and comes back, not how long it has been', () => {
    say({}, 0);
    expect(say({ isLost: true }, 1)).toMatch(/^No connection/);
    expect(say({ isLost: true }, 9000)).toBeUndefined();
    expect(say({}, 9001)).toBe('Connected again.');
  });
});

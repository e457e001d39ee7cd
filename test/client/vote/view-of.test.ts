import { describe, expect, test } from 'vitest';
import { SENDING_MS, viewOf, type Seen } from '../../../client/vote/view-of.ts';
import type { AskingId } from '../../../shared/ids.ts';
import { anAskingOnAir, anEntry, aState, mine, notCounted, tally } from './sample.ts';

function seen(fields: Partial<Seen> = {}): Seen {
  return {
    state: aState(anAskingOnAir()),
    mine: null,
    pending: null,
    lastRefusal: null,
    late: null,
    isLive: true,
    isChanging: false,
    isLateSeen: false,
    now: 1000,
    ...fields,
  };
}

const closed = aState(anAskingOnAir({ state: 'closed' }));

test('before the first snapshot it connects', () => expect(viewOf(seen({ state: null }))).toBe('connecting'));

test('an event that has ended says so, whatever else there is', () => {
  const state = aState(anAskingOnAir(), { event: { ...closed.event, state: 'ended' } });
  expect(viewOf(seen({ state, pending: anEntry(), isChanging: true }))).toBe('ended');
});

test('without a question, or with one that waits, it waits', () => {
  expect(viewOf(seen({ state: aState(null) }))).toBe('wait');
  expect(viewOf(seen({ state: aState(anAskingOnAir({ state: 'waiting' })) }))).toBe('wait');
});

describe('while voting is open', () => {
  test('it asks, then says that the vote is saved, then asks again on wish', () => {
    expect(viewOf(seen())).toBe('vote');
    expect(viewOf(seen({ mine }))).toBe('saved');
    expect(viewOf(seen({ mine, isChanging: true }))).toBe('vote');
  });

  test('[LP9] a vote on its way is not called saved, also where an older one is', () => {
    expect(viewOf(seen({ mine, pending: anEntry() }))).toBe('vote');
  });

  test('a vote that takes long, or has no line, is kept', () => {
    const pending = anEntry();
    expect(viewOf(seen({ pending, now: pending.saidAt + SENDING_MS - 1 }))).toBe('vote');
    expect(viewOf(seen({ pending, now: pending.saidAt + SENDING_MS }))).toBe('kept');
    expect(viewOf(seen({ pending, isLive: false }))).toBe('kept');
  });
});

describe('after the close', () => {
  test('the result where it is shown, else that voting is closed', () => {
    expect(viewOf(seen({ state: closed, mine }))).toBe('closed');
    expect(viewOf(seen({ state: { ...closed, tally }, mine }))).toBe('result');
  });

  test('a vote that is still on its way is kept: nobody knows yet', () => {
    expect(viewOf(seen({ state: { ...closed, tally }, pending: anEntry() }))).toBe('kept');
  });

  test('a vote that came too late is said, until it was read', () => {
    const lastRefusal = notCounted('ASKING_CLOSED');
    expect(viewOf(seen({ state: closed, lastRefusal }))).toBe('late');
    expect(viewOf(seen({ state: closed, lastRefusal, isLateSeen: true }))).toBe('closed');
  });

  test('but not on the page of another question', () => {
    const lastRefusal = notCounted('ASKING_CLOSED', anEntry({ askingId: 'y' as AskingId }));
    expect(viewOf(seen({ state: closed, lastRefusal }))).toBe('closed');
  });

  test('[LT4] also after a reload, and offered when voting opens again', () => {
    const late = notCounted('ASKING_CLOSED');
    expect(viewOf(seen({ state: closed, late }))).toBe('late');
    expect(viewOf(seen({ late }))).toBe('offered');
    expect(viewOf(seen({ late, mine }))).toBe('offered');
    expect(viewOf(seen({ late, isChanging: true }))).toBe('vote');
    const final = aState(anAskingOnAir({ changeAllowed: false }));
    expect(viewOf(seen({ state: final, late, mine }))).toBe('saved');
  });

  test('a change in hand ends with the vote', () => {
    expect(viewOf(seen({ state: closed, mine, isChanging: true }))).toBe('closed');
  });
});

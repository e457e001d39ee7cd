import { describe, expect, test } from 'vitest';
import { fits, MAX_ANSWER_BYTES, Outbox } from '../../../client/line/outbox.ts';
import type { AskingId } from '../../../shared/ids.ts';
import { keptIn } from './kept.ts';

const [X, Y] = ['x', 'y'] as AskingId[] as [AskingId, AskingId];
const KEY = 'askagain.ballots.e';

function said(askingId = X, answer: unknown = { option: 'a' }) {
  return { askingId, answer, prompt: 'Which?', words: ['A'], saidAt: 7 };
}

function ballot(revision: number, askingId = X) {
  return { askingId, revision, answer: { option: 'b' }, castAt: 9 };
}

function outboxIn(map: Map<string, string>) {
  return new Outbox(keptIn(map), KEY);
}

test('[LP9] an answer is kept before it is sent, and lives through a reload', () => {
  const phone = new Map<string, string>();
  const entry = outboxIn(phone).put(said());
  expect(entry).toEqual({ ...said(), revision: 1, triedAt: null });
  expect(outboxIn(phone).pending).toEqual([entry]);
});

test('when it was last tried is kept too', () => {
  const phone = new Map<string, string>();
  const outbox = outboxIn(phone);
  outbox.tried(outbox.put(said()), 50);
  expect(outboxIn(phone).pendingOf(X)?.triedAt).toBe(50);
});

describe('a newer answer', () => {
  test('replaces the one that waits, one per asking, with the next revision', () => {
    const outbox = outboxIn(new Map());
    outbox.put(said());
    outbox.put(said(Y));
    outbox.put(said(X, { option: 'c' }));
    expect(outbox.pending.map(({ askingId, revision, answer }) => [askingId, revision, answer])).toEqual([
      [Y, 1, { option: 'a' }],
      [X, 2, { option: 'c' }],
    ]);
  });

  test('stays when the one it replaced is settled, and it is not the one that was tried', () => {
    const outbox = outboxIn(new Map());
    const first = outbox.put(said());
    const second = outbox.put(said());
    outbox.tried(first, 50);
    expect(outbox.settle(first)).toBe(false);
    expect(outbox.pendingOf(X)).toEqual(second);
    expect(outbox.settle(second)).toBe(true);
    expect(outbox.settle(second)).toBe(false);
    expect(outbox.pending).toEqual([]);
  });
});

describe('[LP10] a revision is above all this phone knows of', () => {
  test('what the server has stored', () => {
    const outbox = outboxIn(new Map());
    outbox.remember(ballot(5));
    expect(outbox.put(said()).revision).toBe(6);
    expect(outbox.put(said(Y)).revision).toBe(1);
  });

  test('what is on its way, also after a reload', () => {
    const phone = new Map<string, string>();
    outboxIn(phone).put(said());
    expect(outboxIn(phone).put(said()).revision).toBe(2);
  });

  test('what has arrived, also after a reload', () => {
    const phone = new Map<string, string>();
    outboxIn(phone).remember(ballot(3));
    expect(outboxIn(phone).storedOf(X)).toEqual(ballot(3));
    expect(outboxIn(phone).put(said()).revision).toBe(4);
  });
});

describe('what the server has stored', () => {
  test('an older word changes nothing, a newer or the same one does', () => {
    const outbox = outboxIn(new Map());
    outbox.remember(ballot(3));
    outbox.remember({ ...ballot(2), answer: 'older' });
    expect(outbox.storedOf(X)).toEqual(ballot(3));
    outbox.remember({ ...ballot(3), castAt: 99 });
    expect(outbox.storedOf(X)?.castAt).toBe(99);
  });

  test('[LP8] is forgotten when the server says that there is nothing, of this asking alone', () => {
    const outbox = outboxIn(new Map());
    outbox.remember(ballot(3));
    outbox.remember(ballot(4, Y));
    outbox.forget(X);
    expect([outbox.storedOf(X), outbox.storedOf(Y)]).toEqual([null, ballot(4, Y)]);
    outbox.remember(ballot(1));
    expect(outbox.storedOf(X)?.revision).toBe(1);
  });
});

test('asked for no asking, there is nothing', () => {
  const outbox = outboxIn(new Map());
  outbox.put(said());
  expect([outbox.pendingOf(undefined), outbox.storedOf(undefined), outbox.pendingOf(Y)]).toEqual([
    null,
    null,
    null,
  ]);
});

test.each(['not JSON', '[]', 'null', '{"pending":null,"stored":7}', '"text"'])(
  'a phone that holds %o instead begins anew',
  (text) => {
    const outbox = outboxIn(new Map([[KEY, text]]));
    expect([outbox.pending, outbox.storedOf(X)]).toEqual([[], null]);
    expect(outbox.put(said()).revision).toBe(1);
  },
);

test('an answer is measured in bytes, as it is sent', () => {
  const quotes = JSON.stringify('').length;
  expect(fits('x'.repeat(MAX_ANSWER_BYTES - quotes))).toBe(true);
  expect(fits('x'.repeat(MAX_ANSWER_BYTES - quotes + 1))).toBe(false);
  expect(fits('ß'.repeat(MAX_ANSWER_BYTES / 2))).toBe(false);
});

describe('[LT4] an answer that came after the close', () => {
  test('stays on this phone through a reload, one per asking, and is not sent', () => {
    const phone = new Map<string, string>();
    const outbox = outboxIn(phone);
    const entry = outbox.put(said());
    outbox.settle(entry);
    outbox.keepLate(entry, 50);
    outbox.keepLate({ ...entry, revision: 2 }, 60);
    expect(outboxIn(phone).lateOf(X)).toEqual({ entry: { ...entry, revision: 2 }, at: 60 });
    expect(outboxIn(phone).lateOf(Y)).toBeNull();
    expect(outboxIn(phone).pending).toEqual([]);
  });

  test('goes when one is counted, not with an earlier one', () => {
    const outbox = outboxIn(new Map());
    const entry = { ...outbox.put(said()), revision: 3 };
    outbox.keepLate(entry, 50);
    outbox.remember(ballot(2));
    expect(outbox.lateOf(X)?.entry).toEqual(entry);
    outbox.remember(ballot(3));
    expect(outbox.lateOf(X)).toBeNull();
  });
});

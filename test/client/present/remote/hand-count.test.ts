import { expect, test } from 'vitest';
import { HandCount, type HandDesk } from '../../../../client/present/remote/hand-count.svelte.ts';
import type { KeptStore } from '../../../../client/line/kept-store.ts';
import type { AskingId, QuestionId } from '../../../../shared/ids.ts';
import { ok, refused, type Result } from '../../../../shared/result.ts';

const id = 'asked' as AskingId;
const fresh = 'fresh' as AskingId;
const stop = { id, questionId: 'question' as QuestionId, ballots: 0, hands: null };

function aStore(): KeptStore {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}

/** Answers each count with the next of these. */
function aDesk(...answers: Result<null>[]) {
  const sent: unknown[] = [];
  const added: unknown[] = [];
  const desk: HandDesk = {
    isLost: false,
    add: async (asking) => {
      added.push(asking);
      return fresh;
    },
    countHands: async (...hands) => {
      sent.push(hands);
      return answers.shift() ?? ok(null);
    },
  };
  return { desk, sent, added };
}

test('counts up and down, never below none', () => {
  const hands = new HandCount(stop, aStore());
  hands.add('a', 1);
  hands.add('a', 1);
  hands.add('b', -1);
  hands.put('c', 37.4);
  hands.put('d', NaN);
  expect(['a', 'b', 'c', 'd'].map((each) => hands.of(each))).toEqual([2, 0, 37, 0]);
  expect(hands.sum).toBe(39);
});

test('hands outlive a reload until the server has them', async () => {
  const store = aStore();
  const first = new HandCount(stop, store);
  first.put('a', 12);
  first.putPresent(20);
  const second = new HandCount(stop, store);
  expect([second.of('a'), second.present]).toEqual([12, 20]);
  const { desk, sent } = aDesk();
  expect(await second.send(desk)).toBe(true);
  expect(sent).toEqual([[id, { a: 12 }, 20]]);
  expect(new HandCount(stop, store).sum).toBe(0);
});

test('without a connection they wait; what is refused for good does not', async () => {
  const hands = new HandCount(stop, aStore());
  hands.put('a', 3);
  const { desk } = aDesk(refused('BUSY'), refused('INVALID'));
  expect([await hands.send(desk), hands.isWaiting]).toEqual([false, true]);
  expect([await hands.send(desk), hands.isWaiting]).toEqual([false, false]);
  expect(hands.sum).toBe(3);
});

test('[HA2] where phones have answered, they go into a fresh asking, put in once', async () => {
  const hands = new HandCount({ ...stop, ballots: 63 }, aStore());
  hands.put('a', 3);
  const { desk, sent, added } = aDesk(refused('BUSY'), ok(null));
  await hands.send(desk);
  await hands.send(desk);
  expect(added).toEqual([{ questionId: 'question', after: id }]);
  expect(sent.map((hands) => (hands as unknown[])[0])).toEqual([fresh, fresh]);
});

test('[HA5] hands that were counted before are counted again in their place', async () => {
  const counted = { ...stop, ballots: 5, hands: { counts: { a: 5 }, present: null } };
  const hands = new HandCount(counted as never, aStore());
  expect(hands.of('a')).toBe(5);
  const { desk, added } = aDesk();
  await hands.send(desk);
  expect(added).toEqual([]);
});

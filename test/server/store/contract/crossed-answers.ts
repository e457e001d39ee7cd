import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stableJson } from '../../../../shared/stable-json.ts';
import type { CrossedAnswers, Store } from '../../../../server/store/store.ts';
import { anAct, anAsking, cast, OPTIONS, openRoom } from '../sample.ts';

const [MANAGER, CONSULTANT] = OPTIONS.map((option) => ({ option }));

export function describeCrossedAnswers(open: () => Promise<Store>): void {
  describe('answers of the same voters to two askings', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    async function askedTwice() {
      const { event, question, asking: first } = await openRoom(store);
      const second = anAsking(event.id, question.id, { number: 2 });
      await store.events.commit({ askings: [{ asking: second, tally: null }], acts: [anAct(event.id)] });
      return [first.id, second.id] as const;
    }

    test('each pair once with how many gave it; who answered one only is there too', async () => {
      const [first, second] = await askedTwice();
      await store.ballots.castAll([1, 2, 3, 4].map((voter) => cast(first, voter, 1, 0)));
      await store.ballots.castAll([cast(second, 1, 1, 0), cast(second, 2, 1, 1), cast(second, 3, 1, 1)]);
      await store.ballots.castAll([cast(second, 7, 1, 1), cast(second, 8, 1, 1)]);
      const crossed = await store.ballots.crossed(first, second);
      expect(inOrder(crossed)).toEqual(
        inOrder([
          { first: MANAGER, second: MANAGER, count: 1 },
          { first: MANAGER, second: CONSULTANT, count: 2 },
          { first: MANAGER, second: undefined, count: 1 },
          { first: undefined, second: CONSULTANT, count: 2 },
        ]),
      );
    });

    test('the same answer with its keys in another order is the same answer', async () => {
      const [first, second] = await askedTwice();
      const answers = [
        { option: 'a', why: 'b' },
        { why: 'b', option: 'a' },
      ];
      await store.ballots.castAll(
        answers.map((answer, at) => ({ askingId: first, voter: at + 1, revision: 1, answer })),
      );
      expect(await store.ballots.crossed(first, second)).toEqual([
        { first: answers[0], second: undefined, count: 2 },
      ]);
    });

    test('where nobody answered there is nothing', async () => {
      expect(await store.ballots.crossed(...(await askedTwice()))).toEqual([]);
    });

    test('voters of two events are never taken for the same', async () => {
      const [here, there] = [await openRoom(store), await openRoom(store)];
      await store.ballots.castAll([cast(here.asking.id, 1), cast(there.asking.id, 1)]);
      const crossing = store.ballots.crossed(here.asking.id, there.asking.id);
      await expect(crossing).rejects.toMatchObject({ refusal: { code: 'INVALID' } });
    });

    test('any ballots give what crossing them one by one gives', async () => {
      const room = fc.uniqueArray(fc.record({ voter: fc.integer({ min: 1, max: 9 }), option: fc.nat(2) }), {
        selector: ({ voter }) => voter,
        maxLength: 9,
      });
      await fc.assert(
        fc.asyncProperty(room, room, async (before, after) => {
          const [first, second] = await askedTwice();
          await store.ballots.castAll(before.map(({ voter, option }) => cast(first, voter, 1, option)));
          await store.ballots.castAll(after.map(({ voter, option }) => cast(second, voter, 1, option)));
          const crossed = await store.ballots.crossed(first, second);
          expect(inOrder(crossed)).toEqual(inOrder(crossedInMemory(before, after)));
        }),
        { numRuns: 60 },
      );
    });
  });
}

type Room = { voter: number; option: number }[];

function crossedInMemory(before: Room, after: Room): CrossedAnswers[] {
  const pairs = new Map<string, CrossedAnswers>();
  for (const voter of new Set([...before, ...after].map((each) => each.voter))) {
    const [first, second] = [before, after].map((room) => {
      const own = room.find((each) => each.voter === voter);
      return own && { option: OPTIONS[own.option] };
    });
    const key = stableJson([first, second]);
    pairs.set(key, { first, second, count: (pairs.get(key)?.count ?? 0) + 1 });
  }
  return [...pairs.values()];
}

function inOrder(crossed: CrossedAnswers[]): CrossedAnswers[] {
  return crossed.toSorted((a, b) => (stableJson(a) < stableJson(b) ? -1 : 1));
}

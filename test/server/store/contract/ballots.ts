import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideBallot, type Ballot, type CastOutcome } from '../../../../shared/ballot.ts';
import type { AskingId } from '../../../../shared/ids.ts';
import { specOf } from '../../../../shared/question.ts';
import { questionType } from '../../../../shared/questions/registry.ts';
import { foldOutcome, recount } from '../../../../shared/tally.ts';
import type { Store } from '../../../../server/store/store.ts';
import { anAct, anAsking, cast, openRoom } from '../sample.ts';

type Cast = Omit<Ballot, 'castAt'>;

export function describeBallots(open: () => Promise<Store>): void {
  describe('ballots', () => {
    let store: Store;
    let asking: AskingId;
    beforeAll(async () => {
      store = await open();
      asking = (await openRoom(store)).asking.id;
    });
    afterAll(() => store.close());

    async function castOne(ballot: Cast): Promise<unknown> {
      const [outcome] = await store.ballots.castAll([ballot]);
      return outcome;
    }

    test('[BA1] a first ballot counts, with the time at which it was written', async () => {
      const before = Date.now();
      const outcome = await castOne(cast(asking, 1));
      expect(outcome).toEqual({
        kind: 'counted',
        new: { ...cast(asking, 1), castAt: expect.any(Number) as number },
      });
      const [stored] = await store.ballots.page(asking, 0, 1);
      expect(stored).toEqual((outcome as { new: Ballot }).new);
      expect(stored?.castAt).toBeGreaterThanOrEqual(before);
    });

    test('[BA2] the same revision with the same answer gets the stored receipt again, whatever the order of its keys', async () => {
      await castOne({ ...cast(asking, 2), answer: { options: ['a'], other: 'b' } });
      const [stored] = await store.ballots.page(asking, 1, 1);
      const again = await castOne({ ...cast(asking, 2), answer: { other: 'b', options: ['a'] } });
      expect(again).toEqual({ kind: 'repeat', stored });
    });

    test('[BA3] a newer ballot from the same voter replaces the older one', async () => {
      await castOne(cast(asking, 3, 1, 0));
      const outcome = await castOne(cast(asking, 3, 5, 1));
      expect(outcome).toMatchObject({
        kind: 'counted',
        old: cast(asking, 3, 1, 0),
        new: cast(asking, 3, 5, 1),
      });
      expect(await store.ballots.page(asking, 2, 1)).toMatchObject([cast(asking, 3, 5, 1)]);
    });

    test('[TR4] a ballot keeps the language it was read in; the same answer read in another is a repeat', async () => {
      const { asking: room } = await openRoom(store);
      await castOne({ ...cast(room.id, 1), language: 'de' });
      const again = await castOne({ ...cast(room.id, 1), language: 'fr' });
      expect(again).toMatchObject({ kind: 'repeat', stored: { language: 'de' } });
      await castOne({ ...cast(room.id, 1, 2), language: 'ja' });
      expect(await store.ballots.ofAsking(room.id)).toMatchObject([{ revision: 2, language: 'ja' }]);
    });

    test('[BA4] an older revision, or the same with another answer, is stale and changes nothing', async () => {
      await castOne(cast(asking, 4, 2, 0));
      const stored = cast(asking, 4, 2, 0);
      expect(await castOne(cast(asking, 4, 1, 1))).toMatchObject({ kind: 'stale', stored });
      expect(await castOne(cast(asking, 4, 2, 1))).toMatchObject({ kind: 'stale', stored });
      expect(await store.ballots.page(asking, 3, 1)).toMatchObject([stored]);
    });

    test('a voter may stand in a batch more than once; it is decided one after the other', async () => {
      const batch = [cast(asking, 5, 1), cast(asking, 5, 2, 1), cast(asking, 5, 2, 1), cast(asking, 5, 1)];
      const outcomes = await store.ballots.castAll(batch);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['counted', 'counted', 'repeat', 'stale']);
      expect(outcomes[1]).toMatchObject({ old: batch[0], new: batch[1] });
    });

    test('ballots of several events share a batch', async () => {
      const other = (await openRoom(store)).asking.id;
      await store.ballots.castAll([cast(other, 1), cast(asking, 6), cast(other, 2)]);
      expect(await store.ballots.count(other)).toBe(2);
      expect(await store.ballots.page(asking, 5, 9)).toHaveLength(1);
    });

    test('ballots of an asking come in voter order, whole or in pages', async () => {
      const { asking: room } = await openRoom(store);
      await store.ballots.castAll([7, 3, 9, 1, 5].map((voter) => cast(room.id, voter)));
      const all = await store.ballots.ofAsking(room.id);
      expect(all.map(({ voter }) => voter)).toEqual([1, 3, 5, 7, 9]);
      expect(await store.ballots.page(room.id, 3, 2)).toEqual(all.slice(2, 4));
      expect(await store.ballots.page(room.id, 9, 2)).toEqual([]);
      expect(await store.ballots.count(room.id)).toBe(5);
    });

    test('an answer comes back letter for letter', async () => {
      const answer = { other: '“Straße” 日本 👩🏽‍🏫 \u0000 \' " \\ \u2028' };
      await castOne({ ...cast(asking, 8), answer });
      expect((await store.ballots.page(asking, 7, 1))[0]?.answer).toEqual(answer);
    });

    test('[BA1] [BA2] [BA3] [BA4] [TA1] [TA2] any batches of any casts give what deciding them in memory gives', async () => {
      const { event, question } = await openRoom(store);
      const batches = fc.array(
        fc.array(fc.record({ asking: fc.nat(2), voter: fc.nat(5), revision: fc.nat(4), option: fc.nat(2) }), {
          maxLength: 12,
        }),
        { maxLength: 8 },
      );
      const spec = specOf(question);
      await fc.assert(
        fc.asyncProperty(batches, async (given) => {
          const askings = [0, 1, 2].map(() => anAsking(event.id, question.id));
          await store.events.commit({
            askings: askings.map((asking) => ({ asking, tally: null })),
            acts: [anAct(event.id)],
          });
          const model = new Map<string, Ballot>();
          let tally = questionType('single').empty(spec);
          for (const batch of given) {
            const casts = batch.map(({ asking: at, voter, revision, option }) =>
              cast(askings[at]?.id ?? ('' as AskingId), voter, revision, option),
            );
            const outcomes = (await store.ballots.castAll(casts)) as CastOutcome[];
            expect(outcomes.map(timeless)).toEqual(
              casts.map((ballot) => timeless(decideInMemory(model, ballot))),
            );
            for (const outcome of outcomes) tally = foldOutcome(spec, tally, outcome);
          }
          const stored = (await Promise.all(askings.map(({ id }) => store.ballots.ofAsking(id)))).flat();
          expect(stored.map(withoutTime).sort(byPlace)).toEqual(
            [...model.values()].map(withoutTime).sort(byPlace),
          );
          expect(
            recount(
              spec,
              stored.map(({ answer }) => answer),
            ),
          ).toEqual(tally);
        }),
        { numRuns: 150 },
      );
    });
  });
}

function decideInMemory(model: Map<string, Ballot>, ballot: Cast): CastOutcome {
  const key = `${ballot.askingId}/${ballot.voter}`;
  const outcome = decideBallot(model.get(key), { ...ballot, castAt: 0 });
  if (outcome.kind === 'counted') model.set(key, outcome.new);
  return outcome;
}

function withoutTime({ askingId, voter, revision, answer }: Ballot): Cast {
  return { askingId, voter, revision, answer };
}

function timeless(outcome: CastOutcome): unknown {
  if (outcome.kind !== 'counted') return { kind: outcome.kind, stored: withoutTime(outcome.stored) };
  return { kind: 'counted', old: outcome.old && withoutTime(outcome.old), new: withoutTime(outcome.new) };
}

function byPlace(a: Cast, b: Cast): number {
  return a.askingId < b.askingId ? -1 : a.askingId > b.askingId ? 1 : a.voter - b.voter;
}

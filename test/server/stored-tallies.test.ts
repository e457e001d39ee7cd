import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { specOf, type Question } from '../../shared/question.ts';
import { recount } from '../../shared/tally.ts';
import { fillHistory } from '../../scripts/bench/history.ts';
import { anEvent, aQuestion, aStore, type Filled } from './export/filled.ts';

let filled: Filled;
beforeAll(async () => {
  filled = await aStore();
});
afterAll(() => filled.close());

/** Every asking of a question with what is stored of it, and what its stored ballots add up to. */
async function storedAndRecounted(store: Store, question: Question) {
  const asked = await store.askings.ofQuestion(question.id);
  return Promise.all(
    asked.map(async ({ asking, tally, ballots }) => {
      const answers = (await store.ballots.ofAsking(asking.id)).map(({ answer }) => answer);
      const counted = recount(specOf(question, asking.questionVersion), answers);
      return { stored: { tally, ballots }, recounted: { tally: counted, ballots: answers.length } };
    }),
  );
}

test('[TA2] on disk, a closed asking’s tally is what its ballots add up to, changed minds and reopenings included', async () => {
  const answer = fc.constantFrom({ option: 'o0' }, { option: 'o1' }, { other: 'A coach' }, { abstain: true });
  const vote = fc.record({ phone: fc.nat(6), revision: fc.integer({ min: 1, max: 4 }), answer });
  const rounds = fc.array(fc.array(vote, { maxLength: 12 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(rounds, async (given) => {
      const question = await aQuestion(filled, ['Yes', 'No'], { settings: { other: true, abstain: true } });
      const host = await anEvent(filled);
      const asking = filled.hosts.newAsking(host.id, question);
      const { id } = asking;
      await host.addAsking(asking, question, null);
      for (const votes of given) {
        await host.open(id, {}, null);
        await Promise.all(
          votes.map(({ phone, ...cast }) =>
            host.cast(`phone-${phone}`.padEnd(22, '.'), { askingId: id, ...cast }),
          ),
        );
        await host.close(id, null);
      }
      const [only, ...more] = await storedAndRecounted(filled.store, question);
      expect(more).toEqual([]);
      expect(only?.stored).toEqual(only?.recounted);
    }),
    { numRuns: 10 },
  );
});

test('[TA2] a history of the bench is stored as a server would have stored it', async () => {
  const question = await fillHistory(filled.store, { askings: 3, ballots: 40 });
  const all = await storedAndRecounted(filled.store, question);
  expect(all.map(({ stored }) => stored.ballots)).toEqual([40, 40, 40]);
  for (const { stored, recounted } of all) expect(stored).toEqual(recounted);
});

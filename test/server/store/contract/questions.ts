import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AskingId, QuestionId } from '../../../../shared/ids.ts';
import { latestVersion, type QuestionVersion } from '../../../../shared/question.ts';
import type { Store } from '../../../../server/store/store.ts';
import { aQuestion, anAct, anAsking, cast, openRoom } from '../sample.ts';

export function describeQuestions(open: () => Promise<Store>): void {
  describe('questions and their askings', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    test('a question is kept with all its versions, and replaced whole', async () => {
      const question = aQuestion();
      await store.questions.save(question, anAct());
      expect(await store.questions.get(question.id)).toEqual(question);
      const second: QuestionVersion = {
        ...latestVersion(question),
        version: 2,
        prompt: 'And now?',
        change: 'new-meaning',
        createdAt: 9,
      };
      const edited = {
        ...question,
        versions: [...question.versions, second],
        isPublic: true,
        updatedAt: 9,
      };
      await store.questions.save(edited, anAct());
      expect(await store.questions.get(question.id)).toEqual(edited);
      await store.questions.save(question, anAct());
      expect(await store.questions.get(question.id)).toEqual(question);
    });

    test('many come in the order asked for; unknown ones are left out', async () => {
      const [a, b] = [aQuestion(), aQuestion()];
      await store.questions.save(a, anAct());
      await store.questions.save(b, anAct());
      expect(await store.questions.many([b.id, 'none' as QuestionId, a.id])).toEqual([b, a]);
      expect(await store.questions.get('none' as QuestionId)).toBeUndefined();
    });

    test('the list has the newest change first, in pages', async () => {
      const questions = [3, 1, 2].map((day) => aQuestion({ updatedAt: 1_000_000 + day }));
      for (const question of questions) await store.questions.save(question, anAct());
      const first = await store.questions.list({ limit: 2 });
      expect(first.rows).toEqual([questions[0], questions[2]]);
      const second = await store.questions.list({ limit: 1, after: first.next ?? '' });
      expect(second.rows).toEqual([questions[1]]);
      expect((await store.questions.list({ limit: 1000 })).next).toBeNull();
    });

    test('a question’s askings come oldest first with their events: only those ever opened, none from the bin', async () => {
      const { event, question, asking } = await openRoom(store);
      const other = await openRoom(store);
      const binned = await openRoom(store, { deletedAt: 5 });
      const closed = anAsking(other.event.id, question.id, { openedAt: 1, state: 'closed' });
      const waiting = anAsking(other.event.id, question.id, { openedAt: null, state: 'waiting' });
      const inBin = anAsking(binned.event.id, question.id);
      const tally = { ballots: 41, abstained: 2 };
      await store.events.commit({
        askings: [
          { asking: closed, tally },
          { asking: waiting, tally: null },
          { asking: inBin, tally: null },
        ],
        acts: [],
      });
      await store.ballots.castAll([cast(asking.id, 1), cast(asking.id, 2)]);
      expect(await store.askings.ofQuestion(question.id)).toEqual([
        { asking: closed, tally, event: other.event, ballots: 41 },
        { asking, tally: null, event, ballots: 2 },
      ]);
      expect(await store.askings.timesAsked([question.id, 'none' as QuestionId, binned.question.id])).toEqual(
        [2, 0, 0],
      );
    });

    test('whether it was ever asked counts the bin too, and nothing that waits', async () => {
      const { event } = await openRoom(store);
      const { question: inBin } = await openRoom(store, { deletedAt: 5 });
      const question = aQuestion();
      await store.questions.save(question, anAct());
      const waiting = anAsking(event.id, question.id, { openedAt: null, state: 'waiting' });
      await store.events.commit({ askings: [{ asking: waiting, tally: null }], acts: [] });
      expect(await store.askings.wasAsked(question.id)).toBe(false);
      expect(await store.askings.wasAsked(inBin.id)).toBe(true);
    });

    test('an asking knows its event', async () => {
      const { event, asking } = await openRoom(store);
      expect(await store.askings.eventOf(asking.id)).toBe(event.id);
      expect(await store.askings.eventOf('none' as AskingId)).toBeUndefined();
    });
  });
}

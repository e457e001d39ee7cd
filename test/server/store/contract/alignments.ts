import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Alignment } from '../../../../shared/alignment.ts';
import type { DataPointId, QuestionId } from '../../../../shared/ids.ts';
import type { Store } from '../../../../server/store/store.ts';
import { aQuestion, anAct, OPTIONS } from '../sample.ts';

const [MANAGER, CONSULTANT] = OPTIONS as [(typeof OPTIONS)[0], (typeof OPTIONS)[0]];

function anAlignment(questionId: QuestionId, revision: number, fields: Partial<Alignment> = {}): Alignment {
  const told = { dataPointId: 'point' as DataPointId, label: 'Some form of business partner' };
  return {
    questionId,
    revision,
    maps: [
      { from: { optionId: MANAGER }, to: [MANAGER], as: 'same' },
      { from: told, to: [MANAGER, CONSULTANT], as: 'split' },
      { from: { optionId: CONSULTANT }, to: [], as: 'dropped' },
    ],
    decidedBy: 'Ada',
    decidedAt: 100 + revision,
    ...fields,
  };
}

export function describeAlignments(open: () => Promise<Store>): void {
  describe('alignments', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    async function asked(): Promise<QuestionId> {
      const question = aQuestion();
      await store.questions.save(question, anAct());
      return question.id;
    }

    test('every revision is kept as it was decided, newest first', async () => {
      const id = await asked();
      const [first, second] = [anAlignment(id, 1), anAlignment(id, 2, { maps: [], decidedBy: null })];
      expect(await store.alignments.ofQuestion(id)).toEqual([]);
      await store.alignments.add(first, anAct());
      await store.alignments.add(second, anAct());
      expect(await store.alignments.ofQuestion(id)).toEqual([second, first]);
    });

    test('at most 50 of them are given, unless all are asked for', async () => {
      const id = await asked();
      for (let revision = 1; revision <= 51; revision += 1)
        await store.alignments.add(anAlignment(id, revision), anAct());
      const given = await store.alignments.ofQuestion(id);
      expect(given.map(({ revision }) => revision)).toEqual(Array.from({ length: 50 }, (_, at) => 51 - at));
      const all = await store.alignments.all(id);
      expect(all.map(({ revision }) => revision)).toEqual(Array.from({ length: 51 }, (_, at) => at + 1));
    });

    test('one that is not the next is refused: somebody else decided meanwhile', async () => {
      const id = await asked();
      const first = anAlignment(id, 1);
      await store.alignments.add(first, anAct());
      for (const revision of [1, 3]) {
        const late = store.alignments.add(anAlignment(id, revision, { decidedBy: 'Bob' }), anAct());
        await expect(late).rejects.toMatchObject({ refusal: { code: 'STATE_CONFLICT' } });
      }
      expect(await store.alignments.ofQuestion(id)).toEqual([first]);
    });

    test('one of no question is refused', async () => {
      const lost = store.alignments.add(anAlignment('none' as QuestionId, 1), anAct());
      await expect(lost).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    });
  });
}

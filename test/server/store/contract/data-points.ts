import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Evidence } from '../../../../shared/data-point.ts';
import type { DataPointId, QuestionId } from '../../../../shared/ids.ts';
import type { Store } from '../../../../server/store/store.ts';
import { aDataPoint, aQuestion, anAct, openRoom, someEvidence } from '../sample.ts';

const UNKNOWN = 'none' as DataPointId;
const notFound = { refusal: { code: 'NOT_FOUND' } };

export function describeDataPoints(open: () => Promise<Store>): void {
  describe('data points', () => {
    let store: Store;
    let questionId: QuestionId;
    beforeAll(async () => {
      store = await open();
      const question = aQuestion();
      questionId = question.id;
      await store.questions.save(question, anAct());
    });
    afterAll(() => store.close());

    test('a data point comes back as it was given, with everything and with as little as can be', async () => {
      const bare = aDataPoint(questionId, {
        reached: null,
        askedBy: null,
        prompt: null,
        optionsOffered: null,
        source: null,
        n: null,
        nLow: null,
        nHigh: null,
        imported: null,
        createdBy: null,
        results: [{ label: 'Manager', words: 'little support' }],
      });
      for (const point of [aDataPoint(questionId), bare]) {
        await store.dataPoints.saveAll([point], [], anAct());
        expect(await store.dataPoints.get(point.id)).toEqual({ point, evidence: null });
      }
      expect(await store.dataPoints.get(UNKNOWN)).toBeUndefined();
    });

    test('those of a question come oldest first, and are counted', async () => {
      const [asked, other] = [aQuestion(), aQuestion()];
      const at = (date: string) => aDataPoint(asked.id, { when: { date, precision: 'month' } });
      const [late, early, middle] = [at('2021-06-01'), at('2019-02-01'), at('2020-01-01')];
      const apart = aDataPoint(other.id);
      await store.dataPoints.saveAll([late, early, middle, apart], [asked, other], anAct());
      const stored = await store.dataPoints.ofQuestion(asked.id);
      expect(stored.map(({ point }) => point)).toEqual([early, middle, late]);
      const ids = [other.id, 'none' as QuestionId, asked.id];
      expect(await store.dataPoints.counts(ids)).toEqual([1, 0, 3]);
    });

    test('the same id again replaces it, and its evidence stays', async () => {
      const point = aDataPoint(questionId);
      await store.dataPoints.saveAll([point], [], anAct());
      const { evidence, bytes } = someEvidence(point.id);
      await store.dataPoints.putEvidence(evidence, bytes, anAct());
      const edited = {
        ...point,
        label: 'Corrected',
        when: { date: '2018-01-01', precision: 'year' as const },
      };
      await store.dataPoints.saveAll([edited], [], anAct());
      expect(await store.dataPoints.get(point.id)).toEqual({ point: edited, evidence });
    });

    test('one whose question is nowhere is refused, and nothing of all of them is stored', async () => {
      const made = aQuestion();
      const [good, bad] = [aDataPoint(made.id), aDataPoint('none' as QuestionId)];
      const saving = store.dataPoints.saveAll([good, bad], [made], anAct());
      await expect(saving).rejects.toMatchObject(notFound);
      expect(await store.dataPoints.get(good.id)).toBeUndefined();
      expect(await store.questions.get(made.id)).toBeUndefined();
    });

    test('evidence comes back byte for byte, and a newer one takes its place', async () => {
      const point = aDataPoint(questionId);
      await store.dataPoints.saveAll([point], [], anAct());
      const every = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256);
      for (const bytes of [every, Uint8Array.of(0, 255, 0)]) {
        const { evidence } = someEvidence(point.id, bytes);
        await store.dataPoints.putEvidence(evidence, bytes, anAct());
        const kept = await store.dataPoints.evidence(point.id);
        expect(kept?.evidence).toEqual(evidence);
        expect(kept && hashOf(kept.bytes)).toBe(hashOf(bytes));
        expect(await store.dataPoints.get(point.id)).toEqual({ point, evidence });
      }
    });

    test('evidence of no data point is refused', async () => {
      const { evidence, bytes } = someEvidence(UNKNOWN);
      await expect(store.dataPoints.putEvidence(evidence, bytes, anAct())).rejects.toMatchObject(notFound);
      expect(await store.dataPoints.evidence(UNKNOWN)).toBeUndefined();
    });

    test('evidence can be taken away and leaves the data point', async () => {
      const point = aDataPoint(questionId);
      await store.dataPoints.saveAll([point], [], anAct());
      const { evidence, bytes } = someEvidence(point.id);
      await store.dataPoints.putEvidence(evidence, bytes, anAct());
      expect(await store.dataPoints.removeEvidence(point.id, anAct())).toBe(true);
      expect(await store.dataPoints.get(point.id)).toEqual({ point, evidence: null });
      expect(await store.dataPoints.removeEvidence(point.id, anAct())).toBe(false);
    });

    test('one that is removed takes its evidence along', async () => {
      const point = aDataPoint(questionId);
      await store.dataPoints.saveAll([point], [], anAct());
      const { evidence, bytes } = someEvidence(point.id);
      await store.dataPoints.putEvidence(evidence, bytes, anAct());
      expect(await store.dataPoints.remove(point.id, anAct())).toBe(true);
      expect(await store.dataPoints.get(point.id)).toBeUndefined();
      expect(await store.dataPoints.evidence(point.id)).toBeUndefined();
      expect(await store.dataPoints.remove(point.id, anAct())).toBe(false);
    });

    test('erasing an event leaves the data points of its question', async () => {
      const { event, question } = await openRoom(store);
      const point = aDataPoint(question.id);
      await store.dataPoints.saveAll([point], [], anAct());
      await store.events.erase(event.id, anAct());
      expect(await store.dataPoints.ofQuestion(question.id)).toEqual([{ point, evidence: null }]);
    });
  });
}

function hashOf(bytes: Uint8Array): Evidence['sha256'] {
  return createHash('sha256').update(bytes).digest('hex');
}

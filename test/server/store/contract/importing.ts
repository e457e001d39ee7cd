import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOBBY } from '../../../../shared/stage.ts';
import type { ImportRows, Store } from '../../../../server/store/store.ts';
import { aDataPoint, anAct, anAsking, anEvent, aPost, aQuestion, cast, someEvidence } from '../sample.ts';

export function describeImporting(open: () => Promise<Store>): void {
  describe('imports', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    test('everything of an import is stored with its ids; voters get no phone', async () => {
      const rows = anImport();
      expect(await store.importAll(rows)).toEqual({ kind: 'imported', added: 11, skipped: 0 });
      const { event, askings, questions, ballots, posts, acts, dataPoints, evidence, alignments } = rows;
      expect(await store.events.load(event.id)).toEqual({ event, stage: LOBBY, askings });
      expect(await store.questions.many(questions.map(({ id }) => id))).toEqual(questions);
      expect(
        await store.ballots.ofAsking(askings[0]?.asking.id ?? anAsking(event.id, aQuestion().id).id),
      ).toEqual(ballots);
      for (const { id } of questions) {
        const stored = await store.dataPoints.ofQuestion(id);
        expect(stored).toEqual(dataPoints.map((point, at) => ({ point, evidence: evidence[at]?.evidence })));
        expect(await store.alignments.all(id)).toEqual(alignments);
      }
      for (const each of evidence)
        expect(await store.dataPoints.evidence(each.evidence.dataPointId)).toEqual(each);
      expect(await store.posts.ofEvent(event.id)).toEqual(posts);
      expect(await store.acts.ofEvent(event.id, 9)).toEqual(acts);
      expect(await store.voters.ofEvent(event.id)).toEqual(
        [1, 2, 7].map((voter) => ({ voter, hash: `imported:${event.id}:${voter}` })),
      );
    });

    test('the same import again adds nothing', async () => {
      const rows = anImport();
      await store.importAll(rows);
      expect(await store.importAll(rows)).toEqual({ kind: 'imported', added: 0, skipped: 11 });
      expect(await store.acts.ofEvent(rows.event.id, 9)).toHaveLength(2);
      expect(await store.voters.ofEvent(rows.event.id)).toHaveLength(3);
    });

    test('a known question is shared, not copied', async () => {
      const [first, second] = [anImport(), anImport()];
      await store.importAll(first);
      const [question] = first.questions;
      if (!question) throw new Error('no question');
      const { dataPoints, evidence, alignments } = first;
      const ofQuestion = { questions: [question], dataPoints, evidence, alignments };
      const askings = second.askings.map(({ asking, tally }) => ({
        asking: { ...asking, questionId: question.id },
        tally,
      }));
      expect(await store.importAll({ ...second, ...ofQuestion, askings })).toEqual({
        kind: 'imported',
        added: 7,
        skipped: 4,
      });
      expect(await store.askings.ofQuestion(question.id)).toHaveLength(2);
    });

    test.each<[string, (rows: ImportRows) => ImportRows]>([
      ['event', (rows) => ({ ...rows, event: { ...rows.event, title: 'Other' } })],
      [
        'question',
        (rows) => ({ ...rows, questions: rows.questions.map((question) => ({ ...question, updatedAt: 1 })) }),
      ],
      [
        'asking',
        (rows) => ({
          ...rows,
          askings: rows.askings.map(({ asking }) => ({ asking: { ...asking, number: 9 }, tally: null })),
        }),
      ],
      [
        'ballot',
        (rows) => ({
          ...rows,
          ballots: rows.ballots.map((ballot) => ({ ...ballot, answer: { option: 'designer' } })),
        }),
      ],
      [
        'result',
        (rows) => ({
          ...rows,
          dataPoints: rows.dataPoints.map((point) => ({ ...point, label: 'Other' })),
        }),
      ],
      [
        'evidence',
        (rows) => ({
          ...rows,
          evidence: rows.evidence.map(({ evidence }) =>
            someEvidence(evidence.dataPointId, Uint8Array.of(1, 2)),
          ),
        }),
      ],
      [
        'alignment',
        (rows) => ({
          ...rows,
          alignments: rows.alignments.map((each) => ({ ...each, decidedBy: 'Bob' })),
        }),
      ],
      // A stored tally, and phones that are here, know nothing of them.
      ['voter', (rows) => ({ ...rows, voters: [...rows.voters, 8] })],
      [
        'ballot',
        (rows) => ({ ...rows, ballots: rows.ballots.flatMap((one) => [one, { ...one, voter: 8 }]) }),
      ],
      ['text', (rows) => ({ ...rows, texts: rows.texts.map((each) => ({ ...each, shown: false })) })],
      ['post', (rows) => ({ ...rows, posts: rows.posts.map((each) => ({ ...each, backers: [2] })) })],
      ['code', (rows) => ({ ...anImport(), event: anEvent({ code: rows.event.code }) })],
    ])('the same id with other content is a conflict, and nothing is stored: %s', async (noun, change) => {
      const rows = anImport();
      await store.importAll(rows);
      const changed = change(rows);
      const fresh = aQuestion();
      const outcome = await store.importAll({ ...changed, questions: [...changed.questions, fresh] });
      expect(outcome).toMatchObject({ kind: 'conflict', noun });
      expect(await store.questions.get(fresh.id)).toBeUndefined();
      expect((await store.events.load(rows.event.id))?.event).toEqual(rows.event);
    });
  });
}

function anImport(): ImportRows {
  const question = aQuestion();
  const bare = anEvent({ state: 'ended' });
  const asking = anAsking(bare.id, question.id, { state: 'closed', closedAt: 3000, joined: 4 });
  const point = aDataPoint(question.id);
  const ballots = [1, 2, 7].map((voter) => ({ ...cast(asking.id, voter), castAt: 2500 + voter }));
  return {
    event: { ...bare, order: [asking.id] },
    stage: LOBBY,
    questions: [question],
    askings: [{ asking, tally: { ballots: 3, abstained: 0 } }],
    voters: [1, 2, 7],
    ballots,
    texts: [{ askingId: asking.id, text: 'A coach', shown: true, group: null, decidedAt: 2600 }],
    posts: [{ post: aPost(bare.id), backers: [2, 7] }],
    pictures: [],
    dataPoints: [point],
    evidence: [someEvidence(point.id)],
    alignments: [{ questionId: question.id, revision: 1, maps: [], decidedBy: null, decidedAt: 4 }],
    acts: [anAct(bare.id), anAct(bare.id)],
  };
}

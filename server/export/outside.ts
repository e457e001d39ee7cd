import type { Alignment } from '../../shared/alignment.ts';
import type { Question } from '../../shared/question.ts';
import type { KeptEvidence, Store, StoredDataPoint } from '../store/store.ts';

/** What is kept of an event's questions beside its own ballots: results from elsewhere, and which options are the same. */
export interface Outside {
  dataPoints: StoredDataPoint[];
  /** Every revision, oldest first. */
  alignments: Alignment[];
}

/** In the order of the questions. */
export async function readOutside(store: Store, questions: readonly Question[]): Promise<Outside> {
  const outside: Outside = { dataPoints: [], alignments: [] };
  for (const { id } of questions) {
    outside.dataPoints.push(...(await store.dataPoints.ofQuestion(id)));
    outside.alignments.push(...(await store.alignments.all(id)));
  }
  return outside;
}

/** Their evidence one by one: each may have some megabytes. */
export async function* evidenceOf(
  store: Store,
  dataPoints: readonly StoredDataPoint[],
): AsyncGenerator<KeptEvidence> {
  for (const { point, evidence } of dataPoints) {
    const kept = evidence && (await store.dataPoints.evidence(point.id));
    if (kept) yield kept;
  }
}

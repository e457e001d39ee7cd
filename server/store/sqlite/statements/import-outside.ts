import type { Database } from 'better-sqlite3';
import type { ImportRows } from '../../store.ts';
import { alignmentReads, alignmentWrites } from './alignments.ts';
import { dataPointReads, dataPointWrites } from './data-points.ts';
import { evidenceReads, evidenceWrites } from './evidence.ts';
import type { Incoming } from './incoming.ts';

/** Results from elsewhere with their evidence, and what was decided of their options. Their questions come before. */
export function outsideComparer(
  db: Database,
): (rows: Pick<ImportRows, 'dataPoints' | 'evidence' | 'alignments'>) => Incoming[] {
  const [pointReads, pointWrites] = [dataPointReads(db), dataPointWrites(db)];
  const [kept, evidence] = [evidenceReads(db), evidenceWrites(db)];
  const [decided, alignments] = [alignmentReads(db), alignmentWrites(db)];
  return (rows) => [
    ...rows.dataPoints.map((point) => ({
      noun: 'result',
      id: point.id,
      here: pointReads.get(point.id)?.point,
      comes: point,
      add: () => pointWrites.put(point),
    })),
    // Its hash stands for its bytes.
    ...rows.evidence.map((each) => ({
      noun: 'evidence',
      id: each.evidence.dataPointId,
      here: kept.about(each.evidence.dataPointId),
      comes: each.evidence,
      add: () => evidence.put(each.evidence, each.bytes),
    })),
    ...rows.alignments.map((alignment) => ({
      noun: 'alignment',
      id: `${alignment.questionId}/${alignment.revision}`,
      here: decided.get(alignment.questionId, alignment.revision),
      comes: alignment,
      add: () => alignments.put(alignment),
    })),
  ];
}

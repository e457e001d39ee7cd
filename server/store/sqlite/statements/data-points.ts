import type { Database } from 'better-sqlite3';
import type { DataPoint, When } from '../../../../shared/data-point.ts';
import type { DataPointId, QuestionId } from '../../../../shared/ids.ts';
import type { DataPointStore, StoredDataPoint } from '../../store.ts';
import { actWrites } from './acts.ts';
import { evidenceReads, evidenceWrites } from './evidence.ts';
import { questionWrites } from './questions.ts';
import type { Sync } from './sync.ts';

interface DataPointRow {
  id: DataPointId;
  question_id: QuestionId;
  date: string;
  precision: When['precision'];
  content: string;
}

type Read = 'get' | 'ofQuestion' | 'counts' | 'evidence';

export function dataPointReads(db: Database): Pick<Sync<DataPointStore>, Read> {
  const byId = db.prepare<[string], DataPointRow>('SELECT * FROM data_points WHERE id = ?');
  const ofQuestion = db.prepare<[string], DataPointRow>(
    'SELECT * FROM data_points WHERE question_id = ? ORDER BY date, id',
  );
  const count = db
    .prepare<[string], number>('SELECT count(*) FROM data_points WHERE question_id = ?')
    .pluck();
  const evidence = evidenceReads(db);
  const whole = (row: DataPointRow): StoredDataPoint => ({
    point: fromRow(row),
    evidence: evidence.about(row.id) ?? null,
  });
  return {
    get(id) {
      const row = byId.get(id);
      return row && whole(row);
    },
    ofQuestion: (id) => ofQuestion.all(id).map(whole),
    counts: (ids) => ids.map((id) => count.get(id) ?? 0),
    evidence: evidence.get,
  };
}

export function dataPointWrites(
  db: Database,
): Omit<Sync<DataPointStore>, Read> & { put(point: DataPoint): void } {
  const put = db.prepare(
    `INSERT INTO data_points (id, question_id, date, precision, content)
     VALUES (@id, @question_id, @date, @precision, @content)
     ON CONFLICT (id) DO UPDATE SET question_id = excluded.question_id, date = excluded.date,
       precision = excluded.precision, content = excluded.content`,
  );
  const remove = db.prepare('DELETE FROM data_points WHERE id = ?');
  const questions = questionWrites(db);
  const evidence = evidenceWrites(db);
  const acts = actWrites(db);
  const putOne = (point: DataPoint): void => void put.run(toRow(point));
  return {
    put: putOne,
    saveAll(points, made, act) {
      made.forEach(questions.put);
      points.forEach(putOne);
      acts.add(act);
    },
    remove(id, act) {
      evidence.remove(id);
      if (remove.run(id).changes === 0) return false;
      acts.add(act);
      return true;
    },
    putEvidence(kept, bytes, act) {
      evidence.put(kept, bytes);
      acts.add(act);
    },
    removeEvidence(id, act) {
      if (!evidence.remove(id)) return false;
      acts.add(act);
      return true;
    },
  };
}

function toRow({ id, questionId, when, ...content }: DataPoint): DataPointRow {
  const { date, precision } = when;
  return { id, question_id: questionId, date, precision, content: JSON.stringify(content) };
}

function fromRow({ id, question_id, date, precision, content }: DataPointRow): DataPoint {
  const rest = JSON.parse(content) as Omit<DataPoint, 'id' | 'questionId' | 'when'>;
  return { id, questionId: question_id, when: { date, precision }, ...rest };
}

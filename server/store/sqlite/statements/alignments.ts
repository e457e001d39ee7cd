import type { Database } from 'better-sqlite3';
import type { Alignment, AlignmentMap } from '../../../../shared/alignment.ts';
import type { QuestionId } from '../../../../shared/ids.ts';
import { Refused } from '../../../../shared/result.ts';
import type { AlignmentStore } from '../../store.ts';
import { actWrites } from './acts.ts';
import type { Sync } from './sync.ts';

interface AlignmentRow {
  question_id: QuestionId;
  revision: number;
  maps: string;
  decided_by: string | null;
  decided_at: number;
}

const MOST_REVISIONS = 50;

interface AlignmentReads extends Omit<Sync<AlignmentStore>, 'add'> {
  get(id: QuestionId, revision: number): Alignment | undefined;
}

export function alignmentReads(db: Database): AlignmentReads {
  const ofQuestion = db.prepare<[string, number], AlignmentRow>(
    'SELECT * FROM alignments WHERE question_id = ? ORDER BY revision DESC LIMIT ?',
  );
  const all = db.prepare<[string], AlignmentRow>(
    'SELECT * FROM alignments WHERE question_id = ? ORDER BY revision',
  );
  const byRevision = db.prepare<[string, number], AlignmentRow>(
    'SELECT * FROM alignments WHERE question_id = ? AND revision = ?',
  );
  return {
    get(id, revision) {
      const row = byRevision.get(id, revision);
      return row && fromRow(row);
    },
    ofQuestion: (id) => ofQuestion.all(id, MOST_REVISIONS).map(fromRow),
    all: (id) => all.all(id).map(fromRow),
  };
}

export function alignmentWrites(
  db: Database,
): Pick<Sync<AlignmentStore>, 'add'> & { put(alignment: Alignment): void } {
  const insert = db.prepare(
    `INSERT INTO alignments (question_id, revision, maps, decided_by, decided_at)
     VALUES (@question_id, @revision, @maps, @decided_by, @decided_at)`,
  );
  const latest = db
    .prepare<[string], number | null>('SELECT max(revision) FROM alignments WHERE question_id = ?')
    .pluck();
  const acts = actWrites(db);
  const put = (alignment: Alignment): void => void insert.run(toRow(alignment));
  return {
    put,
    add(alignment, act) {
      if (alignment.revision !== (latest.get(alignment.questionId) ?? 0) + 1) throw decidedMeanwhile();
      put(alignment);
      acts.add(act);
    },
  };
}

function decidedMeanwhile(): Refused {
  return new Refused(
    'STATE_CONFLICT',
    'Somebody else has decided meanwhile which options stand for the same thing. Theirs is kept. Look at it, then decide again.',
  );
}

function toRow({ questionId, revision, maps, decidedBy, decidedAt }: Alignment): AlignmentRow {
  return {
    question_id: questionId,
    revision,
    maps: JSON.stringify(maps),
    decided_by: decidedBy,
    decided_at: decidedAt,
  };
}

function fromRow({ question_id, revision, maps, decided_by, decided_at }: AlignmentRow): Alignment {
  return {
    questionId: question_id,
    revision,
    maps: JSON.parse(maps) as AlignmentMap[],
    decidedBy: decided_by,
    decidedAt: decided_at,
  };
}

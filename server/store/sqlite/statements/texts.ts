import type { Database } from 'better-sqlite3';
import type { AskingId, EventId } from '../../../../shared/ids.ts';
import type { TextDecision } from '../../../../shared/questions/written-text.ts';
import type { StoredDecision, TextStore } from '../../store.ts';
import { actWrites } from './acts.ts';
import type { Sync } from './sync.ts';

interface DecisionRow {
  asking_id: AskingId;
  text: string;
  shown: number | null;
  label: string | null;
  decided_at: number;
}

interface TextReads extends Pick<Sync<TextStore>, 'ofEvent'> {
  get(id: AskingId, text: string): TextDecision | undefined;
}

export function textReads(db: Database): TextReads {
  const ofEvent = db.prepare<[EventId], DecisionRow>(
    `SELECT text_decisions.* FROM text_decisions JOIN askings ON askings.id = asking_id
     WHERE event_id = ? ORDER BY decided_at, asking_id, text`,
  );
  const one = db.prepare<[string, string], DecisionRow>(
    'SELECT * FROM text_decisions WHERE asking_id = ? AND text = ?',
  );
  return {
    ofEvent: (id) => ofEvent.all(id).map((row) => ({ askingId: row.asking_id, ...fromRow(row) })),
    get(id, text) {
      const row = one.get(id, text);
      return row && fromRow(row);
    },
  };
}

export function textWrites(
  db: Database,
): Pick<Sync<TextStore>, 'decide'> & { put(decision: StoredDecision): void } {
  const upsert = db.prepare(
    `INSERT INTO text_decisions (asking_id, text, shown, label, decided_at)
     VALUES (@asking_id, @text, @shown, @label, @decided_at)
     ON CONFLICT (asking_id, text) DO UPDATE
     SET shown = excluded.shown, label = excluded.label, decided_at = excluded.decided_at`,
  );
  const remove = db.prepare('DELETE FROM text_decisions WHERE asking_id = ? AND text = ?');
  const acts = actWrites(db);
  const put = (decision: StoredDecision): void => void upsert.run(toRow(decision));
  return {
    put,
    decide(askingId, decision, act) {
      if (decision.shown === null && decision.group === null) remove.run(askingId, decision.text);
      else put({ askingId, ...decision });
      acts.add(act);
    },
  };
}

function toRow({ askingId, text, shown, group, decidedAt }: StoredDecision): DecisionRow {
  return {
    asking_id: askingId,
    text,
    shown: shown === null ? null : Number(shown),
    label: group,
    decided_at: decidedAt,
  };
}

function fromRow({ text, shown, label, decided_at }: DecisionRow): TextDecision {
  return { text, shown: shown === null ? null : shown === 1, group: label, decidedAt: decided_at };
}

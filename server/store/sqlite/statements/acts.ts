import type { Database } from 'better-sqlite3';
import type { EventId } from '../../../../shared/ids.ts';
import type { Act, ActLog } from '../../store.ts';
import type { Sync } from './sync.ts';

interface ActRow {
  at: number;
  acted_by: string | null;
  what: string;
  event_id: EventId | null;
  detail: string;
}

export function actReads(db: Database): Pick<Sync<ActLog>, 'ofEvent'> {
  const ofEvent = db.prepare<[string, number], ActRow>(
    'SELECT * FROM acts WHERE event_id = ? ORDER BY at DESC, id DESC LIMIT ?',
  );
  return { ofEvent: (id, limit) => ofEvent.all(id, limit).map(fromRow) };
}

interface ActWrites extends Pick<Sync<ActLog>, 'add'> {
  /** For imports: unless it stands there as often already, word for word. */
  addUpTo(times: number, act: Act): void;
}

export function actWrites(db: Database): ActWrites {
  const insert =
    'INSERT INTO acts (at, acted_by, what, event_id, detail) SELECT @at, @acted_by, @what, @event_id, @detail';
  const add = db.prepare(insert);
  const addUpTo = db.prepare(
    `${insert} WHERE (SELECT count(*) FROM acts WHERE event_id IS @event_id AND at = @at AND acted_by IS @acted_by
     AND what = @what AND detail = @detail) < @times`,
  );
  return {
    add: (act) => void add.run(toRow(act)),
    addUpTo: (times, act) => void addUpTo.run({ ...toRow(act), times }),
  };
}

function toRow({ at, by, what, eventId, detail }: Act): ActRow {
  return { at, acted_by: by, what, event_id: eventId, detail: JSON.stringify(detail) };
}

function fromRow(row: ActRow): Act {
  return {
    at: row.at,
    by: row.acted_by,
    what: row.what,
    eventId: row.event_id,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
  };
}

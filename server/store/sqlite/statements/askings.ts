import type { Database } from 'better-sqlite3';
import {
  DEFAULT_ASKING_SETTINGS,
  type Asking,
  type AskingSettings,
  DEFAULT_CONDITIONS,
  type Conditions,
  type Hands,
} from '../../../../shared/asking.ts';
import type { AskingId, EventId, QuestionId } from '../../../../shared/ids.ts';
import type { TallyBase } from '../../../../shared/questions/question-type.ts';
import type { AskingStore, StoredAsking } from '../../store.ts';
import { fromEventRow, type EventRow } from './event-row.ts';
import type { Sync } from './sync.ts';

interface AskingRow {
  id: AskingId;
  event_id: EventId;
  question_id: QuestionId;
  question_version: number;
  number: number | null;
  state: Asking['state'];
  shown: number;
  settings: string;
  conditions: string | null;
  opened_at: number | null;
  closed_at: number | null;
  closes_at: number | null;
  joined: number;
  hands: string | null;
  set_aside: string | null;
  late: number;
  languages: string;
  said: string | null;
  tally: string | null;
}

const COLUMNS = [
  'id',
  'event_id',
  'question_id',
  'question_version',
  'number',
  'state',
  'shown',
  'settings',
  'conditions',
  'opened_at',
  'closed_at',
  'closes_at',
  'joined',
  'hands',
  'set_aside',
  'late',
  'languages',
  'said',
  'tally',
] satisfies (keyof AskingRow)[];

function toRow({ asking, tally }: StoredAsking): AskingRow {
  return {
    id: asking.id,
    event_id: asking.eventId,
    question_id: asking.questionId,
    question_version: asking.questionVersion,
    number: asking.number,
    state: asking.state,
    shown: asking.shown ? 1 : 0,
    settings: JSON.stringify(asking.settings),
    conditions: asking.conditions && JSON.stringify(asking.conditions),
    opened_at: asking.openedAt,
    closed_at: asking.closedAt,
    closes_at: asking.closesAt,
    joined: asking.joined,
    hands: asking.hands && JSON.stringify(asking.hands),
    set_aside: asking.setAside,
    late: asking.late,
    languages: JSON.stringify(asking.languages),
    said: asking.said,
    tally: tally && JSON.stringify(tally),
  };
}

function fromRow(row: AskingRow): StoredAsking {
  const asking: Asking = {
    id: row.id,
    eventId: row.event_id,
    questionId: row.question_id,
    questionVersion: row.question_version,
    number: row.number,
    state: row.state,
    shown: row.shown === 1,
    // What is set up since it was stored stands as it does by itself.
    settings: { ...DEFAULT_ASKING_SETTINGS, ...(JSON.parse(row.settings) as AskingSettings) },
    conditions:
      row.conditions === null
        ? null
        : { ...DEFAULT_CONDITIONS, ...(JSON.parse(row.conditions) as Conditions) },
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    closesAt: row.closes_at,
    joined: row.joined,
    hands: row.hands === null ? null : (JSON.parse(row.hands) as Hands),
    setAside: row.set_aside,
    late: row.late,
    languages: JSON.parse(row.languages) as Record<string, number>,
    said: row.said,
  };
  return { asking, tally: row.tally === null ? null : (JSON.parse(row.tally) as TallyBase) };
}

interface AskingReads extends Sync<AskingStore> {
  get(id: AskingId): StoredAsking | undefined;
  ofEvent(id: EventId): StoredAsking[];
}

export function askingReads(db: Database): AskingReads {
  const byId = db.prepare<[string], AskingRow>('SELECT * FROM askings WHERE id = ?');
  const ofEvent = db.prepare<[string], AskingRow>('SELECT * FROM askings WHERE event_id = ? ORDER BY id');
  const eventOf = db.prepare<[string], EventId>('SELECT event_id FROM askings WHERE id = ?').pluck();
  const ofQuestion = db.prepare<[string], AskingRow>(
    `SELECT askings.* FROM askings JOIN events ON events.id = askings.event_id
     WHERE question_id = ? AND opened_at IS NOT NULL AND deleted_at IS NULL AND is_rehearsal = 0 ORDER BY opened_at, askings.id`,
  );
  const eventById = db.prepare<[string], EventRow>('SELECT * FROM events WHERE id = ?');
  const timesAsked = db
    .prepare<[string], number>(
      `SELECT count(*) FROM askings JOIN events ON events.id = askings.event_id
       WHERE question_id = ? AND opened_at IS NOT NULL AND deleted_at IS NULL AND is_rehearsal = 0`,
    )
    .pluck();
  const wasAsked = db
    .prepare<[string], number>(
      `SELECT 1 FROM askings JOIN events ON events.id = askings.event_id
       WHERE question_id = ? AND opened_at IS NOT NULL AND is_rehearsal = 0 LIMIT 1`,
    )
    .pluck();
  const rehearsedIn = db
    .prepare<[string], string>(
      `SELECT title FROM askings JOIN events ON events.id = askings.event_id
       WHERE question_id = ? AND opened_at IS NOT NULL AND is_rehearsal = 1 LIMIT 1`,
    )
    .pluck();
  const count = db.prepare<[string], number>('SELECT count(*) FROM ballots WHERE asking_id = ?').pluck();
  return {
    get(id) {
      const row = byId.get(id);
      return row && fromRow(row);
    },
    ofEvent: (id) => ofEvent.all(id).map(fromRow),
    eventOf: (id) => eventOf.get(id),
    timesAsked: (ids) => ids.map((id) => timesAsked.get(id) ?? 0),
    wasAsked: (id) => wasAsked.get(id) !== undefined,
    rehearsedIn: (id) => rehearsedIn.get(id),
    ofQuestion(id) {
      return ofQuestion.all(id).flatMap((row) => {
        const event = eventById.get(row.event_id);
        const { asking, tally } = fromRow(row);
        // Closed ones have been counted: reading two million ballots again would take most of a second.
        return event
          ? [
              {
                asking,
                tally,
                event: fromEventRow(event),
                ballots: tally?.ballots ?? count.get(asking.id) ?? 0,
              },
            ]
          : [];
      });
    },
  };
}

interface AskingWrites {
  put(stored: StoredAsking): void;
  /** With its ballots. */
  remove(id: AskingId): void;
}

export function askingWrites(db: Database): AskingWrites {
  const put = db.prepare(
    `INSERT INTO askings (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
  const removeBallots = db.prepare('DELETE FROM ballots WHERE asking_id = ?');
  const removeTexts = db.prepare('DELETE FROM text_decisions WHERE asking_id = ?');
  const remove = db.prepare('DELETE FROM askings WHERE id = ?');
  return {
    put: (stored) => void put.run(toRow(stored)),
    remove(id) {
      removeBallots.run(id);
      removeTexts.run(id);
      remove.run(id);
    },
  };
}

import type { Database } from 'better-sqlite3';
import type { EventId } from '../../../../shared/ids.ts';
import { shownPicture, type StopId } from '../../../../shared/live-event.ts';
import { Refused } from '../../../../shared/result.ts';
import type { Stage } from '../../../../shared/stage.ts';
import type { EventChange, EventCounts, EventFilter, EventStore } from '../../store.ts';
import { SCRUB_DUE } from '../scrubbing.ts';
import { actWrites } from './acts.ts';
import { askingReads, askingWrites } from './askings.ts';
import { fromEventRow, toEventRow, type EventRow } from './event-row.ts';
import { parseAfter, toPage } from './page.ts';
import { pictureErasing } from './pictures.ts';
import { settingWrites } from './settings.ts';
import type { Sync } from './sync.ts';

const COLUMNS = [
  'id',
  'code',
  'title',
  'state',
  'starts_on',
  'place',
  'audience',
  'audience_tags',
  'room_low',
  'room_high',
  'is_private',
  'theme',
  'running_order',
  'set_up',
  'is_rehearsal',
  'is_template',
  'sort_at',
  'created_at',
  'updated_at',
  'deleted_at',
] satisfies (keyof EventRow)[];

/** Everything an event owns, in the order in which it may go. Questions stay; acts go last, by leave of their trigger. */
const ERASE = [
  'DELETE FROM text_decisions WHERE asking_id IN (SELECT id FROM askings WHERE event_id = ?)',
  'DELETE FROM backings WHERE post_id IN (SELECT id FROM posts WHERE event_id = ?)',
  'DELETE FROM posts WHERE event_id = ?',
  'DELETE FROM tickets WHERE event_id = ?',
  'DELETE FROM ballots WHERE asking_id IN (SELECT id FROM askings WHERE event_id = ?)',
  'DELETE FROM askings WHERE event_id = ?',
  'DELETE FROM voters WHERE event_id = ?',
  'DELETE FROM event_roles WHERE event_id = ?',
  'DELETE FROM links WHERE event_id = ?',
  'DELETE FROM screens WHERE event_id = ?',
  'DELETE FROM events WHERE id = ?',
  'DELETE FROM acts WHERE event_id = ?',
];

/** [RE2] What a rehearsal leaves behind. Phones of people stay known: they may be in the room already. */
const CLEAR = [
  'DELETE FROM text_decisions WHERE asking_id IN (SELECT id FROM askings WHERE event_id = ?)',
  'DELETE FROM backings WHERE post_id IN (SELECT id FROM posts WHERE event_id = ?)',
  'DELETE FROM posts WHERE event_id = ?',
  'DELETE FROM ballots WHERE asking_id IN (SELECT id FROM askings WHERE event_id = ?)',
  "DELETE FROM voters WHERE event_id = ? AND hash LIKE '~%'",
  'UPDATE tickets SET used_at = NULL, refused = 0 WHERE event_id = ?',
];

export function eventReads(
  db: Database,
): Pick<Sync<EventStore>, 'load' | 'idByCode' | 'list' | 'counts' | 'expired'> {
  const byId = db.prepare<[string], EventRow & { stage: string }>('SELECT * FROM events WHERE id = ?');
  const idByCode = db
    .prepare<[string], EventId>('SELECT id FROM events WHERE code = ? AND deleted_at IS NULL')
    .pluck();
  const expired = db
    .prepare<[number], EventId>('SELECT id FROM events WHERE deleted_at < ? ORDER BY deleted_at')
    .pluck();
  const askings = askingReads(db);
  return {
    load(id) {
      const row = byId.get(id);
      return (
        row && {
          event: fromEventRow(row),
          stage: JSON.parse(row.stage) as Stage,
          askings: askings.ofEvent(id),
        }
      );
    },
    idByCode: (code) => idByCode.get(code),
    list: (filter) => listEvents(db, filter),
    counts: countEvents(db),
    expired: (before) => expired.all(before),
  };
}

/** `joined` is stored at the close and never below the ballots; of what is open, the ballots are counted. */
function countEvents(db: Database): Sync<EventStore>['counts'] {
  const counts = db.prepare<[string], EventCounts>(
    `SELECT count(*) AS stops, count(number) AS asked, coalesce(max(phones), 0) AS phones FROM (
       SELECT number, CASE WHEN state = 'open'
         THEN (SELECT count(*) FROM ballots WHERE asking_id = askings.id) ELSE joined END AS phones
       FROM askings WHERE event_id = ?) AS stop`,
  );
  const isRehearsal = db.prepare<[string], number>('SELECT is_rehearsal FROM events WHERE id = ?').pluck();
  return (ids) =>
    ids.map((id) => {
      const { stops, ...asked } = counts.get(id) ?? { stops: 0, asked: 0, phones: 0 };
      return isRehearsal.get(id) === 1 ? { stops, asked: 0, phones: 0 } : { stops, ...asked };
    });
}

function listEvents(
  db: Database,
  { after, limit, deleted, templates, memberId }: EventFilter,
): ReturnType<Sync<EventStore>['list']> {
  const end = parseAfter(after, 2);
  const where = [
    deleted ? 'deleted_at IS NOT NULL' : `deleted_at IS NULL AND is_template = ${templates ? 1 : 0}`,
    ...(end ? ['(sort_at, created_at, id) < (@sortAt, @createdAt, @id)'] : []),
    ...(memberId ? ['id IN (SELECT event_id FROM event_roles WHERE user_id = @memberId)'] : []),
  ];
  const sql = `SELECT * FROM events WHERE ${where.join(' AND ')} ORDER BY sort_at DESC, created_at DESC, id DESC LIMIT @rows`;
  const rows = db.prepare<[object], EventRow>(sql).all({
    rows: limit + 1,
    ...(end ? { sortAt: end.keys[0], createdAt: end.keys[1], id: end.id } : {}),
    ...(memberId ? { memberId } : {}),
  });
  return toPage(rows, limit, fromEventRow, (row) => [row.sort_at, row.created_at, row.id]);
}

export function eventWrites(db: Database): Pick<Sync<EventStore>, 'create' | 'commit' | 'erase'> {
  const insert = db.prepare(
    `INSERT INTO events (${COLUMNS.join(', ')}, stage) VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')}, @stage)`,
  );
  const update = db.prepare(
    `UPDATE events SET ${COLUMNS.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`,
  );
  const restage = db.prepare('UPDATE events SET stage = ? WHERE id = ?');
  const erase = ERASE.map((sql) => db.prepare(sql));
  const byId = db.prepare<[string], EventRow>('SELECT * FROM events WHERE id = ?');
  const stopsAdded = db
    .prepare<[string], string>("SELECT detail FROM acts WHERE event_id = ? AND what = 'stop:add'")
    .pluck();
  const erasePictures = pictureErasing(db);
  const clear = CLEAR.map((sql) => db.prepare(sql));
  const askings = askingWrites(db);
  const acts = actWrites(db);
  const scrub = settingWrites(db);
  return {
    create(event, stage, done) {
      insert.run({ ...toEventRow(event), stage: JSON.stringify(stage) });
      done.forEach(acts.add);
    },
    commit(change) {
      if (change.event) mustChange(update.run(toEventRow(change.event)).changes);
      if (change.stage) mustChange(restage.run(JSON.stringify(change.stage), eventOf(change)).changes);
      change.askings?.forEach(askings.put);
      change.removed?.forEach(askings.remove);
      if (change.clears) for (const statement of clear) statement.run(eventOf(change));
      change.acts.forEach(acts.add);
    },
    erase(id, act) {
      const pictures = picturesOf(byId.get(id), stopsAdded.all(id));
      for (const statement of erase) statement.run(id);
      erasePictures(pictures);
      scrub.put(SCRUB_DUE, '1');
      acts.add(act);
    },
  };
}

/** A change names its event through whatever of it changes; the stage alone through its acts. */
function eventOf({ event, askings, acts }: EventChange): EventId {
  const id =
    event?.id ?? askings?.[0]?.asking.eventId ?? acts.find(({ eventId }) => eventId !== null)?.eventId;
  if (!id) throw new Error('a stage was to be written that belongs to no event');
  return id;
}

/** [PI3] Also of what was a stop once, and was taken out again. */
function picturesOf(row: EventRow | undefined, added: readonly string[]): string[] {
  if (!row) return [];
  const { order, setUp } = fromEventRow(row);
  const once = added.map((detail) => String((JSON.parse(detail) as { stop?: unknown }).stop) as StopId);
  const stops = new Set([...order, ...once]);
  return [...[...stops].flatMap((stop) => shownPicture(stop) ?? []), ...(setUp.logo ? [setUp.logo] : [])];
}

function mustChange(rows: number): void {
  if (rows === 0) throw new Refused('NOT_FOUND');
}

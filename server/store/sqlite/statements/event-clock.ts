import type { Database } from 'better-sqlite3';
import type { EventId } from '../../../../shared/ids.ts';
import type { EventStore } from '../../store.ts';
import { fromEventRow, type EventRow } from './event-row.ts';
import type { Sync } from './sync.ts';

/** Events that could change by themselves: neither over, in the bin, rehearsed nor a template. */
const RUNS = `deleted_at IS NULL AND events.state <> 'ended' AND is_rehearsal = 0 AND is_template = 0`;

/** What is due without anybody pressing anything. */
export function eventClock(db: Database): Pick<Sync<EventStore>, 'byClock' | 'overdue' | 'idle'> {
  // What stands in the set-up is text: those that could be meant are read whole.
  const byClock = db.prepare<[], EventRow>(
    `SELECT * FROM events WHERE ${RUNS} AND set_up LIKE '%"pace":"self"%' AND set_up LIKE '%"openUntil":_%'
       AND EXISTS (SELECT 1 FROM askings WHERE event_id = events.id AND state = 'waiting'
         AND hands IS NULL AND set_aside IS NULL)`,
  );
  const overdue = db
    .prepare<[number], EventId>(
      `SELECT DISTINCT event_id FROM askings JOIN events ON events.id = event_id
       WHERE askings.state = 'open' AND closes_at <= ? AND ${RUNS}`,
    )
    .pluck();
  const idle = db
    .prepare<[{ since: number }], EventId>(
      `SELECT DISTINCT event_id FROM askings JOIN events ON events.id = event_id
       WHERE askings.state = 'open' AND opened_at < @since AND deleted_at IS NULL
         AND (closes_at IS NULL OR closes_at < @since)
         AND NOT EXISTS (SELECT 1 FROM acts WHERE acts.event_id = events.id AND at >= @since)
         AND NOT EXISTS (SELECT 1 FROM voters WHERE voters.event_id = events.id AND joined_at >= @since)
         AND NOT EXISTS (SELECT 1 FROM posts WHERE posts.event_id = events.id AND created_at >= @since)
         AND NOT EXISTS (SELECT 1 FROM ballots JOIN askings AS asked ON asked.id = asking_id
           WHERE asked.event_id = events.id AND asked.state = 'open' AND cast_at >= @since)`,
    )
    .pluck();
  return {
    byClock: () =>
      byClock.all().flatMap((row) => {
        const { id, setUp } = fromEventRow(row);
        return setUp.openFrom === null ? [] : [{ id, setUp }];
      }),
    overdue: (now) => overdue.all(now),
    idle: (since) => idle.all({ since }),
  };
}

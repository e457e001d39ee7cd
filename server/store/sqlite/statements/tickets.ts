import type { Database } from 'better-sqlite3';
import type { StoredTicket, TicketStore } from '../../store.ts';
import { actWrites } from './acts.ts';
import type { Sync } from './sync.ts';

interface TicketRow {
  number: number;
  hash: string;
  used_at: number | null;
  refused: number;
}

export function ticketReads(db: Database): Pick<Sync<TicketStore>, 'ofEvent'> {
  const ofEvent = db.prepare<[string], TicketRow>(
    'SELECT number, hash, used_at, refused FROM tickets WHERE event_id = ? ORDER BY number',
  );
  return {
    ofEvent: (id) => ofEvent.all(id).map(({ used_at: usedAt, ...row }): StoredTicket => ({ ...row, usedAt })),
  };
}

export function ticketWrites(db: Database): Pick<Sync<TicketStore>, 'add' | 'save'> {
  const put = db.prepare(
    `INSERT INTO tickets (event_id, number, hash, used_at, refused) VALUES (@eventId, @number, @hash, @usedAt, @refused)
     ON CONFLICT (event_id, number) DO UPDATE SET used_at = excluded.used_at, refused = excluded.refused`,
  );
  const acts = actWrites(db);
  return {
    add(eventId, tickets, act) {
      for (const ticket of tickets) put.run({ ...ticket, eventId });
      acts.add(act);
    },
    save(eventId, tickets) {
      for (const ticket of tickets) put.run({ ...ticket, eventId });
    },
  };
}

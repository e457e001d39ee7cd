import type { Database } from 'better-sqlite3';
import type { StoredVoter, VoterStore } from '../../store.ts';
import type { Sync } from './sync.ts';

export function voterReads(db: Database): Pick<Sync<VoterStore>, 'ofEvent'> {
  const ofEvent = db.prepare<[string], StoredVoter>(
    'SELECT voter, hash FROM voters WHERE event_id = ? ORDER BY voter',
  );
  return { ofEvent: (id) => ofEvent.all(id) };
}

export function voterWrites(db: Database): Pick<Sync<VoterStore>, 'addAll'> {
  const add = db.prepare(
    'INSERT INTO voters (event_id, voter, hash, joined_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  return {
    addAll(eventId, voters, now) {
      for (const { voter, hash } of voters) add.run(eventId, voter, hash, now);
    },
  };
}

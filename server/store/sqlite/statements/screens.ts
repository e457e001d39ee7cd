import type { Database } from 'better-sqlite3';
import type { EventId } from '../../../../shared/ids.ts';
import type { ScreenGrant, ScreenStore } from '../../store.ts';
import { actWrites } from './acts.ts';
import type { Sync } from './sync.ts';

interface ScreenRow {
  id: string;
  event_id: EventId;
  may: ScreenGrant['may'];
  label: string;
  created_at: number;
}

export function screenReads(db: Database): Pick<Sync<ScreenStore>, 'get' | 'byHash' | 'ofEvent'> {
  const byId = db.prepare<[string], ScreenRow>('SELECT * FROM screens WHERE id = ?');
  const byHash = db.prepare<[string], ScreenRow>('SELECT * FROM screens WHERE hash = ?');
  const ofEvent = db.prepare<[string], ScreenRow>(
    'SELECT * FROM screens WHERE event_id = ? ORDER BY created_at, id',
  );
  return {
    get(id) {
      const row = byId.get(id);
      return row && fromRow(row);
    },
    byHash(hash) {
      const row = byHash.get(hash);
      return row && fromRow(row);
    },
    ofEvent: (id) => ofEvent.all(id).map(fromRow),
  };
}

export function screenWrites(db: Database): Pick<Sync<ScreenStore>, 'add' | 'revoke'> {
  const add = db.prepare(
    'INSERT INTO screens (id, event_id, may, label, hash, created_at) VALUES (@id, @eventId, @may, @label, @hash, @createdAt)',
  );
  const revoke = db.prepare('DELETE FROM screens WHERE id = ?');
  const acts = actWrites(db);
  return {
    add(screen, hash, act) {
      add.run({ ...screen, hash });
      acts.add(act);
    },
    revoke(id, act) {
      if (revoke.run(id).changes === 0) return false;
      acts.add(act);
      return true;
    },
  };
}

function fromRow({ id, event_id, may, label, created_at }: ScreenRow): ScreenGrant {
  return { id, eventId: event_id, may, label, createdAt: created_at };
}

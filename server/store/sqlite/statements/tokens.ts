import type { Database } from 'better-sqlite3';
import type { ApiToken, TokenStore } from '../../store.ts';
import { actWrites } from './acts.ts';
import type { Sync } from './sync.ts';

interface TokenRow {
  id: string;
  name: string;
  role: ApiToken['role'];
  created_at: number;
  last_used_at: number | null;
}

export function tokenReads(db: Database): Pick<Sync<TokenStore>, 'byHash' | 'list'> {
  const byHash = db.prepare<[string], TokenRow>('SELECT * FROM api_tokens WHERE hash = ?');
  const all = db.prepare<[], TokenRow>('SELECT * FROM api_tokens ORDER BY created_at, id');
  return {
    byHash(hash) {
      const row = byHash.get(hash);
      return row && fromRow(row);
    },
    list: () => all.all().map(fromRow),
  };
}

export function tokenWrites(
  db: Database,
): Pick<Sync<TokenStore>, 'add' | 'revoke'> & { used(id: string, now: number): void } {
  const add = db.prepare(
    `INSERT INTO api_tokens (id, name, role, hash, created_at, last_used_at)
     VALUES (@id, @name, @role, @hash, @createdAt, @lastUsedAt)`,
  );
  const revoke = db.prepare('DELETE FROM api_tokens WHERE id = ?');
  const used = db.prepare('UPDATE api_tokens SET last_used_at = ? WHERE id = ?');
  const acts = actWrites(db);
  return {
    add(token, hash, act) {
      add.run({ ...token, hash });
      acts.add(act);
    },
    revoke(id, act) {
      if (revoke.run(id).changes === 0) return false;
      acts.add(act);
      return true;
    },
    used: (id, now) => void used.run(now, id),
  };
}

function fromRow({ id, name, role, created_at, last_used_at }: TokenRow): ApiToken {
  return { id, name, role, createdAt: created_at, lastUsedAt: last_used_at };
}

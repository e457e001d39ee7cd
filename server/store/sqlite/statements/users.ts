import type { Database } from 'better-sqlite3';
import type { EventRole } from '../../../../shared/access.ts';
import type { UserId } from '../../../../shared/ids.ts';
import type { Link, User, UserStore } from '../../store.ts';
import { actWrites } from './acts.ts';
import type { Sync } from './sync.ts';

interface UserRow {
  id: UserId;
  name: string;
  role: User['role'];
  created_at: number;
  password_hash: string | null;
}

type Read = 'list' | 'get' | 'byName' | 'passwordHash' | 'bySession' | 'eventRole' | 'membersOf';

export function userReads(db: Database): Pick<Sync<UserStore>, Read> {
  const all = db.prepare<[], UserRow>('SELECT * FROM users ORDER BY created_at, id');
  const byId = db.prepare<[string], UserRow>('SELECT * FROM users WHERE id = ?');
  const byName = db.prepare<[string], UserRow>('SELECT * FROM users WHERE name_key = ?');
  const bySession = db.prepare<[string, number], UserRow>(
    'SELECT users.* FROM sessions JOIN users ON users.id = sessions.user_id WHERE hash = ? AND expires_at > ?',
  );
  const eventRole = db
    .prepare<[string, string], EventRole>('SELECT role FROM event_roles WHERE user_id = ? AND event_id = ?')
    .pluck();
  const members = db.prepare<[string], UserRow & { event_role: EventRole }>(
    `SELECT users.*, event_roles.role AS event_role FROM event_roles JOIN users ON users.id = event_roles.user_id
     WHERE event_id = ? ORDER BY name_key`,
  );
  return {
    list: () => all.all().map(fromRow),
    get: (id) => maybe(byId.get(id)),
    byName: (name) => maybe(byName.get(nameKey(name))),
    passwordHash: (id) => byId.get(id)?.password_hash ?? undefined,
    bySession: (hash, now) => maybe(bySession.get(hash, now)),
    eventRole: (userId, eventId) => eventRole.get(userId, eventId),
    membersOf: (eventId) => members.all(eventId).map((row) => ({ user: fromRow(row), role: row.event_role })),
  };
}

export function userWrites(db: Database): Omit<Sync<UserStore>, Read> {
  const put = db.prepare(
    `INSERT INTO users (id, name, name_key, role, created_at) VALUES (@id, @name, @nameKey, @role, @createdAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, role = excluded.role`,
  );
  const setPassword = db.prepare('UPDATE users SET password_hash = ? WHERE id = ?');
  const endOthers = db.prepare('DELETE FROM sessions WHERE user_id = ? AND hash <> ?');
  const addSession = db.prepare('INSERT INTO sessions (hash, user_id, expires_at) VALUES (?, ?, ?)');
  const endSession = db.prepare('DELETE FROM sessions WHERE hash = ?');
  const putRole = db.prepare(
    'INSERT INTO event_roles (user_id, event_id, role) VALUES (?, ?, ?) ON CONFLICT (user_id, event_id) DO UPDATE SET role = excluded.role',
  );
  const dropRole = db.prepare('DELETE FROM event_roles WHERE user_id = ? AND event_id = ?');
  const acts = actWrites(db);
  return {
    save({ id, name, role, createdAt }, act) {
      put.run({ id, name, nameKey: nameKey(name), role, createdAt });
      acts.add(act);
    },
    setPassword(id, hash, keepSession, act) {
      setPassword.run(hash, id);
      endOthers.run(id, keepSession ?? '');
      acts.add(act);
    },
    addSession: (hash, userId, expiresAt) => void addSession.run(hash, userId, expiresAt),
    endSession: (hash) => void endSession.run(hash),
    setEventRole(userId, eventId, role, act) {
      if (role === null) dropRole.run(userId, eventId);
      else putRole.run(userId, eventId, role);
      acts.add(act);
    },
    ...linkWrites(db),
  };
}

interface LinkRow {
  purpose: Link['purpose'];
  user_id: Link['userId'];
  role: Link['role'];
  event_id: Link['eventId'];
  event_role: Link['eventRole'];
  expires_at: number;
}

function linkWrites(db: Database): Pick<Sync<UserStore>, 'addLink' | 'useLink'> {
  const add = db.prepare(
    `INSERT INTO links (hash, purpose, user_id, role, event_id, event_role, expires_at)
     VALUES (@hash, @purpose, @userId, @role, @eventId, @eventRole, @expiresAt)`,
  );
  const take = db.prepare<[string], LinkRow>('DELETE FROM links WHERE hash = ? RETURNING *');
  const sweepLinks = db.prepare('DELETE FROM links WHERE expires_at <= ?');
  const sweepSessions = db.prepare('DELETE FROM sessions WHERE expires_at <= ?');
  const acts = actWrites(db);
  return {
    addLink(hash, link, act) {
      add.run({ hash, ...link });
      acts.add(act);
    },
    // What has expired is swept out here: links are used rarely, and this is the call that knows what time it is.
    useLink(hash, now) {
      sweepLinks.run(now);
      sweepSessions.run(now);
      const row = take.get(hash);
      return row && fromLinkRow(row);
    },
  };
}

function fromLinkRow(row: LinkRow): Link {
  return {
    purpose: row.purpose,
    userId: row.user_id,
    role: row.role,
    eventId: row.event_id,
    eventRole: row.event_role,
    expiresAt: row.expires_at,
  };
}

function fromRow({ id, name, role, created_at, password_hash }: UserRow): User {
  return { id, name, role, createdAt: created_at, hasPassword: password_hash !== null };
}

function maybe(row: UserRow | undefined): User | undefined {
  return row && fromRow(row);
}

/** Names are told apart as people would: not by case, nor by how an accent is encoded. */
function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

import type { Migration } from './migration.ts';

/**
 * Ids are text, times integer milliseconds, JSON text. `ballots` has no foreign key: its asking is looked up once per
 * batch instead of once per row, in the same transaction.
 */
export const firstTables: Migration = {
  number: 1,
  name: 'first-tables',
  sql: `
    CREATE TABLE events (
      id TEXT PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('draft', 'live', 'ended')),
      starts_on TEXT,
      place TEXT,
      audience TEXT,
      audience_tags TEXT NOT NULL,
      room_low INTEGER,
      room_high INTEGER,
      is_private INTEGER NOT NULL,
      theme TEXT NOT NULL,
      running_order TEXT NOT NULL,
      stage TEXT NOT NULL,
      sort_at INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      deleted_at INTEGER
    ) STRICT;
    CREATE INDEX events_by_time ON events (sort_at, created_at, id);
    CREATE INDEX events_in_bin ON events (deleted_at) WHERE deleted_at IS NOT NULL;

    CREATE TABLE questions (
      id TEXT PRIMARY KEY,
      type TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX questions_by_change ON questions (updated_at, id);

    CREATE TABLE question_versions (
      question_id TEXT NOT NULL REFERENCES questions (id),
      version INTEGER NOT NULL,
      prompt TEXT NOT NULL,
      options TEXT NOT NULL,
      settings TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      PRIMARY KEY (question_id, version)
    ) STRICT;

    CREATE TABLE askings (
      id TEXT PRIMARY KEY,
      event_id TEXT NOT NULL REFERENCES events (id),
      question_id TEXT NOT NULL REFERENCES questions (id),
      question_version INTEGER NOT NULL,
      number INTEGER,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'open', 'closed')),
      shown INTEGER NOT NULL,
      settings TEXT NOT NULL,
      conditions TEXT,
      opened_at INTEGER,
      closed_at INTEGER,
      closes_at INTEGER,
      joined INTEGER NOT NULL,
      shown_others TEXT NOT NULL,
      tally TEXT
    ) STRICT;
    CREATE INDEX askings_of_event ON askings (event_id);
    CREATE INDEX askings_of_question ON askings (question_id, opened_at);

    CREATE TABLE voters (
      event_id TEXT NOT NULL REFERENCES events (id),
      voter INTEGER NOT NULL,
      hash TEXT NOT NULL,
      joined_at INTEGER NOT NULL,
      PRIMARY KEY (event_id, voter),
      UNIQUE (event_id, hash)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ballots (
      asking_id TEXT NOT NULL,
      voter INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      answer TEXT NOT NULL,
      cast_at INTEGER NOT NULL,
      PRIMARY KEY (asking_id, voter)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE users (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL CHECK (role IN ('owner', 'organiser', 'member')),
      created_at INTEGER NOT NULL,
      password_hash TEXT
    ) STRICT;

    CREATE TABLE event_roles (
      user_id TEXT NOT NULL REFERENCES users (id),
      event_id TEXT NOT NULL REFERENCES events (id),
      role TEXT NOT NULL CHECK (role IN ('presenter', 'viewer')),
      PRIMARY KEY (user_id, event_id)
    ) STRICT;
    CREATE INDEX event_roles_of_event ON event_roles (event_id);

    CREATE TABLE sessions (
      hash TEXT PRIMARY KEY,
      user_id TEXT NOT NULL REFERENCES users (id),
      expires_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX sessions_of_user ON sessions (user_id);

    CREATE TABLE links (
      hash TEXT PRIMARY KEY,
      purpose TEXT NOT NULL,
      user_id TEXT REFERENCES users (id),
      role TEXT,
      event_id TEXT REFERENCES events (id),
      event_role TEXT,
      expires_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX links_of_event ON links (event_id);

    CREATE TABLE api_tokens (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL,
      last_used_at INTEGER
    ) STRICT;

    CREATE TABLE screens (
      id TEXT PRIMARY KEY,
      event_id TEXT NOT NULL REFERENCES events (id),
      may TEXT NOT NULL,
      label TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX screens_of_event ON screens (event_id);

    CREATE TABLE acts (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      acted_by TEXT,
      what TEXT NOT NULL,
      event_id TEXT,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX acts_of_event ON acts (event_id, at, id);
    CREATE TRIGGER acts_are_never_changed BEFORE UPDATE ON acts
      BEGIN SELECT RAISE(ABORT, 'the log of acts is append-only'); END;
    CREATE TRIGGER acts_go_only_with_their_event BEFORE DELETE ON acts
      WHEN OLD.event_id IS NULL OR EXISTS (SELECT 1 FROM events WHERE id = OLD.event_id)
      BEGIN SELECT RAISE(ABORT, 'the log of acts is append-only'); END;

    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;
  `,
};

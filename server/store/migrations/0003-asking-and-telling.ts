import type { Migration } from './migration.ts';

/**
 * What a room and its presenter need: how an event is set up, rehearsals, hands, what was said, the wall, pictures, tickets, and
 * decisions about what people wrote. `posts` carry their asker's voter number: a backing is one per voter and post.
 */
export const askingAndTelling: Migration = {
  number: 3,
  name: 'asking-and-telling',
  sql: `
    ALTER TABLE events ADD COLUMN set_up TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE events ADD COLUMN is_rehearsal INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE events ADD COLUMN is_template INTEGER NOT NULL DEFAULT 0;

    ALTER TABLE askings ADD COLUMN hands TEXT;
    ALTER TABLE askings ADD COLUMN set_aside TEXT;
    ALTER TABLE askings ADD COLUMN late INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE askings ADD COLUMN languages TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE askings ADD COLUMN said TEXT;

    ALTER TABLE question_versions ADD COLUMN translations TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE ballots ADD COLUMN language TEXT;

    CREATE TABLE pictures (
      id TEXT PRIMARY KEY,
      sha256 TEXT NOT NULL,
      media_type TEXT NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      alt TEXT NOT NULL,
      added_at INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE posts (
      id TEXT PRIMARY KEY,
      event_id TEXT NOT NULL REFERENCES events (id),
      voter INTEGER NOT NULL,
      text TEXT NOT NULL,
      name TEXT,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'shown', 'hidden')),
      is_pinned INTEGER NOT NULL DEFAULT 0,
      answered_at INTEGER,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX posts_of_event ON posts (event_id, created_at, id);

    CREATE TABLE backings (
      post_id TEXT NOT NULL REFERENCES posts (id),
      voter INTEGER NOT NULL,
      PRIMARY KEY (post_id, voter)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE text_decisions (
      asking_id TEXT NOT NULL,
      text TEXT NOT NULL,
      shown INTEGER,
      label TEXT,
      decided_at INTEGER NOT NULL,
      PRIMARY KEY (asking_id, text)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO text_decisions (asking_id, text, shown, decided_at)
      SELECT askings.id, value, 1, coalesce(opened_at, 0) FROM askings, json_each(shown_others)
      WHERE true ON CONFLICT DO NOTHING;
    ALTER TABLE askings DROP COLUMN shown_others;

    CREATE TABLE tickets (
      event_id TEXT NOT NULL REFERENCES events (id),
      number INTEGER NOT NULL,
      hash TEXT NOT NULL,
      used_at INTEGER,
      refused INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (event_id, number),
      UNIQUE (event_id, hash)
    ) STRICT, WITHOUT ROWID;
  `,
};

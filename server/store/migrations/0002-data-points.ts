import type { Migration } from './migration.ts';

/**
 * What comes from elsewhere, its evidence, and which options stand for the same thing. `content` is the rest of a data
 * point as JSON: it is only ever read whole. Evidence has a table of its own, so that no list reads its bytes.
 */
export const dataPoints: Migration = {
  number: 2,
  name: 'data-points',
  sql: `
    ALTER TABLE questions ADD COLUMN is_public INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE question_versions ADD COLUMN change TEXT CHECK (change IN ('correction', 'new-meaning'));

    CREATE TABLE data_points (
      id TEXT PRIMARY KEY,
      question_id TEXT NOT NULL REFERENCES questions (id),
      date TEXT NOT NULL,
      precision TEXT NOT NULL CHECK (precision IN ('day', 'month', 'year')),
      content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX data_points_of_question ON data_points (question_id, date, id);

    CREATE TABLE evidence (
      data_point_id TEXT PRIMARY KEY REFERENCES data_points (id),
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      size INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      added_at INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE alignments (
      question_id TEXT NOT NULL REFERENCES questions (id),
      revision INTEGER NOT NULL,
      maps TEXT NOT NULL,
      decided_by TEXT,
      decided_at INTEGER NOT NULL,
      PRIMARY KEY (question_id, revision)
    ) STRICT;
  `,
};

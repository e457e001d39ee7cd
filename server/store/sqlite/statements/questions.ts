import type { Database } from 'better-sqlite3';
import type { QuestionId } from '../../../../shared/ids.ts';
import type {
  Option,
  Question,
  QuestionSettings,
  QuestionVersion,
  Translations,
} from '../../../../shared/question.ts';
import type { QuestionStore } from '../../store.ts';
import { actWrites } from './acts.ts';
import { parseAfter, toPage } from './page.ts';
import type { Sync } from './sync.ts';

interface QuestionRow {
  id: QuestionId;
  type: Question['type'];
  is_public: number;
  created_at: number;
  updated_at: number;
}

interface VersionRow {
  version: number;
  prompt: string;
  options: string;
  settings: string;
  translations: string;
  change: QuestionVersion['change'];
  created_at: number;
}

export function questionReads(db: Database): Pick<Sync<QuestionStore>, 'get' | 'many' | 'list'> {
  const byId = db.prepare<[string], QuestionRow>('SELECT * FROM questions WHERE id = ?');
  const versions = db.prepare<[string], VersionRow>(
    'SELECT * FROM question_versions WHERE question_id = ? ORDER BY version',
  );
  const first = db.prepare<[number], QuestionRow>(
    'SELECT * FROM questions ORDER BY updated_at DESC, id DESC LIMIT ?',
  );
  const after = db.prepare<[number | undefined, string, number], QuestionRow>(
    'SELECT * FROM questions WHERE (updated_at, id) < (?, ?) ORDER BY updated_at DESC, id DESC LIMIT ?',
  );
  const whole = (row: QuestionRow): Question => fromRows(row, versions.all(row.id));
  const get = (id: QuestionId): Question | undefined => {
    const row = byId.get(id);
    return row && whole(row);
  };
  return {
    get,
    many: (ids) => ids.map(get).filter((question) => question !== undefined),
    list(page) {
      const end = parseAfter(page.after, 1);
      const rows = end ? after.all(end.keys[0], end.id, page.limit + 1) : first.all(page.limit + 1);
      return toPage(rows, page.limit, whole, (row) => [row.updated_at, row.id]);
    },
  };
}

export function questionWrites(
  db: Database,
): Pick<Sync<QuestionStore>, 'save'> & { put(question: Question): void } {
  const put = db.prepare(
    `INSERT INTO questions (id, type, is_public, created_at, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET type = excluded.type, is_public = excluded.is_public, updated_at = excluded.updated_at`,
  );
  const dropVersions = db.prepare('DELETE FROM question_versions WHERE question_id = ?');
  const addVersion = db.prepare(
    `INSERT INTO question_versions (question_id, version, prompt, options, settings, translations, change, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const acts = actWrites(db);
  const putAll = (question: Question): void => {
    put.run(question.id, question.type, question.isPublic ? 1 : 0, question.createdAt, question.updatedAt);
    dropVersions.run(question.id);
    for (const { version, prompt, options, settings, translations, change, createdAt } of question.versions) {
      addVersion.run(
        question.id,
        version,
        prompt,
        JSON.stringify(options),
        JSON.stringify(settings),
        JSON.stringify(translations),
        change,
        createdAt,
      );
    }
  };
  return {
    put: putAll,
    save(question, act) {
      putAll(question);
      acts.add(act);
    },
  };
}

function fromRows(row: QuestionRow, versions: VersionRow[]): Question {
  return {
    id: row.id,
    type: row.type,
    versions: versions.map(fromVersionRow),
    isPublic: row.is_public === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function fromVersionRow(row: VersionRow): QuestionVersion {
  return {
    version: row.version,
    prompt: row.prompt,
    options: JSON.parse(row.options) as Option[],
    settings: JSON.parse(row.settings) as QuestionSettings,
    translations: JSON.parse(row.translations) as Translations,
    change: row.change,
    createdAt: row.created_at,
  };
}

import type { Database } from 'better-sqlite3';
import type { PictureId } from '../../../../shared/ids.ts';
import type { Picture } from '../../../../shared/picture.ts';
import type { PictureStore } from '../../store.ts';
import { actWrites } from './acts.ts';
import type { Sync } from './sync.ts';

const ABOUT =
  'id, sha256, media_type AS mediaType, width, height, alt, added_at AS addedAt, length(bytes) AS size';

export function pictureReads(
  db: Database,
): Pick<Sync<PictureStore>, 'get' | 'many'> & { about(id: PictureId): Picture | undefined } {
  const about = db.prepare<[string], Picture>(`SELECT ${ABOUT} FROM pictures WHERE id = ?`);
  const bytes = db.prepare<[string], Uint8Array>('SELECT bytes FROM pictures WHERE id = ?').pluck();
  return {
    about: (id) => about.get(id),
    many: (ids) => ids.flatMap((id) => about.get(id) ?? []),
    get(id) {
      const [picture, content] = [about.get(id), bytes.get(id)];
      return picture && content && { picture, bytes: content };
    },
  };
}

export function pictureWrites(
  db: Database,
): Pick<Sync<PictureStore>, 'add'> & { put(picture: Picture, bytes: Uint8Array): void } {
  const insert = db.prepare(
    `INSERT INTO pictures (id, sha256, media_type, width, height, alt, added_at, bytes)
     VALUES (@id, @sha256, @mediaType, @width, @height, @alt, @addedAt, @bytes)`,
  );
  const acts = actWrites(db);
  const put = (picture: Picture, bytes: Uint8Array): void => void insert.run({ ...picture, bytes });
  return {
    put,
    add(picture, bytes, act) {
      put(picture, bytes);
      acts.add(act);
    },
  };
}

/** Pictures of an erased event that nothing else shows any more go with it. */
export function pictureErasing(db: Database): (ids: readonly string[]) => void {
  const isUsed = db.prepare<[object]>(
    `SELECT 1 FROM events WHERE instr(running_order, @id) > 0 OR instr(set_up, @id) > 0
     UNION ALL SELECT 1 FROM question_versions WHERE instr(options, @id) > 0 LIMIT 1`,
  );
  const remove = db.prepare('DELETE FROM pictures WHERE id = ?');
  return (ids) => {
    for (const id of ids) if (!isUsed.get({ id })) remove.run(id);
  };
}

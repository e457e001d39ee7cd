import type { Database } from 'better-sqlite3';
import type { Evidence } from '../../../../shared/data-point.ts';
import type { DataPointId } from '../../../../shared/ids.ts';
import type { DataPointStore } from '../../store.ts';
import type { Sync } from './sync.ts';

interface EvidenceReads {
  /** Without its bytes. */
  about(id: DataPointId): Evidence | undefined;
  get: Sync<DataPointStore>['evidence'];
}

const ABOUT =
  'data_point_id AS dataPointId, name, media_type AS mediaType, size, sha256, added_at AS addedAt';

export function evidenceReads(db: Database): EvidenceReads {
  const about = db.prepare<[string], Evidence>(`SELECT ${ABOUT} FROM evidence WHERE data_point_id = ?`);
  const get = db.prepare<[string], Evidence & { bytes: Uint8Array }>(
    `SELECT ${ABOUT}, bytes FROM evidence WHERE data_point_id = ?`,
  );
  return {
    about: (id) => about.get(id),
    get(id) {
      const row = get.get(id);
      if (!row) return undefined;
      const { bytes, ...evidence } = row;
      return { evidence, bytes };
    },
  };
}

interface EvidenceWrites {
  put(evidence: Evidence, bytes: Uint8Array): void;
  /** False when none was kept. */
  remove(id: DataPointId): boolean;
}

export function evidenceWrites(db: Database): EvidenceWrites {
  const put = db.prepare(
    `INSERT INTO evidence (data_point_id, name, media_type, size, sha256, added_at, bytes)
     VALUES (@dataPointId, @name, @mediaType, @size, @sha256, @addedAt, @bytes)
     ON CONFLICT (data_point_id) DO UPDATE SET name = excluded.name, media_type = excluded.media_type,
       size = excluded.size, sha256 = excluded.sha256, added_at = excluded.added_at, bytes = excluded.bytes`,
  );
  const remove = db.prepare('DELETE FROM evidence WHERE data_point_id = ?');
  return {
    put: (evidence, bytes) => void put.run({ ...evidence, bytes }),
    remove: (id) => remove.run(id).changes > 0,
  };
}

import Database from 'better-sqlite3';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import { restoreDatabase } from '../../../server/store/sqlite/restore-database.ts';
import { aDataPoint, anAct, cast, openRoom, someEvidence } from './sample.ts';
import { tempFolder } from './temp-folder.ts';

const NOON = Date.parse('2026-05-04T12:00:00Z');

describe('backup', { timeout: 30_000 }, () => {
  test('while votes go on: whole, consistent, and openable as a database', async () => {
    const store = await openSqliteStore({ folder: tempFolder() });
    const { asking } = await openRoom(store);
    const target = tempFolder();
    const file = join(target, 'askagain.db');
    let isDone = false;
    let acknowledged = 0;
    const voting = (async () => {
      for (let batch = 0; !isDone || batch < 40; batch += 1) {
        await store.ballots.castAll(Array.from({ length: 50 }, (_, at) => cast(asking.id, batch * 50 + at)));
        acknowledged += 50;
      }
    })();
    while (acknowledged < 500) await store.settings.get('wait for some votes');
    const before = acknowledged;
    await store.backup(file);
    isDone = true;
    await voting;
    await store.close();

    expect(readdirSync(target)).toEqual(['askagain.db']);
    const db = new Database(file);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    const copy = await openSqliteStore({ folder: target });
    const kept = await copy.ballots.count(asking.id);
    expect(kept).toBeGreaterThanOrEqual(before);
    expect(kept % 50).toBe(0);
    await copy.close();
  });

  test('never replaces a file, and says where it cannot write', async () => {
    const store = await openSqliteStore({ folder: tempFolder() });
    const file = join(tempFolder(), 'mine.db');
    writeFileSync(file, 'mine');
    await expect(store.backup(file)).rejects.toThrow(`There is a file ${file} already.`);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const nowhere = join(tempFolder(), 'nowhere');
    await expect(store.backup(join(nowhere, 'mine.db'))).rejects.toThrow(
      `The folder ${nowhere} cannot be written.`,
    );
    await store.close();
  });
});

describe('restore', { timeout: 30_000 }, () => {
  /** A folder whose event is called "after", and a backup from when it was called "before". */
  async function changedSinceBackup(): Promise<{
    folder: string;
    file: string;
    id: Awaited<ReturnType<typeof openRoom>>['event']['id'];
  }> {
    const folder = tempFolder();
    const file = join(tempFolder(), 'backup.db');
    const store = await openSqliteStore({ folder });
    const { event } = await openRoom(store, { title: 'before' });
    await store.backup(file);
    await store.events.commit({ event: { ...event, title: 'after' }, acts: [anAct(event.id)] });
    await store.close();
    return { folder, file, id: event.id };
  }

  test('puts a backup in place and keeps what was there under a name', async () => {
    const { folder, file, id } = await changedSinceBackup();
    const { kept, version } = restoreDatabase({ folder, file, now: NOON });
    expect(version).toBeGreaterThan(0);
    expect(kept).toBe(join(folder, 'before-restore-2026-05-04.db'));
    const store = await openSqliteStore({ folder });
    expect((await store.events.load(id))?.event.title).toBe('before');
    await store.close();
    expect(restoreDatabase({ folder, file: kept ?? '', now: NOON }).kept).toBe(
      join(folder, 'before-restore-2026-05-04-2.db'),
    );
    const back = await openSqliteStore({ folder });
    expect((await back.events.load(id))?.event.title).toBe('after');
    await back.close();
  });

  test('brings data points back with their evidence, and what was decided about options', async () => {
    const store = await openSqliteStore({ folder: tempFolder() });
    const { question } = await openRoom(store);
    const point = aDataPoint(question.id);
    const { evidence, bytes } = someEvidence(point.id);
    await store.dataPoints.saveAll([point], [], anAct());
    await store.dataPoints.putEvidence(evidence, bytes, anAct());
    const alignment = { questionId: question.id, revision: 1, maps: [], decidedBy: 'Ada', decidedAt: 3 };
    await store.alignments.add(alignment, anAct());
    const file = join(tempFolder(), 'backup.db');
    await store.backup(file);
    await store.close();
    const folder = tempFolder();
    restoreDatabase({ folder, file, now: NOON });
    const back = await openSqliteStore({ folder });
    expect(await back.dataPoints.ofQuestion(question.id)).toEqual([{ point, evidence }]);
    expect(await back.dataPoints.evidence(point.id)).toEqual({ evidence, bytes });
    expect(await back.alignments.ofQuestion(question.id)).toEqual([alignment]);
    await back.close();
  });

  test('into an empty folder', async () => {
    const { file, id } = await changedSinceBackup();
    const folder = join(tempFolder(), 'new');
    expect(restoreDatabase({ folder, file, now: NOON }).kept).toBeNull();
    const store = await openSqliteStore({ folder });
    expect((await store.events.load(id))?.event.title).toBe('before');
    await store.close();
  });

  test('over a damaged database, which is kept too', async () => {
    const { folder, file, id } = await changedSinceBackup();
    writeFileSync(join(folder, 'askagain.db'), 'rubbish');
    const { kept } = restoreDatabase({ folder, file, now: NOON });
    expect(readFileSync(kept ?? '', 'utf8')).toBe('rubbish');
    const store = await openSqliteStore({ folder });
    expect((await store.events.load(id))?.event.title).toBe('before');
    await store.close();
  });

  test('is refused while a server uses the folder', async () => {
    const { folder, file } = await changedSinceBackup();
    const store = await openSqliteStore({ folder });
    expect(() => restoreDatabase({ folder, file, now: NOON })).toThrow(
      `Another Askagain is using the data folder ${folder}.`,
    );
    await store.close();
  });

  test.each(['missing', 'rubbish', 'empty', 'newer'])(
    'from a %s file is refused, and nothing is changed',
    async (kind) => {
      const { folder, file } = await changedSinceBackup();
      const bad = join(tempFolder(), 'bad.db');
      if (kind === 'rubbish') writeFileSync(bad, 'rubbish');
      if (kind === 'empty') writeFileSync(bad, '');
      if (kind === 'newer') makeNewer(file, bad);
      const before = readFileSync(join(folder, 'askagain.db'));
      expect(() => restoreDatabase({ folder, file: bad, now: NOON })).toThrow(bad);
      expect(readFileSync(join(folder, 'askagain.db')).equals(before)).toBe(true);
      expect(
        readdirSync(folder).filter((name) => name.startsWith('before-') || name.includes('restoring')),
      ).toEqual([]);
      expect(existsSync(bad)).toBe(kind !== 'missing');
    },
  );
});

function makeNewer(from: string, to: string): void {
  writeFileSync(to, readFileSync(from));
  const db = new Database(to);
  db.pragma('user_version = 999');
  db.close();
}

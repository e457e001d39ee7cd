import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { AskingId } from '../../../shared/ids.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { anAct, openRoom } from './sample.ts';
import { tempFolder } from './temp-folder.ts';

const FULL = { refusal: { code: 'STORAGE_FULL' } };

/** Casts batches of large answers until one is refused; gives the number that were stored. */
async function fill(store: Store, askingId: AskingId): Promise<number> {
  for (let batch = 0; batch < 10_000; batch += 1) {
    const casts = Array.from({ length: 10 }, (_, at) => ({
      askingId,
      voter: batch * 10 + at,
      revision: 1,
      answer: { other: 'x'.repeat(2000) },
    }));
    const isStored = await store.ballots.castAll(casts).then(
      () => true,
      (reason: unknown) => {
        expect(reason).toMatchObject(FULL);
        return false;
      },
    );
    if (!isStored) return batch * 10;
  }
  throw new Error('the disk never filled up');
}

describe('a full disk', { timeout: 30_000 }, () => {
  test('by quota: STORAGE_FULL, nothing half done, flowing again when an event is erased', async () => {
    const log: string[] = [];
    const store = await openSqliteStore({
      folder: tempFolder(),
      mostPages: 200,
      log: (line) => log.push(line),
    });
    const [room, other] = [await openRoom(store), await openRoom(store)];
    const stored = await fill(store, other.asking.id);
    expect(await store.ballots.count(other.asking.id)).toBe(stored);
    expect(log.some((line) => line.startsWith('ballots.castAll: SQLITE_FULL'))).toBe(true);
    await store.events.erase(other.event.id, anAct());
    const outcomes = await store.ballots.castAll([
      { askingId: room.asking.id, voter: 1, revision: 1, answer: { other: 'x'.repeat(2000) } },
    ]);
    expect(outcomes).toMatchObject([{ kind: 'counted' }]);
    await store.close();
  });

  const disk = mountSmallDisk();
  afterAll(() => disk?.unmount());

  test.skipIf(!disk)(
    'for real: STORAGE_FULL, nothing half done, flowing again when there is space',
    async () => {
      if (!disk) return;
      const folder = join(disk.folder, 'data');
      mkdirSync(folder);
      const ballast = join(disk.folder, 'ballast');
      writeFileSync(ballast, Buffer.alloc(2 * 1024 * 1024));
      const store = await openSqliteStore({ folder, log: () => undefined });
      const { asking } = await openRoom(store);
      const stored = await fill(store, asking.id);
      expect(statfsSync(folder).bavail * statfsSync(folder).bsize).toBeLessThan(200_000);
      expect(await store.ballots.count(asking.id)).toBe(stored);
      const late = { askingId: asking.id, voter: 999_999, revision: 1, answer: { other: 'x'.repeat(2000) } };
      rmSync(ballast);
      expect(await store.ballots.castAll([late])).toMatchObject([{ kind: 'counted' }]);
      await store.close();
      const again = await openSqliteStore({ folder });
      expect(await again.ballots.count(asking.id)).toBe(stored + 1);
      await again.close();
    },
  );
});

/** A disk of 6 MB in memory; undefined where this user may not mount one. */
function mountSmallDisk(): { folder: string; unmount(): void } | undefined {
  const folder = tempFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return { folder, unmount: () => void execFileSync('umount', ['-l', folder]) };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import { openRoom } from './sample.ts';
import { tempFolder } from './temp-folder.ts';

const KILLS = 5;
const program = join(import.meta.dirname, 'cast-until-killed.ts');

/** Lets a process vote until so many batches are acknowledged, kills it, and gives the batches it was told are saved. */
async function voteAndDie(folder: string, asking: string, start: number, enough: number): Promise<number[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, asking, String(start)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
    if (out.split('\n').length > enough) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return out.split('\n').slice(0, -1).map(Number);
}

test(
  `${KILLS} kills in the middle of writing: every acknowledged ballot is there, once, and the lock is free`,
  { timeout: 60_000 },
  async () => {
    const folder = tempFolder();
    const first = await openSqliteStore({ folder });
    const { asking } = await openRoom(first);
    await first.close();
    let start = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const batches = await voteAndDie(folder, asking.id, start, 30 * kill);
      expect(batches.length).toBeGreaterThan(0);
      const store = await openSqliteStore({ folder });
      const ballots = await store.ballots.ofAsking(asking.id);
      const voters = new Set(ballots.map(({ voter }) => voter));
      const missing = batches
        .flatMap((batch) => Array.from({ length: 20 }, (_, at) => batch * 20 + at))
        .filter((voter) => !voters.has(voter));
      expect(missing).toEqual([]);
      expect(voters.size).toBe(ballots.length);
      // A batch is whole or not there at all.
      expect(ballots.length % 20).toBe(0);
      await store.close();
      start = ballots.length / 20;
    }
    const db = new Database(join(folder, 'askagain.db'), { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  },
);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { API_TOKEN, startServer } from './children.ts';
import { fillHistory } from './history.ts';
import type { Measured } from './row.ts';

const SIZE = { askings: 1000, ballots: 2000 };

/** One question asked in a thousand rooms of two thousand: how long its comparison takes over HTTP, cold start left out. */
export async function measureComparison(server: string, times: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'askagain-history-'));
  try {
    const store = await openSqliteStore({ folder });
    const question = await fillHistory(store, SIZE);
    await store.close();
    const child = await startServer(server, folder);
    try {
      const url = `${child.url}/api/v1/questions/${question.id}/comparison`;
      await answered(url);
      const ours: number[] = [];
      for (let time = 0; time < times; time += 1) ours.push(await answered(url));
      return rowOf(ours);
    } finally {
      await child.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds until the whole answer is here. */
async function answered(url: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(url, { headers: { authorization: `Bearer ${API_TOKEN}` } });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`the comparison answered ${response.status}`);
  return performance.now() - began;
}

function rowOf(ours: number[]): Measured {
  return {
    figure: `comparison of ${SIZE.askings.toLocaleString('en')} askings, ${(SIZE.askings * SIZE.ballots).toLocaleString('en')} ballots`,
    unit: 'ms',
    ours,
    floor: [],
    goal: { of: 'ours', most: 300 },
    generator: [],
  };
}

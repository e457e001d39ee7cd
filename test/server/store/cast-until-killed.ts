import { writeSync } from 'node:fs';
import type { AskingId } from '../../../shared/ids.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';

/** Run as a process of its own: votes in batches and writes down each acknowledged one, until it is killed. */
const [folder = '', asking = '', start = ''] = process.argv.slice(2);
const store = await openSqliteStore({ folder });

for (let batch = Number(start); ; batch += 1) {
  const casts = Array.from({ length: 20 }, (_, at) => ({
    askingId: asking as AskingId,
    voter: batch * 20 + at,
    revision: 1,
    answer: { option: `b${batch}` },
  }));
  await store.ballots.castAll(casts);
  writeSync(1, `${batch}\n`);
}

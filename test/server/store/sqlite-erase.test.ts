import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { anAct, openRoom } from './sample.ts';
import { tempFolder } from './temp-folder.ts';

const CANARY = 'CanaryInTheMine';

/** Files that hold the word. Looked at from another process: closing a file here would let go of SQLite's locks on it. */
function filesWith(folder: string, word: string): string[] {
  return readdirSync(folder).filter((name) => {
    const count = execFileSync('sh', ['-c', 'grep -a -c -F "$0" "$1" || true', word, join(folder, name)], {
      encoding: 'utf8',
    });
    return Number(count) > 0;
  });
}

/** Events that all share pages, one of them with the canary wherever people can write. */
async function fillRooms(store: Store, rooms: number): Promise<Awaited<ReturnType<typeof openRoom>>[]> {
  const made: Awaited<ReturnType<typeof openRoom>>[] = [];
  for (let n = 0; n < rooms; n += 1) {
    const word = n % 3 === 0 ? CANARY : 'Somebody';
    const room = await openRoom(store, {
      title: `${word} ${n}`,
      place: `${word} ${'p'.repeat(n * 7)}`,
      audience: word,
      audienceTags: [word],
    });
    made.push(room);
    const { event, asking } = room;
    await store.voters.addAll(
      event.id,
      [1, 2, 3].map((voter) => ({ voter, hash: `${word}-${n}-${voter}` })),
      1,
    );
    for (const revision of [1, 2, 3]) {
      const casts = Array.from({ length: 40 }, (_, voter) => ({
        askingId: asking.id,
        voter,
        revision,
        answer: { other: `${word} ${'y'.repeat((voter * revision * 37) % 900)}` },
      }));
      await store.ballots.castAll(casts);
    }
    await store.events.commit({
      event: { ...event, title: `${word} again`, place: `${word}${'q'.repeat(5000)}` },
      askings: [
        {
          asking,
          tally: { ballots: 40, abstained: 0, others: { [word]: 40 } } as never,
        },
      ],
      acts: [anAct(event.id, { by: 'Ada', detail: { word } })],
    });
    await store.texts.decide(
      asking.id,
      { text: word, shown: true, group: word, decidedAt: 1 },
      anAct(event.id),
    );
    await store.screens.add(
      { id: `screen ${n}`, eventId: event.id, may: 'watch', label: word, createdAt: 1 },
      `h${n}`,
      anAct(event.id),
    );
  }
  return made;
}

/** Until quiet was waited for: two seconds, and up to one for the tick. */
const SOON = { timeout: 20_000, interval: 250 };

describe('erasing', { timeout: 60_000 }, () => {
  test('leaves no byte of an event in any file, while others go on beside it', async () => {
    const folder = tempFolder();
    const store = await openSqliteStore({ folder });
    const rooms = await fillRooms(store, 24);
    expect(filesWith(folder, CANARY)).toContain('askagain.db-wal');
    await eraseThird(store, rooms);
    await expect.poll(() => filesWith(folder, CANARY), SOON).toEqual([]);
    expect(filesWith(folder, 'Somebody')).toEqual(['askagain.db']);
    expect(await store.settings.get('store:scrub-due')).toBeUndefined();
    const kept = rooms.filter((_, n) => n % 3 !== 0);
    const counts = await Promise.all(kept.map(({ asking }) => store.ballots.count(asking.id)));
    expect(counts).toEqual(kept.map(() => 40));
    await store.close();
    expect(filesWith(folder, CANARY)).toEqual([]);
  });

  test('is finished after a restart', async () => {
    const folder = tempFolder();
    const store = await openSqliteStore({ folder });
    await eraseThird(store, await fillRooms(store, 24));
    await store.close();
    expect(filesWith(folder, CANARY)).toEqual(['askagain.db']);
    const again = await openSqliteStore({ folder });
    await expect.poll(() => filesWith(folder, CANARY), SOON).toEqual([]);
    await again.close();
  });
});

async function eraseThird(store: Store, rooms: Awaited<ReturnType<typeof openRoom>>[]): Promise<void> {
  for (const { event } of rooms.filter((_, n) => n % 3 === 0)) {
    await store.events.erase(event.id, anAct(null, { what: 'event:erase', detail: { eventId: event.id } }));
  }
}

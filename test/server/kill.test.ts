import { expect, test } from 'vitest';
import type { Acknowledged } from '../../scripts/crowd/room.ts';
import { runCrowd } from '../../scripts/crowd/run-crowd.ts';
import { freePort, startServer, type ServerProcess } from '../server-process.ts';
import { API_TOKEN, bearer } from './rest/rest-app.ts';
import { tempFolder } from './store/temp-folder.ts';

const PHONES = 200;
/** The server is killed when so many ballots have been acknowledged, each time in the middle of more. */
const KILLS_AT = [40, 110];

interface Results {
  ballots: number;
  options: { count: number }[];
}

async function read<T>(server: ServerProcess, path: string, token = API_TOKEN): Promise<T> {
  const response = await fetch(`${server.url}/api/v1${path}`, { headers: bearer(token) });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

test(
  `killed twice under a crowd of ${PHONES}: every acknowledged ballot is there, none twice, the phones come back`,
  { timeout: 90_000 },
  async () => {
    const settings = {
      folder: tempFolder(),
      port: await freePort(),
      env: { ASKAGAIN_API_TOKEN: API_TOKEN },
    };
    let server = await startServer(settings);
    const { items } = await read<{ items: { id: string; code: string }[] }>(server, '/events');
    const [demo] = items;
    if (!demo) throw new Error('there is no demo event');

    const acknowledged = new Map<number, Acknowledged>();
    const kills = [...KILLS_AT];
    let restarting: Promise<void> = Promise.resolve();
    const restart = async (): Promise<void> => {
      await server.end('SIGKILL');
      server = await startServer(settings);
    };
    const stop = new AbortController();
    const crowd = await runCrowd({
      url: server.url,
      code: demo.code,
      phones: PHONES,
      joinSeconds: 3,
      seconds: 30,
      seed: 2019,
      pace: 'fast',
      signal: stop.signal,
      onAck(ballot) {
        acknowledged.set(ballot.phone, ballot);
        if (acknowledged.size === kills[0]) {
          kills.shift();
          restarting = restart();
        }
      },
      onCounts({ counters }) {
        if (acknowledged.size === PHONES && counters.connected === PHONES) stop.abort();
      },
    });
    await restarting;

    expect(kills).toEqual([]);
    expect(acknowledged.size).toBe(PHONES);
    expect(crowd).toMatchObject({ connected: PHONES, missing: 0 });
    expect(crowd.cameBack).toBeGreaterThan(PHONES / 2);

    for (const { askingId, voterToken, revision, answer } of acknowledged.values()) {
      const stored = await read<{ revision: number; answer: unknown }>(
        server,
        `/askings/${askingId}/ballot`,
        voterToken,
      );
      expect(stored.revision).toBeGreaterThanOrEqual(revision);
      if (stored.revision === revision) expect(stored.answer).toEqual(answer);
    }
    const [first] = acknowledged.values();
    const results = await read<Results>(server, `/askings/${first?.askingId}/results`);
    expect(results.ballots).toBe(PHONES);
    expect(results.options.reduce((sum, { count }) => sum + count, 0)).toBe(PHONES);
    const csv = await (
      await fetch(`${server.url}/api/v1/events/${demo.id}/export.csv`, { headers: bearer(API_TOKEN) })
    ).text();
    expect(csv.trim().split('\n')).toHaveLength(PHONES + 1);
    expect(await server.end()).toBe(0);
  },
);

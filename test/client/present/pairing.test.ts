import { beforeEach, expect, test, vi } from 'vitest';
import { AGAIN_MS, Pairing, POLL_MS } from '../../../client/present/pairing.svelte.ts';

const START = Date.parse('2026-01-01T12:00:00Z');

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { date: new Date(START).toUTCString() } });
}

let now: number;
let answers: (Response | Error)[];
let waiting: { act: () => void; ms: number } | undefined;
const asked: string[] = [];
const onpaired = vi.fn();

beforeEach(() => {
  // A podium's clock, an hour fast.
  now = START + 3_600_000;
  answers = [];
  asked.length = 0;
  waiting = undefined;
  onpaired.mockClear();
});

function begin(): Pairing {
  const pairing = new Pairing({
    now: () => now,
    later: (act, ms) => {
      waiting = { act, ms };
      return () => (waiting = undefined);
    },
    fetch: (path, init) => {
      asked.push(`${init?.method ?? 'GET'} ${path}`);
      const answer = answers.shift();
      return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer);
    },
    onpaired,
  });
  pairing.start();
  return pairing;
}

/** Until the next wait was begun, or `onpaired` was called. */
async function settle(): Promise<void> {
  await vi.waitFor(() => expect(waiting !== undefined || onpaired.mock.calls.length > 0).toBe(true));
}

async function pass(): Promise<number> {
  const { act, ms } = waiting ?? { act: () => {}, ms: 0 };
  waiting = undefined;
  now += ms;
  act();
  await settle();
  return ms;
}

const begun = (code: string) =>
  json({ code, claim: `claim-${code}`, expiresAt: '2026-01-01T12:10:00Z' }, 201);

test('shows letters, asks every two seconds, and goes where it was paired', async () => {
  answers = [begun('KXRT'), json({ state: 'waiting' }), json({ state: 'paired', eventId: 'e', token: 't' })];
  const pairing = begin();
  await settle();
  expect(pairing.letters).toBe('KXRT');
  expect(await pass()).toBe(POLL_MS);
  await pass();
  expect(onpaired).toHaveBeenCalledWith('e', 't');
  expect(asked).toEqual([
    'POST /api/v1/pairings',
    'GET /api/v1/pairings/claim-KXRT',
    'GET /api/v1/pairings/claim-KXRT',
  ]);
});

test('letters last as long as the server says, whatever this clock shows, and are renewed then', async () => {
  answers = [begun('KXRT'), begun('MNPA')];
  const pairing = begin();
  await settle();
  expect(pairing.expiresAt - now).toBe(600_000);
  now += 600_000;
  await pass();
  expect(pairing.letters).toBe('MNPA');
});

test('letters that the server has forgotten are renewed at once', async () => {
  answers = [begun('KXRT'), json({ code: 'NOT_FOUND' }, 404), begun('MNPA')];
  const pairing = begin();
  await settle();
  await pass();
  expect(pairing.letters).toBe('MNPA');
});

test('without a line the letters stay, it says so, and tries again', async () => {
  answers = [begun('KXRT'), new Error('offline'), json({ state: 'waiting' })];
  const pairing = begin();
  await settle();
  await pass();
  expect(pairing.letters).toBe('KXRT');
  expect(pairing.problem).toBe('pairing.cut-off');
  await pass();
  expect(pairing.problem).toBe('');
});

test('where too many screens wait, it waits too', async () => {
  answers = [json({ code: 'RATE_LIMITED' }, 429), begun('KXRT')];
  const pairing = begin();
  await settle();
  expect(pairing.letters).toBe('');
  expect(pairing.problem).not.toBe('');
  expect(await pass()).toBe(AGAIN_MS);
  expect(pairing.letters).toBe('KXRT');
});

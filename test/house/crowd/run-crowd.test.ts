import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, describe, expect, test } from 'vitest';
import type { Acknowledged } from '../../../scripts/crowd/room.ts';
import { CrowdFailed, runCrowd, type CrowdOptions } from '../../../scripts/crowd/run-crowd.ts';

interface Cast {
  askingId: string;
  revision: number;
  answer: unknown;
}
type Answer = (result: unknown) => void;

const question = {
  type: 'single',
  prompt: 'Whom?',
  options: [
    { id: 'a', label: 'Designer' },
    { id: 'b', label: 'Marketing' },
  ],
  settings: {},
};
const asking = { id: 'asking', question, state: 'open', shown: false, closesAt: null, changeAllowed: false };
const ok = (revision: number) => ({ ok: true, value: { revision, castAt: 1, saved: true } });
const no = (code: string) => ({ ok: false, error: { code, message: code } });

let http: HttpServer;
let io: Server;

/** As much of the server as a crowd needs: `onCast` decides what becomes of a ballot. */
async function standIn(onCast: (token: string, ballot: Cast, answer: Answer, socket: Socket) => void) {
  let joins = 0;
  http = createServer((request, response) => {
    if (request.url !== '/api/v1/join') return;
    request.resume();
    response.end(JSON.stringify({ eventId: 'event', voterToken: `voter-${joins++}` }));
  });
  io = new Server(http);
  io.on('connection', (socket) => {
    const { token } = socket.handshake.auth as { token: string };
    socket.on('ballot:cast', (ballot: Cast, answer: Answer) => onCast(token, ballot, answer, socket));
    socket.emit('voter:snapshot', { version: 1, askings: [asking], mine: [] });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

/** A crowd that goes home when every phone has been acknowledged. */
async function crowdUntilCounted(url: string, more: Partial<CrowdOptions> = {}) {
  const acks: Acknowledged[] = [];
  const done = new AbortController();
  const report = await runCrowd({
    url,
    code: 'K7M4QX',
    phones: 12,
    seconds: 12,
    joinSeconds: 0,
    pace: 'fast',
    seed: 1,
    signal: done.signal,
    onAck(ack) {
      acks.push(ack);
      if (new Set(acks.map(({ phone }) => phone)).size === 12) done.abort();
    },
    ...more,
  });
  return { report, acks };
}

afterEach(async () => {
  await io?.close();
});

describe('a crowd', () => {
  test('votes once each, by the seed, and reports', async () => {
    const url = await standIn((_token, { revision }, answer) => answer(ok(revision)));
    const first = await crowdUntilCounted(url);
    const second = await crowdUntilCounted(url);
    expect(first.report).toMatchObject({
      phones: 12,
      joined: 12,
      acknowledged: 12,
      unanswered: 0,
      missing: 0,
    });
    const said = ({ acks }: typeof first) =>
      acks.toSorted((a, b) => a.phone - b.phone).map(({ answer }) => answer);
    expect(said(second)).toEqual(said(first));
  });

  test('a ballot whose acknowledgement is lost is sent again, the same, when the phone is back', async () => {
    const sent = new Map<string, Cast[]>();
    const url = await standIn((token, ballot, answer, socket) => {
      const before = sent.get(token) ?? [];
      sent.set(token, [...before, ballot]);
      if (before.length === 0) socket.disconnect(true);
      else answer(ok(ballot.revision));
    });
    const { report } = await crowdUntilCounted(url);
    expect(report).toMatchObject({ sent: 12, acknowledged: 12, cameBack: 12 });
    expect(report.sentAgain).toBeGreaterThanOrEqual(12);
    for (const ballots of sent.values())
      expect(new Set(ballots.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test('"later" is tried again, "never" is not', async () => {
    const tries = new Map<string, number>();
    const url = await standIn((token, { revision }, answer) => {
      const before = tries.get(token) ?? 0;
      tries.set(token, before + 1);
      if (token === 'voter-0') answer(no('ANSWER_INVALID'));
      else answer(before === 0 ? no('BUSY') : ok(revision));
    });
    const done = new AbortController();
    const acked = new Set<number>();
    const { report } = await crowdUntilCounted(url, {
      signal: done.signal,
      onAck({ phone }) {
        if (acked.add(phone).size === 11) done.abort();
      },
    });
    expect(report.refused).toMatchObject({ ANSWER_INVALID: 1 });
    expect(report.refused['BUSY']).toBeGreaterThanOrEqual(1);
    expect(report).toMatchObject({ acknowledged: 11, unanswered: 0 });
    expect(tries.get('voter-0')).toBe(1);
  });

  test('where nobody answers it says so', async () => {
    const url = await standIn(() => undefined);
    await io.close();
    await expect(crowdUntilCounted(url)).rejects.toThrow(CrowdFailed);
  });
});

import { request, Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPhone, aRoom, startRest, type RestApp, type Room } from './rest-app.ts';

/** What `inject` cannot show: a phone on one line that it keeps. */

let rest: RestApp;
let room: Room;
let phone: Record<string, string>;
let port: number;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

beforeAll(async () => {
  rest = await startRest();
  room = await aRoom(rest);
  await rest.call('POST', `/askings/${room.askingId}/open`, {});
  phone = await aPhone(rest, room.code);
  await rest.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = rest.app.server.address() as AddressInfo);
});
afterAll(async () => {
  agent.destroy();
  await rest.close();
});

function put(payload: string): Promise<{ status: number; body: unknown }> {
  return new Promise((done, failed) => {
    const headers = { ...phone, 'content-type': 'application/json' };
    const path = `/api/v1/askings/${room.askingId}/ballot`;
    const sent = request({ agent, port, path, host: '127.0.0.1', method: 'PUT', headers }, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => (text += piece.toString()));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body: JSON.parse(text) as unknown }));
    });
    sent.on('error', failed);
    sent.end(payload);
  });
}

test('after every refusal the next ballot is taken', async () => {
  const refused: [payload: string, status: number][] = [
    ['{', 400],
    ['[]', 422],
    ['{"revision":1,"answer":{"option":"nowhere"}}', 422],
    [JSON.stringify({ revision: 1, answer: { option: 'x'.repeat(17_000) } }), 413],
    [JSON.stringify({ revision: 1, answer: { option: 'x'.repeat(2_000_000) } }), 413],
  ];
  let revision = 0;
  for (const [payload, status] of refused) {
    expect(await put(payload)).toMatchObject({ status, body: { status } });
    revision += 1;
    const ballot = JSON.stringify({ revision, answer: { option: room.optionIds[0] } });
    expect(await put(ballot)).toMatchObject({ status: 200, body: { revision, saved: true } });
  }
});

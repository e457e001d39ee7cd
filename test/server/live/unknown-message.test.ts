import { expect, test } from 'vitest';
import { aRoom, API_TOKEN, type RestApp } from '../rest/rest-app.ts';
import { ask, startLive } from './live-app.ts';

test('a message that is not known here is refused, and the line stays', async () => {
  const live = await startLive();
  const { code, eventId } = await aRoom(live as unknown as RestApp);
  const phone = await live.phone(code);
  const desk = await live.presenter(eventId, API_TOKEN, 'console');
  const refusal = { ok: false, error: { code: 'BAD_REQUEST' } };
  // What a presenter may say is no word of a phone's.
  for (const name of ['ballot:burn', 'stage:step', 'constructor'])
    expect(await ask(phone.socket, name, { press: 'next', version: 1 })).toMatchObject(refusal);
  expect(await ask(desk.socket, 'ballot:cast', {})).toMatchObject(refusal);
  expect([phone.socket.connected, desk.socket.connected]).toEqual([true, true]);
  await live.close();
});

import { afterEach, expect, test } from 'vitest';
import type { AskingId } from '../../shared/ids.ts';
import { aRoom, startRest, type RestApp } from './rest/rest-app.ts';

let rest: RestApp;
afterEach(() => rest.close());

test('a ballot whose voter is not on disk is nobody else’s after a restart', async () => {
  rest = await startRest();
  const { eventId, code, askingId, optionIds } = await aRoom(rest);
  const [first, second] = optionIds;
  await rest.call('POST', `/askings/${askingId}/open`, {});
  // As a full disk leaves it: there was room for the ballot, not for its voter, and no “saved” was said.
  const ballot = { askingId: askingId as AskingId, voter: 1, revision: 1, answer: { option: first } };
  await rest.store.ballots.castAll([ballot]);
  await rest.hosts.forget(eventId as never);
  const joined = await rest.call('POST', '/join', { code }, {});
  const headers = { authorization: `Bearer ${(joined.body as { voterToken: string }).voterToken}` };
  expect((await rest.call('GET', `/askings/${askingId}/ballot`, undefined, headers)).status).toBe(404);
  const body = { revision: 1, answer: { option: second } };
  expect((await rest.call('PUT', `/askings/${askingId}/ballot`, body, headers)).status).toBe(200);
});

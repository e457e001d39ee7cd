import { expect, test } from 'vitest';
import { jsonOf } from '../../../server/export/json.ts';
import { importEvent } from '../../../server/import/import-event.ts';
import { anEvent, aQuestion, aStore, textOf } from './filled.ts';

test('an event exported while people vote can be taken back', async () => {
  const from = await aStore();
  const host = await anEvent(from);
  const question = await aQuestion(from, ['Designer', 'Marketing']);
  const [first, second] = [from.hosts.newAsking(host.id, question), from.hosts.newAsking(host.id, question)];
  await host.addAsking(first, question, null);
  await host.addAsking(second, question, null);
  await host.open(first.id, {}, null);
  const cast = (phone: string, askingId: typeof first.id) =>
    host.cast(phone.padEnd(22, '.'), { askingId, revision: 1, answer: { option: 'o0' } });
  await cast('there before', first.id);

  const pieces = jsonOf(from.store, host.id);
  const head = String((await pieces.next()).value);
  await cast('came later', first.id);
  await host.open(second.id, {}, null);
  await cast('there before', second.id);
  const file = JSON.parse(head + (await textOf(pieces))) as { ballots: object[] };
  expect(file.ballots).toMatchObject([{ askingId: first.id }]);

  const to = await aStore();
  expect(await importEvent(to.store, file, { now: 1, by: null })).toMatchObject({ eventId: host.id });
  expect(await to.store.ballots.count(first.id)).toBe(1);
  await Promise.all([from.close(), to.close()]);
});

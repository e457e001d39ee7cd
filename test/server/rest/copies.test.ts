import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_SET_UP, type EventSetUp } from '../../../shared/event-set-up.ts';
import { aRoom, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

interface Copied {
  id: string;
  order: string[];
  setUp: EventSetUp;
  isTemplate: boolean;
  askings: { id: string; state: string; settings: { seconds: number | null } }[];
}

const copy = async (id: string, body: object = {}) =>
  (await rest.call('POST', `/events/${id}/copy`, body)).body as Copied;
const titles = async (query = '') =>
  ((await rest.call('GET', `/events${query}`)).body as { items: { id: string }[] }).items.map(({ id }) => id);

test('[CP1] a copy has settings, sections, notes, the wall and its set-up, by its own stops; not the door', async () => {
  const room = await aRoom(rest);
  const details = { section: 'Opening', note: 'Wait for the back rows.' };
  await rest.call('POST', `/events/${room.eventId}/stops`, { kind: 'wall' });
  await rest.call('PATCH', `/askings/${room.askingId}`, { settings: { seconds: 45 } });
  const afterwards = { results: true, comparison: false, link: null };
  await rest.call('PATCH', `/events/${room.eventId}`, {
    setUp: {
      afterwards,
      isDoorClosed: true,
      wall: { isOpen: true, names: 'never', isModerated: true },
      stops: { [room.askingId]: details, wall: { section: 'Questions' } },
    },
  });
  const made = await copy(room.eventId, { title: 'Next year' });
  const [asking] = made.askings;
  expect(asking).toMatchObject({ state: 'waiting', settings: { seconds: 45 } });
  expect(asking?.id).not.toBe(room.askingId);
  expect(made.order).toEqual([asking?.id, 'wall']);
  expect(made.setUp).toEqual({
    ...DEFAULT_SET_UP,
    afterwards,
    wall: { isOpen: true, names: 'never', isModerated: true },
    stops: { [asking?.id ?? '']: details, wall: { section: 'Questions' } },
  });
});

test('[CP1] a template stands in a list of its own, and an event made from it among the events', async () => {
  const room = await aRoom(rest);
  const template = await copy(room.eventId, { isTemplate: true });
  expect(template.isTemplate).toBe(true);
  expect(await titles()).not.toContain(template.id);
  expect(await titles('?templates=true')).toEqual([template.id]);
  const made = await copy(template.id, { title: 'From it' });
  expect(made).toMatchObject({ isTemplate: false, askings: [{ state: 'waiting' }] });
  expect(await titles()).toContain(made.id);
});

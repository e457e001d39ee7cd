import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseTicket } from '../../../shared/tickets.ts';
import { aMember, aPhone, aRoom, bearer, startRest, type RestApp, type Room } from './rest-app.ts';

let rest: RestApp;
let room: Room;

beforeEach(async () => {
  rest = await startRest({ publicUrl: 'https://ask.example' });
  room = await aRoom(rest);
});
afterEach(() => rest.close());

interface Made {
  tickets: { number: number; ticket: string; url: string }[];
  sheet: string;
}

async function make(count: number): Promise<Made> {
  const made = await rest.call('POST', `/events/${room.eventId}/tickets`, { count });
  expect(made.status).toBe(201);
  return made.body as Made;
}

function setUp(set: object) {
  return rest.call('PATCH', `/events/${room.eventId}`, { setUp: set });
}

function join(secret?: string) {
  return rest.call('POST', '/join', { code: room.code, ...(secret ? { secret } : {}) }, {});
}

async function counts(): Promise<object> {
  return (await rest.call('GET', `/events/${room.eventId}/tickets`)).body as object;
}

function cast(headers: Record<string, string>, revision: number, option: number) {
  const answer = { option: room.optionIds[option] };
  return rest.call('PUT', `/askings/${room.askingId}/ballot`, { revision, answer }, headers);
}

describe('[DO1] the door', () => {
  test('closed lets in no phone that is not known, and says so; known ones come back', async () => {
    const secret = 'a'.repeat(22);
    await join(secret);
    const closed = await rest.call('PUT', `/events/${room.eventId}/door`, { isClosed: true });
    expect(closed.body).toEqual({ isClosed: true });
    expect(await join()).toMatchObject({ status: 403, body: { code: 'DOOR_CLOSED' } });
    expect((await join(secret)).status).toBe(200);
    await rest.call('PUT', `/events/${room.eventId}/door`, { isClosed: false });
    expect((await join()).status).toBe(200);
  });

  test('nor does a ballot come in past it', async () => {
    await rest.call('POST', `/askings/${room.askingId}/open`);
    await rest.call('PUT', `/events/${room.eventId}/door`, { isClosed: true });
    expect((await cast(bearer('b'.repeat(22)), 1, 0)).status).toBe(404);
  });

  test('is for those who run the event', async () => {
    const viewer = await aMember(rest, room.eventId, 'viewer');
    const presenter = await aMember(rest, room.eventId, 'presenter');
    const close = (headers: Record<string, string>) =>
      rest.call('PUT', `/events/${room.eventId}/door`, { isClosed: true }, headers);
    expect((await close(viewer)).status).toBe(403);
    expect((await close(presenter)).status).toBe(200);
  });
});

describe('[TK1] tickets', () => {
  test('are told once, and only what they are known by is kept', async () => {
    const { tickets } = await make(3);
    expect(tickets.map(({ number }) => number)).toEqual([1, 2, 3]);
    for (const { ticket, url } of tickets) {
      expect(parseTicket(ticket)).toBe(ticket);
      expect(url).toBe(`HTTPS://ASK.EXAMPLE/${room.code}/${ticket}`);
    }
    expect(JSON.stringify(await counts())).not.toContain(tickets[0]?.ticket);
    expect((await make(1)).tickets[0]?.number).toBe(4);
  });

  test('are needed where the event says so: the code alone, and what is no ticket here, is refused', async () => {
    const { tickets } = await make(1);
    await setUp({ entry: 'tickets' });
    expect(await join()).toMatchObject({ status: 403, body: { code: 'TICKET_NEEDED' } });
    expect(await join('A'.repeat(26))).toMatchObject({ status: 403, body: { code: 'TICKET_UNKNOWN' } });
    expect((await join(tickets[0]?.ticket)).status).toBe(200);
  });

  test('let nobody vote who came by the code before', async () => {
    const phone = await aPhone(rest, room.code);
    await setUp({ entry: 'tickets' });
    await rest.call('POST', `/askings/${room.askingId}/open`);
    expect((await cast(phone, 1, 0)).status).toBe(404);
  });

  test('are not brought in where people have voted by the code', async () => {
    await rest.call('POST', `/askings/${room.askingId}/open`);
    expect((await setUp({ entry: 'tickets' })).status).toBe(409);
  });
});

describe('[TK2] a ticket', () => {
  test('is one voter: on a second phone it changes its vote and adds none', async () => {
    const { tickets } = await make(2);
    await setUp({ entry: 'tickets' });
    await rest.call('POST', `/askings/${room.askingId}/open`);
    const [one, two] = tickets.map(({ ticket }) => ticket);
    for (const ticket of [one, one, two]) await join(ticket);
    await cast(bearer(one ?? ''), 1, 0);
    await cast(bearer(one ?? ''), 2, 1);
    await cast(bearer(two ?? ''), 1, 1);
    const results = (await rest.call('GET', `/askings/${room.askingId}/results`)).body as object;
    expect(results).toMatchObject({ ballots: 2, conditions: { duplicateControl: 'ticket' } });
  });

  test('[TK3] used, unused and refused are counted, also after a restart', async () => {
    const { tickets } = await make(3);
    await setUp({ entry: 'tickets' });
    await join(tickets[0]?.ticket);
    await join('A'.repeat(26));
    await join();
    const expected = { made: 3, used: 1, unused: 2, refused: 2, duplicates: 0 };
    expect(await counts()).toMatchObject(expected);
    await rest.hosts.forget(room.eventId as never);
    expect(await counts()).toMatchObject(expected);
    expect(await counts()).toMatchObject({
      items: [{ number: 1, usedAt: expect.stringMatching(/Z$/) }, { number: 2, usedAt: null }, { number: 3 }],
    });
  });

  test('[TK3] are used by a phone that comes back without joining: over its line, or with a ballot', async () => {
    const { tickets } = await make(2);
    await setUp({ entry: 'tickets' });
    const host = await rest.hosts.get(room.eventId as never);
    const [first = '', second = ''] = tickets.map(({ ticket }) => ticket);
    host?.connect(rest.identity.voterHash(room.eventId as never, first));
    expect(await counts()).toMatchObject({ used: 1 });
    await rest.call('POST', `/askings/${room.askingId}/open`);
    expect((await cast(bearer(second), 1, 0)).status).toBe(200);
    expect(await counts()).toMatchObject({ used: 2, unused: 0 });
  });

  test('[TK4] with which a second phone comes while the first is there is reported', async () => {
    const { tickets } = await make(1);
    await setUp({ entry: 'tickets' });
    const host = await rest.hosts.get(room.eventId as never);
    const hash = rest.identity.voterHash(room.eventId as never, tickets[0]?.ticket ?? '');
    const leave = host?.connect(hash, 'phone one');
    host?.connect(hash, 'phone one')();
    expect(await counts()).toMatchObject({ duplicates: 0 });
    host?.connect(hash, 'phone two')();
    expect(await counts()).toMatchObject({ duplicates: 1 });
    leave?.();
    host?.connect(hash, 'phone three');
    expect(await counts()).toMatchObject({ duplicates: 1, items: [{ number: 1, duplicates: 1 }] });
  });
});

describe('the sheet', () => {
  test('has a pattern for each ticket, for half an hour', async () => {
    const { sheet } = await make(2);
    const path = sheet.replace('/api/v1', '');
    const page = await rest.call('GET', path);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.text.match(/<svg/g)).toHaveLength(2);
    expect(page.text).toContain('No. 2');
    rest.clock.now += 31 * 60_000;
    expect((await rest.call('GET', path)).status).toBe(404);
  });

  test('is for those who organise', async () => {
    const { sheet } = await make(1);
    const viewer = await aMember(rest, room.eventId, 'viewer');
    const page = await rest.call('GET', sheet.replace('/api/v1', ''), undefined, viewer);
    expect(page.status).toBe(403);
  });
});

test('a rehearsal’s use of tickets goes with it', async () => {
  const { tickets } = await make(1);
  await setUp({ entry: 'tickets' });
  await rest.call('POST', `/events/${room.eventId}/rehearsal`, { on: true, phones: 0 });
  await join(tickets[0]?.ticket);
  expect(await counts()).toMatchObject({ used: 1 });
  await rest.call('POST', `/events/${room.eventId}/rehearsal`, { on: false });
  expect(await counts()).toMatchObject({ made: 1, used: 0, unused: 1 });
});

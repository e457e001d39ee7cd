import { expect } from 'vitest';
import type { Comparison } from '../../../shared/comparison/comparison.ts';
import { aPhone, aRoom, type RestApp, type Room } from './rest-app.ts';

const TAGS = { audienceTags: ['Leaders in learning'] };

/** Votes, one phone each; gives the phones in order. */
export async function vote(
  rest: RestApp,
  room: Pick<Room, 'code' | 'askingId'>,
  options: (string | undefined)[],
  phones?: Record<string, string>[],
) {
  const voters = phones ?? (await Promise.all(options.map(() => aPhone(rest, room.code))));
  await Promise.all(
    options.map(async (option, index) => {
      if (option === undefined) return;
      const body = { revision: 1, answer: { option } };
      expect((await rest.call('PUT', `/askings/${room.askingId}/ballot`, body, voters[index])).status).toBe(
        200,
      );
    }),
  );
  return voters;
}

/** Opens, lets something happen, and closes. */
export async function ask(rest: RestApp, askingId: string, during: () => Promise<unknown>) {
  await rest.call('POST', `/askings/${askingId}/open`, {});
  await during();
  await rest.call('POST', `/askings/${askingId}/close`, {});
}

export function times<T>(n: number, value: T): T[] {
  return Array.from({ length: n }, () => value);
}

export async function compared(rest: RestApp, questionId: string, query = ''): Promise<Comparison> {
  const { status, body } = await rest.call('GET', `/questions/${questionId}/comparison${query}`);
  expect(status).toBe(200);
  return body as Comparison;
}

/** The same question asked in two rooms, years apart: 4 of 24 and 20 of 24 for the first option. */
export async function twoRooms(rest: RestApp): Promise<{ first: Room; second: Room }> {
  const first = await aRoom(rest);
  await rest.call('PATCH', `/events/${first.eventId}`, { startsOn: '2024-05-16', ...TAGS });
  const [a, b] = first.optionIds;
  await ask(rest, first.askingId, () => vote(rest, first, [...times(4, a), ...times(20, b)]));
  rest.clock.now += 1000;
  const event = await rest.call('POST', '/events', {
    title: 'Learning Lounge',
    startsOn: '2026-05-04',
    ...TAGS,
  });
  const { id: eventId, code } = event.body as { id: string; code: string };
  const asking = await rest.call('POST', `/events/${eventId}/askings`, { questionId: first.questionId });
  const second = { ...first, eventId, code, askingId: (asking.body as { id: string }).id };
  await ask(rest, second.askingId, () => vote(rest, second, [...times(20, a), ...times(4, b)]));
  rest.clock.now += 1000;
  return { first, second };
}

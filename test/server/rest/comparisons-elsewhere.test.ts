import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AskingId, EventId } from '../../../shared/ids.ts';
import { twoRooms } from './compared-rooms.ts';
import { aMember, aRoom, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

describe('[LP6] what was shown in one event and is hidden there', () => {
  test('goes from the stage and from behind the bars of others', async () => {
    const { first, second } = await twoRooms(rest);
    await rest.call('POST', `/askings/${first.askingId}/show`);
    const put = { view: 'comparison', questionId: first.questionId };
    expect((await rest.call('PUT', `/events/${second.eventId}/stage`, put)).status).toBe(200);
    const host = await rest.hosts.get(second.eventId as EventId);
    if (!host) throw new Error('there is no such event');
    const shown = () => host.comparison?.points.map(({ id }) => id);
    const behind = () => host.lastTimeOf(second.askingId as AskingId)?.pointId;
    expect(shown()).toContain(first.askingId);
    await rest.call('POST', `/askings/${first.askingId}/hide`);
    await vi.waitFor(() => expect(shown()).not.toContain(first.askingId));
    await vi.waitFor(() => expect(behind()).toBeUndefined());

    const point = {
      label: 'LinkedIn poll',
      when: { date: '2021-06-21', precision: 'day' },
      audience: 'anyone',
      method: 'poll',
      n: 50,
    };
    const results = first.optionIds.map((optionId, at) => ({
      label: ['Designer', 'Marketing'][at],
      optionId,
      count: 25,
    }));
    const added = await rest.call('POST', `/questions/${first.questionId}/data-points`, {
      ...point,
      results,
    });
    const { id } = added.body as { id: string };
    expect([shown()?.includes(id), behind()]).toEqual([true, id]);
    await rest.call('DELETE', `/data-points/${id}`);
    expect([shown()?.includes(id), behind()]).toEqual([false, undefined]);
  });

  test('and a presenter of one event stages no other question’s comparison', async () => {
    const { first } = await twoRooms(rest);
    const other = await aRoom(rest);
    const presenter = await aMember(rest, other.eventId, 'presenter');
    const put = (questionId: string) =>
      rest.call('PUT', `/events/${other.eventId}/stage`, { view: 'comparison', questionId }, presenter);
    expect((await put(first.questionId)).status).toBe(403);
    expect((await put(other.questionId)).status).toBe(200);
  });
});

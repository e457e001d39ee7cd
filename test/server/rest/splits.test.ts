import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, compared, times, vote } from './compared-rooms.ts';
import { aRoom, anAsking, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

describe('a split by what describes people', () => {
  test('[SE1] hides groups under 5, and those that would show them by subtraction', async () => {
    const room = await aRoom(rest);
    const who = {
      type: 'single',
      prompt: 'Which describes you?',
      options: [{ label: 'Leader' }, { label: 'Maker' }, { label: 'Guest' }],
      settings: { describes: true },
    };
    const described = await anAsking(rest, room.eventId, who);
    const [leader, maker, guest] = described.optionIds;
    const phones: Record<string, string>[] = [];
    await ask(rest, described.askingId, async () => {
      const voters = await vote(rest, { ...room, ...described }, [
        ...times(12, leader),
        ...times(6, maker),
        ...times(3, guest),
      ]);
      phones.push(...voters);
    });
    const [a, b] = room.optionIds;
    await ask(rest, room.askingId, () => vote(rest, room, [...times(10, a), ...times(11, b)], phones));
    const { status, body } = await rest.call(
      'GET',
      `/askings/${room.askingId}/split?by=${described.askingId}`,
    );
    expect(status).toBe(200);
    const { groups } = body as {
      groups: { id: string; n: number | null; hidden: boolean; options: { count: number }[] | null }[];
    };
    expect(groups.map(({ id, n }) => [id, n])).toEqual([
      [leader, 12],
      [maker, null],
      [guest, null],
    ]);
    expect(groups[0]?.options?.map(({ count }) => count)).toEqual([10, 2]);

    const leaders = await compared(rest, room.questionId, `?segment=${described.questionId}:${leader ?? ''}`);
    expect(leaders.points[0]).toMatchObject({ n: 12, options: [{ count: 10 }, { count: 2 }] });
    rest.clock.now += 1000;
    const again = await rest.call('POST', `/events/${room.eventId}/askings`, {
      questionId: described.questionId,
    });
    await rest.call('POST', `/askings/${(again.body as { id: string }).id}/open`, {});
    const older = await rest.call('GET', `/askings/${room.askingId}/split?by=${described.askingId}`);
    expect(older).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
    await rest.call('DELETE', `/askings/${(again.body as { id: string }).id}`);
    const makers = await compared(rest, room.questionId, `?segment=${described.questionId}:${maker ?? ''}`);
    expect(makers.points).toEqual([]);
    expect(makers.warnings.map(({ code }) => code)).toContain('GROUP_TOO_SMALL');
  });

  test('the same people of one group, asked twice, are never compared as two groups', async () => {
    const room = await aRoom(rest);
    const who = {
      type: 'single',
      prompt: 'Who are you?',
      options: [{ label: 'Leader' }, { label: 'Maker' }],
    };
    const described = await anAsking(rest, room.eventId, who);
    const again = (
      await rest.call('POST', `/events/${room.eventId}/askings`, { questionId: room.questionId })
    ).body as { id: string };
    const [leader] = described.optionIds;
    const [a, b] = room.optionIds;
    const phones: Record<string, string>[] = [];
    await ask(rest, described.askingId, async () => {
      phones.push(...(await vote(rest, { ...room, ...described }, times(20, leader))));
    });
    await ask(rest, room.askingId, () => vote(rest, room, [...times(18, a), ...times(2, b)], phones));
    await ask(rest, again.id, () => vote(rest, { ...room, askingId: again.id }, times(20, b), phones));
    const { differences, sentences } = await compared(
      rest,
      room.questionId,
      `?segment=${described.questionId}:${leader ?? ''}`,
    );
    expect(differences[0]).toMatchObject({ options: [], test: null });
    expect(sentences[0]).toMatch(/cannot be compared\. The same people/);
  });

  test('only a question with one answer each tells groups apart', async () => {
    const room = await aRoom(rest);
    const who = {
      type: 'multiple',
      prompt: 'Who are you?',
      options: [{ label: 'Leader' }, { label: 'Maker' }],
    };
    const described = await anAsking(rest, room.eventId, who);
    for (const segment of [`${described.questionId}:${described.optionIds[0] ?? ''}`, 'nothing:here']) {
      const { status, body } = await rest.call(
        'GET',
        `/questions/${room.questionId}/comparison?segment=${segment}`,
      );
      expect([status, (body as { errors: { path: string }[] }).errors[0]?.path]).toEqual([422, 'segment']);
    }
  });
});

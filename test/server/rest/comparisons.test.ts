import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Comparison } from '../../../shared/comparison/comparison.ts';
import type { DataPoint } from '../../../shared/data-point.ts';
import { comparisonSchema } from '../../../server/rest/views/comparison-view.ts';
import type { AskingId, DataPointId, EventId, OptionId, QuestionId } from '../../../shared/ids.ts';
import { aMember, aPhone, aRoom, aScreen, anAsking, startRest, type RestApp, type Room } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

const TAGS = { audienceTags: ['Leaders in learning'] };

/** Votes, one phone each; gives the phones in order. */
async function vote(
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

async function ask(askingId: string, during: () => Promise<unknown>) {
  await rest.call('POST', `/askings/${askingId}/open`, {});
  await during();
  await rest.call('POST', `/askings/${askingId}/close`, {});
}

function times<T>(n: number, value: T): T[] {
  return Array.from({ length: n }, () => value);
}

async function compared(questionId: string, query = ''): Promise<Comparison> {
  const { status, body } = await rest.call('GET', `/questions/${questionId}/comparison${query}`);
  expect(status).toBe(200);
  return body as Comparison;
}

/** The same question asked in two rooms, years apart: 4 of 24 and 20 of 24 for the first option. */
async function twoRooms(): Promise<{ first: Room; second: Room }> {
  const first = await aRoom(rest);
  await rest.call('PATCH', `/events/${first.eventId}`, { startsOn: '2024-05-16', ...TAGS });
  const [a, b] = first.optionIds;
  await ask(first.askingId, () => vote(first, [...times(4, a), ...times(20, b)]));
  rest.clock.now += 1000;
  const event = await rest.call('POST', '/events', {
    title: 'Learning Lounge',
    startsOn: '2026-05-04',
    ...TAGS,
  });
  const { id: eventId, code } = event.body as { id: string; code: string };
  const asking = await rest.call('POST', `/events/${eventId}/askings`, { questionId: first.questionId });
  const second = { ...first, eventId, code, askingId: (asking.body as { id: string }).id };
  await ask(second.askingId, () => vote(second, [...times(20, a), ...times(4, b)]));
  rest.clock.now += 1000;
  return { first, second };
}

function aPoint(questionId: string, optionIds: string[]): DataPoint {
  return {
    id: `dp-${questionId}` as DataPointId,
    questionId: questionId as QuestionId,
    label: 'LinkedIn poll',
    when: { date: '2021-06-21', precision: 'day' },
    interim: true,
    audience: 'whoever saw it',
    audienceTags: ['Open poll'],
    reached: 'LinkedIn',
    askedBy: null,
    method: 'LinkedIn poll',
    prompt: null,
    wording: 'rough',
    optionsOffered: ['Designer', 'Marketing'],
    source: { note: 'split made up' },
    base: 'cast',
    exactness: 'counts',
    n: 50,
    nLow: null,
    nHigh: null,
    results: [
      { label: 'Designer', optionId: optionIds[0] as OptionId, count: 30 },
      { label: 'Marketing', optionId: optionIds[1] as OptionId, count: 20 },
    ],
    imported: null,
    createdAt: 1,
    createdBy: 'test',
  };
}

describe('GET /questions/:id/comparison', () => {
  test('sets askings and results side by side, in time order, in the contract’s shape', async () => {
    const { first, second } = await twoRooms();
    const point = aPoint(first.questionId, first.optionIds);
    await rest.store.dataPoints.saveAll([point], [], {
      at: 1,
      by: null,
      what: 'test',
      eventId: null,
      detail: {},
    });
    const comparison = await compared(first.questionId);
    expect(comparison.points.map(({ id, kind, n }) => [id, kind, n])).toEqual([
      [point.id, 'data-point', 50],
      [first.askingId, 'asking', 24],
      [second.askingId, 'asking', 24],
    ]);
    expect(comparison.differences.map(({ from, to }) => [from, to])).toEqual([
      [point.id, first.askingId],
      [first.askingId, second.askingId],
      [point.id, second.askingId],
    ]);
    expect(comparison.differences[1]).toMatchObject({
      isAlike: true,
      options: [
        { optionId: first.optionIds[0], difference: 20 / 24 - 4 / 24, clear: true, verdict: 'shift' },
        {},
      ],
      test: { method: 'fisher' },
    });
    expect(comparison.sentences[0]).toBe(
      'Designer: a clear shift, from 17\u00a0% in Learning Lounge (2024) to 83\u00a0% in Learning Lounge (2026).',
    );
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
    expect(comparison.points[0]?.disclosure.whoAnswered).toBe('50 votes when read, whoever saw it');
  });

  test('takes points, pairs, base and the option to speak of, and names what is not there', async () => {
    const { first, second } = await twoRooms();
    const only = await compared(first.questionId, `?points=${second.askingId}`);
    expect(only.points).toHaveLength(1);
    const turned = await compared(first.questionId, `?pair=${second.askingId},${first.askingId}`);
    expect(turned.differences.map(({ from }) => from)).toEqual([first.askingId, second.askingId]);
    expect(turned.sentences[0]).toContain('from 83');
    const room = await compared(first.questionId, '?base=room');
    expect(room.differences).toEqual([]);
    expect(room.warnings.map(({ code }) => code)).toContain('BASE_UNKNOWN');
    const other = await compared(first.questionId, `?option=${first.optionIds[1] ?? ''}`);
    expect(other.sentences[0]).toMatch(/^Marketing/);
    const wrong = await rest.call('GET', `/questions/${first.questionId}/comparison?points=nobody&pair=a,b`);
    expect(wrong).toMatchObject({ status: 422, body: { code: 'INVALID' } });
    expect((wrong.body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual([
      'points',
      'pair',
      'pair',
    ]);
  });

  test('is for those who organise: other events’ numbers are in it', async () => {
    const room = await aRoom(rest);
    const path = `/questions/${room.questionId}/comparison`;
    const strangers = [
      {},
      await aPhone(rest, room.code),
      await aScreen(rest, room.eventId, 'watch'),
      await aMember(rest, room.eventId, 'presenter'),
    ];
    for (const stranger of strangers)
      expect([401, 403]).toContain((await rest.call('GET', path, undefined, stranger)).status);
  });

  test('says that voting is still open, with the numbers of now', async () => {
    const room = await aRoom(rest);
    await rest.call('POST', `/askings/${room.askingId}/open`, {});
    await vote(room, times(3, room.optionIds[0]));
    const comparison = await compared(room.questionId);
    expect(comparison.points[0]).toMatchObject({ n: 3, interim: true });
    expect(comparison.warnings.map(({ code }) => code)).toContain('STILL_OPEN');
  });

  test('[CO7] the same room asked twice is compared phone by phone', async () => {
    const room = await aRoom(rest);
    const [a, b] = room.optionIds;
    const phones: Record<string, string>[] = [];
    await ask(room.askingId, async () => {
      phones.push(...(await vote(room, [...times(12, a), ...times(8, b)])));
    });
    rest.clock.now += 1000;
    const again = await rest.call('POST', `/events/${room.eventId}/askings`, { questionId: room.questionId });
    const askingId = (again.body as { id: string }).id;
    await ask(askingId, () =>
      vote({ ...room, askingId }, [...times(2, a), ...times(15, b), ...times(3, undefined)], phones),
    );
    const { differences, sentences } = await compared(room.questionId);
    expect(differences[0]).toMatchObject({
      kind: 'same-people',
      n: { from: 17, to: 17 },
      transitions: { both: 17, notAgain: [0, 3] },
    });
    expect(sentences[0]).toBe('10 of 17 changed their answer, all of them to Marketing.');
  });
});

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
    await ask(described.askingId, async () => {
      const voters = await vote({ ...room, ...described }, [
        ...times(12, leader),
        ...times(6, maker),
        ...times(3, guest),
      ]);
      phones.push(...voters);
    });
    const [a, b] = room.optionIds;
    await ask(room.askingId, () => vote(room, [...times(10, a), ...times(11, b)], phones));
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

    const leaders = await compared(room.questionId, `?segment=${described.questionId}:${leader ?? ''}`);
    expect(leaders.points[0]).toMatchObject({ n: 12, options: [{ count: 10 }, { count: 2 }] });
    rest.clock.now += 1000;
    const again = await rest.call('POST', `/events/${room.eventId}/askings`, {
      questionId: described.questionId,
    });
    await rest.call('POST', `/askings/${(again.body as { id: string }).id}/open`, {});
    const older = await rest.call('GET', `/askings/${room.askingId}/split?by=${described.askingId}`);
    expect(older).toMatchObject({ status: 409, body: { code: 'STATE_CONFLICT' } });
    await rest.call('DELETE', `/askings/${(again.body as { id: string }).id}`);
    const makers = await compared(room.questionId, `?segment=${described.questionId}:${maker ?? ''}`);
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
    await ask(described.askingId, async () => {
      phones.push(...(await vote({ ...room, ...described }, times(20, leader))));
    });
    await ask(room.askingId, () => vote(room, [...times(18, a), ...times(2, b)], phones));
    await ask(again.id, () => vote({ ...room, askingId: again.id }, times(20, b), phones));
    const { differences, sentences } = await compared(
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

describe('[LP6] what was shown in one event and is hidden there', () => {
  test('goes from the stage and from behind the bars of others', async () => {
    const { first, second } = await twoRooms();
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
    const { first } = await twoRooms();
    const other = await aRoom(rest);
    const presenter = await aMember(rest, other.eventId, 'presenter');
    const put = (questionId: string) =>
      rest.call('PUT', `/events/${other.eventId}/stage`, { view: 'comparison', questionId }, presenter);
    expect((await put(first.questionId)).status).toBe(403);
    expect((await put(other.questionId)).status).toBe(200);
  });
});

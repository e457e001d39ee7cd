import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../../server/rest/views/comparison-view.ts';
import type { DataPoint } from '../../../shared/data-point.ts';
import type { DataPointId, OptionId, QuestionId } from '../../../shared/ids.ts';
import { ask, compared, times, twoRooms, vote } from './compared-rooms.ts';
import { aMember, aPhone, aRoom, aScreen, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

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
    const { first, second } = await twoRooms(rest);
    const point = aPoint(first.questionId, first.optionIds);
    await rest.store.dataPoints.saveAll([point], [], {
      at: 1,
      by: null,
      what: 'test',
      eventId: null,
      detail: {},
    });
    const comparison = await compared(rest, first.questionId);
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
    const { first, second } = await twoRooms(rest);
    const only = await compared(rest, first.questionId, `?points=${second.askingId}`);
    expect(only.points).toHaveLength(1);
    const turned = await compared(rest, first.questionId, `?pair=${second.askingId},${first.askingId}`);
    expect(turned.differences.map(({ from }) => from)).toEqual([first.askingId, second.askingId]);
    expect(turned.sentences[0]).toContain('from 83');
    const room = await compared(rest, first.questionId, '?base=room');
    expect(room.differences).toEqual([]);
    expect(room.warnings.map(({ code }) => code)).toContain('BASE_UNKNOWN');
    const other = await compared(rest, first.questionId, `?option=${first.optionIds[1] ?? ''}`);
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
    await vote(rest, room, times(3, room.optionIds[0]));
    const comparison = await compared(rest, room.questionId);
    expect(comparison.points[0]).toMatchObject({ n: 3, interim: true });
    expect(comparison.warnings.map(({ code }) => code)).toContain('STILL_OPEN');
  });

  test('[CO7] the same room asked twice is compared phone by phone', async () => {
    const room = await aRoom(rest);
    const [a, b] = room.optionIds;
    const phones: Record<string, string>[] = [];
    await ask(rest, room.askingId, async () => {
      phones.push(...(await vote(rest, room, [...times(12, a), ...times(8, b)])));
    });
    rest.clock.now += 1000;
    const again = await rest.call('POST', `/events/${room.eventId}/askings`, { questionId: room.questionId });
    const askingId = (again.body as { id: string }).id;
    await ask(rest, askingId, () =>
      vote(rest, { ...room, askingId }, [...times(2, a), ...times(15, b), ...times(3, undefined)], phones),
    );
    const { differences, sentences } = await compared(rest, room.questionId);
    expect(differences[0]).toMatchObject({
      kind: 'same-people',
      n: { from: 17, to: 17 },
      transitions: { both: 17, notAgain: [0, 3] },
    });
    expect(sentences[0]).toBe('10 of 17 changed their answer, all of them to Marketing.');
  });
});

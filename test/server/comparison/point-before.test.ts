import { expect, test } from 'vitest';
import { pointBefore } from '../../../server/comparison/point-before.ts';
import { meansOf } from '../../../shared/comparison/means.ts';
import type { AskingId, QuestionId } from '../../../shared/ids.ts';
import type { Question } from '../../../shared/question.ts';
import { anAsking } from '../../shared/sample.ts';

const OPTIONS = [{ id: 'a', label: 'A' }] as Question['versions'][number]['options'];
const QUESTION: Question = {
  id: 'q' as QuestionId,
  type: 'single',
  versions: [
    {
      version: 1,
      prompt: 'Which?',
      options: OPTIONS,
      settings: {},
      translations: {},
      change: null,
      createdAt: 1,
    },
  ],
  isPublic: false,
  createdAt: 1,
  updatedAt: 1,
};

/** A time asked, opened at `openedAt`; without ballots it has no numbers. */
function time(id: string, openedAt: number, ballots: number, shown = true) {
  const asking = anAsking({
    id: id as AskingId,
    number: 1,
    state: 'closed',
    shown,
    openedAt,
    closedAt: openedAt + 1,
  });
  const tally = { ballots, abstained: 0, counts: { a: ballots }, other: 0, others: {} };
  return { asking, tally, ballots, event: { id: `e-${id}`, title: id, startsOn: null } };
}

function dataPoint(id: string, date: string) {
  const point = {
    id,
    label: id,
    when: { date, precision: 'day' },
    results: [{ label: 'A', optionId: 'a', count: 5 }],
  };
  return {
    point: { ...point, questionId: 'q', n: 5, nLow: null, nHigh: null, optionsOffered: null },
    evidence: null,
  };
}

async function before(asked: object[], stored: object[], at: number): Promise<string | undefined> {
  const store = {
    askings: { ofQuestion: async () => asked },
    dataPoints: { ofQuestion: async () => stored },
    ballots: {},
  } as unknown as Parameters<typeof pointBefore>[0];
  return (await pointBefore(store, QUESTION, meansOf(null), { id: 'now' as AskingId, at }))?.id;
}

const DAY = Date.parse('2021-06-21T00:00:00Z');

test('the latest before it, whether it was asked here or brought in', async () => {
  const asked = [
    time('old', DAY - 10, 3),
    time('new', DAY + 10, 3),
    time('now', DAY + 20, 3),
    time('after', DAY + 90, 3),
  ];
  expect(await before(asked, [dataPoint('poll', '2021-06-21')], DAY + 20)).toBe('new');
  expect(await before(asked.slice(0, 1), [dataPoint('poll', '2021-06-21')], DAY + 20)).toBe('poll');
  expect(await before([], [], DAY)).toBeUndefined();
});

test('passed over: what has no ballots, and what the room has not been shown', async () => {
  const asked = [time('old', DAY, 3), time('empty', DAY + 10, 0), time('hidden', DAY + 20, 3, false)];
  expect(await before(asked, [], DAY + 30)).toBe('old');
});

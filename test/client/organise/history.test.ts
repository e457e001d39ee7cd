import { expect, test } from 'vitest';
import type { OutsideResultView, QuestionView, TimeAsked } from '../../../client/organise/entities.ts';
import {
  answersOf,
  firstChosen,
  historyRows,
  kindsOfAudience,
} from '../../../client/organise/history/history-rows.ts';
import { barsOfResult, highest } from '../../../client/organise/history/mini-bars.ts';
import { reportedWords } from '../../../client/organise/history/result-facts.ts';
import { besideEarlier } from '../../../client/organise/questions/beside-earlier.ts';
import { shiftWords } from '../../../client/organise/history/shift-words.ts';
import type { OptionId } from '../../../shared/ids.ts';
import { aQuestionView } from './a-question-view.ts';

function asked(id: string, startsOn: string, more: Partial<TimeAsked> = {}): TimeAsked {
  return {
    id: id as TimeAsked['id'],
    eventId: 'e' as TimeAsked['eventId'],
    eventTitle: 'Learning Lounge',
    startsOn,
    place: 'London',
    audience: null,
    audienceTags: ['Leaders in learning'],
    roomSize: null,
    openedAt: `${startsOn}T10:00:00Z`,
    version: 1,
    ballots: 78,
    joined: 81,
    conditions: null,
    counts: { data: 60, design: 18 },
    hands: null,
    setAside: null,
    state: 'closed',
    ...more,
  };
}

function outside(more: Partial<OutsideResultView> = {}): OutsideResultView {
  return {
    id: 'd' as OutsideResultView['id'],
    questionId: 'q' as OutsideResultView['questionId'],
    label: 'LPI event',
    when: { date: '2019-02-01', precision: 'month' },
    interim: false,
    audience: 'Leaders',
    audienceTags: ['Leaders in learning'],
    reached: null,
    askedBy: null,
    method: 'show of hands',
    prompt: null,
    wording: 'rough',
    optionsOffered: ['Data', 'Design'],
    source: null,
    base: 'cast',
    exactness: 'remembered',
    n: 100,
    nLow: 80,
    nHigh: 120,
    results: [{ label: 'Data', optionId: 'data' as OptionId, share: 0.9, shareLow: 0.85, shareHigh: 0.95 }],
    imported: null,
    createdAt: '2026-11-24T10:00:00Z',
    createdBy: null,
    evidence: null,
    ...more,
  };
}

const question: QuestionView = {
  ...aQuestionView('Data', 'Design'),
  askings: [asked('a1', '2024-05-16'), asked('a2', '2026-11-24')],
};

test('times asked and results brought in stand in one table, newest first', () => {
  const rows = historyRows(question, [outside()]);
  expect(
    rows.map(({ whenText, where, note, answers, words }) => [whenText, where, note, answers, words]),
  ).toEqual([
    ['24 November 2026', 'Learning Lounge', 'London', '78 of 81', '1'],
    ['16 May 2024', 'Learning Lounge', 'London', '78 of 81', '1'],
    ['February 2019', 'LPI event', 'remembered', 'around 100', 'rough words'],
  ]);
});

test('a range is drawn as a range, and what nobody knows is not drawn', () => {
  const bars = barsOfResult(outside());
  expect(bars).toEqual([
    { kind: 'range', label: 'Data', low: 0.85, high: 0.95 },
    { kind: 'unknown', label: 'Design' },
  ]);
  expect(highest(bars)).toBe(0.95);
});

test('exact words are those of the newest version that has them, or other words', () => {
  const words = (prompt: string | null) =>
    historyRows(question, [outside({ wording: 'exact', prompt })]).at(-1)?.words;
  expect(words(null)).toBe('1');
  expect(words('Who?')).toBe('1');
  expect(words('Who should run it?')).toBe('other words');
});

test.each([
  [{ n: 50, nLow: null, nHigh: null }, '50'],
  [{ n: 100, nLow: 80, nHigh: 120 }, 'around 100'],
  [{ n: null, nLow: 80, nHigh: 120 }, '80 to 120'],
  [{ n: null, nLow: null, nHigh: null }, 'not known'],
])('%j answered is "%s"', (n, words) => {
  expect(answersOf(n)).toBe(words);
});

test('ticked at first is what was counted here in rooms of the same kind, else the newest two', () => {
  const rows = historyRows(question, [outside()]);
  expect(firstChosen(rows)).toEqual(['a2', 'a1']);
  const other = { ...question, askings: [asked('a1', '2024-05-16', { audienceTags: [] })] };
  expect(firstChosen(historyRows(other, [outside()]))).toEqual(['a1', 'd']);
  expect(kindsOfAudience(rows)).toEqual([{ tag: 'Leaders in learning', times: 3 }]);
});

test('a shift is only spoken of where nothing speaks against it', () => {
  const alike: Parameters<typeof shiftWords>[0][number] = { kind: 'two-groups', isAlike: true, unlike: [] };
  expect(shiftWords([alike])).toContain('a shift may be said');
  expect(shiftWords([alike, { ...alike, isAlike: false, unlike: ['other words', 'other options'] }])).toBe(
    'A difference between these groups, never a shift: other words and other options.',
  );
  expect(shiftWords([{ ...alike, kind: 'same-people' }])).toContain('compared one by one');
  expect(shiftWords([])).not.toContain('shift');
});

test.each([
  [{ label: 'Data', count: 19 }, 'Data 19'],
  [{ label: 'Data', shareLow: 0.85, shareHigh: 0.95, words: '90 % or so' }, 'Data 85–95 % (90 % or so)'],
  [{ label: 'Data', words: 'little support' }, 'Data: little support'],
])('%j is "%s"', (reported, words) => {
  expect(reportedWords(reported).replaceAll('\u00a0', ' ')).toBe(words);
});

test('options stand beside an earlier time where that offered them, by id or under the same name', () => {
  const times = besideEarlier(
    question,
    [outside({ optionsOffered: ['data', 'Marketing'], results: [] })],
    ['data', 'design'],
    3,
  );
  expect(times.map(({ row, matched, of }) => [row.where, matched, of])).toEqual([
    ['Learning Lounge', 2, 3],
    ['Learning Lounge', 2, 3],
    ['LPI event', 1, 3],
  ]);
});

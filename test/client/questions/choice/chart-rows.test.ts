import { describe, expect, test } from 'vitest';
import {
  apartWords,
  otherTexts,
  shareNumber,
  sortedRows,
} from '../../../../client/questions/choice/chart-rows.ts';
import type { OptionResult } from '../../../../shared/questions/question-type.ts';
import { questionType } from '../../../../shared/questions/registry.ts';
import { recount } from '../../../../shared/tally.ts';
import { aSpec } from '../../../shared/sample.ts';

function row(id: string, count: number): OptionResult {
  return { id, label: id, count, share: null, low: null, high: null, boundLow: null, boundHigh: null };
}

test('most votes first, ties in ballot order, "other" and abstentions at the end', () => {
  const rows = [row('a', 1), row('b', 4), row('c', 4), row('d', 0), row('other', 9), row('abstain', 7)];
  expect(sortedRows(rows).map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd', 'other', 'abstain']);
  expect(rows[0]?.id).toBe('a');
  expect(
    sortedRows([...rows].reverse())
      .map(({ id }) => id)
      .slice(-2),
  ).toEqual(['other', 'abstain']);
});

test('[FI3] those the sentence names stand at the top, in its order', () => {
  const spec = aSpec('single', 4);
  const answers = [...'aabbccd'].map((option) => ({ option }));
  const type = questionType('single');
  const room = { joined: 20, roomSize: null };
  const finding = type.finding(spec, recount(spec, answers), room);
  const sorted = sortedRows(type.results(spec, recount(spec, answers), room).options).map(({ id }) => id);
  const leaders = finding.kind === 'none' ? [] : finding.leaders;
  expect(sorted.slice(0, leaders.length)).toEqual(leaders);
});

test('a share is rounded by itself, without decimals; nothing where nobody answered', () => {
  expect([null, 0, 0.004, 0.335, 1].map(shareNumber)).toEqual(['', '0', '0', '34', '100']);
});

test.each([
  [5, 5, 'level'],
  [5, 4, '1 vote apart'],
  [4, 6, '2 votes apart'],
])('%i and %i are %s', (first, second, words) => expect(apartWords(first, second)).toBe(words));

describe('what people wrote under "other"', () => {
  test('most often said first', () => {
    const spec = aSpec('single', 2);
    const said = ['x', 'constructor', 'constructor'].map((other) => ({ other }));
    expect(otherTexts(recount(spec, said))).toEqual([
      { text: 'constructor', count: 2 },
      { text: 'x', count: 1 },
    ]);
  });

  test('nothing where there is none, or no tally', () => {
    expect(otherTexts(null)).toEqual([]);
    expect(otherTexts({ ballots: 3, abstained: 0 })).toEqual([]);
  });
});

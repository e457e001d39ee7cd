import { describe, expect, test } from 'vitest';
import { resultRows, scaleEnd } from '../../../client/questions/result-rows.ts';
import type { AskingId } from '../../../shared/ids.ts';
import type { TallyTick } from '../../../shared/messages.ts';
import { finding as findingOf } from '../../../shared/questions/finding.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec } from '../../shared/sample.ts';

const question = aSpec('single', 3);

function tickOf(answers: unknown[], leaders: string[] = []): TallyTick {
  const askingId = 'x' as AskingId;
  const said = { key: 'finding.leads', values: { option: 'B' } } as const;
  const finding = findingOf({ kind: 'leads', rule: 'r', leaders }, said, []);
  const heads = { askingId, ballots: answers.length, joined: 9, connected: 9, outOfReach: 0 };
  return { askingId, version: 1, tally: recount(question, answers), heads, finding };
}

const answers = [{ option: 'b' }, { option: 'b' }, { other: 'Ann' }, { abstain: true }];

test('after the close most votes first, ties in ballot order, what is no option below', () => {
  const rows = resultRows(question, tickOf([...answers, { other: 'x' }, { other: 'y' }], ['b']), false);
  expect(rows.map(({ id, count, isLeader }) => [id, count, isLeader])).toEqual([
    ['b', 2, true],
    ['a', 0, false],
    ['c', 0, false],
    ['other', 3, false],
    ['abstain', 1, false],
  ]);
});

test('while voting in ballot order, and nobody is the favourite', () => {
  const rows = resultRows(question, tickOf(answers, ['b']), true);
  expect(rows.map(({ id, isLeader }) => [id, isLeader])).toEqual(
    ['a', 'b', 'c', 'other', 'abstain'].map((id) => [id, false]),
  );
});

test('[CH5] shares are of all ballots, and without ballots nothing is NaN', () => {
  expect(resultRows(question, tickOf(answers), true).map(({ share }) => share)).toEqual([
    0, 0.5, 0, 0.25, 0.25,
  ]);
  expect(resultRows(question, tickOf([]), true).map(({ share }) => share)).toEqual([0, 0, 0, 0, 0]);
});

test('rows that are not offered are not there', () => {
  expect(resultRows(aSpec('single', 2, {}), tickOf(answers), true)).toHaveLength(2);
});

describe('the scale ends where it holds every bar', () => {
  test.each([
    [[], 0.25],
    [[0, 0.25], 0.25],
    [[0.26], 0.5],
    [[0.1, 0.51], 0.75],
    [[0.76], 1],
    [[1], 1],
  ])('%o: %f', (shares, end) => {
    expect(scaleEnd(shares.map((share) => ({ id: 'a', label: 'A', count: 0, share, isLeader: false })))).toBe(
      end,
    );
  });
});

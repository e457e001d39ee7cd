import { expect, test } from 'vitest';
import { leadersOf } from '../../client/organise/results/leaders-of.ts';
import type { AskingResults } from '../../client/organise/entities.ts';

const NO_RANGE = { share: null, low: null, high: null, boundLow: null, boundHigh: null };
const options = Object.entries({ a: 17, b: 3, c: 18, d: 17, other: 30, abstain: 40 }).map(([id, count]) => ({
  id,
  label: id,
  count,
  ...NO_RANGE,
}));
const leading = (kind: 'leads' | 'too-close') =>
  leadersOf({ options, finding: { kind, text: '', rule: 'wilson-top-two' } as AskingResults['finding'] });

test('the results page marks those that the sentence is about', () => {
  expect(leading('leads')).toEqual(['c']);
  expect(leading('too-close')).toEqual(['c', 'a', 'd']);
  expect(leadersOf({ options, finding: null })).toEqual([]);
});

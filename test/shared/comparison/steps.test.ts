import { expect, test } from 'vitest';
import { lastStepOf, samePeople, stepsOf } from '../../../shared/comparison/steps.ts';
import { aComparison, aDifference } from './a-comparison.ts';

const TRANSITIONS = { options: ['pm'], moved: [[3]], notAgain: [1], onlySecond: [0], both: 3 };

test('[ST6] oldest first, one press each, then the ranges, then the sentence', () => {
  expect(stepsOf(aComparison(['2019', '2021']))).toEqual([
    { kind: 'points', pointIds: ['p0'] },
    { kind: 'points', pointIds: ['p1'] },
    { kind: 'ranges' },
    { kind: 'sentence' },
  ]);
  expect(lastStepOf(aComparison(['2019', '2021', '2026']))).toBe(4);
});

test('[ST6] nothing to compare is nothing to build up', () => {
  expect(stepsOf(aComparison([]))).toEqual([]);
  expect([lastStepOf(aComparison([])), lastStepOf(null)]).toEqual([0, 0]);
});

test('[ST6] a hundred times asked come in twelve presses, each of them once', () => {
  const whens = Array.from({ length: 100 }, (_, at) => String(at));
  const steps = stepsOf(aComparison(whens));
  expect(steps).toHaveLength(14);
  const ids = steps.flatMap((each) => (each.kind === 'points' ? each.pointIds : []));
  expect(ids).toEqual(whens.map((at) => `p${at}`));
});

test('[ST6] the same people twice: before and after alone, whatever came earlier', () => {
  const whens = ['2019', 'before', 'after'];
  const pair = aDifference('p1', 'p2', { kind: 'same-people', transitions: TRANSITIONS });
  const comparison = aComparison(whens, { differences: [aDifference('p0', 'p1'), pair] });
  expect(samePeople(comparison)).toBe(pair);
  expect(stepsOf(comparison).slice(0, 2)).toEqual([
    { kind: 'points', pointIds: ['p1'] },
    { kind: 'points', pointIds: ['p2'] },
  ]);
  const earlier = { ...pair, from: 'p0', to: 'p1' };
  expect(samePeople(aComparison(whens, { differences: [earlier] }))).toBeUndefined();
  const nobody = { ...pair, transitions: { ...TRANSITIONS, both: 0 } };
  expect(samePeople(aComparison(whens, { differences: [nobody] }))).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { pairLine } from '../../../../client/present/comparison/pair-line.ts';
import { reachOf, seriesShown, valueOf, valueWords } from '../../../../client/present/comparison/series.ts';
import { stepSight } from '../../../../client/present/comparison/step-sight.ts';
import { shortWhen, tickWords } from '../../../../client/present/comparison/time-axis.ts';
import type { PointOption } from '../../../../shared/comparison/comparison.ts';
import { aComparison, aDifference, aPoint, counted } from '../../../shared/comparison/a-comparison.ts';

function option(state: PointOption['state'], more: Partial<PointOption> = {}): PointOption {
  return { optionId: 'pm', state, share: null, low: null, high: null, ...more };
}

describe('one option at one time asked', () => {
  test.each([
    [counted('pm', 0.456), '46'],
    [option('given', { low: 0.85, high: 0.95 }), '85–95'],
    [option('given', { share: 0.9, low: 0.85, high: 0.95 }), '85–95'],
    [option('given', { share: 0.9 }), '90'],
    [option('unreported', { low: 0, high: 0.15 }), 'at most 15'],
    [option('unreported', { low: 0, high: 1 }), '?'],
    [option('unreported'), '?'],
    [option('unknown'), '?'],
    [option('not-offered'), '–'],
    [undefined, '?'],
  ])('%o reads %s', (given, words) => expect(valueWords(valueOf(given))).toBe(words));

  test('what is not known is no zero, and reaches nowhere', () => {
    for (const state of ['unknown', 'not-offered', 'unreported'] as const) {
      const value = valueOf(option(state));
      expect([value.kind === 'mark', reachOf(value)]).toEqual([false, 0]);
    }
  });
});

describe('which options are drawn', () => {
  test('the one in the foreground, and the largest other at the latest time', () => {
    const options = ['a', 'b', 'c'].map((id) => ({
      optionId: id,
      label: id,
      optionIds: [id],
      isCommon: true,
    }));
    const points = [
      aPoint('p0', { options: [counted('a', 0.1), counted('b', 0.8), counted('c', 0.1)] }),
      aPoint('p1', { options: [counted('a', 0.2), counted('b', 0.3), counted('c', 0.5)] }),
    ];
    const shown = seriesShown(aComparison([], { options, points, foreground: 'a' }));
    expect(shown.map((series) => series.option.optionId)).toEqual(['a', 'c']);
  });

  test('one alone where nothing else is known', () => {
    const points = [aPoint('p0', { options: [counted('pm', 0.1), option('unknown', { optionId: 'pc' })] })];
    expect(seriesShown(aComparison([], { points }))).toHaveLength(1);
  });
});

describe('the line between two times asked', () => {
  const line = (pair: Parameters<typeof aDifference>[2], id = 'pm') =>
    pairLine({ differences: [aDifference('a', 'b', pair)] }, 'a', 'b', id);
  const verdict = (one: 'shift' | 'options-changed' | 'not-comparable') => ({
    options: [
      {
        optionId: 'pm',
        shares: { from: null, to: null },
        difference: null,
        low: null,
        high: null,
        clear: true,
        verdict: one,
      },
    ],
  });

  test('is broken where they are not alike, and says how sure it is', () => {
    expect(line({})).toEqual({ isBroken: true, words: 'a clear difference', isClear: true });
    expect(line({}, 'pc')).toEqual({ isBroken: true, words: 'could be chance', isClear: false });
    expect(line({ isAlike: true, ...verdict('shift') })).toEqual({
      isBroken: false,
      words: 'a clear shift',
      isClear: true,
    });
  });

  test('is none where nothing can be told', () => {
    expect(line(verdict('options-changed'))).toBeNull();
    expect(line(verdict('not-comparable'))).toBeNull();
    expect(line({}, 'elsewhere')).toBeNull();
    expect(pairLine({ differences: [] }, 'a', 'b', 'pm')).toBeNull();
  });
});

test('[ST6] each step keeps what the ones before brought', () => {
  const comparison = aComparison(['2019', '2021']);
  const at = (step: number) => {
    const { points, hasRanges, hasSentence } = stepSight(comparison, step);
    return [points.size, hasRanges, hasSentence];
  };
  expect([0, 1, 2, 3, 9].map(at)).toEqual([
    [1, false, false],
    [2, false, false],
    [2, true, false],
    [2, true, true],
    [2, true, true],
  ]);
});

test('dates under the axis are years, or days where a year has several', () => {
  const when = (date: string, precision: 'day' | 'month' | 'year' = 'day') => ({ when: { date, precision } });
  const points = [when('2019-02-01', 'month'), when('2026-03-01', 'month'), when('2026-11-24')];
  expect(tickWords(points)).toEqual(['2019', 'Mar', '24 Nov']);
  expect(points.map((point) => shortWhen(point.when))).toEqual(['Feb 2019', 'Mar 2026', '24 Nov 2026']);
});

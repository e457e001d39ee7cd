import { expect, test } from 'vitest';
import { footText, footWords } from '../../../../client/present/comparison/foot-lines.ts';
import { seriesShown } from '../../../../client/present/comparison/series.ts';
import { aComparison, aPoint } from '../../../shared/comparison/a-comparison.ts';
import { measure } from '../../ui/measure.ts';

const NOTE = 'Its options and split are made up for the demonstration.';

function textOf(comparison: ReturnType<typeof aComparison>, width: number, unsaid: string[] = []) {
  return footText(footWords(comparison, seriesShown(comparison), unsaid), width, measure).text;
}

test('who they are, what is counted, what lines mean, what stands in no line, what is made up', () => {
  const points = [
    aPoint('a', { eventId: 'x', n: 64, of: 78 }),
    aPoint('b', {
      note: NOTE,
      unmapped: [{ label: 'Nobody' }],
      when: { date: '2021-06-21', precision: 'day' },
    }),
  ];
  expect(textOf(aComparison([], { points, reading: 'common' }), 3000)).toBe(
    'Two groups of people: nobody is known to have changed their mind. ' +
      '* Those who chose an option offered every time. Uprights: 95\u00a0% range. ' +
      'In no line: Nobody (2021). 2021: Its options and split are made up for the demonstration.',
  );
});

test('where all who answered are counted there is no star to explain', () => {
  const points = [aPoint('a'), aPoint('b')];
  expect(textOf(aComparison([], { points, reading: 'common' }), 3000)).not.toContain('*');
});

test('one room asked twice is one group of people', () => {
  const points = [aPoint('a', { eventId: 'x' }), aPoint('b', { eventId: 'x' })];
  expect(textOf(aComparison([], { points }), 3000)).not.toContain('groups');
});

test('where there is no room for all, what is made up is still said', () => {
  const points = [
    aPoint('a', { note: NOTE }),
    aPoint('b', { unmapped: [{ label: 'Somebody else '.repeat(9) }] }),
  ];
  const text = textOf(aComparison([], { points, reading: 'common' }), 700, [
    '2019 to 2021: could be chance.',
  ]);
  expect(text).toContain('made up for the demonstration');
  expect(text).not.toContain('Somebody else');
});

test('dashes say what they are reckoned from', () => {
  const nothing = { share: null, low: null, high: null };
  const options = [
    { optionId: 'pm', state: 'unreported' as const, ...nothing, high: 0.15 },
    { optionId: 'pc', state: 'given' as const, share: 0.9, low: 0.85, high: 0.95 },
  ];
  const text = textOf(aComparison([], { points: [aPoint('a', { options }), aPoint('b')] }), 3000);
  expect(text).toContain('Dashed: what 85–95\u00a0% for another leaves.');
});

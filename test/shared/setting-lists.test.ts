import { expect, test } from 'vitest';
import { listedIn, withListIds } from '../../shared/setting-lists.ts';
import { countingBytes } from './sample.ts';

const A = { id: 'a', label: 'Knows the business' };
const B = { id: 'b', label: 'Gets it built' };
const VERSIONS = [{ settings: { criteria: [A, B] } }];

function ids(given: unknown[], versions = VERSIONS, change?: 'correction' | 'new-meaning'): string[] {
  const settings = withListIds({ criteria: given, min: 1 }, ['criteria'], versions, change, countingBytes());
  expect(settings['min']).toBe(1);
  return listedIn(settings, 'criteria').map(({ id }) => id);
}

test('[QU6] what comes without an id gets one of its own', () => {
  const made = ids([{ label: 'One' }, { label: 'Two' }], []);
  expect(made.map((id) => id.length)).toEqual([10, 10]);
  expect(new Set(made).size).toBe(2);
});

test('[QU6] what comes with the id it had stays the same thing, in whatever order', () =>
  expect(ids([B, A])).toEqual(['b', 'a']));

test('[QU6] a corrected label keeps its id; with a new meaning it gets another', () => {
  const corrected = { id: 'a', label: 'Knows our business' };
  expect(ids([corrected, B], VERSIONS, 'correction')).toEqual(['a', 'b']);
  const [first, second] = ids([corrected, B], VERSIONS, 'new-meaning');
  expect(first).not.toBe('a');
  expect(second).toBe('b');
});

test('[QU6] what an earlier version had may come back', () =>
  expect(ids([A, B], [{ settings: { criteria: [A, B] } }, { settings: { criteria: [A] } }])).toEqual([
    'a',
    'b',
  ]));

test('[QU6] an id given twice, or that nothing had, is not kept', () => {
  const [first, second] = ids([A, { id: 'a', label: 'Again' }]);
  expect([first, second === 'a']).toEqual(['a', false]);
  expect(ids([{ id: 'zz', label: 'Strange' }])).not.toContain('zz');
});

test('[QU6] a list that is not there stays away', () =>
  expect(withListIds({ min: 1 }, ['statements'], [], undefined, countingBytes())).toEqual({ min: 1 }));

import { describe, expect, test } from 'vitest';
import { dataPointBody, dataPointPatch } from '../../shared/data-point-schema.ts';
import { aBody, parsed } from './a-data-point.ts';

const issuesOf = (fields: object) =>
  (dataPointBody.safeParse(aBody(fields)).error?.issues ?? []).map(({ path }) => path.join('.'));

test('[DP1] the least that is needed; what is not said has a default', () => {
  expect(parsed()).toMatchObject({
    interim: false,
    audienceTags: [],
    wording: 'unknown',
    base: 'cast',
    exactness: 'counts',
  });
});

describe('[DP2] a date is kept as the first day of what it names', () => {
  test.each([
    ['2019', 'year', '2019-01-01'],
    ['2019-02', 'year', '2019-01-01'],
    ['2019-02', 'month', '2019-02-01'],
    ['2019-02-14', 'month', '2019-02-01'],
    ['2020-02-29', 'day', '2020-02-29'],
  ])('%s, known to the %s', (date, precision, kept) => {
    expect(parsed({ when: { date, precision } }).when).toEqual({ date: kept, precision });
  });

  test.each([
    ['2019', 'month'],
    ['2019-02', 'day'],
    ['2019-02-30', 'day'],
    ['2019-02-30', 'month'],
    ['2019-13', 'month'],
    ['14.2.2019', 'day'],
    ['2019-2', 'month'],
  ])('%s, known to the %s, is none', (date, precision) => {
    expect(issuesOf({ when: { date, precision } })).toEqual(['when.date']);
  });
});

describe('[DP1] refuses', () => {
  test.each([
    ['label', { label: ' ' }],
    ['audience', { audience: 'nul \0' }],
    ['', { colour: 'red' }],
    ['results', { results: [] }],
    ['results.0.label', { results: [{ label: '', count: 1 }] }],
    ['results.0.count', { results: [{ label: 'A', count: 1.5 }] }],
    ['results.0.count', { results: [{ label: 'A', count: -1 }] }],
    ['results.0.share', { results: [{ label: 'A', share: 38 }] }],
    ['results.0', { results: [{ label: 'A', count: 1, votes: 1 }] }],
    ['n', { n: -1 }],
    ['source.url', { source: { url: 'javascript:alert(1)' } }],
    ['source.url', { source: { url: 'https://' } }],
    ['exactness', { exactness: 'guessed' }],
  ])('%s of %j', (path, fields) => {
    expect(issuesOf(fields)).toEqual([path]);
  });
});

test('a patch takes over no defaults, and null for what is no longer known', () => {
  expect(dataPointPatch.parse({})).toEqual({});
  expect(dataPointPatch.parse({ n: null })).toEqual({ n: null });
  expect(dataPointPatch.safeParse({ id: 'x' }).success).toBe(false);
});

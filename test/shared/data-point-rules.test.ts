import { describe, expect, test } from 'vitest';
import { QUESTION_TYPES } from '../../shared/questions/registry.ts';
import { aQuestion, made } from './a-data-point.ts';

/** The paths and words of the refusal, or what was kept. */
const told = (fields: object, question = aQuestion()) => {
  const result = made(fields, question);
  return result.ok
    ? { kept: result.value.point, warnings: result.value.warnings }
    : { paths: result.error.errors?.map(({ path }) => path), message: result.error.message };
};
const shares = (...numbers: number[]) => numbers.map((share, index) => ({ label: 'ABC'[index], share }));
const counts = (...numbers: number[]) => numbers.map((count, index) => ({ label: 'ABC'[index], count }));
const ofN = (n: number | undefined, ...numbers: number[]) => ({
  exactness: 'percent-of-n',
  n,
  results: shares(...numbers),
});

test('keeps what was said, and nothing that was not', () => {
  const { kept } = told({ n: 50, source: { url: 'https://example.org/x' } });
  expect(kept).toEqual({
    id: 'point',
    questionId: 'question',
    label: 'LPI event',
    when: { date: '2019-02-01', precision: 'month' },
    interim: false,
    audience: 'Leaders of learning',
    audienceTags: [],
    reached: null,
    askedBy: null,
    method: '',
    prompt: null,
    wording: 'unknown',
    optionsOffered: null,
    source: { url: 'https://example.org/x' },
    base: 'cast',
    exactness: 'counts',
    n: 50,
    nLow: null,
    nHigh: null,
    results: counts(30, 20),
    imported: null,
    createdAt: Date.parse('2026-05-04T09:00:00Z'),
    createdBy: 'Ada',
  });
});

describe('[DP3] a date in the future', () => {
  test.each([
    ['2026-05-04', 'day'],
    ['2026-05', 'month'],
    ['2026', 'year'],
  ])('is not %s, known to the %s', (date, precision) => {
    expect(told({ when: { date, precision } }).paths).toBeUndefined();
  });
  test.each([
    ['2026-05-05', 'day'],
    ['2026-06', 'month'],
    ['2027', 'year'],
  ])('is %s, known to the %s', (date, precision) => {
    expect(told({ when: { date, precision } })).toMatchObject({
      paths: ['when.date'],
      message: 'This date lies in the future.',
    });
  });
});

describe('[DP4] labels and options', () => {
  test.each([
    [
      'results.1.label',
      {
        results: [
          { label: 'A', count: 1 },
          { label: 'a', count: 1 },
        ],
      },
      '“a” stands there twice.',
    ],
    ['optionsOffered.2', { optionsOffered: ['A', 'B', 'b'], n: 50 }, '“b” stands there twice.'],
    [
      'results.1.label',
      { optionsOffered: ['A', 'C'], n: 50 },
      '“B” is not among the options that were offered.',
    ],
    [
      'results.1.optionId',
      {
        results: [
          { label: 'A', optionId: 'a', count: 1 },
          { label: 'B', optionId: 'a', count: 1 },
        ],
      },
      'This option is mapped twice.',
    ],
    [
      'results.0.optionId',
      { results: [{ label: 'A', optionId: 'z', count: 1 }] },
      'The question has no such option.',
    ],
  ])('%s of %j is refused', (path, fields, message) => {
    expect(told(fields)).toEqual({ paths: [path], message });
  });

  test('an option of an earlier version is one of the question', () => {
    const question = aQuestion();
    const [first] = question.versions;
    if (!first) throw new Error('no version');
    question.versions.push({ ...first, version: 2, options: first.options.slice(1) });
    const results = [{ label: 'A', optionId: 'a', count: 1 }];
    expect(told({ results }, question).kept?.results).toEqual(results);
  });
});

describe('[DP5] counts', () => {
  test('of a single choice say themselves how many answered', () => {
    expect(told({})).toMatchObject({
      kept: { n: 50 },
      warnings: [{ path: 'n', message: 'The counts come to 50: kept as n.' }],
    });
    expect(told({ n: 60 })).toMatchObject({ kept: { n: 60 }, warnings: [] });
  });

  test.each([
    ['more than n', { n: 49 }, ['results']],
    ['one of them more than n', { n: 29 }, ['results.0.count']],
    ['more than the room', { n: 49, base: 'room' }, ['results']],
    ['of a room whose size is not known', { base: 'room' }, ['n']],
    ['without all that were offered', { optionsOffered: ['A', 'B', 'C'] }, ['n']],
    ['beside one that is known in words', { results: [...counts(30), { label: 'B', words: 'few' }] }, ['n']],
    [
      'beside one of which nothing is known',
      { n: 50, results: [...counts(30), { label: 'B' }] },
      ['results.1.count'],
    ],
    ['that are shares', { n: 50, results: shares(0.6, 0.4) }, ['results.0.count', 'results.1.count']],
    ['with another share', { n: 50, results: [{ label: 'A', count: 19, share: 0.4 }] }, ['results.0.share']],
    ['with a range', { n: 50, results: [{ label: 'A', count: 19, shareLow: 0.3 }] }, ['results.0.shareLow']],
    ['of about n', { n: 50, nLow: 40, nHigh: 60 }, ['nLow', 'nHigh']],
  ])('%s', (_name, fields, paths) => {
    expect(told(fields).paths).toEqual(paths);
  });

  test('with their own share lose it, for the count says it', () => {
    const { kept } = told({ n: 50, results: [{ label: 'A', count: 19, share: 0.38 }] });
    expect(kept?.results).toEqual([{ label: 'A', count: 19 }]);
  });

  test('of a multiple choice need n, and may come to more', () => {
    const multiple = aQuestion('multiple');
    expect(told({}, multiple).paths).toEqual(['n']);
    expect(told({ n: 40 }, multiple).kept).toMatchObject({ n: 40 });
    expect(told({ n: 25 }, multiple).paths).toEqual(['results.0.count']);
  });
});

describe('[DP6] percentages of n', () => {
  test('38 % of 50 is 19: exactly one whole count rounds to it, so it is a count', () => {
    expect(told(ofN(50, 0.38, 0.24))).toMatchObject({
      kept: { exactness: 'counts', n: 50, results: counts(19, 12) },
      warnings: [
        { path: 'results.0.share', message: '38\u00a0% of 50 is 19: kept as a count.' },
        { path: 'results.1.share' },
      ],
    });
  });

  test.each([
    ['several counts round to one of them', ofN(500, 0.38)],
    ['no count rounds to it', ofN(3, 0.38)],
    ['the counts would not come to n', { ...ofN(50, 0.38, 0.6), optionsOffered: ['A', 'B'] }],
    [
      'a range was given',
      { ...ofN(50), results: [{ label: 'A', share: 0.38, shareLow: 0.3, shareHigh: 0.4 }] },
    ],
  ])('stay percentages where %s', (_name, fields) => {
    const { kept, warnings } = told(fields);
    expect(kept).toMatchObject({ exactness: 'percent-of-n', results: fields.results });
    expect(warnings).toEqual([]);
  });

  test('stay percentages where the counts would come to more than n', () => {
    const results = [0.33, 0.33, 0.33, 0.02].map((share, index) => ({ label: 'ABCD'[index], share }));
    expect(told({ ...ofN(60), results }).kept).toMatchObject({ exactness: 'percent-of-n', results });
  });

  test('become counts that do not come to n where not everybody has to', () => {
    const all = { ...ofN(50, 0.38, 0.6), optionsOffered: ['A', 'B'] };
    expect(told({ ...all, base: 'room' }).kept?.exactness).toBe('counts');
    expect(told(all, aQuestion('multiple')).kept?.exactness).toBe('counts');
  });

  test('a half rounds to either whole percent', () => {
    expect(told(ofN(8, 0.12, 0.13)).kept?.exactness).toBe('counts');
    expect(told(ofN(200, 0.5, 0.02)).kept?.exactness).toBe('percent-of-n');
  });

  test('digits after the point are read from the numbers', () => {
    expect(told(ofN(500, 0.382, 0.24)).kept).toMatchObject({
      exactness: 'counts',
      results: counts(191, 120),
    });
  });

  test('an option known in words stays without a number', () => {
    const results = [...shares(0.38), { label: 'B', words: 'little support' }];
    expect(told({ ...ofN(50), results }).kept?.results).toEqual([
      { label: 'A', count: 19 },
      { label: 'B', words: 'little support' },
    ]);
  });

  test.each([
    ['that come to 130 %', ofN(50, 0.9, 0.4), ['results']],
    ['of nobody knows how many', ofN(undefined, 0.9), ['n']],
    ['of nobody', ofN(0, 0.9), ['n']],
    ['beside counts', { ...ofN(50), results: [{ label: 'A', share: 0.5, count: 25 }] }, ['results.0.count']],
    ['that are missing', { ...ofN(50), results: [{ label: 'A' }] }, ['results.0.share']],
  ])('%s are refused', (_name, fields, paths) => {
    expect(told(fields).paths).toEqual(paths);
  });

  test('130 % is said in words; of a multiple choice it may be', () => {
    expect(told(ofN(50, 0.9, 0.4)).message).toBe(
      'The shares come to 130\u00a0%. In a single choice they cannot be more than 100\u00a0%.',
    );
    expect(told(ofN(50, 0.9, 0.4), aQuestion('multiple')).kept?.results).toEqual(counts(45, 20));
  });

  test('rounding alone may bring them above 100 %', () => {
    expect(told(ofN(600, 0.34, 0.34, 0.33)).paths).toBeUndefined();
    expect(told(ofN(600, 0.35, 0.34, 0.33)).paths).toEqual(['results']);
  });
});

describe('[DP7] about n', () => {
  const about = (fields: object) => ({ exactness: 'percent-of-about-n', results: shares(0.9), ...fields });
  test('is n ± 20 %, stored as a range, where nobody gave one', () => {
    expect(told(about({ n: 100 }))).toMatchObject({
      kept: { exactness: 'percent-of-about-n', n: 100, nLow: 80, nHigh: 120, results: shares(0.9) },
      warnings: [{ path: 'nLow', message: 'No range of n was given: kept as 80 to 120.' }],
    });
    expect(told(about({ n: 100, nLow: 90, nHigh: 130 }))).toMatchObject({ kept: { nLow: 90 }, warnings: [] });
    expect(told(about({ nLow: 90, nHigh: 130 }))).toMatchObject({ kept: { n: null, nLow: 90, nHigh: 130 } });
  });
  test.each([
    ['no n at all', {}, ['n']],
    ['half a range', { n: 100, nLow: 90 }, ['nHigh']],
    ['the other half', { n: 100, nHigh: 90 }, ['nLow']],
    ['a range turned round', { nLow: 90, nHigh: 80 }, ['nHigh']],
    ['n below its range', { n: 80, nLow: 90, nHigh: 100 }, ['nLow']],
    ['n above its range', { n: 110, nLow: 90, nHigh: 100 }, ['nHigh']],
    ['nobody', { nLow: 0, nHigh: 100 }, ['nLow']],
    ['more than everybody', { n: 100, results: shares(0.9, 0.4) }, ['results']],
  ])('%s is refused', (_name, fields, paths) => {
    expect(told(about(fields)).paths).toEqual(paths);
  });
});

describe('[DP8] remembered', () => {
  const remembered = (...results: object[]) => ({ exactness: 'remembered', n: 100, results });
  test('“90 % or so” is ± 5 points, stored as a range, where nobody gave one', () => {
    const { kept, warnings } = told(
      remembered({ label: 'A', share: 0.9 }, { label: 'B', words: 'little support' }),
    );
    expect(kept).toMatchObject({
      n: 100,
      nLow: 80,
      nHigh: 120,
      results: [
        { label: 'A', share: 0.9, shareLow: 0.85, shareHigh: 0.95 },
        { label: 'B', words: 'little support' },
      ],
    });
    expect(warnings?.map(({ path }) => path)).toEqual(['nLow', 'results.0.shareLow']);
    expect(warnings?.[1]?.message).toBe('No range was given: kept as 85\u00a0% to 95\u00a0%.');
  });

  test('a proposed range ends at 0 and 100 %', () => {
    const { kept } = told(remembered({ label: 'A', share: 0.98 }, { label: 'B', share: 0.02 }));
    expect(kept?.results).toMatchObject([{ shareHigh: 1 }, { shareLow: 0 }]);
  });

  test('a range may stand without a share, and n may be unknown', () => {
    const results = [{ label: 'A', shareLow: 0.85, shareHigh: 0.95 }];
    expect(told({ exactness: 'remembered', results })).toMatchObject({
      kept: { n: null, nLow: null, nHigh: null, results },
      warnings: [],
    });
  });

  test.each([
    ['half a range', [{ label: 'A', share: 0.9, shareLow: 0.8 }], ['results.0.shareHigh']],
    ['a range turned round', [{ label: 'A', shareLow: 0.8, shareHigh: 0.7 }], ['results.0.shareHigh']],
    ['a share outside', [{ label: 'A', share: 0.9, shareLow: 0.7, shareHigh: 0.8 }], ['results.0.share']],
    ['nothing', [{ label: 'A' }], ['results.0.share']],
    [
      '130 %',
      [
        { label: 'A', share: 0.9 },
        { label: 'B', share: 0.4 },
      ],
      ['results'],
    ],
  ])('%s is refused', (_name, results, paths) => {
    expect(told(remembered(...results)).paths).toEqual(paths);
  });
});

describe('[DP9] words alone', () => {
  const words = (...results: object[]) => told({ exactness: 'words', results });
  test('have no numbers', () => {
    expect(words({ label: 'A', words: 'little support' }).kept).toMatchObject({
      n: null,
      results: [{ label: 'A', words: 'little support' }],
    });
    expect(words({ label: 'A' }).paths).toEqual(['results.0.words']);
    expect(words({ label: 'A', words: 'few', share: 0.1 }).paths).toEqual(['results.0.share']);
    expect(words({ label: 'A', words: 'few', count: 1 }).paths).toEqual(['results.0.count']);
  });
});

test('[DP10] questions that are not compared by shares take none yet', () => {
  const { comparedBy } = QUESTION_TYPES.single;
  Object.assign(QUESTION_TYPES.single, { comparedBy: 'means' });
  const result = made();
  Object.assign(QUESTION_TYPES.single, { comparedBy });
  expect(result).toMatchObject({ ok: false, error: { code: 'NOT_BUILT' } });
});

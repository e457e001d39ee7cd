import { expect, test } from 'vitest';
import type { QuestionView } from '../../../client/organise/entities.ts';
import { checkResult } from '../../../client/organise/outside/check-result.ts';
import { ResultDraft, type ResultForm } from '../../../client/organise/outside/result-draft.svelte.ts';
import { resultBody } from '../../../client/organise/outside/result-body.ts';
import { aQuestionView } from './a-question-view.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const question: QuestionView = aQuestionView('Product Manager', 'Performance Consultant', 'Data');

function form(said: Partial<ResultForm>, fields: Partial<ResultForm['lines'][number]>[] = []): ResultForm {
  const { form } = new ResultDraft(question.options);
  const lines = form.lines.map((line, index) => ({ ...line, ...fields[index] }));
  return { ...form, label: 'A poll', audience: 'Anybody', when: '2021-06-21', ...said, lines };
}

/** Spaces that do not break are spaces here. */
const plain = (lines: string[]) => lines.join('\n').replaceAll('\u00a0', ' ');
const check = (written: ResultForm) => checkResult(written, question, NOW);
const paths = (written: ResultForm) => check(written).errors.map(({ path }) => path);

test('what somebody remembers: 90 % or so of around 100, little support, roughly the same words', () => {
  const written = form(
    {
      when: '2019-02',
      precision: 'month',
      exactness: 'remembered',
      wording: 'rough',
      n: '100',
      nLow: '80',
      nHigh: '120',
      tags: 'Leaders in learning; LPI',
    },
    [{ words: 'little support' }, { percent: '90 %', low: '85', high: '95' }],
  );
  const { body, errors, drawn } = check(written);
  expect(errors).toEqual([]);
  expect(body).toMatchObject({
    when: { date: '2019-02-01', precision: 'month' },
    audienceTags: ['Leaders in learning', 'LPI'],
    wording: 'rough',
    prompt: null,
    n: 100,
    nLow: 80,
    nHigh: 120,
    optionsOffered: ['Product Manager', 'Performance Consultant', 'Data'],
    results: [
      { label: 'Product Manager', words: 'little support' },
      { label: 'Performance Consultant', share: 0.9, shareLow: 0.85, shareHigh: 0.95 },
    ],
  });
  expect(plain(drawn)).toContain('drawn as 85–95 %');
  expect(plain(drawn)).toContain('leaves at most 15 % for any other option');
});

test('percentages that can only be counts are said to be counts', () => {
  const { hints, drawn } = check(
    form({ exactness: 'percent-of-n', n: '50' }, [{ percent: '38' }, { percent: '62' }]),
  );
  expect(hints.map(({ message }) => plain([message]))).toContain('38 % of 50 is 19: kept as a count.');
  expect(drawn[0]).toBe('Whole counts of 50: drawn as filled squares, each with its 95 % range.');
});

test('what is left empty is not known, and never a zero', () => {
  const { body } = resultBody(form({ n: '50' }, [{ count: '19' }, { count: '' }, { count: '0' }]));
  expect(body.results).toEqual([
    expect.objectContaining({ label: 'Product Manager', count: 19 }),
    expect.objectContaining({ label: 'Data', count: 0 }),
  ]);
});

test('an option that was not offered there is in neither list; without all being known there is no list', () => {
  const { body } = resultBody(form({ n: '50' }, [{ count: '19' }, { count: '3', isOffered: false }]));
  expect(body.optionsOffered).toEqual(['Product Manager', 'Data']);
  expect(body.results).toHaveLength(1);
  expect(resultBody(form({ isOfferKnown: false })).body.optionsOffered).toBeNull();
});

test('numbers of another way to count are not sent', () => {
  const { body } = resultBody(
    form({ exactness: 'counts', n: '9' }, [{ count: '4', percent: '44', words: 'x' }]),
  );
  expect(body.results[0]).toEqual({ label: 'Product Manager', optionId: 'product manager', count: 4 });
});

test.each<[string, ResultForm, string]>([
  ['more than n', form({ n: '10' }, [{ count: '11' }]), 'results.0.count'],
  [
    '130 % in all',
    form({ exactness: 'percent-of-n', n: '50' }, [{ percent: '90' }, { percent: '40' }]),
    'results',
  ],
  ['a day to come', form({ when: '2026-11-26', n: '9' }, [{ count: '1' }]), 'when.date'],
  ['no day', form({ when: '', n: '9' }, [{ count: '1' }]), 'when.date'],
  ['no number', form({ n: 'a few' }, [{ count: '1' }]), 'n'],
  ['over 100 %', form({ exactness: 'percent-of-n', n: '9' }, [{ percent: '120' }]), 'results.0.share'],
  ['no link', form({ url: 'linkedin', n: '9' }, [{ count: '1' }]), 'source.url'],
  ['nothing reported', form({ n: '9' }), 'results'],
])('%s is said beside its field', (_, written, path) => {
  expect(paths(written)).toContain(path);
});

test('what is typed comes back after a reload; a form that nobody touched is not kept', () => {
  const draft = new ResultDraft(question.options);
  expect(draft.isChanged).toBe(false);
  draft.form.label = 'LinkedIn poll';
  const again = new ResultDraft(question.options);
  expect(again.takeUp(JSON.stringify(draft.form))).toBe(true);
  expect(again.form.label).toBe('LinkedIn poll');
  expect(again.takeUp('{"label":')).toBe(false);
});

test('a result opened to be changed shows what was offered there, and what was not, unticked', () => {
  const { form } = new ResultDraft(question.options, {
    id: 'd1' as never,
    questionId: question.id,
    label: 'LinkedIn poll',
    when: { date: '2021-06-21', precision: 'day' },
    interim: true,
    audience: 'Anybody',
    audienceTags: ['Open poll'],
    reached: null,
    askedBy: null,
    method: 'LinkedIn poll',
    prompt: null,
    wording: 'rough',
    optionsOffered: ['Product Manager', 'Marketing'],
    source: null,
    base: 'cast',
    exactness: 'counts',
    n: 50,
    nLow: null,
    nHigh: null,
    results: [{ label: 'Product Manager', optionId: 'product manager' as never, count: 23 }],
    imported: null,
    createdAt: '2026-11-24T10:00:00Z',
    createdBy: null,
    evidence: null,
  });
  expect(
    form.lines.map(({ label, isOffered, optionId, count }) => [label, isOffered, optionId, count]),
  ).toEqual([
    ['Product Manager', true, 'product manager', '23'],
    ['Marketing', true, '', ''],
    ['Performance Consultant', false, 'performance consultant', ''],
    ['Data', false, 'data', ''],
  ]);
});

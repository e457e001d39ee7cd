import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeMaps, proposeVersionMaps } from '../../shared/alignment-proposals.ts';
import { checkedMaps } from '../../shared/alignment-rules.ts';
import type { OptionId } from '../../shared/ids.ts';
import type { Question } from '../../shared/question.ts';
import { aQuestion, made } from './a-data-point.ts';

/** A question whose versions offer these, by id. */
function offering(...versions: Record<string, string>[]): Question {
  const question = aQuestion();
  const first = question.versions[0] as Question['versions'][number];
  return {
    ...question,
    versions: versions.map((options, index) => ({
      ...first,
      version: index + 1,
      options: Object.entries(options).map(([id, label]) => ({ id: id as OptionId, label })),
    })),
  };
}

function aPoint(question: Question, results: object[]) {
  const result = made({ n: 100, results: results.map((each) => ({ count: 1, ...each })) }, question);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.point;
}

const ROLES = { pc: 'Performance Consultant', pm: 'Product manager', d: 'Learning Designer', cf: 'Café' };

function proposed(labels: string[], question = offering(ROLES)) {
  return proposeMaps(
    question,
    aPoint(
      question,
      labels.map((label) => ({ label })),
    ),
  ).map(({ to, as }) => [as, ...to]);
}

describe('[AL6] a data point’s options are proposed by label', () => {
  test.each([
    ['product  managers', ['same', 'pm']],
    ['Product-Manager', ['same', 'pm']],
    ['CAFE', ['same', 'cf']],
    ['Performance Consultant, or some form of business partner', ['renamed', 'pc']],
    ['Designers', ['renamed', 'd']],
    ['Learning experience designer', ['renamed', 'd']],
    ['Facilitator', ['dropped']],
    ['Marketing Manager of everything new', ['dropped']],
    ['???', ['dropped']],
  ])('%s', (label, map) => {
    expect(proposed([label])).toEqual([map]);
  });

  test('the likest has it, and no option is proposed twice', () => {
    expect(proposed(['Manager', 'Product Manager'])).toEqual([['dropped'], ['same', 'pm']]);
  });

  test('what was said at entry is not asked again, nor given to another', () => {
    const question = offering(ROLES);
    const point = aPoint(question, [{ label: 'PMs', optionId: 'pm' }, { label: 'Product manager' }]);
    expect(proposeMaps(question, point)).toEqual([
      { from: { dataPointId: 'point', label: 'Product manager' }, to: [], as: 'dropped' },
    ]);
  });

  test('what is proposed could be decided as it is', () => {
    const word = fc.constantFrom(
      'product',
      'manager',
      'managers',
      'learning',
      'designer',
      'the',
      'café',
      '?',
    );
    const label = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const question = offering(ROLES);
    fc.assert(
      fc.property(fc.uniqueArray(label, { minLength: 1, maxLength: 6 }), (labels) => {
        const point = aPoint(
          question,
          labels.map((each) => ({ label: each })),
        );
        const maps = proposeMaps(question, point);
        expect(maps).toHaveLength(labels.length);
        expect(checkedMaps(question, [point], maps)).toEqual({ ok: true, value: maps });
      }),
    );
  });
});

describe('[AL6] between versions', () => {
  test('an option that is gone is proposed to be the one that is like it', () => {
    const question = offering(
      { a: 'Designer', b: 'Manager' },
      { c: 'Designers', b: 'Manager' },
      { c: 'Designers', e: 'Other' },
    );
    expect(proposeVersionMaps(question)).toEqual([{ from: { optionId: 'a' }, to: ['c'], as: 'same' }]);
  });

  test('but never one that stood beside it', () => {
    expect(proposeVersionMaps(offering({ a: 'Designer', c: 'UX designer' }, { c: 'UX designer' }))).toEqual(
      [],
    );
  });
});

import { describe, expect, test } from 'vitest';
import { answerTo, opinionOf } from '../../../scripts/crowd/opinions.ts';
import { seeded } from '../../../scripts/crowd/random.ts';
import type { OptionId } from '../../../shared/ids.ts';
import type { QuestionSpec } from '../../../shared/question.ts';
import { questionType } from '../../../shared/questions/registry.ts';

function spec(type: 'single' | 'multiple', settings: Record<string, unknown> = {}): QuestionSpec {
  const options = ['Product Manager', 'Designer', 'Marketing', 'Data', 'Social'].map((label, at) => ({
    id: `o${at}` as OptionId,
    label,
  }));
  return { type, prompt: 'Whom?', options, settings };
}

function answers(question: QuestionSpec, n: number, opinion = opinionOf(question, 7)): unknown[] {
  const random = seeded(7, 'voters');
  return Array.from({ length: n }, () => answerTo(question, opinion, random));
}

function refusals(question: QuestionSpec, given: unknown[]): unknown[] {
  const type = questionType(question.type);
  return given.filter((answer) => {
    const parsed = type.answer.safeParse(answer);
    return !parsed.success || type.refuses(question, parsed.data).length > 0;
  });
}

describe('opinions of the crowd', () => {
  test('the same seed thinks the same, another one does not', () => {
    expect(opinionOf(spec('single'), 7)).toEqual(opinionOf(spec('single'), 7));
    expect(opinionOf(spec('single'), 7)).not.toEqual(opinionOf(spec('single'), 8));
    expect(answers(spec('single'), 50)).toEqual(answers(spec('single'), 50));
  });

  test('shares add up to one, with and without a lean', () => {
    const lean = { 'product manager': 0.45, designer: 0.3, 'not an option': 0.2 };
    const sums = [opinionOf(spec('single'), 7), opinionOf(spec('single'), 7, lean)].map((opinion) =>
      opinion.reduce((sum, share) => sum + share, 0),
    );
    for (const sum of sums) expect(sum).toBeCloseTo(1);
    expect(opinionOf(spec('single'), 7, lean).slice(0, 2)).toEqual([0.45, 0.3]);
  });

  test('the answers follow the lean', () => {
    const question = spec('single');
    const opinion = opinionOf(question, 7, { designer: 0.6 });
    const designers = answers(question, 5_000, opinion).filter(
      (answer) => (answer as { option: string }).option === 'o1',
    );
    expect(designers.length / 5_000).toBeCloseTo(0.6, 1);
  });

  test('a lean on nothing that is offered still leaves answers', () => {
    const question = spec('single');
    const lean = { 'product manager': 0, designer: 0, marketing: 0, data: 0, social: 0 };
    expect(refusals(question, answers(question, 100, opinionOf(question, 7, lean)))).toEqual([]);
  });

  test.each([
    spec('single'),
    spec('single', { other: true, abstain: true }),
    spec('multiple'),
    spec('multiple', { min: 2, max: 3 }),
    spec('multiple', { min: 5, max: 5 }),
    spec('multiple', { min: 6, max: 6, other: true }),
    spec('multiple', { max: 1, other: true, abstain: true }),
  ])('every answer to $type $settings counts', (question) => {
    expect(refusals(question, answers(question, 2_000))).toEqual([]);
  });

  test('"other" and abstaining are heard where they are offered, and only there', () => {
    const keys = (question: QuestionSpec) =>
      new Set(answers(question, 2_000).flatMap((answer) => Object.keys(answer as object)));
    expect(keys(spec('single', { other: true, abstain: true }))).toEqual(
      new Set(['option', 'other', 'abstain']),
    );
    expect(keys(spec('single'))).toEqual(new Set(['option']));
  });

  test('a question of an unknown type is left alone', () => {
    expect(answerTo({ ...spec('single'), type: 'sorting' as 'single' }, [], seeded(1))).toBeUndefined();
  });
});

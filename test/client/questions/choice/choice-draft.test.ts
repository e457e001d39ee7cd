import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ABSTAIN,
  asksWhy,
  draftOf,
  lacksWords,
  MAX_OTHER_LENGTH,
  MAX_WHY_LENGTH,
  multipleAnswer,
  OTHER,
  rowsOf,
  singleAnswer,
  wordsOf,
} from '../../../../client/questions/choice/choice-draft.ts';
import { MAX_OTHER } from '../../../../shared/questions/choice.ts';
import { ABSTAIN_ID, OTHER_ID } from '../../../../shared/questions/question-type.ts';
import { questionType } from '../../../../shared/questions/registry.ts';
import { MAX_WHY } from '../../../../shared/questions/why.ts';
import { anyAnswer } from '../../../shared/questions/answers.ts';
import { aSpec } from '../../../shared/sample.ts';

const single = aSpec('single', 3);
const multiple = aSpec('multiple', 3);

test('[CH4] the phone and the server agree on names and lengths', () => {
  expect([OTHER, ABSTAIN, MAX_OTHER_LENGTH]).toEqual([OTHER_ID, ABSTAIN_ID, MAX_OTHER]);
});

describe('[CH10] a reason on the phone', () => {
  const asked = aSpec('single', 3, { why: true, abstain: true });

  test('is offered once something is chosen, and not where nothing is said', () => {
    const draft = (...picks: string[]) => asksWhy(asked, { picks, other: '' });
    expect([draft(), draft('a'), draft(ABSTAIN)]).toEqual([false, true, false]);
    expect(asksWhy(single, { picks: ['a'], other: '' })).toBe(false);
    expect(MAX_WHY_LENGTH).toBe(MAX_WHY);
  });

  test('goes with the choice without the spaces around it, and not where it says nothing', () => {
    expect(singleAnswer({ picks: ['a'], other: '', why: ' So ' })).toEqual({ option: 'a', why: 'So' });
    expect(singleAnswer({ picks: ['a'], other: '', why: '  ' })).toEqual({ option: 'a' });
    expect(singleAnswer({ picks: [ABSTAIN], other: '', why: 'So' })).toEqual({ abstain: true });
    expect(multipleAnswer({ picks: ['a', OTHER], other: 'x', why: 'So' })).toEqual({
      options: ['a'],
      other: 'x',
      why: 'So',
    });
    expect(draftOf(asked, { option: 'a', why: 'So' })).toEqual({ picks: ['a'], other: '', why: 'So' });
  });
});

describe('an answer becomes a draft and the same answer again', () => {
  test.each([
    ['single', single, singleAnswer],
    ['multiple', multiple, multipleAnswer],
  ] as const)('%s', (_name, question, answerOf) => {
    fc.assert(
      fc.property(anyAnswer(question), (answer) => {
        expect(answerOf(draftOf(question, answer))).toEqual(answer);
      }),
    );
  });
});

test('whatever a draft says is an answer that the question takes', () => {
  const rows = ['a', 'b', 'c', OTHER, ABSTAIN];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(rows, { minLength: 1 }),
      fc.constantFrom(' Ann ', 'x'),
      (picks, other) => {
        const one = singleAnswer({ picks: picks.slice(0, 1), other });
        expect(questionType('single').refuses(single, questionType('single').answer.parse(one))).toEqual([]);
        const many = multipleAnswer({ picks, other });
        expect(
          questionType('multiple').refuses(multiple, questionType('multiple').answer.parse(many)),
        ).toEqual([]);
      },
    ),
  );
});

test('without an answer, or with options the question no longer has, nothing is ticked', () => {
  expect(draftOf(single, null)).toEqual({ picks: [], other: '' });
  expect(draftOf(multiple, { options: ['zz', 'b'] })).toEqual({ picks: ['b'], other: '' });
});

test('words are missing while their row is ticked and empty', () => {
  expect(lacksWords({ picks: [OTHER], other: ' ' })).toBe(true);
  expect(lacksWords({ picks: [OTHER], other: 'Ann' })).toBe(false);
  expect(lacksWords({ picks: ['a'], other: '' })).toBe(false);
});

test('an answer is said in ballot order, with words of one’s own last', () => {
  expect(wordsOf(multiple, { options: ['c', 'a'], other: 'Ann' })).toEqual(['A', 'C', 'Ann']);
  expect(wordsOf(single, { abstain: true })).toEqual(['I would rather not say']);
  expect(wordsOf(single, null)).toEqual([]);
});

test('rows beside the options stand there where they are offered', () => {
  expect(rowsOf(single, single.options).map(({ id }) => id)).toEqual(['a', 'b', 'c', OTHER, ABSTAIN]);
  expect(rowsOf(aSpec('single', 2, {}), single.options.slice(1)).map(({ id }) => id)).toEqual(['b', 'c']);
});

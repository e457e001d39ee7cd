import { describe, expect, test } from 'vitest';
import type { Alignment, AlignmentKind, AlignmentMap, OfferedOption } from '../../../shared/alignment.ts';
import { meansOf } from '../../../shared/comparison/means.ts';
import type { DataPointId, OptionId, QuestionId } from '../../../shared/ids.ts';

const id = (text: string) => text as OptionId;
const point = 'point' as DataPointId;
const at = (label: string): OfferedOption => ({ dataPointId: point, label });
const map = (from: OfferedOption | string, to: string, as: AlignmentKind = 'renamed'): AlignmentMap => ({
  from: typeof from === 'string' ? { optionId: id(from) } : from,
  to: [...to].map(id),
  as,
});
const aligned = (...maps: AlignmentMap[]): Alignment => ({
  questionId: 'question' as QuestionId,
  revision: 1,
  maps,
  decidedBy: 'Ada',
  decidedAt: 1,
});

describe('[AL1] where nobody decided', () => {
  test('an option stands for itself, a result for what it was said to be', () => {
    const { ofOption, ofResult, isDecided } = meansOf(null);
    expect(ofOption(id('a'))).toEqual(['a']);
    expect(ofResult(point, { label: 'A', optionId: id('a') })).toEqual(['a']);
    expect(ofResult(point, { label: 'A' })).toEqual([]);
    expect(isDecided({ optionId: id('a') })).toBe(false);
  });
});

describe('[AL2] a map', () => {
  const { ofOption, ofResult, isDecided } = meansOf(
    aligned(map('a', 'b'), map(at('Role'), 'cd', 'merged'), map('e', '', 'dropped')),
  );

  test('goes over the id and over what was said at entry; what was dropped still stands for itself', () => {
    expect(ofOption(id('a'))).toEqual(['b']);
    expect(ofResult(point, { label: 'Role', optionId: id('e') })).toEqual(['c', 'd']);
    expect(ofOption(id('e'))).toEqual(['e']);
  });

  test('names a result by its label, in any case, at its own data point', () => {
    expect(ofResult(point, { label: 'ROLE' })).toEqual(['c', 'd']);
    expect(ofResult('another' as DataPointId, { label: 'Role' })).toEqual([]);
    expect([at('role'), at('Roles'), { optionId: id('a') }, { optionId: id('b') }].map(isDecided)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('[AL3] what a map leads to', () => {
  const { ofOption, ofResult } = meansOf(aligned(map('a', 'b'), map('b', 'c'), map('c', 'cd', 'merged')));

  test('is followed where it is mapped itself', () => {
    expect(ofOption(id('b'))).toEqual(['c', 'd']);
    expect(ofOption(id('a'))).toEqual(['c', 'd']);
    expect(ofResult(point, { label: 'x', optionId: id('a') })).toEqual(['c', 'd']);
  });

  test('is named once, and a circle ends', () => {
    expect(meansOf(aligned(map('a', 'bc', 'merged'), map('b', 'c'))).ofOption(id('a'))).toEqual(['c']);
    expect(meansOf(aligned(map('a', 'b'), map('b', 'a'))).ofOption(id('a'))).toEqual(['a']);
  });
});

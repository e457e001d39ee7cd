import { describe, expect, test } from 'vitest';
import { checkedMaps, standingMaps, type SentMap } from '../../shared/alignment-rules.ts';
import type { AlignmentKind } from '../../shared/alignment.ts';
import type { Option, Question } from '../../shared/question.ts';
import { aQuestion, made } from './a-data-point.ts';

const question = aQuestion();
const options = (ids: string) => [...ids].map((id) => ({ id, label: id.toUpperCase() })) as Option[];

/** Versions of `abc` and then these. */
function versions(...later: string[]): Question {
  const more = later.map((ids, index) => ({
    ...(question.versions[0] as Question['versions'][number]),
    version: index + 2,
    options: options(ids),
  }));
  return { ...question, versions: [...question.versions, ...more] };
}

/** A data point with X, Y, Z and, said to be option a at entry, A. */
function aPoint() {
  const results = ['X', 'Y', 'Z'].map((label) => ({ label, count: 1 }));
  const result = made({ results: [...results, { label: 'A', optionId: 'a', count: 1 }] });
  if (!result.ok) throw new Error('refused');
  return result.value.point;
}

const at = (label: string) => ({ dataPointId: 'point', label });
const map = (from: SentMap['from'] | string, to: string, as: AlignmentKind): SentMap => ({
  from: typeof from === 'string' ? { optionId: from } : from,
  to: [...to],
  as,
});
const told = (maps: SentMap[], of = question) => {
  const result = checkedMaps(of, [aPoint()], maps);
  return result.ok ? 'kept' : result.error.errors?.map(({ path }) => path);
};

test('[AL4] keeps maps as they were sent', () => {
  const maps = [
    map(at('X'), 'b', 'renamed'),
    map(at('Y'), 'bc', 'merged'),
    map(at('z'), '', 'dropped'),
    map('c', 'c', 'same'),
  ];
  expect(checkedMaps(question, [aPoint()], maps)).toEqual({ ok: true, value: maps });
  expect(told([])).toBe('kept');
});

describe('[AL4] refuses', () => {
  test.each<[string, SentMap[], string[]]>([
    ['an unknown option', [map('z', 'a', 'renamed')], ['maps.0.from']],
    ['an unknown data point', [map({ dataPointId: 'other', label: 'X' }, 'a', 'same')], ['maps.0.from']],
    ['a label it does not have', [map(at('W'), 'b', 'same')], ['maps.0.from']],
    ['an option to map to that is none', [map(at('X'), 'bz', 'merged')], ['maps.0.to.1']],
    ['one twice', [map(at('X'), 'bb', 'merged')], ['maps.0.to.1']],
    ['the same option mapped twice', [map('b', 'a', 'split'), map('b', 'c', 'split')], ['maps.1.from']],
    ['the same label mapped twice', [map(at('X'), 'b', 'same'), map(at('x'), 'c', 'same')], ['maps.1.from']],
    ['same with none', [map(at('X'), '', 'same')], ['maps.0.to']],
    ['renamed to two', [map(at('X'), 'bc', 'renamed')], ['maps.0.to']],
    ['merged of one', [map(at('X'), 'b', 'merged')], ['maps.0.to']],
    ['split to two', [map(at('X'), 'bc', 'split')], ['maps.0.to']],
    ['added as one', [map(at('X'), 'b', 'added')], ['maps.0.to']],
    ['dropped as one', [map(at('X'), 'b', 'dropped')], ['maps.0.to']],
    ['a part alone', [map(at('X'), 'b', 'split')], ['maps.0.to']],
    ['two that are one', [map(at('X'), 'b', 'same'), map(at('Y'), 'b', 'renamed')], ['maps.1.to']],
    ['one that is what another was said to be', [map(at('X'), 'a', 'same')], ['maps.0.to']],
    ['one that stood beside it, dropped', [map('a', '', 'dropped'), map('b', 'a', 'renamed')], ['maps.1.to']],
    ['one that stood beside the other', [map('b', 'a', 'renamed')], ['maps.0.to']],
  ])('%s', (_name, maps, paths) => {
    expect(told(maps)).toEqual(paths);
  });

  test('maps that lead back', () => {
    expect(told([map('c', 'd', 'renamed'), map('d', 'c', 'renamed')], versions('abd'))).toEqual([
      'maps.0.to',
      'maps.1.to',
    ]);
  });
});

describe('[AL4] takes', () => {
  test.each<[string, SentMap[]]>([
    ['parts of one option', [map(at('X'), 'b', 'split'), map(at('Y'), 'b', 'split')]],
    ['a part beside what was said at entry', [map(at('X'), 'a', 'split')]],
    ['what was said at entry, decided otherwise', [map(at('A'), '', 'dropped'), map(at('X'), 'a', 'same')]],
  ])('%s', (_name, maps) => {
    expect(told(maps)).toBe('kept');
  });

  test('one option under a new id in each version, and parts of one that is gone', () => {
    expect(told([map('c', 'd', 'renamed'), map('d', 'e', 'renamed')], versions('abd', 'abe'))).toBe('kept');
    expect(told([map('c', 'e', 'renamed'), map('d', 'e', 'renamed')], versions('abd', 'abe'))).toBe('kept');
    expect(told([map('d', 'c', 'split'), map('e', 'c', 'split')], versions('abde'))).toBe('kept');
  });
});

test('[AL5] maps of what is gone no longer stand', () => {
  const checked = checkedMaps(question, [aPoint()], [map(at('X'), 'b', 'same'), map('c', '', 'dropped')]);
  if (!checked.ok) throw new Error('refused');
  expect(standingMaps(question, [aPoint()], checked.value)).toEqual(checked.value);
  expect(standingMaps(question, [], checked.value)).toEqual(checked.value.slice(1));
});

import { describe, expect, test } from 'vitest';
import type { OptionId, QuestionId } from '../../shared/ids.ts';
import {
  editQuestion,
  latestVersion,
  specOf,
  type Question,
  type QuestionEdit,
} from '../../shared/question.ts';
import { countingBytes } from './sample.ts';

const [A, B] = ['a', 'b'] as OptionId[] as [OptionId, OptionId];

const question: Question = {
  id: 'question' as QuestionId,
  type: 'single',
  versions: [
    {
      version: 1,
      prompt: 'Which?',
      options: [
        { id: A, label: 'Ay' },
        { id: B, label: 'Bee' },
      ],
      settings: { shuffle: true },
      translations: {},
      change: null,
      createdAt: 5,
    },
  ],
  isPublic: false,
  createdAt: 5,
  updatedAt: 5,
};

function edited(edit: QuestionEdit, wasAsked = true, before = question): Question {
  return editQuestion(before, edit, wasAsked, 100, countingBytes());
}

function optionIds(of: Question): string[] {
  return latestVersion(of).options.map(({ id }) => id);
}

test('[QU1] one that was never asked changes in place', () => {
  const after = edited({ prompt: 'Who?' }, false);
  expect(after.versions).toEqual([{ ...latestVersion(question), prompt: 'Who?' }]);
  expect(after.updatedAt).toBe(100);
});

test('[QU2] one that was asked gets a new version, and what was asked stays word for word', () => {
  const after = edited({ prompt: 'Who?' });
  expect(after.versions).toEqual([
    latestVersion(question),
    { ...latestVersion(question), version: 2, prompt: 'Who?', createdAt: 100 },
  ]);
  expect(specOf(after, 1)).toEqual(specOf(question));
});

test('[QU2] a new version keeps what its edit was said to be; one edited in place keeps what it was', () => {
  const two = edited({ prompt: 'Who?', change: 'new-meaning' });
  expect(two.versions.map(({ change }) => change)).toEqual([null, 'new-meaning']);
  const again = edited({ prompt: 'Whom?', change: 'correction' }, false, two);
  expect(again.versions.map(({ change }) => change)).toEqual([null, 'new-meaning']);
});

test('[QU1] in place after versions that were asked, these stay', () => {
  const two = edited({ prompt: 'Who?' });
  expect(edited({ prompt: 'Whom?' }, false, two).versions.map(({ prompt }) => prompt)).toEqual([
    'Which?',
    'Whom?',
  ]);
});

describe('[QU3] an option', () => {
  test('given with its id stays the same, also with another label', () => {
    const after = edited({
      options: [
        { id: B, label: 'B' },
        { id: A, label: 'Ay' },
      ],
      change: 'correction',
    });
    expect(optionIds(after)).toEqual([B, A]);
    expect(
      optionIds(
        edited({
          options: [
            { id: A, label: 'A!' },
            { id: B, label: 'Bee' },
          ],
        }),
      ),
    ).toEqual([A, B]);
  });

  test('with a new meaning gets a new id if its label changed, and only then', () => {
    const after = edited({
      options: [
        { id: A, label: 'Ay' },
        { id: B, label: 'Queue' },
      ],
      change: 'new-meaning',
    });
    const [first, second] = optionIds(after);
    expect(first).toBe(A);
    expect(second).toMatch(/^[0-9a-z]{10}$/);
  });

  test('without an id is new', () => {
    const ids = optionIds(edited({ options: [{ id: A, label: 'Ay' }, { label: 'Bee' }] }));
    expect(ids[0]).toBe(A);
    expect(ids[1]).not.toBe(B);
  });

  test('with an id this question does not have is new, and never takes that id', () => {
    expect(optionIds(edited({ options: [{ id: 'zz' as OptionId, label: 'Z' }] }))).not.toContain('zz');
  });

  test('given twice keeps its id once', () => {
    const ids = optionIds(
      edited({
        options: [
          { id: A, label: 'One' },
          { id: A, label: 'Two' },
        ],
      }),
    );
    expect(ids[0]).toBe(A);
    expect(new Set(ids).size).toBe(2);
  });
});

test('[QU4] an edit that changes nothing makes no version', () => {
  expect(edited({})).toBe(question);
  const { prompt, options, settings } = latestVersion(question);
  expect(edited({ prompt, options, settings: { ...settings }, change: 'new-meaning' })).toBe(question);
  expect(edited({ options: [...options].reverse() })).not.toBe(question);
});

test('[QU4] whether everybody may see its comparison makes no version, and no edit forgets it', () => {
  const open = edited({ isPublic: true });
  expect(open).toEqual({ ...question, isPublic: true, updatedAt: 100 });
  expect(edited({ isPublic: true }, true, open)).toBe(open);
  expect(edited({ prompt: 'Who?' }, true, open).isPublic).toBe(true);
  expect(edited({ prompt: 'Who?', isPublic: false }, true, open)).toMatchObject({ isPublic: false });
});

test('a version that does not exist is an error, not another version', () => {
  expect(() => specOf(question, 2)).toThrow('no version 2');
  expect(() => latestVersion({ ...question, versions: [] })).toThrow('no version');
});

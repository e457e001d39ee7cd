import { expect, test } from 'vitest';
import type { QuestionView } from '../../client/organise/entities.ts';
import { isRenamed, QuestionDraft } from '../../client/organise/questions/question-draft.svelte.ts';
import type { OptionId, QuestionId } from '../../shared/ids.ts';

const at = '2026-11-24T10:00:00Z';

function question(...labels: string[]): QuestionView {
  const options = labels.map((label) => ({ id: label.toLowerCase() as OptionId, label }));
  return {
    id: 'q' as QuestionId,
    type: 'single',
    version: 1,
    prompt: 'Who?',
    options,
    settings: {},
    translations: {},
    isPublic: false,
    createdAt: at,
    updatedAt: at,
    versions: [],
    askings: [],
  };
}

function draftOf(...labels: string[]): { draft: QuestionDraft; keys: string[] } {
  const draft = new QuestionDraft(question(...labels));
  return { draft, keys: draft.options.map(({ key }) => key) };
}

test('a draft just loaded has no changes, and sends every option with its id', () => {
  const { draft } = draftOf('Data', 'Design');
  expect(draft.isChanged).toBe(false);
  expect(draft.patch().options).toEqual([
    { id: 'data', label: 'Data' },
    { id: 'design', label: 'Design' },
  ]);
});

test('a changed label waits for a person to say what the change means', () => {
  const { draft, keys } = draftOf('Data', 'Design');
  draft.rename(keys[0] ?? '', 'Big data');
  expect(draft.undecided.map(({ key }) => key)).toEqual([keys[0]]);
  draft.decide(keys[0] ?? '', 'correction');
  expect(draft.undecided).toEqual([]);
  expect(draft.patch().options[0]).toEqual({ id: 'data', label: 'Big data' });
});

test('a new meaning goes without the id, so that it becomes another option', () => {
  const { draft, keys } = draftOf('Data', 'Design');
  draft.rename(keys[0] ?? '', 'Social');
  draft.decide(keys[0] ?? '', 'new-meaning');
  expect(draft.patch().options[0]).toEqual({ label: 'Social' });
});

test('a label changed back is the same option again, whatever was said in between', () => {
  const { draft, keys } = draftOf('Data', 'Design');
  draft.rename(keys[0] ?? '', 'Social');
  draft.decide(keys[0] ?? '', 'new-meaning');
  draft.rename(keys[0] ?? '', 'Data ');
  expect(draft.options.some(isRenamed)).toBe(false);
  expect(draft.patch().options[0]).toEqual({ id: 'data', label: 'Data' });
});

test('a list pasted into an empty line takes its place; empty lines are not sent', () => {
  const { draft } = draftOf('Data');
  draft.add(['']);
  draft.pasteAt(draft.options[1]?.key ?? '', '1. Design\n2. Social');
  draft.add(['']);
  expect(draft.body().options).toEqual([{ label: 'Data' }, { label: 'Design' }, { label: 'Social' }]);
});

test('labels are called long only where they stand beside the bar', () => {
  const long = 'x'.repeat(33);
  expect(draftOf('1', '2', '3', '4', '5', '6', long).draft.tooLong).toEqual([]);
  expect(draftOf('1', '2', '3', '4', '5', '6', '7', long).draft.tooLong).toHaveLength(1);
});

test('a new wording is said to be one, unless a label was corrected with it', () => {
  const { draft, keys } = draftOf('Data', 'Design');
  expect(draft.patch().change).toBe('correction');
  draft.prompt = 'Who would you put in charge?';
  expect(draft.isReworded).toBe(true);
  draft.wording = 'correction';
  expect(draft.patch().change).toBe('correction');
  draft.wording = 'new-wording';
  expect(draft.patch().change).toBe('new-meaning');
  draft.rename(keys[0] ?? '', 'Big data');
  draft.decide(keys[0] ?? '', 'correction');
  expect(draft.patch().change).toBeUndefined();
});

test('options that stay what they are can stand beside earlier results; one with a new meaning cannot', () => {
  const { draft, keys } = draftOf('Data', 'Design', 'Social');
  draft.rename(keys[0] ?? '', 'Social media');
  draft.decide(keys[0] ?? '', 'new-meaning');
  draft.rename(keys[1] ?? '', 'Designer');
  draft.decide(keys[1] ?? '', 'correction');
  draft.add(['Marketing']);
  expect(draft.keptIds).toEqual(['design', 'social']);
});

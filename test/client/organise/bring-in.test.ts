import { expect, test } from 'vitest';
import {
  bringInBody,
  firstChoices,
  mapByLabels,
  matchedOf,
  missingIn,
  NOTHING_SAID,
} from '../../../client/organise/import/bring-in-draft.ts';
import type { OptionId, QuestionId } from '../../../shared/ids.ts';
import type { UnderstoodFile, UnderstoodItem } from '../../../shared/result-file.ts';

const id = (text: string) => text as OptionId;

function item(index: number, more: Partial<UnderstoodItem> = {}): UnderstoodItem {
  return {
    index,
    prompt: 'Who should lead learning?',
    session: null,
    heldOn: null,
    kind: 'single',
    kindText: 'one choice, 2 options',
    n: 32,
    nText: '32',
    exactness: 'counts',
    results: [
      { label: 'Product Managers', count: 20 },
      { label: 'Somebody else', count: 12 },
    ],
    hasAllOptions: true,
    proposal: null,
    problems: [],
    ...more,
  };
}

function file(items: UnderstoodItem[], heldOn: string | null = '2023-09-14'): UnderstoodFile {
  return { tool: 'mentimeter', file: 'offsite.xlsx', sha256: 'ab', heldOn, people: 33, items, unplaced: [] };
}

const proposal = {
  questionId: 'q' as QuestionId,
  prompt: 'Who?',
  isSameWording: false,
  optionMap: [
    { label: 'Product Managers', optionId: id('pm') },
    { label: 'Somebody else', optionId: null },
  ],
  matched: 1,
  of: 2,
};
const about = { ...NOTHING_SAID, audience: ' Our own team ', tags: 'Our own team, Leaders' };
const source = { name: 'offsite.xlsx', content: 'AAAA' };

test('everything that adds up is taken at first, for the question it looks like', () => {
  const choices = firstChoices(
    file([item(1, { proposal }), item(2, { problems: ['130 % in all.'] }), item(5)]),
  );
  expect(choices.map(({ isTaken, questionId }) => [isTaken, questionId])).toEqual([
    [true, 'q'],
    [false, undefined],
    [true, undefined],
  ]);
  expect(choices.map(matchedOf)).toEqual([1, 0, 0]);
});

test('only what is ticked is sent, by the number the file gives it', () => {
  const read = file([item(1, { proposal }), item(2, { problems: ['x'] }), item(5)]);
  const body = bringInBody(source, read, firstChoices(read), about, false);
  expect(body).toEqual({
    ...source,
    about: { audience: 'Our own team', audienceTags: ['Our own team', 'Leaders'] },
    items: [
      { index: 1, questionId: 'q', optionMap: proposal.optionMap },
      { index: 5, newQuestion: true },
    ],
  });
  expect(bringInBody(source, read, firstChoices(read), about, true)).toHaveProperty('again', true);
});

test('the words are sent where the file does not say them, and the day where it names none', () => {
  const read = file([item(1, { prompt: null })], null);
  const choices = firstChoices(read).map((choice) => ({ ...choice, prompt: ' Who? ' }));
  const body = bringInBody(source, read, choices, { ...about, when: '2023-09', precision: 'month' }, false);
  expect(body.items).toEqual([{ index: 1, newQuestion: true, prompt: 'Who?' }]);
  expect(body.about).toMatchObject({ when: { date: '2023-09-01', precision: 'month' } });
});

test('what misses is named by its field', () => {
  const read = file([item(1, { prompt: null })], null);
  const missing = missingIn(read, firstChoices(read), { ...NOTHING_SAID, n: 'some' });
  expect(Object.keys(missing).sort()).toEqual(['about.audience', 'about.n', 'about.when', 'items.0.prompt']);
  expect(missingIn(file([item(1)]), firstChoices(file([item(1)])), about)).toEqual({});
  expect(missingIn(file([]), [], about)).toHaveProperty('items');
});

test('labels are mapped to the option they look like most, and none of these twice', () => {
  const options = [
    { id: id('pm'), label: 'Product Manager' },
    { id: id('d'), label: 'Data' },
  ];
  expect(mapByLabels(['Product Managers', 'Product', 'Else'], options)).toEqual({
    'Product Managers': 'pm',
    Product: null,
    Else: null,
  });
});

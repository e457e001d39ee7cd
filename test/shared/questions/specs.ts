import type { OptionId } from '../../../shared/ids.ts';
import type { QuestionSettings, QuestionSpec } from '../../../shared/question.ts';
import type { QuestionTypeName } from '../../../shared/questions/question-type.ts';

const CRITERIA = ['x', 'y', 'z'].map((id) => ({ id, label: id.toUpperCase() }));

/** Settings under which every type is tried, the plainest first. Forgetting a type does not compile. */
const SETTINGS: Record<QuestionTypeName, QuestionSettings[]> = {
  single: [{}, { other: true, abstain: true, why: true, shuffle: true }],
  multiple: [{}, { other: true, abstain: true, why: true, min: 2, max: 3 }],
  ranking: [{}, { places: 2, abstain: true }],
  points: [{}, { total: 7, abstain: true }],
  grid: [
    { criteria: CRITERIA.slice(0, 2), min: 1, max: 5 },
    { criteria: CRITERIA, min: 0, max: 10, abstain: true },
  ],
  scale: [
    { min: 1, max: 5 },
    { min: 0, max: 100, step: 5, unit: '%', abstain: true },
    { min: 1, max: 7, statements: CRITERIA, lowLabel: 'never', highLabel: 'always' },
  ],
  'word-cloud': [{}, { entries: 5 }],
  'open-text': [{}, { maxLength: 60, moderated: true }],
};

/** Types that take no options are asked without. */
const WITHOUT_OPTIONS: readonly QuestionTypeName[] = ['scale', 'word-cloud', 'open-text'];

/** Every type with every one of its settings: four options `a` to `d` where it takes any. */
export const EVERY_SPEC: QuestionSpec[] = (Object.keys(SETTINGS) as QuestionTypeName[]).flatMap((type) =>
  SETTINGS[type].map((settings) => ({ type, prompt: 'Which?', options: optionsFor(type), settings })),
);

function optionsFor(type: QuestionTypeName): QuestionSpec['options'] {
  const letters = WITHOUT_OPTIONS.includes(type) ? '' : 'abcd';
  return [...letters].map((letter) => ({ id: letter as OptionId, label: letter.toUpperCase() }));
}

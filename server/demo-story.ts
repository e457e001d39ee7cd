import { newDataPoint } from '../shared/data-point-rules.ts';
import { dataPointBody } from '../shared/data-point-schema.ts';
import type { DataPoint } from '../shared/data-point.ts';
import { newId, type RandomBytes } from '../shared/ids.ts';
import { latestVersion, type Question } from '../shared/question.ts';

/** The question of 2019, as its author put it: who would you choose? */
export const STORY_QUESTION = {
  type: 'single' as const,
  prompt: 'Who would you put in charge of a digital learning function?',
  options: [
    'Product Manager',
    'Performance Consultant',
    'Designer',
    'Marketing',
    'Content Producer',
    'Data',
    'Social',
  ].map((label) => ({ label })),
};

/**
 * The two results the story tells of. Quoted: "around 100", "90% or so", the words about both roles, the date and the 50
 * votes. Entered by a person: the ranges. Everything else of 2021 is made up, and says so.
 */
const TOLD = [
  {
    label: 'LPI event',
    when: { date: '2019-02', precision: 'month' },
    audience: 'leaders in learning',
    audienceTags: ['Leaders in learning'],
    reached: 'in one room',
    askedBy: 'the author of the story',
    method: 'a question to the room',
    wording: 'rough',
    optionsOffered: STORY_QUESTION.options.map(({ label }) => label),
    source: {
      note: 'Told by its author in 2021: “My memory has it at 90% or so”. The ranges, 85–95 % and 80–120 people, are what was entered for that here.',
    },
    exactness: 'remembered',
    n: 100,
    nLow: 80,
    nHigh: 120,
    results: [
      {
        label: 'Performance Consultant',
        share: 0.9,
        shareLow: 0.85,
        shareHigh: 0.95,
        words: '90% or so; Performance Consultant, or some form of business partner',
      },
      { label: 'Product Manager', words: 'little support' },
    ],
  },
  {
    label: 'LinkedIn poll',
    when: { date: '2021-06-21', precision: 'day' },
    interim: true,
    audience: 'whoever saw it there',
    audienceTags: ['Open poll'],
    reached: 'open to anyone on LinkedIn',
    askedBy: 'the author of the story',
    method: 'LinkedIn poll',
    wording: 'rough',
    optionsOffered: ['Product Manager', 'Performance Consultant', 'Designer', 'Data'],
    source: { note: 'options and split made up for the demonstration, all but the 50 votes' },
    exactness: 'counts',
    n: 50,
    results: [
      { label: 'Product Manager', count: 23 },
      { label: 'Performance Consultant', count: 17 },
      { label: 'Designer', count: 7 },
      { label: 'Data', count: 3 },
    ],
  },
];

/** What came before the demo's own asking, checked like everybody's. */
export function storyPoints(question: Question, now: number, random: RandomBytes): DataPoint[] {
  return TOLD.map((told) => {
    const results = told.results.map((result) => ({
      ...result,
      optionId: optionIdOf(question, result.label),
    }));
    const body = dataPointBody.parse({ ...told, results });
    const made = newDataPoint(body, question, { id: newId(random), now, by: null });
    if (!made.ok) throw new Error(made.error.message);
    return made.value.point;
  });
}

function optionIdOf(question: Question, label: string): string | undefined {
  return latestVersion(question).options.find((option) => option.label === label)?.id;
}

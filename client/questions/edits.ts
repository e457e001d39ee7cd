import type { Component } from 'svelte';
import type { QuestionSettings } from '../../shared/question.ts';
import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import type { EditProps } from './edit-props.ts';
import GridEdit from './grid/Edit.svelte';
import MultipleEdit from './multiple/Edit.svelte';
import OpenTextEdit from './open-text/Edit.svelte';
import PointsEdit from './points/Edit.svelte';
import RankingEdit from './ranking/Edit.svelte';
import ScaleEdit from './scale/Edit.svelte';
import SingleEdit from './single/Edit.svelte';
import WordCloudEdit from './word-cloud/Edit.svelte';

/** The settings of every type in the editor. Forgetting one does not compile. */
export const EDITS: Record<QuestionTypeName, Component<EditProps>> = {
  single: SingleEdit,
  multiple: MultipleEdit,
  grid: GridEdit,
  scale: ScaleEdit,
  ranking: RankingEdit,
  points: PointsEdit,
  'word-cloud': WordCloudEdit,
  'open-text': OpenTextEdit,
};

/** "Answered by choosing one". */
export const ANSWERED_BY: Record<QuestionTypeName, string> = {
  single: 'choosing one',
  multiple: 'choosing several',
  grid: 'rating each',
  scale: 'a number on a scale',
  ranking: 'putting in order',
  points: 'sharing points',
  'word-cloud': 'writing a few words',
  'open-text': 'writing an answer',
};

/** What a new question of a type begins with, where it cannot do without. */
export const STARTS_WITH: Partial<Record<QuestionTypeName, QuestionSettings>> = {
  grid: { criteria: [{ label: '' }, { label: '' }], min: 1, max: 5 },
  scale: { min: 1, max: 5 },
  // An order that stands there at first is sent by some as it is; on each phone it is another one.
  ranking: { shuffle: true },
};

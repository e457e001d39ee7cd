import type { Component } from 'svelte';
import type { QuestionSpec } from '../../shared/question.ts';
import type { TallyBase } from '../../shared/questions/question-type.ts';
import type { Said } from '../../shared/words/fill.ts';
import type { WordKey } from '../words/words.svelte.ts';
import type { ResultProps, RevealStep } from './result-props.ts';

/** A question type on the projected screen. */
export interface OnScreen {
  Result: Component<ResultProps>;
  /** What phones have done, after "of 81 phones": *shared*. Absent: nothing is added. */
  done?: WordKey;
  /** How its chart is read, for the margin: phrases whose strong parts (between stars) are what is looked for in the chart. */
  margin?: (question: QuestionSpec, reveal: RevealStep | null, tally: TallyBase) => Said<WordKey>[];
}

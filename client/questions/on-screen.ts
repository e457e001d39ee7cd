import type { Component } from 'svelte';
import type { QuestionSpec } from '../../shared/question.ts';
import type { WordKey } from '../words/words.svelte.ts';
import type { ResultProps, RevealStep } from './result-props.ts';

/** A piece of what the margin says: a word that is looked for in the chart, and what it means. */
export interface MarginNote {
  mark?: WordKey;
  words: WordKey;
}

/** A question type on the projected screen. */
export interface OnScreen {
  Result: Component<ResultProps>;
  /** What phones have done, after "of 81 phones": *shared*. Absent: nothing is added. */
  done?: WordKey;
  /** How its chart is read, for the margin; nothing while the chart does not show it. */
  margin?: (question: QuestionSpec, reveal: RevealStep | null) => MarginNote[];
}

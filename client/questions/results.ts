import type { Component } from 'svelte';
import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import type { ResultProps } from './result-props.ts';
import MultipleResult from './multiple/Result.svelte';
import SingleResult from './single/Result.svelte';

/** Every type's chart on the projected screen. Forgetting one does not compile. */
export const RESULTS: Record<QuestionTypeName, Component<ResultProps>> = {
  single: SingleResult,
  multiple: MultipleResult,
};

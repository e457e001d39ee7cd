import type { Component } from 'svelte';
import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import type { EditProps } from './edit-props.ts';
import MultipleEdit from './multiple/Edit.svelte';
import SingleEdit from './single/Edit.svelte';

/** The settings of every type in the editor. Forgetting one does not compile. */
export const EDITS: Record<QuestionTypeName, Component<EditProps>> = {
  single: SingleEdit,
  multiple: MultipleEdit,
};

/** "Answered by choosing one". */
export const ANSWERED_BY: Record<QuestionTypeName, string> = {
  single: 'choosing one',
  multiple: 'choosing several',
};

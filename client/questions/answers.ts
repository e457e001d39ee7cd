import type { Component } from 'svelte';
import type { QuestionSpec } from '../../shared/question.ts';
import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import type { AnswerProps, PhoneResultProps } from './answer-props.ts';
import { picksHint } from './multiple/picks.ts';
import MultipleAnswer from './multiple/Answer.svelte';
import MultipleResult from './multiple/PhoneResult.svelte';
import SingleAnswer from './single/Answer.svelte';
import SingleResult from './single/PhoneResult.svelte';

/** A question type on the phone. */
interface OnPhone {
  Answer: Component<AnswerProps>;
  Result: Component<PhoneResultProps>;
  /** The line under the question: what is to be done. */
  hint: (question: QuestionSpec) => string;
}

/** Every type on the phone. Forgetting one does not compile. */
export const ON_PHONE: Record<QuestionTypeName, OnPhone> = {
  single: { Answer: SingleAnswer, Result: SingleResult, hint: () => 'Choose one' },
  multiple: { Answer: MultipleAnswer, Result: MultipleResult, hint: picksHint },
};

import type { Component } from 'svelte';
import type { QuestionSpec } from '../../shared/question.ts';
import type { AnswerProps, PhoneResultProps } from './answer-props.ts';

/** A question type on the phone: each in `questions/<type>/phone.ts`, loaded when it is first needed. */
export interface OnPhone {
  Answer: Component<AnswerProps>;
  Result: Component<PhoneResultProps>;
  /** The line under the question: what is to be done; empty where the answer itself says so. */
  hint: (question: QuestionSpec) => string;
  /** What an answer says, piece by piece: for the slip that shows one's own vote. */
  words: (question: QuestionSpec, answer: unknown) => string[];
}

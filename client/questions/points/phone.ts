import type { OnPhone } from '../on-phone.ts';
import Answer from './Answer.svelte';
import Result from './PhoneResult.svelte';
import { wordsOf } from './points-draft.ts';

export const points: OnPhone = {
  Answer,
  Result,
  // What is to be done is said by the number that is left.
  hint: () => '',
  words: wordsOf,
};
